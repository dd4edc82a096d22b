// Replay of distinctions and the rounds they are decided in: the rules beyond the lives of its subjects.
//
// Source   ledger/schema/README.md, section 6, "Honours".
#pragma once

#include "audit/case.h"

namespace audit {

Refusal judgeHonours(const State& state, const Case& c, schema::Command::Reader command);
void applyHonours(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
