// Lifecycle — what the schema alone says of a later kind: which subjects it names, in which state they must be, what
// becomes of the first of them, and what fields of a common name hold.
//
// Errors   WRONG_STATE, IN_FUTURE, BEFORE_ORIGINAL, BAD_PERIOD, BAD_REGION, COUNT_ZERO.
// Threads  one.
// Source   ledger/schema/command.capnp (from, to); ledger/schema/README.md section 6, "Later kinds".
#pragma once

#include <span>

#include "ledger/rules/context.h"
#include "ledger/rules/subjects.h"

namespace ledger {

// The state a subject is in; nothing where subjects of that role keep none.
std::optional<SubjectState> stateOf(const State& state, StreamRole role, const SubjectId& id);

// Of a later kind; accepts any other.
Result<void> checkLife(const State& state, const Command& command, const Subjects& subjects, const Context& context);
// Opens the command's subject, or moves it to its next state.
void goOn(State& state, const Command& command);

}  // namespace ledger
