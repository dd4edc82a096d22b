// Decide — judges one command on the state, and evolves the state by one event. Both are pure.
//
// Errors   kRefused with the rule's name and a sentence that holds the figures; nothing is changed.
// Threads  one.
// Source   ledger/schema/README.md sections 5 and 6.
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/subjects.h"

namespace ledger {

struct Judgement {
  Decision decision;
  Kind streams_kind = Kind::kEndorse;  // whose streams the entry stands in: an endorsement's are those of its proposal
  Subjects subjects;
};

Result<Judgement> decide(const State& state, const Command& command, const Context& context);

// Requires that `decide` accepted it on this very state. leaf_hash is that of the entry made from it.
void evolve(State& state, const Command& command, const Context& context, const Decision& decision,
            const Digest& leaf_hash);

}  // namespace ledger
