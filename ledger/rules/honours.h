// Honours — distinctions, rounds of nominations, votes, points: the rules beyond the lives of their subjects.
//
// Errors   DISTINCTION_TAKEN, WRONG_STATE, OTHER_DISTINCTION, OUTSIDE_ROUND, OTHER_ROUND, COUNT_ZERO,
//          SELF_CONFERRAL.
// Source   ledger/schema/README.md section 6, "Honours".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const DistinctionDefine& command, const Context& context);
Result<Decision> judge(const State& state, const NominationAdmit& command, const Context& context);
Result<Decision> judge(const State& state, const VoteTally& command, const Context& context);
Result<Decision> judge(const State& state, const CommissionScore& command, const Context& context);
Result<Decision> judge(const State& state, const AwardDecline& command, const Context& context);

void evolve(State& state, const DistinctionDefine& command, const Context& context);
void evolve(State& state, const RoundOpen& command, const Context& context);
void evolve(State& state, const RoundClose& command, const Context& context);
void evolve(State& state, const NominationAdmit& command, const Context& context);

}  // namespace ledger
