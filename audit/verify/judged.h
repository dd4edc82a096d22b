// Judged — that a whole log was found in order: which log, up to which checkpoint, by which auditor. What the next
// audit need not judge again rests on it.
//
// Shape    text: `asar/judged/v1`; the lines `by`, `ledger` and `vkey`; `note BYTES` and the signed checkpoint; the
//          SHA-256 of all that. A record has one spelling.
// Errors   nullopt: it is no such record, or a damaged one.
// Threads  a value type.
#pragma once

#include "audit/log/opened_log.h"

namespace audit {

inline constexpr const char* kAuditor = "asar-audit 0.1.0";
inline constexpr std::uint64_t kJudgedBytesMax = kNoteBytesMax + 4096;

struct Judged {
  std::string by;  // thisAuditor() of then
  Id ledger{};
  VerifierKey key;  // the log's at that size; the checkpoint bears its signature
  SignedCheckpoint seen;

  static std::optional<Judged> parse(Bytes bytes);

  std::uint64_t size() const { return seen.checkpoint.size; }
  std::string text() const;
};

// The program and the versions of what it judges by. On what another one judged, this one does not rest.
std::string thisAuditor();

}  // namespace audit
