// The rules for what the log says of personal data: its erasure, its correction, and the daily list of who read it.
//
// Shape    as replay_keys_roles.h.
// Source   ledger/schema/README.md, "Personal data" and "Corrections".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judge(const State& state, const Case& c, schema::PersonErase::Reader command);
Refusal judge(const State& state, const Case& c, schema::VaultAccessHash::Reader command);

void apply(State& state, const Case& c, schema::PersonErase::Reader command);
void apply(State& state, const Case& c, schema::VaultAccessHash::Reader command);

// Of commitments that come after the registration: to what shows an age, or to anything else.
Refusal judgeCommitments(const State& state, const Id& person, capnp::List<schema::Commitment>::Reader commitments,
                         bool of_age);
Refusal judgeCorrections(const State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
