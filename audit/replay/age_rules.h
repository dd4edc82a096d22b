// Age — what is asked of the service of young people, and how a person's age band changes.
//
// Source   ledger/schema/README.md, section 6, "Age".
#pragma once

#include "audit/replay/case.h"

namespace audit {

// Of a claim; `hours` is the entry as it would be.
Refusal judgeServiceAtAge(const State& state, const Case& c, const Hours& hours);
// Of an attestation of that entry.
Refusal judgeSupervision(const State& state, const Case& c, const Hours& hours, schema::AttestationMethod method);

Refusal judgeAge(const State& state, const Case& c, schema::Command::Reader command);
void applyAge(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
