// Replay of distinctions and the rounds they are decided in: the rules beyond the lives of its subjects.
//
// Source   ledger/schema/README.md, section 6, "Honours".
#pragma once

#include "audit/replay/case.h"

namespace audit {

inline constexpr Refusal kSelfConferral{"SELF_CONFERRAL", "the nominee takes part in the decision"};

Refusal judgeHonours(const State& state, const Case& c, schema::Command::Reader command);
void applyHonours(State& state, const Case& c, schema::Command::Reader command);

// By the rules from version 3 on: somebody is nominated for a distinction that is defined.
Refusal judgeDistinction(const State& state, const Case& c, schema::AwardNominate::Reader command);
// Of an award that is there: while a round of its distinction is open it was admitted to one.
Refusal judgeRounds(const State& state, const Case& c, schema::AwardConfer::Reader command);

}  // namespace audit
