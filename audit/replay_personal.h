// The rules for what the log says of personal data: its erasure, and the daily list of who read it.
//
// Shape    as replay_keys_roles.h.
// Source   ledger/schema/README.md, "Personal data".
#pragma once

#include "audit/case.h"

namespace audit {

Refusal judge(const State& state, const Case& c, schema::PersonErase::Reader command);
Refusal judge(const State& state, const Case& c, schema::VaultAccessHash::Reader command);

void apply(State& state, const Case& c, schema::PersonErase::Reader command);
void apply(State& state, const Case& c, schema::VaultAccessHash::Reader command);

}  // namespace audit
