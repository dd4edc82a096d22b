// Replay of people and organisations after their registration: the rules beyond the lives of its subjects.
//
// Source   ledger/schema/README.md, section 6, "People".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judgePeople(const State& state, const Case& c, schema::Command::Reader command);
void applyPeople(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
