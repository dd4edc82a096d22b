// Cosignatures — what witnesses say of a checkpoint: that all they saw before is in it.
//
// Units    seconds since 1970.
// Errors   a line of a named witness that does not hold is told apart from one that is not there.
// Source   C2SP tlog-cosignature, cosignature/v1, and signed-note.
#pragma once

#include "audit/log/note.h"

namespace audit {

// A key that cosigns: `name+hash+base64(algorithm ‖ key)`, of Ed25519 (algorithm 4). One of ML-DSA-44 (6) is known and
// read, but nothing here can verify what it signs.
struct WitnessKey {
  std::string name;
  std::array<std::uint8_t, 4> hash{};
  Buffer key;
  bool verifiable = false;

  static std::optional<WitnessKey> parse(std::string_view text);
};

enum class Cosigned {
  kYes,
  kNo,       // the first line of this key does not hold
  kAbsent,   // no line of this key, or none that can be verified
  kUntimed,  // it holds, but its time is 0 or still to come: it counts for nothing
};
// `not_after`: times past this one are still to come.
Cosigned cosignedBy(const Note& note, const WitnessKey& witness, std::uint64_t not_after);
// When the witness cosigned; nullopt where no line of it holds.
std::optional<std::uint64_t> cosignedAt(const Note& note, const WitnessKey& witness);

}  // namespace audit
