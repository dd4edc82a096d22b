// Authorise — whether the table of roles (roles.h) lets this person send this command, and whether a second must
// follow.
//
// Errors   ROLE_MISSING, ASSURANCE_MISMATCH, NOT_IMPORTABLE, PERIOD_CLOSED; for an endorsement also PROPOSAL_CLOSED and
//          SAME_PERSON.
// Threads  pure functions.
// Source   ledger/schema/README.md section 5.
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/subjects.h"

namespace ledger {

struct Authorisation {
  bool needs_second = false;  // and has none yet
  PersonId acting_for;        // the asker's
  PersonId endorser_for;
};

Result<Authorisation> authorise(const State& state, const Command& command, const Subjects& subjects,
                                const Context& context);

// The context with the persons for whom they act; requires that `authorise` let the command pass on this very state.
Context withPersonsActedFor(const State& state, const Command& command, const Context& context);

}  // namespace ledger
