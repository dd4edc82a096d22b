// Attestors — who has no say in a volunteer's hours, and who attests them in return for the own ones.
//
// Source   ledger/schema/README.md, section 6, "Hours", "Guardians" and "Reciprocal attestations".
#pragma once

#include "audit/replay/case.h"

namespace audit {

inline constexpr Refusal kSelfAttestation{"SELF_ATTESTATION", "nobody judges the own service"};

// The volunteer, in whichever of her profiles.
bool isVolunteer(const State& state, const Doer& doer, const Hours& hours);
// Neither she nor a guardian of hers judges the entry, first or second.
Refusal judgeDistance(const State& state, const Case& c, const Hours& hours);

// With this attestation one person and the volunteer have each attested more entries of the other than the policy has.
bool isReciprocal(const State& state, const Case& c, const Hours& hours, const Policy& policy);
void countAttestation(State& state, const Case& c, const Hours& hours);

}  // namespace audit
