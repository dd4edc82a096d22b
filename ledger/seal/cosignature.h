// Cosignature — a witness's statement that it saw a checkpoint, consistent with all it saw before.
//
// Units    seconds since 1970.
// Errors   kRefused BAD_COSIGNATURE.
// Source   C2SP tlog-cosignature, Ed25519 cosignature/v1.
#pragma once

#include <span>
#include <vector>

#include "ledger/seal/signed_note.h"

namespace ledger {

struct Cosignature {
  VerifierKey witness;
  std::uint64_t time = 0;
};

NoteSignature cosign(std::string_view checkpoint_text, std::uint64_t time, const std::string& name, const KeyPair& key);

// The cosignatures by these witnesses, of repeated ones the first, each key once; a wrong one refuses the note.
// A time of 0 or later than `not_after` is passed over.
Result<std::vector<Cosignature>> verifyCosignatures(const SignedNote& note, std::span<const VerifierKey> witnesses,
                                                    std::uint64_t not_after);

}  // namespace ledger
