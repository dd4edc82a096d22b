// Credits — what credit is reckoned from, and what was granted, each row with the entries between which it was true.
//
// Shape    hears every change of an hours entry; folds registrations, credit rules, grants and reversals itself.
// Units    minutes; minor units.
// Threads  belongs to its follower's thread.
#pragma once

#include "projections/mirrored_table.h"
#include "projections/people/credit_rows.h"
#include "projections/people/hours_by_volunteer.h"

namespace projections {

class Credits final : public Projection, public HoursListener {
 public:
  explicit Credits(const Places& places) : places_(places) {}

  std::string_view name() const override { return "credit_statement"; }
  int version() const override { return 1; }
  std::string_view sql() const override;
  std::vector<TableShape> tables() const override {
    return shapesOf<PersonAgeRow, CreditFactRow, CreditPolicyRow, CreditRow, CreditUseRow>();
  }
  ledger::Result<void> load(Database& database) override;
  ledger::Result<void> fold(const Fact& fact) override;
  ledger::Result<void> flush(Database& database) override;

  void hoursChanged(const HoursEntryRow* before, const HoursEntryRow& after) override;
  // As it stands now; kUnknown where nobody said it.
  ledger::AgeBand ageOf(ledger::PersonId person) const;
  // Null where there is none; valid until the next fold().
  const CreditRow* credit(ledger::SubjectId id) const { return credits_.find(id); }

 private:
  void setAge(const Fact& fact, ledger::PersonId person, ledger::AgeBand band);
  void publish(const Fact& fact, const ledger::PolicyPublish& policy);
  ledger::Result<void> grant(const Fact& fact, const ledger::CreditGrant& granted);
  ledger::Result<void> reverse(const Fact& fact, const ledger::CreditReverse& reversal);

  const Places& places_;
  MirroredTable<PersonAgeRow> ages_;
  MirroredTable<CreditFactRow> facts_;
  MirroredTable<CreditPolicyRow> policies_;
  MirroredTable<CreditRow> credits_;
  MirroredTable<CreditUseRow> uses_;
  // Where the rows that are still true begin.
  absl::flat_hash_map<ledger::PersonId, ledger::Position> age_since_;
  absl::flat_hash_map<ledger::SubjectId, ledger::Position> fact_since_;
};

}  // namespace projections
