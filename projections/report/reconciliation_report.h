// ReconciliationReport — what other systems reported, what this ledger derived then, and what it derives now.
//
// Shape    `then` is the figure as its clerk recorded it: what the ledger gave at that time nobody can tell from the
//          present rows alone (`--at` with the size before its entry does). `now` is derived for the same days.
// Units    as the category says.
// Errors   kNotFound SYSTEM_UNKNOWN; those of the stamp and of the figures.
#pragma once

#include <optional>
#include <vector>

#include "projections/oversight/exchange_rows.h"
#include "projections/report/external_system.h"
#include "projections/report/reconciliation_category.h"

namespace projections {

struct ComparedFigure {
  ReconciledFigureRow recorded;
  std::optional<std::int64_t> now;  // none: a category or region that this program does not know
};

// What the other side says beyond what the ledger derives; none where it passes what is counted.
std::optional<std::int64_t> differenceOf(std::int64_t reported, std::int64_t derived);

struct ReconciliationEntry {
  SubjectRow system;
  ReconciliationRow recorded;
  std::vector<ComparedFigure> figures;
};

struct RecordedReconciliation {
  ledger::Position entry = 0;
  std::vector<ReconciledFigureRow> figures;  // in the order of the record
};

// None where it is not recorded.
ledger::Result<std::optional<RecordedReconciliation>> readRecordedReconciliation(
    Database& database, const ledger::SubjectId& reconciliation);

struct ReconciliationReport {
  Stamp stamp;
  ledger::Currency currency;  // of amounts
  std::vector<ReconciliationEntry> entries;
};

// Of one system, by its id or code, or of all; of a period those that were recorded on its days.
ledger::Result<ReconciliationReport> readReconciliationReport(Database& database, std::string_view system,
                                                              const std::optional<Period>& period = {});

}  // namespace projections
