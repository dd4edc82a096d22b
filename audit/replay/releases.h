// Releases of figures about people: the days they tell of, each once, and the bounds they say they were hidden by.
//
// Shape    whether the tables hold what they should is not a rule: recompute compares them.
// Source   ledger/schema/README.md, section 6, "Releases".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judgeReleases(const State& state, const Case& c, schema::Command::Reader command);
void applyReleases(State& state, const Case& c, schema::Command::Reader command);
// The position of the policy on suppression that it goes by; 0: none.
std::uint64_t policyOfRelease(const State& state, schema::ReleasePublish::Reader command);

// What a release says it was made from is what its submission's signer had seen.
Refusal judgeReleaseSeen(schema::Command::Reader command, std::uint64_t seen_size, const Hash& seen_root);

}  // namespace audit
