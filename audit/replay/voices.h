// Who may say what: for every command the roles that may sign it, and the second person it needs.
//
// Source   ledger/schema/README.md, "Two persons, roles, imports".
#pragma once

#include "audit/replay/acting.h"

namespace audit {

// Of the person who signed the command. Imported commands ask for the importer alone.
Speech voiceOf(const State& state, const Case& c, schema::Command::Reader command);
// The same at the endorsement: she speaks in the role she spoke in, for whom she acted then.
Voice voiceAgain(const State& state, const Case& c, schema::Command::Reader command);
// Of the second person; c.second is set. Her voice is kNone where she may not endorse it.
Speech secondOf(const State& state, const Case& c, schema::Command::Reader command);
// Whether the signer is a clerk of any office, or acts for one.
bool speaksAsClerk(const State& state, const Case& c);

// The organisation that an activity, a shift or an hours entry belongs to; zeros where it is not known.
Id organisationOfActivity(const State& state, const Id& activity);
Id organisationOfShift(const State& state, const Id& shift);
Id organisationOfHours(const State& state, const Id& hours);

}  // namespace audit
