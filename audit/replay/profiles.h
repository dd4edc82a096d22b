// Profiles — registrations that turned out to be of one person: joined since version 3 of the rules, they are one
// volunteer from then on.
//
// Shape    persons by id; every profile of one person is found from each of them.
// Threads  single-thread.
// Source   ledger/schema/README.md, section 6, "Merged profiles".
#pragma once

#include <span>

#include "audit/replay/case.h"

namespace audit {

// All that are one with that person, herself among them; valid until the next joining, and as long as `person` is.
std::span<const Id> profilesOf(const State& state, const Id& person);
std::span<const Id> profilesOf(const State& state, Id&& person) = delete;

bool areOnePerson(const State& state, const Id& one, const Id& other);

// Tells of whom else the signer, the endorser and those they act for are profiles: since version 3 they are one person
// where something is forbidden to who has a part in it.
void tellProfiles(const State& state, Case& c);

void joinProfiles(State& state, const Id& person, const Id& absorbed);

}  // namespace audit
