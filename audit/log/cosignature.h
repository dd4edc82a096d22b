// Cosignatures — what a witness adds to a checkpoint: that at a time it had seen nothing which contradicts it.
//
// Shape    a witness's key is a verifier key of algorithm 4; its line in a note holds the time in seconds since 1970
// and
//          a signature over `cosignature/v1`, the time and the checkpoint's text.
// Errors   nullopt: no such key, or no line of it that holds.
// Threads  pure functions.
// Source   C2SP tlog-cosignature; the `witness` lines of C2SP tlog-policy.
#pragma once

#include "audit/log/note.h"

namespace audit {

struct WitnessKey {
  std::string name;
  std::array<std::uint8_t, 4> hash{};
  Key key{};

  static std::optional<WitnessKey> parse(std::string_view vkey);
};

// When the witness cosigned, in seconds since 1970.
std::optional<std::uint64_t> cosignedAt(const Note& note, const WitnessKey& witness);

struct PolicyWitness {
  std::string name;  // in the policy
  WitnessKey key;
  std::string url;  // empty where it names none
};
// The witnesses that a policy file names; groups and quorum are passed over. nullopt where a line is no such line.
std::optional<std::vector<PolicyWitness>> witnessesOf(std::string_view policy);

}  // namespace audit
