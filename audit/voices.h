// Who may say what: for every command the roles that may sign it, and the second person it needs.
//
// Source   ledger/schema/README.md, "Two persons, roles, imports".
#pragma once

#include "audit/case.h"

namespace audit {

enum class Voice {
  kNone,        // may not say it
  kAlone,       // the effect is there at once
  kWithSecond,  // proposed, until a second person endorses it
};

// Of the person who signed the command. Imported commands ask for the importer alone.
Voice voiceOf(const State& state, const Case& c, schema::Command::Reader command);
// Of the second person; c.second is set.
bool maySecond(const State& state, const Case& c, schema::Command::Reader command);

// The role counts now, in that organisation or office or everywhere.
bool holds(const State& state, const Id& person, schema::Role role, const Id& scope, std::int64_t now_ms);
// The role counts now, wherever it is held.
bool holdsAnywhere(const State& state, const Id& person, schema::Role role, std::int64_t now_ms);

// The organisation that an activity, a shift or an hours entry belongs to; zeros where it is not known.
Id organisationOfActivity(const State& state, const Id& activity);
Id organisationOfShift(const State& state, const Id& shift);
Id organisationOfHours(const State& state, const Id& hours);

}  // namespace audit
