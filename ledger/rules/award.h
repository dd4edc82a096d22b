// Award — distinctions: nomination, conferral, revocation.
//
// Source   ledger/schema/README.md section 6, "Awards".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const AwardNominate& command, const Context& context);
Result<Decision> judge(const State& state, const AwardConfer& command, const Context& context);
Result<Decision> judge(const State& state, const AwardRevoke& command, const Context& context);

// The nominee takes no part in what becomes of the nomination: SELF_CONFERRAL.
Result<void> checkNotNominee(const AwardRecord& award, const Context& context);

void evolve(State& state, const AwardNominate& command, const Context& context);
void evolve(State& state, const AwardConfer& command, const Context& context);
void evolve(State& state, const AwardRevoke& command, const Context& context);

}  // namespace ledger
