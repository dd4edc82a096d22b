#include "ledger/sequencer.h"

#include <algorithm>

#include "ledger/acceptance.h"
#include "ledger/base/limits.h"
#include "ledger/event/codec.h"
#include "ledger/merkle/hashing.h"
#include "ledger/rules/decide.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

constexpr std::uint16_t kEntryVersion = 1;

SubjectId batchOf(const Command& command) {
  const auto* record = command.body.as<ImportRecord>();
  return record == nullptr ? SubjectId{} : record->batch;
}

bool hasSeenNothing(const Header& header) {
  return header.seen.size == 0 && !header.ledger.isNone();
}

Receipt receiptFrom(const State& state, const SubmissionRecord& record) {
  return {state.ledger().id, record.index, record.count, record.recorded_at, record.leaf_hash, /*already_known=*/true};
}

}  // namespace

Context Sequencer::contextOf(const Header& header, UtcMs recorded_at) {
  Context context;
  context.person = header.person;
  context.key = header.key;
  context.assurance = header.assurance;
  context.visibility = header.visibility;
  context.recorded_at = recorded_at;
  context.seen = header.seen.size;
  context.count = header.count;
  context.signatures = &signatureRules();
  return context;
}

NonceId Sequencer::salt() {
  // Many at once: the system's generator costs more per call than per byte.
  NonceId salt;
  if (salts_.size() < salt.bytes.size()) {
    salts_.resize(256 * salt.bytes.size());
    random_.fill(salts_);
  }
  std::copy(salts_.end() - static_cast<std::ptrdiff_t>(salt.bytes.size()), salts_.end(), salt.bytes.begin());
  salts_.resize(salts_.size() - salt.bytes.size());
  return salt;
}

Entry Sequencer::newEntry(UtcMs recorded_at) {
  Entry entry;
  entry.version = kEntryVersion;
  entry.index = next_;
  entry.previous = previous_;
  entry.recorded_at = recorded_at;
  entry.salt = salt();
  return entry;
}

Result<void> Sequencer::addEntry(const Entry& entry, std::vector<Encoded>& entries) {
  Bytes bytes = encode(entry);
  if (bytes.size() > limits::kEntryBytesMax) {
    return refuse("TOO_LARGE", "an entry would have " + std::to_string(bytes.size()) + " bytes, more than 65535");
  }
  previous_ = leafHash(bytes);
  ++next_;
  entries.push_back({previous_, std::move(bytes)});
  return {};
}

void Sequencer::remember(const CheckedSubmission& submission, Position index, UtcMs recorded_at,
                         const Digest& leaf_hash) {
  const Header& header = submission.header;
  LedgerRecord& ledger = state_.editLedger();
  ledger.last_recorded_at = recorded_at;
  if (header.ledger.isNone()) ledger.id = ledgerIdOf(submission.header_bytes);
  state_.submissions.edit(header.submission) =
      SubmissionRecord{submission.header_hash, index, header.count, recorded_at, leaf_hash};
}

void Sequencer::useUpNothingSeen(const Header& header) {
  if (hasSeenNothing(header)) state_.keys.edit(header.key).seen_nothing = true;
}

Result<Sequencer::Judged> Sequencer::judgeCommand(const CheckedSubmission& submission, Context& context) const {
  const Command& command = submission.commands[context.ordinal];
  if (context.ordinal == 0) context.batch = batchOf(command);
  auto judgement = decide(state_, command, context);
  if (!judgement) {
    return Error{judgement.error().code, judgement.error().reason,
                 "command " + std::to_string(context.ordinal) + ": " + judgement.error().message};
  }
  auto& flags = judgement->decision.flags;
  if (hasSeenNothing(submission.header))
    flags.insert(std::ranges::upper_bound(flags, Flag::kFirstSeen), Flag::kFirstSeen);
  return Judged{std::move(judgement->decision), streamsOf(state_, judgement->streams_kind, judgement->subjects)};
}

Result<void> Sequencer::makeEvent(const CheckedSubmission& submission, Context& context,
                                  std::vector<Encoded>& entries) {
  context.index = next_;
  const auto judged = judgeCommand(submission, context);
  if (!judged) return judged.error();
  Entry entry = newEntry(context.recorded_at);
  entry.streams = judged->streams;
  const Position submission_index = next_ - 1 - context.ordinal;
  entry.body =
      EventBody{submission_index, context.ordinal, submission.command_bytes[context.ordinal], judged->decision};
  ASAR_TRY(addEntry(entry, entries));
  evolve(state_, submission.commands[context.ordinal], context, judged->decision, previous_);
  enterStreams(state_, judged->streams, context.index);
  return {};
}

Result<void> Sequencer::makeEntries(const CheckedSubmission& submission, UtcMs recorded_at,
                                    std::vector<Encoded>& entries) {
  const Position index = next_;
  Entry entry = newEntry(recorded_at);
  entry.body = SubmissionBody{submission.header_bytes, submission.signatures};
  ASAR_TRY(addEntry(entry, entries));
  remember(submission, index, recorded_at, previous_);
  Context context = contextOf(submission.header, recorded_at);
  for (context.ordinal = 0; context.ordinal < submission.header.count; ++context.ordinal) {
    ASAR_TRY(makeEvent(submission, context, entries));
  }
  useUpNothingSeen(submission.header);
  return {};
}

Result<Receipt> Sequencer::judge(const CheckedSubmission& submission, UtcMs now, const RootAt& root_at,
                                 std::vector<Encoded>& entries) {
  const Header& header = submission.header;
  ASAR_TRY(acceptAddress(state_, submission));
  if (const auto* known = state_.submissions.find(header.submission)) {
    if (known->header == submission.header_hash) return receiptFrom(state_, *known);
    return Error{ErrorCode::kConflict, "SUBMISSION_CONFLICT",
                 "another submission with the id " + header.submission.text() + " stands at index " +
                     std::to_string(known->index)};
  }
  const UtcMs recorded_at = recordingTime(state_, submission, now);
  ASAR_TRY(acceptHeader(state_, submission, recorded_at, root_at));
  const Position index = next_;
  ASAR_TRY(makeEntries(submission, recorded_at, entries));
  if (auto broken = invariants_(state_)) {
    broken_ = std::move(broken);
    return refuse("INTERNAL", "a promise about the state broke: " + *broken_ + "; nothing was written");
  }
  return Receipt{state_.ledger().id,
                 index,
                 header.count,
                 recorded_at,
                 state_.submissions.find(header.submission)->leaf_hash,
                 false};
}

Result<Receipt> Sequencer::take(const CheckedSubmission& submission, UtcMs now, const RootAt& root_at,
                                std::vector<Encoded>& entries, const Admit& admit) {
  const Head before = head();
  const std::size_t first = entries.size();
  auto receipt = judge(submission, now, root_at, entries);
  if (receipt && admit) {
    if (auto admitted = admit(state_); !admitted) receipt = admitted.error();
  }
  if (!receipt) {
    state_.discard();
    next_ = before.size;
    previous_ = before.hash;
    entries.resize(first);
    return receipt;
  }
  state_.settle();
  for (std::size_t i = first; i < entries.size(); ++i) tree_.append(entries[i].hash);
  return receipt;
}

Result<void> Sequencer::judgeOnly(const std::vector<CheckedSubmission>& submissions, UtcMs now, const RootAt& root_at) {
  const Head before = head();
  Result<void> outcome;
  for (std::size_t i = 0; i < submissions.size() && outcome; ++i) {
    std::vector<Encoded> entries;
    const auto receipt = judge(submissions[i], now, root_at, entries);
    if (receipt) continue;
    outcome = Error{receipt.error().code, receipt.error().reason,
                    "submission " + std::to_string(i) + ": " + receipt.error().message};
  }
  state_.discard();
  next_ = before.size;
  previous_ = before.hash;
  return outcome;
}

std::optional<Receipt> Sequencer::receiptOf(const SubmissionId& id) const {
  const auto* record = state_.submissions.find(id);
  return record == nullptr ? std::nullopt : std::optional<Receipt>(receiptFrom(state_, *record));
}

}  // namespace ledger
