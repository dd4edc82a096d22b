// Ledger — the only door for writing: a signed submission in, entries in the log, a receipt out.
//
// Shape    submit() checks envelope, keys, roles and rules, makes one submission entry and one event entry
//          for each command, and returns when they are durable. All commands of a submission or none. Values that
//          travel with it are in the vault before it is in the log; who is erased, and what was corrected, is gone from
//          it before the receipt.
// Errors   kRefused with the rule's name, or INTERNAL where an invariant broke: our bug, and nothing was written;
//          kConflict SUBMISSION_CONFLICT, VERSION_CONFLICT; kUnavailable LEDGER_STOPPED after an I/O error or a
//          broken invariant, until opened again: then look the submission up by its id.
// Threads  every method from any thread. One sequencer thread judges and numbers, one committer writes
//          and syncs, so that the next batch is judged while the disk works.
// Source   ledger/schema/README.md section 3.
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "ledger/base/notices.h"
#include "ledger/event_reader.h"
#include "ledger/sequencer.h"
#include "ledger/vault/vault.h"

namespace ledger {

// A size of the log and its root: what a checkpoint says.
struct Sealed {
  Position size = 0;
  Digest root;
};

struct LedgerParts {
  EventLog& log;  // outlives the ledger, and so do the others
  Clock& clock;
  Random& random;
  std::filesystem::path incidents;  // folder for incident files; none where empty
  Notices* notices = nullptr;
  Vault* vault = nullptr;  // for writing; openings are refused where there is none
  InvariantCheck invariants = brokenInvariant;
};

class Ledger {
 public:
  // Replays the log into state, checking every leaf hash and link on the way.
  static Result<std::unique_ptr<Ledger>> open(const LedgerParts& parts);
  ~Ledger();
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;

  Result<Receipt> submit(const Submission& submission);
  // Judges these one after the other and records nothing; the first refusal says which.
  Result<void> judgeOnly(const std::vector<Submission>& submissions);

  // The durable head, with its root; and proofs up to it.
  Sealed sealed();
  Result<Digest> rootAt(Position size);
  Result<std::vector<Digest>> inclusion(Position index, Position size);
  Result<std::vector<Digest>> consistency(Position old_size, Position size);
  // The first receipt of a submission id; kNotFound where it is not recorded.
  Result<Receipt> receiptOf(const SubmissionId& id);
  // Runs `look` on the state while nothing changes it.
  void inspect(const std::function<void(const State&)>& look);

 private:
  struct Waiting;
  struct Batch;

  explicit Ledger(const LedgerParts& parts);
  void sequence();
  void commit();
  std::unique_ptr<Batch> judgeWaiting();
  Result<void> admit(const Waiting& waiting, const State& state, Batch& batch);
  Result<void> fitVault(CheckedSubmission& submission);
  Result<void> sweepVault();
  void write(Batch& batch);
  Result<void> append(const Batch& batch);
  Result<void> destroyReplaced(const Batch& batch);
  void stop(const std::string& why);
  void answer(std::vector<Waiting*>& waiting);
  Sealed durable();
  Result<Digest> durableRootAt(Position size);
  LeafReader leafReader();  // whoever reads through it holds state_mutex_

  const LedgerParts parts_;
  Notices& notices_;

  std::mutex state_mutex_;  // guards the next three; held while a batch is judged
  Sequencer sequencer_;
  std::map<Position, Digest> roots_;                                        // lately asked for
  std::map<std::pair<Position, std::size_t>, std::vector<Digest>> blocks_;  // of leaves, by first and count: likewise

  std::mutex durable_mutex_;  // guards the next; of its own, so that receipts do not wait for the next judging
  Sealed durable_;

  std::mutex queue_mutex_;  // guards the rest
  std::condition_variable queue_changed_;
  std::deque<Waiting*> waiting_;
  std::unique_ptr<Batch> ready_;  // judged, not yet taken by the committer
  bool closing_ = false;
  std::string stopped_;  // why nothing is written any more
  std::thread sequencer_thread_;
  std::thread committer_thread_;
};

// The log as readers see it.
class LogReader final : public EventReader {
 public:
  explicit LogReader(EventLog& log) : log_(log) {}
  Position size() override;
  Result<std::vector<StoredEntry>> read(Position from, std::size_t max_bytes) override;

 private:
  EventLog& log_;
};

}  // namespace ledger
