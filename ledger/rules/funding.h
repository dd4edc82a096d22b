// Funding — a grant between its agreement and its end: appropriations, suspension, termination, recovery, demands.
//
// Units    minor units of the grant's currency.
// Errors   NOT_LONG_TERM, APPROPRIATION_TAKEN, OVER_AWARD, NOT_APPROPRIATED, REPORT_GATE, WRONG_STATE, NOT_OF_GRANT,
//          OVER_ON_HAND, MONEY_ON_HAND, CONFLICT_OF_INTEREST, and those of all money commands (grant_money.h).
// Source   ledger/schema/README.md section 6, "Funding".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const AppropriationRecord& command, const Context& context);
Result<Decision> judge(const State& state, const GrantSuspend& command, const Context& context);
Result<Decision> judge(const State& state, const GrantResume& command, const Context& context);
Result<Decision> judge(const State& state, const GrantTerminate& command, const Context& context);
Result<Decision> judge(const State& state, const RecoveryOpen& command, const Context& context);
Result<Decision> judge(const State& state, const RefundDemand& command, const Context& context);
Result<Decision> judge(const State& state, const RefundWaive& command, const Context& context);

void evolve(State& state, const AppropriationRecord& command, const Context& context);
void evolve(State& state, const GrantSuspend& command, const Context& context);
void evolve(State& state, const GrantResume& command, const Context& context);
void evolve(State& state, const GrantTerminate& command, const Context& context);
void evolve(State& state, const RecoveryOpen& command, const Context& context);
void evolve(State& state, const RefundDemand& command, const Context& context);
void evolve(State& state, const RefundWaive& command, const Context& context);

// Before a tranche of a long-term grant is approved: the years' budgets and reports carry it.
Result<void> checkYears(const State& state, const TrancheApprove& command, const Context& context);
// Before a grant closes: nothing is left but what was waived.
Result<void> checkNothingHeld(const GrantRecord& grant);

}  // namespace ledger
