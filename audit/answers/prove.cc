#include "audit/answers/prove.h"

#include "audit/log/opened_log.h"
#include "audit/log/tlog_proof.h"

namespace audit {
namespace {

// Null where the export is not in order, or its signature was not judged: then nothing is made of it.
std::unique_ptr<OpenedLog> openFor(const ProofQuestion& question, Answer& answer) {
  answer.pinned = question.vkey.has_value();
  auto log = OpenedLog::open(question.log, question.vkey, answer.findings);
  if (!log) return nullptr;
  const Checkpoint& checkpoint = log->checkpoint().checkpoint;
  answer.facts = {
      {"origin", checkpoint.origin}, {"size", std::to_string(checkpoint.size)}, {"root", base64Of(checkpoint.root)}};
  return answer.findings.exitCode() == kExitOk ? std::move(log) : nullptr;
}

void notFound(Proved& proved, std::string sentence) {
  proved.answer.found = false;
  proved.answer.findings.couldNotCheck(std::move(sentence));
}

void makeConsistency(OpenedLog& log, const Sizes& sizes, const std::optional<Hash>& expected, Answer& answer) {
  Findings& findings = answer.findings;
  const auto older = rootAt(log.nodes(), sizes.older);
  const auto path = consistencyPath(log.nodes(), sizes);
  if (!older || !path) return findings.couldNotCheck("the path: a hash tile is missing or has a wrong length");
  const Hash& newer = log.checkpoint().checkpoint.root;
  if (sizes.older != 0 && !consistent({sizes.older, sizes.newer, *older, newer}, *path))
    return findings.add(Wrong::kTileTampered, "the tiles do not lead to the root of the checkpoint");
  answer.facts.emplace_back("from size", std::to_string(sizes.older));
  answer.facts.emplace_back("from root", base64Of(expected.value_or(*older)));
  if (expected && *expected != *older) {
    return findings.add(Wrong::kFork, "the earlier checkpoint names another root at size " +
                                          std::to_string(sizes.older) + ": the log does not continue it");
  }
  for (const Hash& hash : *path) answer.document += base64Of(hash) + "\n";
  answer.facts.emplace_back("hashes", std::to_string(path->size()));
  if (sizes.older == 0) return findings.checked("consistency: any log continues the empty one, without a proof");
  findings.checked("consistency: the log of size " + std::to_string(sizes.newer) + " continues that of size " +
                   std::to_string(sizes.older));
}

}  // namespace

Proved prove(const ProofQuestion& question, std::uint64_t index) {
  Proved proved;
  Findings& findings = proved.answer.findings;
  const auto log = openFor(question, proved.answer);
  if (!log) return proved;
  if (index >= log->size()) {
    notFound(proved, "entry " + std::to_string(index) + ": the log has " + std::to_string(log->size()) + " entries");
    return proved;
  }
  auto entry = log->entry(index);
  const auto path = inclusionPath(log->nodes(), index, log->size());
  if (!entry || !path) {
    findings.couldNotCheck("entry " + std::to_string(index) + ": a tile is missing or has a wrong length");
    return proved;
  }
  const Hash leaf = Sha256().leaf(*entry);
  const auto& seen = log->checkpoint();
  if (!includes({index, log->size(), leaf, seen.checkpoint.root}, *path)) {
    const bool tiles = log->nodes().node(0, index) == leaf;
    findings.add({tiles ? Wrong::kTileTampered : Wrong::kEntryTampered,
                  index,
                  {},
                  "what is exported does not lead from this entry to the root of the checkpoint"});
    return proved;
  }
  findings.checked("inclusion: the path of " + std::to_string(path->size()) +
                   " hashes leads from the entry to the root");
  proved.answer.facts.emplace_back("index", std::to_string(index));
  proved.answer.facts.emplace_back("leaf", hexOf(leaf));
  proved.answer.document = TlogProof{{}, index, *path, std::string(textOf(Bytes(seen.bytes)))}.text();
  proved.entry = std::move(*entry);
  return proved;
}

Proved proveConsistency(const ProofQuestion& question, const Earlier& from) {
  Proved proved;
  Findings& findings = proved.answer.findings;
  const auto log = openFor(question, proved.answer);
  if (!log) return proved;
  Sizes sizes{from.size, log->size()};
  std::optional<Hash> expected;
  if (from.checkpoint) {
    const auto seen = SignedCheckpoint::parse(*from.checkpoint);
    if (!seen) {
      findings.couldNotCheck("what --from names is no checkpoint");
      return proved;
    }
    if (!judgeCheckpoint(*seen, *log->keyAt(seen->checkpoint.size), "the earlier checkpoint", findings)) return proved;
    sizes.older = seen->checkpoint.size;
    expected = seen->checkpoint.root;
    if (sizes.older > sizes.newer) {
      findings.add(Wrong::kRollback, "the earlier checkpoint has size " + std::to_string(sizes.older) +
                                         ", the log only " + std::to_string(sizes.newer));
      return proved;
    }
  }
  if (sizes.older > sizes.newer) {
    notFound(proved,
             "size " + std::to_string(sizes.older) + ": the log has " + std::to_string(sizes.newer) + " entries");
    return proved;
  }
  makeConsistency(*log, sizes, expected, proved.answer);
  return proved;
}

}  // namespace audit
