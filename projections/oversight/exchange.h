// Exchange — what came from other systems: import batches, links to their ids, reconciliations with their figures.
//
// Shape    one row for a batch, over all its parts; links and reconciliations as they were recorded.
// Errors   FACT_WITHOUT_SUBJECT where a batch is voided that no entry before recorded.
// Threads  belongs to its follower's thread.
#pragma once

#include "projections/appended_table.h"
#include "projections/mirrored_table.h"
#include "projections/oversight/exchange_rows.h"
#include "projections/projection.h"

namespace projections {

class Exchange final : public Projection {
 public:
  std::string_view name() const override { return "exchange"; }
  int version() const override { return 2; }
  std::string_view sql() const override;
  std::vector<TableShape> tables() const override;
  ledger::Result<void> load(Database& database) override;
  ledger::Result<void> fold(const Fact& fact) override;
  ledger::Result<void> flush(Database& database) override;

 private:
  void recordPart(const Fact& fact, const ledger::ImportRecord& part);
  ledger::Result<void> voidBatch(const Fact& fact, const ledger::ImportVoid& voided);
  void reconcile(const Fact& fact, const ledger::ReconciliationRecord& record);

  MirroredTable<ImportBatchRow> batches_;
  AppendedTable<ExternalLinkRow> links_;
  AppendedTable<ReconciliationRow> reconciliations_;
  AppendedTable<ReconciledFigureRow> figures_;
};

}  // namespace projections
