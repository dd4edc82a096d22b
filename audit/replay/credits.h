// Replay of credits: granted as the rules in force have it, no minute twice, and not by who attested the hours.
//
// Source   ledger/schema/README.md, section 6, "Credits" and "Separation".
#pragma once

#include "audit/replay/case.h"

namespace audit {

// Of a grant whose subjects are as they have to be.
Ruling ruleOfCredit(const State& state, const Case& c, schema::CreditGrant::Reader command);
void applyCredit(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
