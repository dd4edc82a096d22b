// Replay of donations and gifts: the rules beyond the lives of its subjects.
//
// Source   ledger/schema/README.md, section 6, "Giving".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judgeGiving(const State& state, const Case& c, schema::Command::Reader command);
void applyGiving(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
