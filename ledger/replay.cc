// The half of Sequencer that reads: entries of the log back into state, judged once more on the way.
#include "ledger/acceptance.h"
#include "ledger/base/limits.h"
#include "ledger/event/codec.h"
#include "ledger/merkle/frontier.h"
#include "ledger/merkle/hashing.h"
#include "ledger/rules/decide.h"
#include "ledger/rules/subjects.h"
#include "ledger/sequencer.h"

namespace ledger {
namespace {

Error damaged(Position index, const std::string& why) {
  return {ErrorCode::kCorrupt, "LOG_DAMAGED",
          "entry " + std::to_string(index) + ": " + why + "; restore the log from a verified backup"};
}

// The chain holds, but no ledger of these rules wrote the entry.
Error notJudged(Position index, std::string_view what, const std::string& why) {
  return {ErrorCode::kCorrupt, "LOG_NOT_JUDGED",
          "entry " + std::to_string(index) + " (" + std::string(what) + ") was never accepted by the rules: " + why +
              "; find out who wrote it with `asar-audit verify`, and restore the log from a verified backup"};
}

Error tooNew(Position index, std::uint16_t rules) {
  return {ErrorCode::kUnavailable, "LOG_TOO_NEW",
          "entry " + std::to_string(index) + " was judged by the rules of version " + std::to_string(rules) +
              ", this program knows version " + std::to_string(kRulesVersion) + ": use a newer one"};
}

std::string reasonOf(const Error& error) {
  return error.reason + ", " + error.message;
}

Digest rootOf(const std::vector<Bytes>& commands) {
  Frontier edge;
  for (const Bytes& command : commands) edge.push(leafHash(command));
  return edge.root();
}

}  // namespace

Result<void> Sequencer::replay(Position index, const Encoded& stored) {
  const Position expected = replaying_ ? replaying_->index + replaying_->leaf_hashes.size() : next_;
  const Digest& previous = replaying_ ? replaying_->leaf_hashes.back() : previous_;
  if (index != expected) return damaged(index, "expected index " + std::to_string(expected));
  if (leafHash(stored.body) != stored.hash) return damaged(index, "its bytes do not have its leaf hash");
  auto entry = decodeStoredEntry(stored.body);
  if (!entry) return damaged(index, entry.error().message);
  if (entry->index != index || entry->previous != previous)
    return damaged(index, "it does not follow the entry before it");
  if (auto* submission = std::get_if<SubmissionBody>(&entry->body)) {
    ASAR_TRY(replaySubmission(index, *entry, std::move(*submission)));
  } else {
    auto event = std::move(std::get<EventBody>(entry->body));
    ASAR_TRY(replayEvent(index, std::move(*entry), std::move(event)));
  }
  replaying_->leaf_hashes.push_back(stored.hash);
  if (replaying_->submission.commands.size() != replaying_->submission.header.count) return {};
  return judgeReplayed();
}

Result<void> Sequencer::replaySubmission(Position index, const Entry& entry, SubmissionBody body) {
  if (replaying_) return damaged(index, "the submission before it has fewer events than it says");
  auto header = decodeHeader(body.header);
  if (!header) return damaged(index, header.error().message);
  if (header->count < 1 || header->count > limits::kCommandsPerSubmissionMax)
    return notJudged(index, "submission", "it says it has " + std::to_string(header->count) + " commands");
  replaying_.emplace();
  replaying_->recorded_at = entry.recorded_at;
  replaying_->index = index;
  CheckedSubmission& submission = replaying_->submission;
  submission.header = *header;
  submission.header_hash = sha256(body.header);
  submission.header_bytes = std::move(body.header);
  submission.signatures = std::move(body.signatures);
  return {};
}

Result<void> Sequencer::replayEvent(Position index, Entry entry, EventBody body) {
  if (!replaying_ || body.submission != replaying_->index || body.ordinal != replaying_->submission.commands.size()) {
    return damaged(index, "it is not the next event of its submission");
  }
  auto command = decodeStoredCommand(body.command);
  if (!command) return damaged(index, command.error().message);
  if (body.decision.rules > kRulesVersion) return tooNew(index, body.decision.rules);
  if (body.decision.rules < rules_replayed_)
    return notJudged(index, traitsOf(kindOf(*command)).event, "the version of its rules is older than that before it");
  rules_replayed_ = body.decision.rules;
  if (entry.recorded_at != replaying_->recorded_at)
    return notJudged(index, traitsOf(kindOf(*command)).event, "its time is not that of its submission");
  replaying_->submission.commands.push_back(std::move(*command));
  replaying_->submission.command_bytes.push_back(std::move(body.command));
  replaying_->decisions.push_back(std::move(body.decision));
  replaying_->streams.push_back(std::move(entry.streams));
  return {};
}

Result<void> Sequencer::judgeReplayedHeader() const {
  const CheckedSubmission& submission = replaying_->submission;
  const Header& header = submission.header;
  const auto refused = [&](const std::string& why) { return notJudged(replaying_->index, "submission", why); };
  if (header.commands_root != rootOf(submission.command_bytes)) return refused("it was signed for other commands");
  if (const auto addressed = acceptAddress(state_, submission); !addressed) return refused(reasonOf(addressed.error()));
  if (state_.submissions.has(header.submission)) return refused("its id was used before");
  if (recordingTime(state_, submission, replaying_->recorded_at) != replaying_->recorded_at)
    return refused("it is recorded earlier than the submission before it");
  // The root seen is the auditor's to compare: recomputing that of every size would read the log many times.
  const RootAt as_seen = [&](Position size) -> Result<Digest> {
    if (size <= next_) return header.seen.root;
    return Error{ErrorCode::kInvalid, "PAST_TREE", "seen past its own entry"};
  };
  const auto accepted = acceptHeader(state_, submission, replaying_->recorded_at, as_seen);
  return accepted ? accepted : refused(reasonOf(accepted.error()));
}

Result<void> Sequencer::judgeReplayedEvent(Context& context) {
  const CheckedSubmission& submission = replaying_->submission;
  const Command& command = submission.commands[context.ordinal];
  context.index = replaying_->index + 1 + context.ordinal;
  context.rules = replaying_->decisions[context.ordinal].rules;
  const std::string_view kind = traitsOf(kindOf(command)).event;
  auto made = judgeCommand(submission, context);
  if (!made) return notJudged(context.index, kind, reasonOf(made.error()));
  if (made->decision != replaying_->decisions[context.ordinal])
    return notJudged(context.index, kind, "another decision stands in it than the rules give");
  if (made->streams != replaying_->streams[context.ordinal])
    return notJudged(context.index, kind, "it stands in other streams than its subjects give");
  evolve(state_, command, context, made->decision, replaying_->leaf_hashes[context.ordinal + 1]);
  enterStreams(state_, made->streams, context.index);
  return {};
}

Result<void> Sequencer::judgeReplayed() {
  const CheckedSubmission& submission = replaying_->submission;
  ASAR_TRY(judgeReplayedHeader());
  remember(submission, replaying_->index, replaying_->recorded_at, replaying_->leaf_hashes[0]);
  Context context = contextOf(submission.header, replaying_->recorded_at);
  for (context.ordinal = 0; context.ordinal < submission.header.count; ++context.ordinal)
    ASAR_TRY(judgeReplayedEvent(context));
  useUpNothingSeen(submission.header);
  state_.settle();
  for (const Digest& hash : replaying_->leaf_hashes) tree_.append(hash);
  next_ += replaying_->leaf_hashes.size();
  previous_ = replaying_->leaf_hashes.back();
  replaying_.reset();
  return {};
}

Result<void> Sequencer::finishReplay() const {
  if (!replaying_) return {};
  return damaged(replaying_->index + replaying_->leaf_hashes.size(),
                 "the log ends within the submission at " + std::to_string(replaying_->index));
}

}  // namespace ledger
