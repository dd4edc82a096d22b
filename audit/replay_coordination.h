// Replay of what front offices coordinate: the rules beyond the lives of its subjects, and who may speak.
//
// Source   ledger/schema/README.md, section 6, "Coordination".
#pragma once

#include "audit/case.h"
#include "audit/voices.h"

namespace audit {

Refusal judgeCoordination(const State& state, schema::Command::Reader command);
void applyCoordination(State& state, schema::Command::Reader command);
Voice voiceInCoordination(const State& state, const Case& c, const Id& person, schema::Command::Reader command);

}  // namespace audit
