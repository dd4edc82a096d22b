// Replay of the experts of a call: from which applications they stand aside, and how they score the others.
//
// Source   ledger/schema/README.md, section 6, "Calls".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judgeAside(const State& state, const Case& c, schema::ConflictDeclare::Reader command);
Refusal judgeScore(const State& state, const Case& c, schema::ScoreGive::Reader command);

void applyAside(State& state, const Case& c, schema::ConflictDeclare::Reader command);
void applyScore(State& state, const Case& c, schema::ScoreGive::Reader command);

// The application has a score of every criterion of its call; those of experts who stand aside from it, or are known by
// now to have been related to the applicant on the day of the score, count for nothing, given before that was said or
// after.
bool isScored(const State& state, const Call& call, const Application& application);

}  // namespace audit
