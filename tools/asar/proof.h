// Proofs — the offline receipts of entries, under one published checkpoint.
//
// Shape    reads the leaf hashes of the log once; each receipt is a `.tlog-proof` that needs nothing else but the
//          entry's bytes and the log's verifier key.
// Errors   kNotFound NOT_PUBLISHED for an index past the checkpoint; those of the log.
// Threads  one.
// Source   C2SP tlog-proof v1.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "ledger/merkle/tree.h"
#include "tools/asar/home.h"

namespace tools {

class Proofs {
 public:
  // `log` is used as long as the result is.
  static ledger::Result<Proofs> open(ledger::EventLog& log, Published published);

  ledger::Result<std::string> receiptOf(ledger::Position index) const;
  // From the entry's neighbour to the root of the checkpoint.
  ledger::Result<std::vector<ledger::Digest>> pathOf(ledger::Position index) const;

 private:
  Proofs(ledger::EventLog& log, Published published) : log_(&log), published_(std::move(published)) {}

  ledger::EventLog* log_;
  Published published_;
  ledger::Tree tree_;
};

struct SubmittedAt {
  ledger::SubmissionId id;
  ledger::Position index = 0;  // of its submission entry
};
// One `<submission id>.tlog-proof` for each in the folder, which is made where it is absent.
ledger::Result<void> writeReceipts(const Proofs& proofs, std::span<const SubmittedAt> submitted,
                                   const std::filesystem::path& folder);

}  // namespace tools
