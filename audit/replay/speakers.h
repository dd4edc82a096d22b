// Speakers — who may send a later kind, alone or with a second person.
//
// Source   ledger/schema/README.md, section 5.
#pragma once

#include "audit/replay/voices.h"

namespace audit {

Voice voiceOfLater(const State& state, const Bearer& bearer, schema::Command::Reader command);
// Whether that person may endorse it.
bool maySecondLater(const State& state, const Bearer& bearer, schema::Command::Reader command);

}  // namespace audit
