#include "audit/answers/shown_checkpoint.h"

namespace audit {
namespace {

using OldCheckpoints = std::vector<std::pair<std::string, Buffer>>;

void checkOld(const SignedCheckpoint& seen, const std::optional<VerifierKey>& key, const OldCheckpoints& olds,
              Findings& findings) {
  const std::uint64_t size = seen.checkpoint.size;
  for (const auto& [name, bytes] : olds) {
    const auto old = SignedCheckpoint::parse(bytes);
    if (!old) {
      findings.couldNotCheck(name + " is no checkpoint");
    } else if (key && !judgeCheckpoint(*old, *key, name, findings)) {
      continue;
    } else if (old->checkpoint.size > size) {
      findings.add(Wrong::kRollback, name + " is of size " + std::to_string(old->checkpoint.size) +
                                         ", and the log under this bundle is only of size " + std::to_string(size));
    } else if (old->checkpoint.size < size) {
      findings.couldNotCheck("whether this log continues " + name + ": that takes an export of the whole log");
    } else if (old->checkpoint.root != seen.checkpoint.root) {
      findings.add(Wrong::kFork, name + " names another root at the same size");
    }
  }
}

// The log's key: the one that was pinned, or else that of the policy.
std::optional<VerifierKey> judgeSeal(const SignedCheckpoint& seen, const ShownQuestion& question, Answer& answer) {
  Findings& findings = answer.findings;
  auto key = question.vkey;
  if (question.witnesses) {
    const auto cosigners = judgeQuorum(seen.note, *question.witnesses, "the checkpoint", findings);
    answer.facts.emplace_back("witnesses", std::to_string(cosigners.size()));
    if (!key) key = question.witnesses->policy.logOf(seen.note, seen.checkpoint.origin);
  }
  answer.pinned = key.has_value();
  if (!key) {
    findings.couldNotCheck("the signature on the checkpoint: the log's key was not given (--vkey)");
    return key;
  }
  judgeCheckpoint(seen, *key, "the checkpoint", findings);
  if (question.witnesses) judgePolicyLog(question.witnesses->policy, *key, findings);
  return key;
}

}  // namespace

std::optional<SignedCheckpoint> judgeShownCheckpoint(const Archive& archive, const ShownQuestion& question,
                                                     Answer& answer) {
  const auto note = archive.read("checkpoint", kNoteBytesMax);
  auto seen = note ? SignedCheckpoint::parse(*note) : std::nullopt;
  if (!seen) {
    answer.findings.add(Wrong::kBadNoteSignature, "the checkpoint is no signed note with origin, size and root");
    return std::nullopt;
  }
  answer.facts = {{"origin", seen->checkpoint.origin},
                  {"size", std::to_string(seen->checkpoint.size)},
                  {"root", base64Of(seen->checkpoint.root)}};
  checkOld(*seen, judgeSeal(*seen, question, answer), question.old_checkpoints, answer.findings);
  return seen;
}

}  // namespace audit
