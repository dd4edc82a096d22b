// Replay of what goes on after something else: a key of the log after another, this ledger after one that lost entries.
//
// Source   ledger/schema/README.md, section 6, "Succession".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judgeSuccession(const State& state, const Case& c, schema::Command::Reader command);
void applySuccession(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
