#include "audit/verify/verify.h"

#include <chrono>
#include <ctime>

#include "audit/log/bundle.h"
#include "audit/log/founding.h"
#include "audit/log/integrity.h"
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
    if (!readCheckpoint()) return;
    checkTileNames(archive_, checkpoint_.size, findings_);
    const bool complete = readEntries();
    checkFounding();
    const Stopwatch watch(audit_.timings.tiles);
    if (complete) {
      integrity_.checkRoot(checkpoint_);
      integrity_.checkTiles(checkpoint_.size);
    }
    for (const auto& [name, bytes] : request_.old_checkpoints) checkOld(name, bytes, complete);
    if (request_.integrity_only) return;
    checkFigures(complete);
    if (request_.listener != nullptr) request_.listener->ended(replay_.state(), complete && replay_.complete());
  }

 private:
  bool readCheckpoint() {
    const auto bytes = archive_.read("checkpoint", kNoteBytesMax);
    if (!bytes) {
      findings_.couldNotCheck("there is no checkpoint that could be read");
      return false;
    }
    const auto note = Note::parse(*bytes);
    const auto checkpoint = note ? Checkpoint::parse(note->text) : std::nullopt;
    if (!checkpoint) {
      findings_.add(Wrong::kBadNoteSignature, "the checkpoint is no signed note with origin, size and root");
      findings_.couldNotCheck("entries and rules: without a checkpoint nothing says how many there have to be");
      return false;
    }
    note_ = *note;
    checkpoint_ = *checkpoint;
    audit_.facts.origin = checkpoint_.origin;
    audit_.facts.size = checkpoint_.size;
    audit_.facts.root = checkpoint_.root;
    if (request_.vkey) {
      audit_.facts.pinned = true;
      checkSignature(*request_.vkey);
    }
    return true;
  }

  void checkSignature(const VerifierKey& key) {
    key_ = key;
    if (key.name != checkpoint_.origin) {
      findings_.add(Wrong::kOriginMismatch, "the checkpoint is of " + checkpoint_.origin + ", the key of " + key.name);
    }
    const Signed result = signedBy(note_, key);
    if (result != Signed::kYes) {
      findings_.add(Wrong::kBadNoteSignature, result == Signed::kNo
                                                  ? "the log's signature on the checkpoint does not hold"
                                                  : "the checkpoint is not signed by " + key.text());
    } else {
      findings_.checked("checkpoint: signed by " + key.text());
    }
    for (const NoteSignature& line : note_.signatures) {
      if (line.name != key.name || line.hash != key.hash) ++audit_.facts.other_signatures;
    }
  }

  bool readEntries() {
    const Stopwatch watch(audit_.timings.entries);
    const bool complete = integrity_.run(checkpoint_.size, request_.threads, [&](const Chunk& chunk) {
      any_entries_ = true;
      if (chunk.first == 0) founding_ = foundingOf(chunk);
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
    if (complete && replay_.complete()) {
      findings_.checked("rules: keys, roles, separation and balances replayed over " +
                        std::to_string(replay_.events()) + " events");
    }
    return complete;
  }

  void checkFounding() {
    if (!founding_) {
      if (any_entries_) findings_.add({Wrong::kRuleViolation, 0, "FOUNDING", "the log does not begin with a founding"});
      if (!key_)
        findings_.couldNotCheck("the checkpoint's signature: no founding names the log's key, and none was given");
      return;
    }
    audit_.facts.ledger = founding_->ledger;
    audit_.facts.demo = founding_->demo;
    if (founding_->origin != checkpoint_.origin) {
      findings_.add(Wrong::kOriginMismatch, "the ledger was founded as " + founding_->origin);
    }
    if (request_.ledger && *request_.ledger != founding_->ledger) {
      findings_.add(Wrong::kOriginMismatch, "the ledger is " + idText(founding_->ledger) + ", not the one asked for");
    }
    if (!key_) {
      checkSignature(VerifierKey::of(founding_->origin, founding_->log_key));
      findings_.notChecked("whether the log's key is the right one: it was not pinned (--vkey)");
    } else if (founding_->log_key != key_->key) {
      findings_.add(Wrong::kOriginMismatch, "the founding names another key of the log than the one given");
    }
  }

  void checkOld(const std::string& name, const Buffer& bytes, bool complete) {
    const auto note = Note::parse(bytes);
    const auto old = note ? Checkpoint::parse(note->text) : std::nullopt;
    if (!old) return findings_.couldNotCheck(name + " is no checkpoint");
    if (old->origin != checkpoint_.origin) {
      return findings_.add(Wrong::kOriginMismatch, name + " is a checkpoint of " + old->origin);
    }
    if (key_ && signedBy(*note, *key_) != Signed::kYes) {
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

  void checkFigures(bool complete) {
    if (!archive_.has("figures.json")) return findings_.notChecked("figures: not checked, the export has none");
    const auto found = archive_.read("figures.json", kFiguresBytesMax);
    if (!found) return findings_.couldNotCheck("figures.json could not be read");
    if (!complete || !replay_.complete())
      return findings_.couldNotCheck("figures: the log could not be replayed to its end");
    compareFigures(figuresOf(replay_.state(), {checkpoint_.size, checkpoint_.root}), textOf(*found), findings_);
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
  std::optional<VerifierKey> key_;
  std::optional<Founding> founding_;
  bool any_entries_ = false;
};

}  // namespace

void verify(const Archive& archive, const Request& request, Audit& audit) {
  const Stopwatch watch(audit.timings.total);
  Verifier(archive, request, audit).run();
}

void verifyPath(const std::filesystem::path& path, const Request& request, Audit& audit) {
  std::unique_ptr<Archive> archive;
  {
    const Stopwatch watch(audit.timings.open);
    archive = openBundle(path, audit.findings);
  }
  audit.timings.total += audit.timings.open;
  if (archive) verify(*archive, request, audit);
}

}  // namespace audit
