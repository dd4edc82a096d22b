// Witness check — whether a ledger may sign, after what its witnesses said about the last thing it signed.
//
// Shape    asked before anything new is signed, with a note that is known to the world already: the last signed
//          checkpoint, or that of the empty tree where nothing was signed yet. What the witnesses then hold beyond it
//          was signed by somebody with this key and is missing here.
// Errors   kCorrupt ROLLBACK_SUSPECTED: a witness holds a longer tree; FORK_SUSPECTED: another one; kRefused CLOCK_OFF:
//          most of those that told the time are more than five minutes away from ours; kUnavailable WITNESSES_SILENT:
//          a log that may be a restored backup, and no witness told what it holds of it.
// Threads  pure functions.
// Source   C2SP tlog-checkpoint: a log never signs inconsistent checkpoints.
#pragma once

#include "ledger/seal/witness_client.h"

namespace ledger {

struct SigningMoment {
  Position size = 0;      // of the log now
  std::uint64_t now = 0;  // seconds since 1970
  // Where nothing is published here: the size that was signed, as far as is known. A log that is longer looks like a
  // restored backup, after which others may have been shown entries that are missing here: a witness has to tell.
  std::optional<Position> signed_unpublished = {};
};

// A longer tree that a witness proves by this log's own signature, and that the log holds, is no reason to stop: then
// only the memory of what was signed had been lost.
Result<void> maySign(const std::vector<WitnessStatement>& statements, const SigningMoment& moment, const LogView& log);

}  // namespace ledger
