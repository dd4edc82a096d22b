// Receipts — what a `.tlog-proof` proves of one entry, with or without the log it came from.
//
// Shape    the checkpoint's signature; the path from the entry to its root; what the entry's bytes say of themselves.
//          With an export beside it: that the log of today still holds that entry, and continues that checkpoint.
// Errors   everything wrong is a finding; what nobody brought is said to be not checked.
// Threads  single-thread.
// Source   C2SP tlog-proof; ledger/schema/README.md, "Exports".
#pragma once

#include <filesystem>

#include "audit/answers/answer.h"
#include "audit/log/note.h"
#include "audit/log/place.h"
#include "audit/log/witness_policy.h"

namespace audit {

struct ReceiptQuestion {
  std::optional<VerifierKey> vkey;
  std::optional<Id> ledger;
  std::optional<Buffer> entry;                                  // the exact bytes of the entry
  std::optional<Hash> leaf;                                     // or their leaf hash
  std::optional<Id> submission;                                 // the entry has to be that submission
  std::optional<Place> log;                                     // a bundle or tile folder
  std::vector<std::pair<std::string, Buffer>> old_checkpoints;  // name, bytes
  std::optional<WitnessDemand> witnesses;                       // who has to have cosigned the receipt's checkpoint
};

void verifyReceipt(Bytes receipt, const ReceiptQuestion& question, Answer& answer);

}  // namespace audit
