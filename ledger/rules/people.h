// People — guardians, merged profiles, age bands, suspensions, appeals: the rules beyond the lives of their subjects.
//
// Errors   SAME_PERSON, ROLE_HELD, NO_CHANGE, APPEAL_LATE, AGE_UNPROVED, FIELD_OF_AGE; those of
//          profiles.h and personal.h.
// Source   ledger/schema/README.md section 6, "People" and "Age".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const GuardianConsentRecord& command, const Context& context);
Result<Decision> judge(const State& state, const ProfilesMerge& command, const Context& context);
Result<Decision> judge(const State& state, const AgeBandSet& command, const Context& context);
Result<Decision> judge(const State& state, const PersonReinstate& command, const Context& context);
Result<Decision> judge(const State& state, const AppealFile& command, const Context& context);
Result<Decision> judge(const State& state, const AppealDecide& command, const Context& context);

void evolve(State& state, const GuardianConsentRecord& command, const Context& context);
void evolve(State& state, const RelatedPartyDeclare& command, const Context& context);
void evolve(State& state, const AgeBandSet& command, const Context& context);
void evolve(State& state, const PersonSuspend& command, const Context& context);
void evolve(State& state, const PersonExclude& command, const Context& context);

}  // namespace ledger
