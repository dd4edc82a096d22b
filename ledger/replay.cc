// The half of Sequencer that reads: entries of the log back into state.
#include "ledger/event/codec.h"
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

}  // namespace

Result<void> Sequencer::replay(Position index, const Encoded& stored) {
  if (index != next_) return damaged(index, "expected index " + std::to_string(next_));
  if (leafHash(stored.body) != stored.hash) return damaged(index, "its bytes do not have its leaf hash");
  const auto entry = decodeStoredEntry(stored.body);
  if (!entry) return damaged(index, entry.error().message);
  if (entry->index != index || entry->previous != previous_)
    return damaged(index, "it does not follow the entry before it");
  const auto* body = std::get_if<SubmissionBody>(&entry->body);
  ASAR_TRY(body != nullptr ? replaySubmission(index, stored.hash, *entry, *body)
                           : replayEvent(index, stored.hash, *entry, std::get<EventBody>(entry->body)));
  tree_.append(stored.hash);
  previous_ = stored.hash;
  ++next_;
  if (replaying_ && replaying_->events == replaying_->header.count) {
    state_.settle();
    replaying_.reset();
  }
  return {};
}

Result<void> Sequencer::replaySubmission(Position index, const Digest& leaf_hash, const Entry& entry,
                                         const SubmissionBody& body) {
  if (replaying_) return damaged(index, "the submission before it has fewer events than it says");
  auto header = decodeHeader(body.header);
  if (!header) return damaged(index, header.error().message);
  remember(*header, body.header, index, entry.recorded_at, leaf_hash);
  replaying_ = Replaying{std::move(*header), body.header, index, leaf_hash, 0, {}};
  return {};
}

Result<void> Sequencer::replayEvent(Position index, const Digest& leaf_hash, const Entry& entry,
                                    const EventBody& body) {
  if (!replaying_ || body.submission != replaying_->index || body.ordinal != replaying_->events) {
    return damaged(index, "it is not the next event of its submission");
  }
  const auto command = decodeStoredCommand(body.command);
  if (!command) return damaged(index, command.error().message);
  if (const auto* import = std::get_if<ImportRecord>(&command->body)) replaying_->batch = import->batch;
  const Header& header = replaying_->header;
  Context context;
  context.person = header.person;
  context.key = header.key;
  context.assurance = header.assurance;
  context.visibility = header.visibility;
  context.recorded_at = entry.recorded_at;
  context.index = index;
  context.ordinal = body.ordinal;
  context.count = header.count;
  context.batch = replaying_->batch;
  context.signatures = &signatureRules();
  evolve(state_, *command, context, body.decision, leaf_hash);
  enterStreams(state_, entry.streams, index);
  ++replaying_->events;
  return {};
}

Result<void> Sequencer::finishReplay() const {
  if (!replaying_) return {};
  return damaged(next_, "the log ends within the submission at " + std::to_string(replaying_->index));
}

}  // namespace ledger
