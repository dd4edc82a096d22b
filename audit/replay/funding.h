// Replay of what befalls a grant after its agreement: appropriations, suspension and its end, recovery, demands.
//
// Source   ledger/schema/README.md, section 6, "Funding".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judgeFunding(const State& state, const Case& c, schema::Command::Reader command);
void applyFunding(State& state, const Case& c, schema::Command::Reader command);

// What the approval of a tranche of a long-term grant needs: the money of these years, and the reports of those past.
Refusal judgeLongTerm(const State& state, const Case& c, schema::TrancheApprove::Reader command);
// One of the grant's that is neither waived nor ended by its closing.
bool hasOpenDemand(const State& state, const Grant& grant);
// Whether so much money may be left at the closing, which ends the demands of the grant.
Refusal judgeLeft(const State& state, const Case& c, const Grant& grant);
void settleDemands(State& state, const Grant& grant);

}  // namespace audit
