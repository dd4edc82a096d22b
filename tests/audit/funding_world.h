// FundingWorld — grants after their agreements: amended, moved, suspended, closed with money waived, awarded on.
// Amounts are small, so that each bound is one off.
#pragma once

#include "tests/audit/world.h"

namespace audit::tests {

ledger::Money tenge(std::int64_t minor);

class FundingWorld : public World {
 public:
  FundingWorld();

  // An award of 1000 to the grantee.
  ledger::GrantAward awarding(ledger::GrantClass grant_class = ledger::GrantClass::kOther);
  // Lines: materials 500, travel 300, office 100 (administration), regrant 100; tranches: 400 and 600.
  ledger::AgreementSign agreement(const ledger::SubjectId& grant);
  // The same lines and tranches again.
  ledger::AgreementAmend amendment(const ledger::SubjectId& grant);
  ledger::BudgetVire virement(const char* from, const char* to, std::int64_t minor);
  ledger::AppropriationRecord appropriation(const ledger::SubjectId& grant, std::uint16_t year, std::int64_t minor);
  ledger::RefundDemand demand(const ledger::SubjectId& grant, std::int64_t minor);
  ledger::ExpenditureRecord spending(const ledger::SubjectId& grant, const char* line, std::int64_t minor);
  // An award out of the regrant line of `parent`, from the grantee to the branch; and its agreement.
  ledger::GrantAward subAward(std::int64_t minor);
  ledger::AgreementSign subAgreement(const ledger::SubjectId& grant, std::int64_t minor);

  ledger::SubjectId awarded(ledger::GrantClass grant_class = ledger::GrantClass::kOther);
  ledger::SubjectId agreed(ledger::GrantClass grant_class = ledger::GrantClass::kOther);
  // With its first tranche of 400 paid out.
  ledger::SubjectId paid();
  ledger::SubjectId spend(const ledger::SubjectId& grant, const char* line, std::int64_t minor);
  // 40 of it awarded on and paid out; the disbursement.
  ledger::SubjectId subPaid(const ledger::SubjectId& sub_award);
  // A finding of an audit of that grant.
  ledger::SubjectId finding(const ledger::SubjectId& grant);
  // The position of the newest policy.
  ledger::Position publish(ledger::PolicyPublish policy);

  std::optional<Actor> two_hats;                                 // in office on both sides
  std::optional<Actor> regrant_one, regrant_two, regrant_payer;  // of the grantee, as a funder
  std::optional<Actor> branch_officer;
  ledger::SubjectId branch;
  ledger::CivilDay today = 0;
  ledger::Position limits = 0;  // of virement: a tenth of a line
  ledger::Position costs = 0;   // of class short: a tenth for administration
  ledger::SubjectId unsigned_grant, grant, spent_grant, expenditure, queried, parent, closed;

 private:
  void staff();
  void rules();
  void fund();
  int numbers_ = 0;
};

}  // namespace audit::tests
