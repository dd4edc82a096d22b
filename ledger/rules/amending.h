// Amending — an agreement as it changes: new lines, tranches and an end by amendment, budget moved between lines.
//
// Units    minor units of the grant's currency; basis points of a line's budget.
// Errors   BEFORE_ORIGINAL, LINE_MISSING, LINE_OVER_BUDGET, TRANCHE_APPROVED, BAD_PERIOD, NO_CHANGE, LINE_UNKNOWN,
//          ADMIN_OVER_CAP, CONFLICT_OF_INTEREST, and those of agreements (grant_terms.h, grant_policy.h).
// Source   ledger/schema/README.md section 6, "Funding".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Whether a virement needs the funder, and the policy that says so: 0 where none applies, and then it always does.
struct VirementLimit {
  bool over = true;
  Position policy = 0;
};
VirementLimit virementLimit(const State& state, const BudgetVire& command);

Result<Decision> judge(const State& state, const AgreementAmend& command, const Context& context);
Result<Decision> judge(const State& state, const BudgetVire& command, const Context& context);

void evolve(State& state, const AgreementAmend& command, const Context& context);
void evolve(State& state, const BudgetVire& command, const Context& context);

}  // namespace ledger
