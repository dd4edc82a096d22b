// Policy — published documents, and which of them applies.
//
// Source   ledger/schema/README.md section 6, "Policies".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// The hours limits in force on a civil day; nullptr where none apply.
const PolicyRecord* hoursLimitsOn(const State& state, CivilDay day);

Result<Decision> judge(const State& state, const PolicyPublish& command, const Context& context);

void evolve(State& state, const PolicyPublish& command, const Context& context);

}  // namespace ledger
