// Tlog proof — the offline receipt of one entry: index, audit path and checkpoint in one text.
//
// Errors   kInvalid BAD_TLOG_PROOF; those of notes, checkpoints and inclusion.
// Source   C2SP tlog-proof v1.
#pragma once

#include <string>
#include <vector>

#include "ledger/merkle/proof.h"
#include "ledger/seal/checkpoint.h"

namespace ledger {

struct TlogProof {
  std::string extra;  // opaque bytes, not authenticated; none where empty
  Position index = 0;
  std::vector<Digest> path;  // leaf sibling first
  std::string checkpoint;    // the signed note, verbatim
};

std::string tlogProofText(const TlogProof& proof);
Result<TlogProof> parseTlogProof(std::string_view text);
// That an entry with this leaf hash stands at the proof's index in the log of `log`; the checkpoint it rests on.
Result<Checkpoint> verifyTlogProof(const TlogProof& proof, const Digest& leaf_hash, const VerifierKey& log);

}  // namespace ledger
