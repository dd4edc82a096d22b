// Heads — whether a StreamHeads says what the log before it gives: made anew from the replayed state, by no code of the
// ledger.
//
// Shape    once for each such entry: a walk over the streams, two hashes for each leaf.
// Source   ledger/schema/README.md sections 6, "Heads", and 10.
#pragma once

#include "audit/replay/case.h"
#include "audit/replay/streams.h"

namespace audit {

struct HeadsAsked {
  schema::StreamHeads::Reader command;
  std::uint64_t index = 0;     // of its entry
  std::uint32_t commands = 0;  // in its submission
};

// `streams` are those before the entry.
Refusal judgeHeads(const State& state, const Streams& streams, const HeadsAsked& asked);

}  // namespace audit
