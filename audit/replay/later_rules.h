// The rules for later kinds: of the lives of their subjects first, then those of their groups.
//
// Source   ledger/schema/README.md, section 6, from "Later kinds" on.
#pragma once

#include "audit/replay/case.h"

namespace audit {

// With the policy and the flags that the ledger has to have recorded.
Ruling ruleOfLater(const State& state, const Case& c, schema::Command::Reader command);
Refusal judgeLater(const State& state, const Case& c, schema::Command::Reader command);
void applyLater(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
