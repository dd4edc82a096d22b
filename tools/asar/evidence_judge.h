// EvidenceJudge — whether the documents that the log names are there: each one that is not, with the entry that names
// it first, in words and as JSON.
//
// Shape    `asar evidence check` and what `asar backup` brought back are judged alike. A hash that only imported rows
//          name may be that of a row: where it is missing it is counted, and no finding.
// Threads  one.
#pragma once

#include <functional>

#include "tools/asar/evidence_log.h"
#include "tools/asar/evidence_store.h"
#include "tools/asar/session.h"

namespace tools {

struct EvidenceCounts {
  std::uint64_t present = 0, bytes = 0, missing = 0, altered = 0, unreadable = 0, rows = 0;
};

struct EvidenceJudged {
  EvidenceCounts counts;
  ledger::JsonValue::List findings;
  std::string text;  // a line for each finding
};

using EvidenceLook = std::function<EvidenceFound(const ledger::Digest&)>;
EvidenceJudged judgeEvidence(const Session& session, const std::vector<EvidenceNamed>& named, const EvidenceLook& look);

}  // namespace tools
