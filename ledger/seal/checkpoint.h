// Checkpoint — the signed statement "this log has SIZE entries and ROOT".
//
// Shape    "<origin>\n<size>\n<base64 root>\n", extension lines allowed and kept.
// Errors   kInvalid BAD_CHECKPOINT.
// Source   C2SP tlog-checkpoint.
#pragma once

#include <string>
#include <string_view>

#include "ledger/base/digest.h"
#include "ledger/base/ids.h"
#include "ledger/seal/signed_note.h"

namespace ledger {

struct Checkpoint {
  std::string origin;
  Position size = 0;
  Digest root;
};

std::string checkpointText(const Checkpoint& checkpoint);
Result<Checkpoint> parseCheckpointText(std::string_view text);
// A checkpoint whose note is signed by `log`; the origin must be the key's name.
Result<Checkpoint> openCheckpoint(std::string_view note, const VerifierKey& log);

// Decimal without sign or leading zeros.
Result<std::uint64_t> parseDecimal(std::string_view text);

}  // namespace ledger
