// Proposing — projects that a front office approves before they start.
//
// Shape    a project that was proposed starts once approved, as it was proposed; any other starts without.
// Errors   SAME_PERSON; of a projectStart WRONG_STATE, PROJECT_DIFFERS.
// Source   ledger/schema/README.md section 6, "Programmes and proposed projects".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Proposed or approved, and not started yet.
bool isProposed(const State& state, const SubjectId& project);
// Where the project was proposed, it is approved, and this is what was proposed.
Result<void> checkProposed(const State& state, const ProjectStart& command);

Result<Decision> judge(const State& state, const ProjectApprove& command, const Context& context);
void evolve(State& state, const ProjectPropose& command, const Context& context);

}  // namespace ledger
