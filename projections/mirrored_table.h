// MirroredTable<Row> — a table held in memory while a follower folds; changed rows go out at the flush.
//
// Shape    Row lists its columns as columns.h says.
// Threads  belongs to one projection.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "projections/columns.h"
#include "projections/projection.h"

namespace projections {

template <class... Rows>
std::vector<TableShape> shapesOf() {
  return {TableShape{Rows::kTable, Rows::kKeyColumns}...};
}

template <class Row>
class MirroredTable {
 public:
  using Key = std::decay_t<decltype(std::declval<const Row&>().key())>;

  const Row* find(const Key& key) const {
    const auto found = rows_.find(key);
    return found == rows_.end() ? nullptr : &found->second.row;
  }
  // The row to be changed; null where there is none. Valid until the next insert().
  Row* change(const Key& key) {
    const auto found = rows_.find(key);
    if (found == rows_.end()) return nullptr;
    mark(key, found->second);
    return &found->second.row;
  }
  // Adds a row, or gives the one that stands under its key. Valid until the next insert().
  Row& insert(Row row) {
    const Key key = row.key();
    auto& held = rows_.try_emplace(key, Held{std::move(row), false}).first->second;
    mark(key, held);
    return held.row;
  }
  template <class Visit>
  void forEach(Visit visit) {
    for (auto& [key, held] : rows_) {
      if (visit(held.row)) mark(key, held);
    }
  }

  ledger::Result<void> load(Database& database) {
    Statement all = database.prepare(selectAll<Row>());
    auto rows = readRows<Row>(all);
    if (!rows) return rows.error();
    rows_.clear();
    dirty_.clear();
    rows_.reserve(rows->size());
    for (Row& row : *rows) {
      const Key key = row.key();
      rows_.try_emplace(key, Held{std::move(row), false});
    }
    return {};
  }

  ledger::Result<void> flush(Database& database) {
    if (dirty_.empty()) return {};
    // In key order, so that a page of the table is touched once.
    std::sort(dirty_.begin(), dirty_.end());
    Statement upsert = database.prepare(upsertSql<Row>());
    for (const Key& key : dirty_) {
      Held& held = rows_.find(key)->second;
      held.dirty = false;
      ColumnBinder binder(upsert);
      Row::columns(binder, std::as_const(held.row));
      if (auto written = upsert.run(); !written) return written.error();
    }
    dirty_.clear();
    return {};
  }

 private:
  struct Held {
    Row row;
    bool dirty;
  };

  void mark(const Key& key, Held& held) {
    if (std::exchange(held.dirty, true)) return;
    dirty_.push_back(key);
  }

  absl::flat_hash_map<Key, Held> rows_;
  std::vector<Key> dirty_;
};

}  // namespace projections
