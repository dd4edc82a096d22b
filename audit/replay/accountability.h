// Replay of reports, road maps and audits: the rules beyond the lives of their subjects, and what they ask of grants.
//
// Source   ledger/schema/README.md, section 6, "Accountability".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judgeAccountability(const State& state, const Case& c, schema::Command::Reader command);
void applyAccountability(State& state, const Case& c, schema::Command::Reader command);

// What the approval of a tranche and the closing of a grant need, from rules of version 2 on.
Refusal judgeReportsOf(const State& state, const Case& c, schema::TrancheApprove::Reader command);
Refusal judgeSettled(const State& state, const Case& c, schema::GrantClose::Reader command);

// How many yearly reports of the grant are accepted.
std::int64_t yearlyReportsOf(const State& state, const Id& grant);

}  // namespace audit
