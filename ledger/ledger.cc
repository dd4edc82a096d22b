#include "ledger/ledger.h"

#include <chrono>
#include <fstream>

#include "ledger/base/limits.h"
#include "ledger/merkle/hashing.h"
#include "ledger/openings.h"
#include "ledger/rules/personal.h"

namespace ledger {
namespace {

constexpr std::size_t kReplayBytes = 4 << 20;
constexpr std::size_t kRootsRemembered = 4096;
constexpr std::size_t kBlocksRemembered = 1024;  // of at most 256 leaves: 8 MiB
// Room for one largest submission: its entry and 4,096 events.
constexpr std::size_t kBatchEntriesBefore = limits::kBatchEntriesMax - limits::kCommandsPerSubmissionMax - 1;
constexpr std::size_t kBatchBytesBefore = limits::kBatchBytesMax / 2;

Error stoppedError(const std::string& why) {
  return {ErrorCode::kUnavailable, "LEDGER_STOPPED",
          "the ledger stopped writing: " + why + "; open it again and look the submission up by its id"};
}

bool standsIn(const State& state, const PersonalValue& value) {
  return stands(state, value.person, value.opening.tag, value.opening.commitment);
}

}  // namespace

// A caller that waits for the answer to one submission.
struct Ledger::Waiting {
  const CheckedSubmission* submission = nullptr;
  std::vector<PersonalValue> values;
  Result<Receipt> answer = Error{};
  bool answered = false;
};

// Judged submissions that become durable together.
struct Ledger::Batch {
  Head expected;
  std::vector<VaultRow> vault_rows;  // before the entries
  std::vector<Encoded> entries;
  std::vector<PersonId> erased;  // after them, and so the values that these took the place of
  std::map<PersonTag, std::vector<Digest>> replaced;
  Sealed sealed;  // the head once these entries are durable
  std::vector<Waiting*> waiting;
};

Ledger::Ledger(const LedgerParts& parts)
    : parts_(parts),
      notices_(parts.notices != nullptr ? *parts.notices : noNotices()),
      sequencer_(parts.random, parts.invariants) {}

Result<std::unique_ptr<Ledger>> Ledger::open(const LedgerParts& parts) {
  std::unique_ptr<Ledger> ledger(new Ledger(parts));
  const auto begun = std::chrono::steady_clock::now();
  const Position size = parts.log.head().size;
  for (Position at = 0; at < size;) {
    const auto page = parts.log.read(at, kReplayBytes);
    if (!page) return page.error();
    for (const Encoded& entry : page->entries) ASAR_TRY(ledger->sequencer_.replay(at++, entry));
  }
  ASAR_TRY(ledger->sequencer_.finishReplay());
  ASAR_TRY(ledger->sweepVault());
  ledger->durable_ = {size, ledger->sequencer_.tree().root()};
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
  ledger->notices_.say(NoticeLevel::kInfo, "ledger.opened", {{"entries", size}, {"ms", took.count()}});
  ledger->sequencer_thread_ = std::thread([raw = ledger.get()] { raw->sequence(); });
  ledger->committer_thread_ = std::thread([raw = ledger.get()] { raw->commit(); });
  return ledger;
}

Ledger::~Ledger() {
  {
    const std::lock_guard lock(queue_mutex_);
    closing_ = true;
  }
  queue_changed_.notify_all();
  if (sequencer_thread_.joinable()) sequencer_thread_.join();
  if (committer_thread_.joinable()) committer_thread_.join();
}

Result<Receipt> Ledger::submit(const Submission& submission) {
  auto checked = checkSubmission(submission);
  if (!checked) return checked.error();
  Waiting waiting;
  if (parts_.vault != nullptr) {
    auto values = fitOpenings(*checked);
    if (!values) return values.error();
    waiting.values = std::move(*values);
    checked->openings.clear();
  }
  waiting.submission = &*checked;
  std::unique_lock lock(queue_mutex_);
  if (!stopped_.empty()) return stoppedError(stopped_);
  waiting_.push_back(&waiting);
  queue_changed_.notify_all();
  queue_changed_.wait(lock, [&] { return waiting.answered; });
  return std::move(waiting.answer);
}

void Ledger::answer(std::vector<Waiting*>& waiting) {
  if (waiting.empty()) return;
  {
    const std::lock_guard lock(queue_mutex_);
    for (Waiting* one : waiting) one->answered = true;
  }
  waiting.clear();
  queue_changed_.notify_all();
}

// Takes what waits, as much as one batch holds, and judges it.
std::unique_ptr<Ledger::Batch> Ledger::judgeWaiting() {
  auto batch = std::make_unique<Batch>();
  std::vector<Waiting*> refused;
  const std::lock_guard state_lock(state_mutex_);
  batch->expected = sequencer_.head();
  const RootAt root_at = [this](Position size) { return durableRootAt(size); };
  std::size_t bytes = 0;
  while (batch->entries.size() <= kBatchEntriesBefore && bytes <= kBatchBytesBefore) {
    Waiting* next = nullptr;
    {
      const std::lock_guard lock(queue_mutex_);
      if (waiting_.empty()) break;
      next = waiting_.front();
      waiting_.pop_front();
    }
    const std::size_t first = batch->entries.size();
    const Admit admitted = [&](const State& state) { return admit(*next, state, *batch); };
    next->answer = sequencer_.take(*next->submission, parts_.clock.now(), root_at, batch->entries, admitted);
    for (std::size_t i = first; i < batch->entries.size(); ++i) bytes += batch->entries[i].body.size();
    // A known receipt waits too: the entries it speaks of may still be on their way to the disk.
    (next->answer ? batch->waiting : refused).push_back(next);
    if (sequencer_.broken()) break;
  }
  batch->sealed = {sequencer_.head().size, sequencer_.tree().root()};
  answer(refused);
  return batch;
}

void Ledger::sequence() {
  for (;;) {
    {
      std::unique_lock lock(queue_mutex_);
      queue_changed_.wait(lock, [&] { return closing_ || (!waiting_.empty() && !ready_ && stopped_.empty()); });
      if (closing_) return;
    }
    auto batch = judgeWaiting();
    std::optional<std::string> broken;
    {
      const std::lock_guard lock(state_mutex_);
      broken = sequencer_.broken();
    }
    {
      const std::lock_guard lock(queue_mutex_);
      if (!batch->waiting.empty()) ready_ = std::move(batch);
    }
    queue_changed_.notify_all();
    if (broken) stop("a promise about the state broke: " + *broken);
  }
}

void Ledger::commit() {
  for (;;) {
    std::unique_ptr<Batch> batch;
    {
      std::unique_lock lock(queue_mutex_);
      queue_changed_.wait(lock, [&] { return closing_ || ready_; });
      if (!ready_) return;
      batch = std::move(ready_);
    }
    queue_changed_.notify_all();
    write(*batch);
    answer(batch->waiting);
  }
}

// The vault's part in a submission that the rules accept, also in one that is known: its values may be new.
Result<void> Ledger::admit(const Waiting& waiting, const State& state, Batch& batch) {
  if (parts_.vault == nullptr) return {};
  std::vector<PersonalValue> values = waiting.values;
  std::erase_if(values, [&](const PersonalValue& value) { return !standsIn(state, value); });
  if (!values.empty()) {
    auto rows = parts_.vault->prepare(values);
    if (!rows) return rows.error();
    batch.vault_rows.insert(batch.vault_rows.end(), std::make_move_iterator(rows->begin()),
                            std::make_move_iterator(rows->end()));
  }
  for (const auto& [person, erasure] : state.erased.changed()) batch.erased.push_back(person);
  for (const auto& [field, by] : state.replaced.changed()) batch.replaced[field] = by;
  return {};
}

// For judging alone: nothing is made ready.
Result<void> Ledger::fitVault(CheckedSubmission& submission) {
  if (parts_.vault == nullptr) return {};
  const auto values = fitOpenings(submission);
  if (!values) return values.error();
  submission.openings.clear();
  return values->empty() ? Result<void>{} : parts_.vault->checkUnique(*values);
}

// What a crash left undone: values of submissions that never came into the log, erasures and corrections that did.
Result<void> Ledger::sweepVault() {
  if (parts_.vault == nullptr) return {};
  const State& state = sequencer_.state();
  const auto swept = parts_.vault->keepOnly(
      [&](const PersonalValue& closed) { return state.submissions.has(closed.submission) && standsIn(state, closed); });
  if (!swept) return swept.error();
  if (*swept > 0) notices_.say(NoticeLevel::kWarn, "vault.swept", {{"values", *swept}});
  return {};
}

// What a submission judged meanwhile commits to again stays, for it is not made ready a second time.
Result<void> Ledger::destroyReplaced(const Batch& batch) {
  const std::lock_guard lock(state_mutex_);
  std::vector<Replaced> replaced;
  for (const auto& [field, by] : batch.replaced) {
    Replaced& one = replaced.emplace_back(Replaced{field.first, field.second, by});
    const std::vector<Digest>& now = *sequencer_.state().replaced.find(field);
    one.by.insert(one.by.end(), now.begin(), now.end());
  }
  return parts_.vault->removeReplaced(replaced);
}

// Values first, so that none that is acknowledged is lost; erasures last, so that none is done that is not recorded.
Result<void> Ledger::append(const Batch& batch) {
  if (!batch.vault_rows.empty()) ASAR_TRY(parts_.vault->commit(batch.vault_rows));
  if (!batch.entries.empty()) {
    const auto result = parts_.log.append(batch.entries, batch.expected, Deadline::max());
    if (result.status != AppendStatus::kCommitted)
      return Error{ErrorCode::kUnavailable, "LEDGER_STOPPED", result.message};
    const std::lock_guard lock(durable_mutex_);
    durable_ = batch.sealed;
  }
  if (!batch.erased.empty()) ASAR_TRY(parts_.vault->erase(batch.erased));
  if (!batch.replaced.empty()) ASAR_TRY(destroyReplaced(batch));
  return {};
}

void Ledger::write(Batch& batch) {
  const auto written = append(batch);
  if (written) return;
  for (Waiting* one : batch.waiting) one->answer = stoppedError(written.error().message);
  stop(written.error().message);
}

void Ledger::stop(const std::string& why) {
  notices_.say(NoticeLevel::kError, "ledger.stopped", {{"why", why}});
  std::vector<Waiting*> left;
  {
    const std::lock_guard lock(queue_mutex_);
    if (stopped_.empty()) stopped_ = why;
    left.assign(waiting_.begin(), waiting_.end());
    waiting_.clear();
    if (ready_) {
      left.insert(left.end(), ready_->waiting.begin(), ready_->waiting.end());
      ready_.reset();
    }
    for (Waiting* one : left) one->answer = stoppedError(stopped_);
  }
  if (!parts_.incidents.empty()) {
    std::error_code ignored;  // the incident file is a courtesy; stopping does not depend on it
    std::filesystem::create_directories(parts_.incidents, ignored);
    std::ofstream(parts_.incidents / (std::to_string(parts_.clock.now()) + ".txt")) << why << "\n";
  }
  answer(left);
}

Result<void> Ledger::judgeOnly(const std::vector<Submission>& submissions) {
  std::vector<CheckedSubmission> checked;
  for (std::size_t i = 0; i < submissions.size(); ++i) {
    auto one = checkSubmission(submissions[i]);
    const auto fitted = one ? fitVault(*one) : Result<void>(one.error());
    if (!fitted)
      return Error{fitted.error().code, fitted.error().reason,
                   "submission " + std::to_string(i) + ": " + fitted.error().message};
    checked.push_back(std::move(*one));
  }
  Result<void> judged;
  std::optional<std::string> broken;
  {
    const std::lock_guard lock(state_mutex_);
    judged = sequencer_.judgeOnly(checked, parts_.clock.now(), [this](Position size) { return durableRootAt(size); });
    broken = sequencer_.broken();
  }
  if (broken) stop("a promise about the state broke: " + *broken);
  return judged;
}

LeafReader Ledger::leafReader() {
  // A frame of the log is checked as a whole when one leaf of it is read.
  return [this](Position first, std::size_t count) -> Result<std::vector<Digest>> {
    const std::pair block(first, count);
    if (const auto known = blocks_.find(block); known != blocks_.end()) return known->second;
    auto hashes = parts_.log.leafHashes(first, count);
    if (hashes) {
      if (blocks_.size() >= kBlocksRemembered) blocks_.erase(blocks_.begin());
      blocks_.emplace(block, *hashes);
    }
    return hashes;
  };
}

Sealed Ledger::durable() {
  const std::lock_guard lock(durable_mutex_);
  return durable_;
}

Result<Digest> Ledger::durableRootAt(Position size) {
  const Sealed durable = this->durable();
  if (size > durable.size) {
    return Error{ErrorCode::kInvalid, "PAST_TREE",
                 "the log has " + std::to_string(durable.size) + " entries, not " + std::to_string(size)};
  }
  if (size == durable.size) return durable.root;
  if (const auto known = roots_.find(size); known != roots_.end()) return known->second;
  auto root = sequencer_.tree().rootAt(size, leafReader());
  if (root) {
    if (roots_.size() >= kRootsRemembered) roots_.erase(roots_.begin());
    roots_.emplace(size, *root);
  }
  return root;
}

Sealed Ledger::sealed() {
  return durable();
}

Result<Digest> Ledger::rootAt(Position size) {
  const std::lock_guard lock(state_mutex_);
  return durableRootAt(size);
}

Result<std::vector<Digest>> Ledger::inclusion(Position index, Position size) {
  const std::lock_guard lock(state_mutex_);
  return sequencer_.tree().inclusion(index, std::min(size, durable().size), leafReader());
}

Result<std::vector<Digest>> Ledger::consistency(Position old_size, Position size) {
  const std::lock_guard lock(state_mutex_);
  return sequencer_.tree().consistency(old_size, std::min(size, durable().size), leafReader());
}

Result<Receipt> Ledger::receiptOf(const SubmissionId& id) {
  const std::lock_guard lock(state_mutex_);
  auto receipt = sequencer_.receiptOf(id);
  if (receipt && receipt->submission + receipt->count < durable().size) return *receipt;
  return Error{ErrorCode::kNotFound, "SUBMISSION_UNKNOWN",
               "no submission with the id " + id.text() + " is recorded: it may be sent again"};
}

void Ledger::inspect(const std::function<void(const State&)>& look) {
  const std::lock_guard lock(state_mutex_);
  look(sequencer_.state());
}

Position LogReader::size() {
  return log_.head().size;
}

Result<std::vector<StoredEntry>> LogReader::read(Position from, std::size_t max_bytes) {
  auto page = log_.read(from, max_bytes);
  if (!page) return page.error();
  std::vector<StoredEntry> entries;
  entries.reserve(page->entries.size());
  Position index = page->first;
  for (Encoded& entry : page->entries) entries.push_back({index++, entry.hash, std::move(entry.body)});
  return entries;
}

}  // namespace ledger
