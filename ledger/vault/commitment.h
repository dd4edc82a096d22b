// Commitment — what stands in the log in place of a personal value.
//
// Shape    SHA-256("asar/commit/v1" ‖ u16be tag ‖ salt ‖ u32be length ‖ value), salt 32 random bytes. Without the
//          salt nobody can try values against it.
// Threads  pure functions.
// Source   ledger/schema/README.md section 2.
#pragma once

#include "ledger/event/values.h"

namespace ledger {

Digest commitmentOf(std::uint16_t tag, const Digest& salt, ByteView value);

// A value behind a commitment, of whom, and in which submission it came. Holds a secret: never logged.
struct PersonalValue {
  PersonId person;
  SubmissionId submission;
  Opening opening;
};

// Salt and value as they are encrypted: padded, so that the length tells little of the value.
Bytes packOpening(const Opening& opening);
// Requires what packOpening made; false where it is none.
bool unpackOpening(ByteView packed, Opening& opening);

}  // namespace ledger
