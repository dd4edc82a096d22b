// Enrolment — tickets by which a person registers a key herself: her first one, or one after she lost them all.
//
// Shape    an offer holds the hash of 32 random bytes; whoever has the bytes signs the registration with its own key.
// Errors   WRONG_STATE, SAME_PERSON; of a registration UNKNOWN_SUBJECT, KEY_OF_OTHER_PERSON, TICKET_WRONG,
// TICKET_EARLY,
//          TICKET_EXPIRED.
// Source   ledger/schema/README.md section 6, "Enrolment".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Of a registration by a ticket; accepts one without. Its key, too, has yet to be a new one (keys.h).
Result<void> checkTicket(const State& state, const KeyRegister& command, const Context& context);

Result<Decision> judge(const State& state, const EnrolmentOffer& command, const Context& context);
Result<Decision> judge(const State& state, const KeyRecoveryOffer& command, const Context& context);

void evolve(State& state, const EnrolmentOffer& command, const Context& context);
void evolve(State& state, const KeyRecoveryOffer& command, const Context& context);

}  // namespace ledger
