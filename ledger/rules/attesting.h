// Attesting — who may say what of hours: neither the volunteer nor a guardian of hers; and how often two persons have
// attested each other.
//
// Errors   SELF_ATTESTATION, GUARDIAN_ATTESTS, CLAIM_SIGNER_ATTESTS, MANDATE_TOO_YOUNG.
// Source   ledger/schema/README.md section 6, "Hours", "Reciprocal attestations", "Guardians".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Whether the second person is the volunteer, under any of her profiles.
bool isVolunteerSecond(const State& state, const PersonId& volunteer, const Context& context);
// Who changes hours is neither the volunteer nor her guardian; `what` nobody does, as a sentence goes on.
Result<void> checkNotVolunteer(const State& state, const HoursRecord& hours, const char* what, const Context& context);
// Who attests or rejects is none of these nor the claim's signer, and was in office when the service was done.
Result<void> checkAttestor(const State& state, const HoursRecord& hours, const Context& context);

// Whether with this attestation of the entry two persons have each attested more of the other than the policy of its
// day allows.
bool isReciprocal(const State& state, const HoursRecord& hours, const Context& context);
void countAttestation(State& state, const PersonId& volunteer, const Context& context);

}  // namespace ledger
