// EvidenceBackup — the documents of a ledger, copied into a backup and back, and what a copy is found to lack.
//
// Shape    a copy holds only documents whose bytes have the hash that is their name: one that is altered or cannot be
//          read is left out and told, and the copy goes on. What is no document is not copied. FOLDER/evidence.list
//          names what a backup took, one hash a line: without it, what is lost from the backup would look like what
//          the ledger never kept.
// Errors   those of the disk that is written to; a document that is not right is never one.
// Threads  one. A document that is added meanwhile may be in the copy or not: copy the log first, for a document is
//          added before the command that names it.
#pragma once

#include "ledger/event_reader.h"
#include "tools/asar/evidence_store.h"
#include "tools/asar/session.h"

namespace tools {

struct EvidenceLeftOut {
  ledger::Digest hash;
  EvidenceFound found;
};

struct EvidenceCopied {
  std::vector<ledger::Digest> documents;  // ascending
  std::uint64_t bytes = 0;
  std::vector<EvidenceLeftOut> left_out;  // in the order of the hashes
  std::string unlisted;                   // why nothing could be looked at; empty: it could
};

// Makes `to` where there is something to copy; for its owner alone.
ledger::Result<EvidenceCopied> copyEvidence(const std::filesystem::path& from, const std::filesystem::path& to,
                                            ledger::Random& random);

// evidence.list in the folder of a backup.
ledger::Result<void> listCopied(const std::filesystem::path& backup, const EvidenceCopied& copied);

// Adds to what is left out each document that the list of the backup names and that did not come back; a list that
// is missing or harmed is told as `unlisted`.
void addWhatTheBackupLost(const std::filesystem::path& backup, EvidenceCopied& copied);

// Adds what was copied and what was left out; a finding where there is any.
void tellEvidenceCopied(const Session& session, const EvidenceCopied& copied, Answer& answer);

// The same of a restored ledger, with each document that its log names and that did not come back, unless none did.
ledger::Result<void> tellEvidenceRestored(const Session& session, ledger::EventReader& reader,
                                          const EvidenceCopied& copied, Answer& answer);

}  // namespace tools
