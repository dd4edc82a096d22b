// Sequencer — judges submissions one after the other and makes their entries; replays entries into state.
//
// Shape    everything of a ledger that is a pure function of its log, plus salts. No threads, no disk.
// Errors   refusals as ledger/ledger.h; of a log that is replayed kCorrupt LOG_DAMAGED where its bytes contradict
//          themselves, LOG_NOT_JUDGED where they hold together but the rules would never have taken the entry,
//          and kUnavailable LOG_TOO_NEW for later rules; each names the entry.
// Threads  one.
// Source   ledger/schema/README.md sections 3 and 4.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/log/event_log.h"
#include "ledger/merkle/tree.h"
#include "ledger/rules/context.h"
#include "ledger/rules/invariants.h"
#include "ledger/rules/state.h"
#include "ledger/seal/envelope.h"

namespace ledger {

struct Receipt {
  LedgerId ledger;
  Position submission = 0;  // index of the submission entry; the events follow it
  std::uint32_t count = 0;  // of events
  UtcMs recorded_at = 0;
  Digest leaf_hash;            // of the submission entry
  bool already_known = false;  // the same submission was recorded before; this is its first receipt
};

// Asked last, on the state that holds the submission: what may still refuse it, outside the rules.
using Admit = std::function<Result<void>(const State& state)>;

// The root of the log at a size that is durable.
using RootAt = std::function<Result<Digest>(Position size)>;

// A submission whose events are being replayed, and the entries read of it.
struct Replaying {
  CheckedSubmission submission;
  UtcMs recorded_at = 0;
  Position index = 0;
  std::vector<Digest> leaf_hashes;
  std::vector<Decision> decisions;
  std::vector<std::vector<StreamVersion>> streams;
};

class Sequencer {
 public:
  explicit Sequencer(Random& random, InvariantCheck invariants = brokenInvariant)
      : random_(random), invariants_(std::move(invariants)) {}

  // Takes the next entry of the log into the state. A submission is judged again when its last event has come: only
  // what the rules accept reaches the state, whoever wrote the log. Signatures are the auditor's to check.
  Result<void> replay(Position index, const Encoded& stored);
  // Refuses a log that ends within a submission.
  Result<void> finishReplay() const;

  // The receipt; `entries` holds what must become durable first, nothing where the submission was known.
  Result<Receipt> take(const CheckedSubmission& submission, UtcMs now, const RootAt& root_at,
                       std::vector<Encoded>& entries, const Admit& admit = {});
  // Judges these, each on the state left by those before it, and forgets them all.
  Result<void> judgeOnly(const std::vector<CheckedSubmission>& submissions, UtcMs now, const RootAt& root_at);

  const State& state() const { return state_; }
  const Tree& tree() const { return tree_; }
  Head head() const { return {next_, previous_}; }
  std::optional<Receipt> receiptOf(const SubmissionId& id) const;
  // Set when a promise about the state broke: a bug of ours, after which nothing more may be written.
  const std::optional<std::string>& broken() const { return broken_; }

 private:
  Result<void> replaySubmission(Position index, const Entry& entry, SubmissionBody body);
  Result<void> replayEvent(Position index, Entry entry, EventBody body);
  Result<void> judgeReplayed();
  Result<void> judgeReplayedHeader() const;
  Result<void> judgeReplayedEvent(Context& context);
  Result<Receipt> judge(const CheckedSubmission& submission, UtcMs now, const RootAt& root_at,
                        std::vector<Encoded>& entries);
  Result<void> makeEntries(const CheckedSubmission& submission, UtcMs recorded_at, std::vector<Encoded>& entries);
  Result<void> makeEvent(const CheckedSubmission& submission, Context& context, std::vector<Encoded>& entries);
  // What the ledger adds to a command: it has the same answer whenever it is asked on the same state.
  struct Judged {
    Decision decision;
    std::vector<StreamVersion> streams;
  };
  Result<Judged> judgeCommand(const CheckedSubmission& submission, Context& context) const;
  static Context contextOf(const Header& header, UtcMs recorded_at);
  void remember(const CheckedSubmission& submission, Position index, UtcMs recorded_at, const Digest& leaf_hash);
  // After its events: the key may be of the first of them.
  void useUpNothingSeen(const Header& header);
  Entry newEntry(UtcMs recorded_at);
  Result<void> addEntry(const Entry& entry, std::vector<Encoded>& entries);
  NonceId salt();

  Random& random_;
  const InvariantCheck invariants_;
  Bytes salts_;
  State state_;
  Tree tree_;
  Position next_ = 0;
  Digest previous_;
  std::optional<Replaying> replaying_;
  std::uint16_t rules_replayed_ = 0;  // the version the last entry was judged by; it never falls
  std::optional<std::string> broken_;
};

}  // namespace ledger
