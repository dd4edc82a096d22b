// Hours — claims and what becomes of them.
//
// Source   ledger/schema/README.md section 6, "Hours".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Whose the activity is.
SubjectId organisationOf(const State& state, const SubjectId& activity);
// Takes the standing minutes away and leaves the entry void: for batches.
void voidHours(State& state, const SubjectId& hours);

Result<Decision> judge(const State& state, const HoursClaim& command, const Context& context);
Result<Decision> judge(const State& state, const HoursConfirm& command, const Context& context);
Result<Decision> judge(const State& state, const HoursAttest& command, const Context& context);
Result<Decision> judge(const State& state, const HoursReject& command, const Context& context);
Result<Decision> judge(const State& state, const HoursDispute& command, const Context& context);
Result<Decision> judge(const State& state, const HoursResolve& command, const Context& context);
Result<Decision> judge(const State& state, const HoursCorrect& command, const Context& context);
Result<Decision> judge(const State& state, const HoursVoid& command, const Context& context);

void evolve(State& state, const HoursClaim& command, const Context& context);
void evolve(State& state, const HoursConfirm& command, const Context& context);
void evolve(State& state, const HoursAttest& command, const Context& context);
void evolve(State& state, const HoursReject& command, const Context& context);
void evolve(State& state, const HoursDispute& command, const Context& context);
void evolve(State& state, const HoursResolve& command, const Context& context);
void evolve(State& state, const HoursCorrect& command, const Context& context);
void evolve(State& state, const HoursVoid& command, const Context& context);

}  // namespace ledger
