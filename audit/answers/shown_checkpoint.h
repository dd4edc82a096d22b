// ShownCheckpoint — the checkpoint of an export that shows some entries of a log: its signatures, and what was seen
// before.
//
// Shape    facts are its origin, size and root, and how many witnesses cosigned it.
// Errors   nullopt, and BAD_SIGNATURE, where it is no checkpoint. Where a longer log was seen before it is ROLLBACK;
//          whether it continues a shorter one, only the log can show.
// Threads  single-thread.
#pragma once

#include <optional>

#include "audit/answers/answer.h"
#include "audit/log/archive.h"
#include "audit/log/opened_log.h"
#include "audit/log/witness_policy.h"

namespace audit {

struct ShownQuestion {
  std::optional<VerifierKey> vkey;
  std::optional<Id> ledger;
  std::vector<std::pair<std::string, Buffer>> old_checkpoints;  // name, bytes
  std::optional<WitnessDemand> witnesses;                       // who has to have cosigned the checkpoint
};

std::optional<SignedCheckpoint> judgeShownCheckpoint(const Archive& archive, const ShownQuestion& question,
                                                     Answer& answer);

}  // namespace audit
