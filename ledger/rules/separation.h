// Separation — who had another part in a grant does not decide about its money.
//
// Shape    judged by rules from version 3 on, not of imports; of two persons neither may be involved.
// Errors   CONFLICT_OF_INTEREST, SCORER_VERIFIES, SCORER_PAYS, AUDITOR_INVOLVED.
// Source   ledger/schema/README.md section 6, "Separation".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Neither who asks nor the second person is an officer of the grantee, or submitted the application that the grant
// answers.
Result<void> checkNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context);
// The same of who asks alone: the second person of an agreement is an officer of the grantee.
Result<void> checkProposerNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context);
// The same of the second person alone: who moves budget is an officer of the grantee.
Result<void> checkSecondNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context);
// Who approves tranches, pays and receives is not of the grantee, did not score its application and did not audit it.
Result<void> checkMayPay(const State& state, const SubjectId& grant, const Context& context);
// The same of who checks an expenditure.
Result<void> checkMayVerify(const State& state, const SubjectId& grant, const Context& context);
// Who attests, rejects, resolves, corrects or voids hours did not audit the organisation.
Result<void> checkMayJudgeHours(const State& state, const SubjectId& organisation, const Context& context);

}  // namespace ledger
