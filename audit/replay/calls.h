// Replay of calls, applications, expert commissions and contracts: the rules beyond the lives of their subjects, and
// what an award of a grant on an application asks.
//
// Source   ledger/schema/README.md, section 6, "Draws" and "Calls".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judgeCalls(const State& state, const Case& c, schema::Command::Reader command);
void applyCalls(State& state, const Case& c, schema::Command::Reader command);

// Of an award that names no application there is nothing to say.
Refusal judgeOnApplication(const State& state, const Case& c, schema::GrantAward::Reader command);
void applyOnApplication(State& state, schema::GrantAward::Reader command);

}  // namespace audit
