// Separation — who had another part in a grant does not decide about its money.
//
// Shape    judged by rules from version 3 on, not of imports; of two persons neither may be involved.
// Errors   CONFLICT_OF_INTEREST, SCORER_VERIFIES.
// Source   ledger/schema/README.md section 6, "Separation".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Neither who asks nor the second person is an officer of the grantee.
Result<void> checkNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context);
// The same of who asks alone: the second person of an agreement is an officer of the grantee.
Result<void> checkProposerNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context);
// The same of the second person alone: who moves budget is an officer of the grantee.
Result<void> checkSecondNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context);
// Who checks an expenditure did not score the application of its grant.
Result<void> checkNotScorer(const State& state, const GrantRecord& grant, const Context& context);

}  // namespace ledger
