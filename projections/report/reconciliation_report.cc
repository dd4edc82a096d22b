#include "projections/report/reconciliation_report.h"

#include "projections/columns.h"
#include "projections/report/reconciliation_figures.h"

namespace projections {
namespace {

using ledger::Result;

Result<std::optional<std::int64_t>> deriveNow(ReconciliationFigures& figures, const std::string& category) {
  const auto asked = parseCategory(category);
  if (!asked) return std::optional<std::int64_t>();
  const auto now = figures.derive(*asked);
  if (!now && now.error().reason == "REGION_UNKNOWN") return std::optional<std::int64_t>();
  if (!now) return now.error();
  return std::optional(*now);
}

Result<std::vector<ReconciledFigureRow>> recordedFigures(Database& database, const ledger::SubjectId& reconciliation) {
  Statement all = database.prepare(selectAll<ReconciledFigureRow>() + "where reconciliation = $1 order by place");
  all.add(reconciliation.view());
  return readRows<ReconciledFigureRow>(all);
}

Result<void> readFigures(Database& database, ReconciliationEntry& entry) {
  const auto rows = recordedFigures(database, entry.recorded.reconciliation);
  if (!rows) return rows.error();
  ReconciliationFigures figures(database, {entry.recorded.from, entry.recorded.to});
  for (const ReconciledFigureRow& row : *rows) {
    const auto now = deriveNow(figures, row.category);
    if (!now) return now.error();
    entry.figures.push_back({row, *now});
  }
  return {};
}

}  // namespace

std::optional<std::int64_t> differenceOf(std::int64_t reported, std::int64_t derived) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(reported, derived, &difference)) return std::nullopt;
  return difference;
}

Result<std::optional<RecordedReconciliation>> readRecordedReconciliation(Database& database,
                                                                         const ledger::SubjectId& reconciliation) {
  Statement one = database.prepare(selectAll<ReconciliationRow>() + "where reconciliation = $1");
  one.add(reconciliation.view());
  const auto rows = readRows<ReconciliationRow>(one);
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<RecordedReconciliation>();
  auto figures = recordedFigures(database, reconciliation);
  if (!figures) return figures.error();
  return std::optional(RecordedReconciliation{rows->front().since, *std::move(figures)});
}

Result<ReconciliationReport> readReconciliationReport(Database& database, std::string_view system,
                                                      const std::optional<Period>& period) {
  ReconciliationReport report;
  auto stamp = readStamp(database);
  if (!stamp) return stamp.error();
  report.stamp = *std::move(stamp);
  report.stamp.period = period;
  const auto systems = systemsAsked(database, system);
  if (!systems) return systems.error();
  const auto currency = ledgerCurrency(database);
  if (!currency) return currency.error();
  report.currency = *currency;
  Statement all =
      database.prepare(selectAll<ReconciliationRow>() + "where " + withinSql(period, "day") + " order by since");
  const auto rows = readRows<ReconciliationRow>(all);
  if (!rows) return rows.error();
  for (const ReconciliationRow& row : *rows) {
    const auto of = systems->find(row.system);
    if (of == systems->end()) continue;
    report.entries.push_back({of->second, row, {}});
    ASAR_TRY(readFigures(database, report.entries.back()));
  }
  return report;
}

}  // namespace projections
