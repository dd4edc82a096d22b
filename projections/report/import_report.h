// ImportReport — where imported facts came from: each batch with its importer, its hashes, and what came with it.
//
// Units    minutes; minor units, each currency for itself; rows of the source count from 0.
// Errors   kNotFound BATCH_UNKNOWN; kInvalid what an id is refused with; those of the stamp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "projections/oversight/exchange_rows.h"
#include "projections/report/stamp.h"

namespace projections {

struct ImportedKind {
  std::string event;
  std::int64_t count = 0;
  std::int64_t minutes = 0;
  std::int64_t people = 0;
  std::map<std::string, std::int64_t> amounts;  // by currency
};

struct ImportEntry {
  ImportBatchRow batch;
  std::string system_code;          // of the system it came from; empty where none was named
  std::vector<ImportedKind> kinds;  // by name; also of a batch that was voided since
};

struct ImportReport {
  Stamp stamp;
  std::vector<ImportEntry> entries;  // in the order they were opened
};

// One batch by its id, or all; of a period those that were opened on its days, as days are reckoned at +05:00.
ledger::Result<ImportReport> readImportReport(Database& database, std::string_view batch,
                                              const std::optional<Period>& period = {});

}  // namespace projections
