// GrantStatements — every grant with its lines, tranches, disbursements, expenditures, movements and balance.
//
// Units    minor units of the grant's currency; currencies are never mixed.
// Shape    disbursed - reversed + interest + vendor refunds = spent + returned + on hand, kept after every fact.
// Threads  belongs to its follower's thread.
#pragma once

#include "projections/mirrored_table.h"
#include "projections/money/grant_rows.h"
#include "projections/oversight/places.h"
#include "projections/projection.h"

namespace projections {

// Hears of every change of a grant; `before` is null for a new one.
class GrantListener {
 public:
  virtual ~GrantListener() = default;
  virtual void grantChanged(const GrantRow* before, const GrantRow& after) = 0;
};

class GrantStatements final : public Projection {
 public:
  GrantStatements(const Places& places, GrantListener& listener) : places_(places), listener_(listener) {}

  std::string_view name() const override { return "grant_statement"; }
  int version() const override { return 2; }
  std::string_view sql() const override;
  std::vector<TableShape> tables() const override;
  ledger::Result<void> load(Database& database) override;
  ledger::Result<void> fold(const Fact& fact) override;
  ledger::Result<void> flush(Database& database) override;

  // Null where there is none; valid until the next fold().
  const GrantRow* grant(ledger::SubjectId id) const { return grants_.find(id); }
  const DisbursementRow* disbursement(ledger::SubjectId id) const { return disbursements_.find(id); }
  const ExpenditureRow* expenditure(ledger::SubjectId id) const { return expenditures_.find(id); }

 private:
  template <class Command>
  ledger::Result<void> foldMoney(const Fact& fact, const Command& command);
  // One for each kind about a grant that stands; all others change nothing.
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::AgreementSign& agreement);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::TrancheApprove& approval);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::TrancheDisburse& paid);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::DisbursementConfirm& confirmed);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::DisbursementReverse& reversed);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::ExpenditureRecord& recorded);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::ExpenditureVerify& verified);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::ExpenditureQuery& queried);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::ExpenditureDisallow& disallowed);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::ExpenditureReverse& reversed);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::InterestRecord& interest);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::RefundSend& refund);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::RefundReceive& received);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::GrantClose& closed);
  // grant_funding.cc
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::AgreementAmend& amendment);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::BudgetVire& virement);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::GrantSuspend& suspended);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::GrantResume& resumed);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::GrantTerminate& terminated);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::RecoveryOpen& recovery);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::RefundDemand& demanded);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::ExpenditureCorrect& corrected);
  ledger::Result<void> apply(const Fact& fact, GrantRow& grant, const ledger::ExpenditureVoid& voided);
  ledger::Result<void> waive(const Fact& fact, const ledger::RefundWaive& waiver);

  void award(const Fact& fact, const ledger::GrantAward& award);
  // Adds to a sum. One that passes what a grant may have stays, and the fold ends with an error: a log that no
  // ledger judged may hold any amounts.
  void count(std::int64_t& sum, std::int64_t amount);
  // Adds to what stands of an expenditure, of its line and of its grant.
  void spend(GrantRow& grant, const std::string& line, std::int64_t amount);
  void addMovement(GrantRow& grant, MovementRow movement);
  void voidBatch(const Fact& fact, ledger::SubjectId batch);
  void voidMovement(const Fact& fact, MovementRow& movement);
  // Changes a grant, settles its balance and tells the listener.
  template <class Change>
  void alter(const Fact& fact, ledger::SubjectId grant, Change change);

  const Places& places_;
  GrantListener& listener_;
  MirroredTable<GrantRow> grants_;
  MirroredTable<GrantLineRow> lines_;
  MirroredTable<GrantTrancheRow> tranches_;
  MirroredTable<DisbursementRow> disbursements_;
  MirroredTable<ExpenditureRow> expenditures_;
  MirroredTable<MovementRow> movements_;
  MirroredTable<DemandRow> demands_;
  // Refunds by their id; made anew from the movements at load.
  absl::flat_hash_map<ledger::SubjectId, ledger::Position> refunds_;
  bool overflown_ = false;
};

template <class Change>
void GrantStatements::alter(const Fact& fact, ledger::SubjectId id, Change change) {
  GrantRow* grant = grants_.change(id);
  ASAR_CHECK(grant != nullptr);
  const GrantRow before = *grant;
  change(*grant);
  grant->settle();
  grant->changed = fact.index;
  listener_.grantChanged(&before, *grant);
}

}  // namespace projections
