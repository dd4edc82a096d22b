// Mending — expenditures that were recorded wrongly and that nobody verified yet: corrected in their place, or void.
//
// Units    minor units of the grant's currency.
// Errors   WRONG_STATE, LINE_UNKNOWN, REGRANT_MISMATCH, NO_CHANGE, REASON_MISSING, LINE_OVER_BUDGET,
//          NOT_ENOUGH_MONEY, INVOICE_TAKEN, BEFORE_ORIGINAL, and those of all money commands (grant_money.h).
// Source   ledger/schema/README.md section 6, "Funding".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const ExpenditureCorrect& command, const Context& context);
Result<Decision> judge(const State& state, const ExpenditureVoid& command, const Context& context);

void evolve(State& state, const ExpenditureCorrect& command, const Context& context);
void evolve(State& state, const ExpenditureVoid& command, const Context& context);

}  // namespace ledger
