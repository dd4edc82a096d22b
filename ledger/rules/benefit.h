// Benefit — what service earned a person, granted once: each minute counts once in a group of policies.
//
// Errors   SAME_PERSON, NO_POLICY, IN_FUTURE, AGE_BAND_DIFFERS, NOTHING_EARNED, CREDIT_DIFFERS, ATTESTOR_CREDITS.
// Source   ledger/schema/README.md section 6, "Credits"; credit.h for the reckoning itself.
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const CreditGrant& command, const Context& context);

void evolve(State& state, const CreditGrant& command, const Context& context);

}  // namespace ledger
