// Replay of what other systems hold: the rules beyond the lives of its subjects.
//
// Source   ledger/schema/README.md, section 6, "Exchange".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judgeExchange(const State& state, const Case& c, schema::Command::Reader command);
void applyExchange(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
