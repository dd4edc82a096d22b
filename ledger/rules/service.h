// Service — projects, activities, shifts and attendance counts.
//
// Source   ledger/schema/README.md section 6, "Projects, activities, shifts".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const ProjectStart& command, const Context& context);
Result<Decision> judge(const State& state, const ActivitySchedule& command, const Context& context);
Result<Decision> judge(const State& state, const ShiftOpen& command, const Context& context);
Result<Decision> judge(const State& state, const AttendanceSummarise& command, const Context& context);

void evolve(State& state, const ProjectStart& command, const Context& context);
void evolve(State& state, const ActivitySchedule& command, const Context& context);
void evolve(State& state, const ShiftOpen& command, const Context& context);
void evolve(State& state, const AttendanceSummarise& command, const Context& context);

}  // namespace ledger
