// Replay of what front offices coordinate: the rules beyond the lives of its subjects.
//
// Source   ledger/schema/README.md, section 6, "Coordination".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judgeCoordination(const State& state, const Case& c, schema::Command::Reader command);
void applyCoordination(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
