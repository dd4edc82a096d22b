// What becomes of a grant after its agreement: amended, vired, suspended, recovered; expenditures mended, refunds
// waived.
#include <algorithm>

#include "projections/money/grant_statement.h"

namespace projections {

using ledger::Result;

Result<void> GrantStatements::apply(const Fact&, GrantRow& grant, const ledger::AgreementAmend& amendment) {
  std::int64_t ordinal = 0;
  for (const ledger::BudgetLine& line : amendment.lines) {
    if (GrantLineRow* row = lines_.change({grant.grant, line.line})) {
      row->budget = line.amount;
      ++ordinal;  // every line there was is there still: new ones come after them
    }
  }
  for (const ledger::BudgetLine& line : amendment.lines) {
    if (lines_.find({grant.grant, line.line}) == nullptr)
      lines_.insert({grant.grant, line.line, ++ordinal, line.cost_type, line.amount, 0});
  }
  for (const ledger::Tranche& tranche : amendment.tranches) {
    if (GrantTrancheRow* row = tranches_.change({grant.grant, tranche.number})) {
      row->amount = tranche.amount;
      row->due = tranche.due;
    } else {
      tranches_.insert({grant.grant, tranche.number, tranche.amount, tranche.due, 0, 0});
    }
  }
  grant.eligible_to = amendment.eligible_to;
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow& grant, const ledger::BudgetVire& virement) {
  for (const auto& [name, amount] :
       {std::pair{virement.from_line, -virement.amount.minor}, std::pair{virement.to_line, virement.amount.minor}}) {
    GrantLineRow* row = lines_.change({grant.grant, name});
    if (row == nullptr) return withoutSubject(fact, "line", name);
    count(row->budget, amount);
  }
  return {};
}

Result<void> GrantStatements::apply(const Fact&, GrantRow& grant, const ledger::GrantSuspend&) {
  grant.state = GrantState::kSuspended;
  return {};
}

Result<void> GrantStatements::apply(const Fact&, GrantRow& grant, const ledger::GrantResume&) {
  grant.state = GrantState::kAgreed;
  return {};
}

Result<void> GrantStatements::apply(const Fact&, GrantRow& grant, const ledger::GrantTerminate&) {
  grant.state = GrantState::kTerminated;
  return {};
}

Result<void> GrantStatements::apply(const Fact&, GrantRow& grant, const ledger::RecoveryOpen&) {
  grant.state = GrantState::kRecovery;
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow& grant, const ledger::RefundDemand& demanded) {
  demands_.insert({demanded.demand, grant.grant, demanded.amount.minor, demanded.due, demanded.occurred_at.civilDay(),
                   0, fact.index});
  count(grant.demanded, demanded.amount.minor);
  return {};
}

Result<void> GrantStatements::waive(const Fact& fact, const ledger::RefundWaive& waiver) {
  DemandRow* demand = demands_.change(waiver.demand);
  if (demand == nullptr) return withoutSubject(fact, "demand", waiver.demand.text());
  demand->waived_index = fact.index;
  alter(fact, demand->grant, [&](GrantRow& grant) {
    count(grant.demanded, -demand->amount);
    grant.waived = std::min(grant.waived + demand->amount, grant.on_hand);
  });
  return {};
}

// What stood of it is spent no more on its old line, and what stands now is on the new one.
Result<void> GrantStatements::apply(const Fact& fact, GrantRow& grant, const ledger::ExpenditureCorrect& corrected) {
  ExpenditureRow* row = expenditures_.change(corrected.expenditure);
  if (row == nullptr) return withoutSubject(fact, "expenditure", corrected.expenditure.text());
  spend(grant, row->line, -row->standing());
  row->line = corrected.line;
  row->amount = corrected.amount.minor;
  row->state = ExpenditureState::kRecorded;
  row->reason = corrected.reason;
  row->changed = fact.index;
  spend(grant, row->line, row->standing());
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow& grant, const ledger::ExpenditureVoid& voided) {
  ExpenditureRow* row = expenditures_.change(voided.expenditure);
  if (row == nullptr) return withoutSubject(fact, "expenditure", voided.expenditure.text());
  spend(grant, row->line, -row->standing());
  row->state = ExpenditureState::kVoided;
  row->reason = voided.reason;
  row->changed = fact.index;
  return {};
}

}  // namespace projections
