#include "audit/verify/verify.h"

#include <algorithm>
#include <chrono>
#include <ctime>

#include "audit/log/bundle.h"
#include "audit/log/integrity.h"
#include "audit/log/log_keys.h"
#include "audit/replay/replay.h"
#include "audit/verify/recount.h"

namespace audit {
namespace {

class Stopwatch {
 public:
  explicit Stopwatch(double& seconds) : seconds_(seconds), start_(std::chrono::steady_clock::now()) {}
  ~Stopwatch() { seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  double& seconds_;
  std::chrono::steady_clock::time_point start_;
};

double threadSeconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

class Verifier {
 public:
  Verifier(const Archive& archive, const Request& request, Audit& audit)
      : archive_(archive),
        request_(request),
        audit_(audit),
        findings_(audit.findings),
        integrity_(archive, forms_, audit.findings),
        replay_(integrity_.tree(), audit.findings, {request.threads > 1, request.listener}) {}

  void run() {
    if (!readCheckpoint()) return tellTroubles(archive_, findings_);
    trustJudged();
    checkTileNames(archive_, checkpoint_.size, findings_);
    const bool complete = readEntries();
    checkFounding();
    countOthers();
    const Stopwatch watch(audit_.timings.tiles);
    if (complete) {
      integrity_.checkRoot(checkpoint_);
      integrity_.checkTiles(checkpoint_.size);
    } else {
      findings_.notChecked("root and hash tiles: not all entries could be read");
    }
    for (const auto& [name, bytes] : request_.old_checkpoints) checkOld(name, bytes, complete);
    if (request_.judged) checkJudged(*request_.judged, complete);
    if (!request_.integrity_only) {
      checkFigures(complete);
      if (request_.listener != nullptr)
        request_.listener->ended(replay_.state(), integrity_.tree(), complete && replay_.complete());
    }
    tellTroubles(archive_, findings_);
  }

 private:
  bool readCheckpoint() {
    const auto bytes = archive_.read("checkpoint", kNoteBytesMax);
    if (!bytes) {
      findings_.couldNotCheck("there is no checkpoint that could be read");
      return false;
    }
    audit_.facts.seen = SignedCheckpoint::parse(*bytes);
    if (!audit_.facts.seen) {
      findings_.add(Wrong::kBadNoteSignature, "the checkpoint is no signed note with origin, size and root");
      findings_.couldNotCheck("entries and rules: without a checkpoint nothing says how many there have to be");
      return false;
    }
    note_ = audit_.facts.seen->note;
    checkpoint_ = audit_.facts.seen->checkpoint;
    audit_.facts.origin = checkpoint_.origin;
    audit_.facts.size = checkpoint_.size;
    audit_.facts.root = checkpoint_.root;
    auto pinned = request_.vkey;
    if (request_.witnesses) {
      audit_.facts.witnesses = judgeQuorum(note_, *request_.witnesses, "the checkpoint", findings_).size();
      if (!pinned) pinned = request_.witnesses->policy.logOf(note_, checkpoint_.origin);
    }
    pinned_ = pinned;
    audit_.facts.pinned = pinned.has_value();
    return true;
  }

  // What is left out must not lead to harm before the root is compared: of all entries the canonical form is judged,
  // since they are read in place.
  void trustJudged() {
    if (!request_.judged || request_.integrity_only || request_.judged->by != thisAuditor()) return;
    // Of a shorter log there is no root to compare.
    if (request_.judged->size() <= checkpoint_.size) trusted_ = request_.judged->size();
    replay_.trust(trusted_);
  }

  bool isOfWitness(const NoteSignature& line) const {
    if (!request_.witnesses) return false;
    return std::ranges::any_of(request_.witnesses->policy.witnesses, [&](const auto& witness) {
      return witness.second.name == line.name && witness.second.hash == line.hash;
    });
  }

  // By the pinned key alone, where no founding says which keys are the log's.
  void checkPinned() {
    if (!pinned_) {
      return findings_.couldNotCheck("the checkpoint's signature: no founding names the log's key, and none was given");
    }
    const Signed result = signedBy(note_, *pinned_);
    if (pinned_->name != checkpoint_.origin) wrongOrigin();
    if (result == Signed::kYes) return findings_.checked("the checkpoint: signed by " + pinned_->text());
    findings_.add(Wrong::kBadNoteSignature, result == Signed::kNo
                                                ? "the log's signature on the checkpoint does not hold"
                                                : "the checkpoint is not signed by " + pinned_->text());
  }

  void wrongOrigin() {
    findings_.add(Wrong::kOriginMismatch,
                  "the checkpoint is of " + checkpoint_.origin + ", the key of " + pinned_->name);
  }

  // By the key that is the log's at its size; the one that was pinned may be an earlier one of it.
  void checkKeys() {
    if (!pinned_) {
      findings_.notChecked("whether the log's key is the right one: it was not pinned (--vkey)");
    } else if (!keys_.has(*pinned_)) {
      if (pinned_->name != checkpoint_.origin) wrongOrigin();
      if (signedBy(note_, *pinned_) != Signed::kYes)
        findings_.add(Wrong::kBadNoteSignature, "the checkpoint is not signed by " + pinned_->text());
      findings_.add(Wrong::kOriginMismatch, "the founding names another key of the log than the one given");
    } else if (keys_.at(checkpoint_.size).key != pinned_->key) {
      findings_.checked("key: the one given was the log's before entry " +
                        std::to_string(keys_.all().back().since - 1) +
                        ", where it and its successors signed the change");
    }
    judgeLogKeys({note_, checkpoint_.size, "the checkpoint"}, keys_, findings_);
    if (request_.witnesses) judgePolicyLog(request_.witnesses->policy, keys_, findings_);
  }

  void countOthers() {
    for (const NoteSignature& line : note_.signatures) {
      const auto is = [&](const VerifierKey& key) { return line.name == key.name && line.hash == key.hash; };
      const bool of_log =
          (pinned_ && is(*pinned_)) || std::ranges::any_of(keys_.all(), [&](const LogKey& one) { return is(one.key); });
      if (!of_log && !isOfWitness(line)) ++audit_.facts.other_signatures;
    }
  }

  bool readEntries() {
    const Stopwatch watch(audit_.timings.entries);
    const bool complete = integrity_.run(checkpoint_.size, request_.threads, [&](const Chunk& chunk) {
      any_entries_ = true;
      keys_.take(chunk);
      if (request_.integrity_only) return;
      const double start = threadSeconds();
      replay_.take(chunk);
      audit_.timings.replay_cpu += threadSeconds() - start;
    });
    if (complete)
      findings_.checked("chain: index, previous hash and time of " + std::to_string(checkpoint_.size) + " entries");
    if (request_.integrity_only) {
      findings_.notChecked("signatures of actors, keys, roles, rules, figures: only integrity was asked for");
      return complete;
    }
    replay_.finish();
    audit_.facts.events = replay_.events();
    audit_.facts.signatures = replay_.signatures();
    if (complete && replay_.complete()) {
      findings_.checked("rules: keys, roles, separation and balances replayed over " +
                        std::to_string(replay_.events()) + " events");
    }
    return complete;
  }

  void checkFounding() {
    const auto& founding = keys_.founding();
    if (!founding) {
      if (any_entries_) findings_.add({Wrong::kRuleViolation, 0, "FOUNDING", "the log does not begin with a founding"});
      return checkPinned();
    }
    audit_.facts.ledger = founding->ledger;
    audit_.facts.demo = founding->demo;
    audit_.facts.log_key = keys_.at(checkpoint_.size);
    if (founding->origin != checkpoint_.origin) {
      findings_.add(Wrong::kOriginMismatch, "the ledger was founded as " + founding->origin);
    }
    if (request_.ledger && *request_.ledger != founding->ledger) {
      findings_.add(Wrong::kOriginMismatch, "the ledger is " + idText(founding->ledger) + ", not the one asked for");
    }
    checkKeys();
  }

  // Of an earlier checkpoint: by the log's key at its size.
  bool isSealed(const Note& note, std::uint64_t size) const {
    if (keys_.founding()) return signedBy(note, keys_.at(size)) == Signed::kYes;
    return !pinned_ || signedBy(note, *pinned_) == Signed::kYes;
  }

  void checkOld(const std::string& name, const Buffer& bytes, bool complete) {
    const auto note = Note::parse(bytes);
    const auto old = note ? Checkpoint::parse(note->text) : std::nullopt;
    if (!old) return findings_.couldNotCheck(name + " is no checkpoint");
    if (old->origin != checkpoint_.origin) {
      return findings_.add(Wrong::kOriginMismatch, name + " is a checkpoint of " + old->origin);
    }
    if (!isSealed(*note, old->size)) {
      return findings_.add(Wrong::kBadNoteSignature, name + " is not signed by the log's key");
    }
    if (old->size > checkpoint_.size) {
      return findings_.add(Wrong::kRollback, name + " has size " + std::to_string(old->size) + ", the log only " +
                                                 std::to_string(checkpoint_.size));
    }
    if (!complete) return findings_.couldNotCheck("whether the log continues " + name);
    if (integrity_.tree().rootAt(old->size) != old->root) {
      return findings_.add(Wrong::kFork, name + " names another root at size " + std::to_string(old->size));
    }
    findings_.checked("history: the log continues " + name + " of size " + std::to_string(old->size));
  }

  void checkJudged(const Judged& judged, bool complete) {
    const std::string before = "the audit at size " + std::to_string(judged.size());
    if (keys_.founding() && keys_.founding()->ledger != judged.ledger) {
      findings_.add(Wrong::kOriginMismatch, before + " was of ledger " + idText(judged.ledger) + ", this one is of " +
                                                idText(keys_.founding()->ledger));
    }
    checkOld("the trusted checkpoint", judged.seen.bytes, complete);
    if (request_.integrity_only) return;
    if (judged.by != thisAuditor()) {
      return findings_.notChecked("nothing was taken from " + before + ", by " + judged.by + ": this is " +
                                  thisAuditor() + ", and judged all of it again");
    }
    if (trusted_ != 0) tellTrusted(judged, before, complete);
  }

  // Whatever was left out is open, unless these are the very bytes that were judged.
  void tellTrusted(const Judged& judged, const std::string& before, bool complete) {
    const std::string left_out =
        "signatures, proofs of possession and heads of streams in entries 0…" + std::to_string(trusted_ - 1);
    if (!complete || integrity_.tree().rootAt(trusted_) != judged.seen.checkpoint.root) {
      return findings_.couldNotCheck(left_out + ": left out, and these are not the entries of " + before +
                                     "; leave out --trust-store, and they are checked");
    }
    audit_.facts.trusted = trusted_;
    findings_.notChecked(left_out + ": trusted since " + before + ", not checked again");
  }

  void checkFigures(bool complete) {
    if (!archive_.has("figures.json")) return findings_.notChecked("figures: not checked, the export has none");
    const auto found = archive_.read("figures.json", kFiguresBytesMax);
    if (!found) return findings_.couldNotCheck("figures.json could not be read");
    if (!complete || !replay_.complete())
      return findings_.couldNotCheck("figures: the log could not be replayed to its end");
    compareFigures(figuresOf(replay_.state(), {checkpoint_.size, checkpoint_.root}), textOf(*found), "", findings_);
  }

  const Archive& archive_;
  const Request& request_;
  Audit& audit_;
  Findings& findings_;
  Forms forms_;
  Integrity integrity_;
  Replay replay_;
  Note note_;
  Checkpoint checkpoint_;
  std::optional<VerifierKey> pinned_;
  LogKeys keys_;
  std::uint64_t trusted_ = 0;  // entries whose signatures are left out
  bool any_entries_ = false;
};

}  // namespace

void verify(const Archive& archive, const Request& request, Audit& audit) {
  const Stopwatch watch(audit.timings.total);
  Verifier(archive, request, audit).run();
}

void verifyPath(const Place& place, const Request& request, Audit& audit) {
  std::unique_ptr<Archive> archive;
  {
    const Stopwatch watch(audit.timings.open);
    archive = openWholeLog(place, audit.findings);
  }
  audit.timings.total += audit.timings.open;
  if (archive) verify(*archive, request, audit);
}

}  // namespace audit
