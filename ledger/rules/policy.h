// Policy — published documents, and which of them applies.
//
// Source   ledger/schema/README.md section 6, "Policies".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// The document of that kind in force on a civil day — of that policy, where one is named; nullptr where none is.
const PolicyRecord* policyOn(const State& state, PolicyKind kind, CivilDay day, const SubjectId& policy = {});

Result<Decision> judge(const State& state, const PolicyPublish& command, const Context& context);

void evolve(State& state, const PolicyPublish& command, const Context& context);

}  // namespace ledger
