#include "projections/report/import_report.h"

#include "projections/columns.h"
#include "projections/report/external_system.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

using KindsByBatch = std::map<ledger::SubjectId, std::vector<ImportedKind>>;

// One reading of the facts for all batches.
Result<KindsByBatch> readKinds(Database& database, const ledger::SubjectId& asked) {
  Statement all = database.prepare(
      "select batch, event, currency, count(*), coalesce(sum(minutes), 0), coalesce(sum(people), 0), "
      "coalesce(sum(amount), 0) from facts where batch is not null and ($1 is null or batch = $1) and event not in "
      "('ImportRecorded', 'ImportVoided') group by batch, event, currency order by batch, event, currency");
  asked.isNone() ? all.addNull() : all.add(asked.view());
  KindsByBatch batches;
  for (auto row = all.step();; row = all.step()) {
    if (!row) return row.error();
    if (!*row) return batches;
    ColumnReader reader(all);
    ledger::SubjectId batch;
    reader("batch", batch);
    const std::string event(all.nextText());
    const std::string currency(all.nextText());
    std::vector<ImportedKind>& kinds = batches[batch];
    if (kinds.empty() || kinds.back().event != event) kinds.emplace_back().event = event;
    ImportedKind& kind = kinds.back();
    kind.count += all.nextInteger();
    kind.minutes += all.nextInteger();
    kind.people += all.nextInteger();
    const std::int64_t amount = all.nextInteger();
    if (!currency.empty()) kind.amounts[currency] = amount;
  }
}

bool isIn(const std::optional<Period>& period, ledger::UtcMs recorded_at) {
  return !period || period->holds(recordedDay(recorded_at));
}

}  // namespace

Result<ImportReport> readImportReport(Database& database, std::string_view batch, const std::optional<Period>& period) {
  ImportReport report;
  auto stamp = readStamp(database);
  if (!stamp) return stamp.error();
  report.stamp = *std::move(stamp);
  report.stamp.period = period;
  ledger::SubjectId asked;
  if (!batch.empty()) {
    const auto parsed = ledger::SubjectId::parse(batch);
    if (!parsed) return parsed.error();
    asked = *parsed;
  }
  Statement all = database.prepare(selectAll<ImportBatchRow>() + "order by since");
  const auto rows = readRows<ImportBatchRow>(all);
  if (!rows) return rows.error();
  auto kinds = readKinds(database, asked);
  if (!kinds) return kinds.error();
  const auto systems = systemsAsked(database, {});
  if (!systems) return systems.error();
  bool known = asked.isNone();
  for (const ImportBatchRow& row : *rows) {
    if (!asked.isNone() && row.batch != asked) continue;
    known = true;
    if (!isIn(period, row.first_at)) continue;
    const auto system = systems->find(row.system);
    report.entries.push_back(
        {row, system == systems->end() ? "" : system->second.code, std::move((*kinds)[row.batch])});
  }
  if (known) return report;
  return Error{ErrorCode::kNotFound, "BATCH_UNKNOWN",
               "no import batch " + asked.text() + " is recorded here: `asar report imports` lists all"};
}

}  // namespace projections
