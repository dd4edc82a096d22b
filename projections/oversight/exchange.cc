#include "projections/oversight/exchange.h"

#include <algorithm>

#include "projections/oversight/exchange_sql.h"

namespace projections {

using ledger::Result;

std::string_view Exchange::sql() const {
  return kExchangeSql;
}

std::vector<TableShape> Exchange::tables() const {
  return shapesOf<ImportBatchRow, ExternalLinkRow, ReconciliationRow, ReconciledFigureRow>();
}

Result<void> Exchange::load(Database& database) {
  links_.forget(), reconciliations_.forget(), figures_.forget();
  return batches_.load(database);
}

Result<void> Exchange::flush(Database& database) {
  ASAR_TRY(batches_.flush(database));
  ASAR_TRY(links_.flush(database));
  ASAR_TRY(reconciliations_.flush(database));
  return figures_.flush(database);
}

// Parts are of one class each, so that the rows of two of them may be the same rows of the source.
void Exchange::recordPart(const Fact& fact, const ledger::ImportRecord& part) {
  const std::int64_t last_row = static_cast<std::int64_t>(part.first_row) + part.rows - (part.rows == 0 ? 0 : 1);
  ImportBatchRow opened;
  opened.batch = part.batch;
  opened.importer = fact.signer;
  opened.source_hash = part.source_hash;
  opened.mapping_hash = part.mapping_hash;
  opened.system = part.system;
  opened.first_row = part.first_row;
  opened.first_at = fact.recorded_at;
  opened.since = fact.index;
  ImportBatchRow& row = batches_.insert(opened);
  ++row.parts;
  row.first_row = std::min<std::int64_t>(row.first_row, part.first_row);
  row.last_row = std::max(row.last_row, last_row);
  row.last_at = fact.recorded_at;
  row.changed = fact.index;
}

Result<void> Exchange::voidBatch(const Fact& fact, const ledger::ImportVoid& voided) {
  ImportBatchRow* row = batches_.change(voided.batch);
  if (row == nullptr) return withoutSubject(fact, "batch", voided.batch.text());
  row->voided_day = voided.occurred_at.civilDay();
  row->voided_index = fact.index;
  row->changed = fact.index;
  return {};
}

void Exchange::reconcile(const Fact& fact, const ledger::ReconciliationRecord& record) {
  reconciliations_.add({record.reconciliation, record.system, record.from, record.to, record.document,
                        record.occurred_at.civilDay(), fact.recorded_at, fact.index});
  std::int64_t place = 0;
  for (const ledger::ReconciledFigure& one : record.figures)
    figures_.add({record.reconciliation, place++, one.category, one.reported, one.derived});
}

Result<void> Exchange::fold(const Fact& fact) {
  const auto& body = fact.command->body;
  if (const auto* voided = body.as<ledger::ImportVoid>()) return voidBatch(fact, *voided);
  if (const auto* part = body.as<ledger::ImportRecord>()) {
    recordPart(fact, *part);
  } else if (const auto* link = body.as<ledger::ExternalIdLink>()) {
    links_.add({link->link, link->system, link->external_id, link->subject, link->occurred_at.civilDay(), fact.index});
  } else if (const auto* record = body.as<ledger::ReconciliationRecord>()) {
    reconcile(fact, *record);
  }
  return {};
}

}  // namespace projections
