// AppendedTable<Row> — a table that grows: rows wait here for the flush, and none is held in memory after it.
//
// Shape    Row lists its columns as columns.h says. Of two rows with one key the later stands.
// Threads  belongs to one projection.
#pragma once

#include <utility>
#include <vector>

#include "projections/columns.h"

namespace projections {

template <class Row>
class AppendedTable {
 public:
  void add(Row row) { waiting_.push_back(std::move(row)); }
  void forget() { waiting_.clear(); }

  ledger::Result<void> flush(Database& database) {
    if (waiting_.empty()) return {};
    Statement upsert = database.prepare(upsertSql<Row>());
    for (const Row& row : waiting_) {
      ColumnBinder binder(upsert);
      Row::columns(binder, row);
      if (auto written = upsert.run(); !written) return written.error();
    }
    waiting_.clear();
    return {};
  }

 private:
  std::vector<Row> waiting_;
};

}  // namespace projections
