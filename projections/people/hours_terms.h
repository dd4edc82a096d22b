// HoursTerms — what hours are held against: which registrations are of one person, and the terms of attestation.
//
// Units    days.
// Threads  belongs to its follower's thread.
#pragma once

#include "projections/mirrored_table.h"
#include "projections/people/hours_terms_rows.h"
#include "projections/projection.h"

namespace projections {

class HoursTerms final : public Projection {
 public:
  std::string_view name() const override { return "hours_terms"; }
  int version() const override { return 1; }
  std::string_view sql() const override;
  std::vector<TableShape> tables() const override { return shapesOf<MergedProfileRow, HoursPolicyRow>(); }
  ledger::Result<void> load(Database& database) override;
  ledger::Result<void> fold(const Fact& fact) override;
  ledger::Result<void> flush(Database& database) override;

 private:
  void merge(const Fact& fact, const ledger::ProfilesMerge& merge);
  void publish(const Fact& fact, const ledger::PolicyPublish& policy);

  MirroredTable<MergedProfileRow> profiles_;
  MirroredTable<HoursPolicyRow> policies_;
};

}  // namespace projections
