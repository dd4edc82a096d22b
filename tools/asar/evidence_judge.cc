#include "tools/asar/evidence_judge.h"

#include "tools/asar/progress.h"

namespace tools {
namespace {

using ledger::JsonValue;

JsonValue tellFinding(const Session& session, const EvidenceNamed& named, const EvidenceFound& found,
                      std::string& text) {
  const std::string state(nameOf(found.state));
  JsonValue finding = JsonValue::Fields{{"entry", named.entry},
                                        {"event", std::string(named.event)},
                                        {"field", std::string(named.field)},
                                        {"hash", named.hash.hex()},
                                        {"times", named.times},
                                        {"state", state}};
  text +=
      say(session.language, "evidence." + state,
          {std::to_string(named.entry), std::string(named.event) + "." + std::string(named.field), named.hash.hex()});
  if (!found.why.empty()) {
    finding.set("why", found.why);
    text += ": " + found.why;
  }
  text += "\n";
  return finding;
}

void count(const EvidenceNamed& named, const EvidenceFound& found, EvidenceCounts& counts) {
  switch (found.state) {
    case EvidenceState::kPresent:
      ++counts.present;
      counts.bytes += found.evidence.bytes;
      break;
    case EvidenceState::kMissing:
      ++(named.imported ? counts.rows : counts.missing);
      break;
    case EvidenceState::kAltered:
      ++counts.altered;
      break;
    case EvidenceState::kUnreadable:
      ++counts.unreadable;
      break;
  }
}

}  // namespace

EvidenceJudged judgeEvidence(const Session& session, const std::vector<EvidenceNamed>& named,
                             const EvidenceLook& look) {
  EvidenceJudged judged;
  Progress progress(session, "progress.evidence", named.size());
  for (const EvidenceNamed& one : named) {
    const auto found = look(one.hash);
    count(one, found, judged.counts);
    const bool row = one.imported && found.state == EvidenceState::kMissing;
    if (found.state != EvidenceState::kPresent && !row)
      judged.findings.push_back(tellFinding(session, one, found, judged.text));
    progress.advance();
  }
  return judged;
}

}  // namespace tools
