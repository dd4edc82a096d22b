// Speakers — who may send a later kind, alone or with a second person.
//
// Source   ledger/schema/README.md, section 5.
#pragma once

#include "audit/case.h"
#include "audit/voices.h"

namespace audit {

Voice voiceOfLater(const State& state, const Case& c, const Id& person, schema::Command::Reader command);
// Whether the second person of the case may endorse it.
bool maySecondLater(const State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
