// Replay of the life of activities, shifts, trainings and assignments: the rules beyond the lives of its subjects.
//
// Source   ledger/schema/README.md, section 6, "Work".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judgeWork(const State& state, const Case& c, schema::Command::Reader command);
void applyWork(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
