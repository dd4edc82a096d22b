#include "audit/answers/compare.h"

#include "audit/answers/equivocation.h"
#include "audit/log/bundle.h"
#include "audit/log/whole_file.h"

namespace audit {
namespace {

// One of the two: an export, or a checkpoint alone.
struct Side {
  std::string name;
  std::optional<SignedCheckpoint> seen;
  std::unique_ptr<OpenedLog> log;

  const Checkpoint& checkpoint() const { return seen->checkpoint; }
  std::string told() const {
    return std::to_string(checkpoint().size) + " " + base64Of(checkpoint().root) + " " + name;
  }
};

class Comparison {
 public:
  Comparison(const std::optional<VerifierKey>& vkey, Answer& answer)
      : pinned_(vkey), key_(vkey), answer_(answer), findings_(answer.findings) {
    answer.pinned = vkey.has_value();
  }

  void run(const Compared& compared) {
    Side one = open(compared.one);
    Side other = open(compared.other);
    if (!one.seen || !other.seen) return;
    answer_.facts = {{"origin", one.checkpoint().origin}, {"one", one.told()}, {"other", other.told()}};
    if (!areOfOneLog(one, other)) return;
    const bool ordered = one.checkpoint().size <= other.checkpoint().size;
    judge(ordered ? one : other, ordered ? other : one);
  }

 private:
  Side open(const Place& place) {
    Side side;
    side.name = place.where;
    const auto bytes = place.isAddress() ? std::nullopt : readWhole(place.path(), kNoteBytesMax);
    if (bytes) side.seen = SignedCheckpoint::parse(*bytes);
    if (side.seen) return side;
    side.log = OpenedLog::open(place, pinned_, findings_);
    if (side.log) side.seen = side.log->checkpoint();
    if (side.log && !key_) key_ = side.log->key();
    return side;
  }

  // Signatures first: what nobody signed contradicts nothing.
  bool areOfOneLog(const Side& one, const Side& other) {
    if (one.checkpoint().origin != other.checkpoint().origin) {
      findings_.add(Wrong::kOriginMismatch,
                    "they are of two logs: " + one.checkpoint().origin + " and " + other.checkpoint().origin);
      return false;
    }
    if (!key_) {
      findings_.couldNotCheck("the signatures: the log's key was not given (--vkey)");
      return false;
    }
    bool both = true;
    for (const Side* side : {&one, &other}) {
      if (side->log && side->log->key() && side->log->key()->key != key_->key) {
        findings_.add(Wrong::kOriginMismatch, "the two exports name different keys of the log");
        return false;
      }
      // Exports were judged when they were opened.
      if (side->log) {
        both = both && signedBy(side->seen->note, *key_) == Signed::kYes;
      } else {
        both = judgeCheckpoint(*side->seen, *key_, side->name, findings_) && both;
      }
    }
    return both && !findings_.has(Wrong::kBundleDamaged);
  }

  void judge(Side& shorter, Side& longer) {
    const Sizes sizes{shorter.checkpoint().size, longer.checkpoint().size};
    for (Side* side : {&shorter, &longer}) {
      if (side->log && !side->log->judgeRoot(findings_)) return;
    }
    if (sizes.older == sizes.newer) return judgeEqual(shorter, longer);
    if (sizes.older == 0 && shorter.checkpoint().root != emptyRoot())
      return findings_.couldNotCheck("what " + shorter.name + " says of a log of size 0: it has no root of its own");
    if (sizes.older == 0) return findings_.checked("one log is empty: any other continues it");
    if (!longer.log) {
      return findings_.couldNotCheck("whether " + longer.name + " continues " + shorter.name +
                                     ": that takes an export of the longer log");
    }
    const auto path = wholePath(longer.log->nodes(), sizes);
    const auto roots = path ? rootsOf(*path, sizes) : std::nullopt;
    if (!roots) return findings_.couldNotCheck("whether one continues the other: a hash tile is missing");
    if (roots->newer != longer.checkpoint().root) {
      return findings_.add(Wrong::kTileTampered, "the tiles of " + longer.name + " do not lead to its root");
    }
    if (roots->older == shorter.checkpoint().root) {
      return findings_.checked("consistency: " + shorter.name + " is the beginning of " + longer.name);
    }
    split(shorter, longer, *path);
  }

  void judgeEqual(Side& one, Side& other) {
    if (one.checkpoint().root == other.checkpoint().root) {
      return findings_.checked("consistency: both show the same log");
    }
    split(one, other, {});
  }

  void split(Side& shorter, Side& longer, std::vector<Hash> path) {
    const Equivocation proof{std::move(path), *shorter.seen, *longer.seen};
    answer_.document = proof.text();
    answer_.facts.emplace_back("liar", key_->text());
    if (shorter.log && longer.log) {
      const auto place = firstDifference(shorter.log->nodes(), longer.log->nodes(), shorter.checkpoint().size);
      if (place) answer_.facts.emplace_back("parted", std::to_string(*place));
    }
    findings_.add(Wrong::kFork, "a split view: the log " + shorter.checkpoint().origin +
                                    " signed two histories, of size " + std::to_string(shorter.checkpoint().size) +
                                    " and " + std::to_string(longer.checkpoint().size));
  }

  std::optional<VerifierKey> pinned_;
  std::optional<VerifierKey> key_;
  Answer& answer_;
  Findings& findings_;
};

}  // namespace

void compare(const Compared& compared, const std::optional<VerifierKey>& vkey, Answer& answer) {
  Comparison(vkey, answer).run(compared);
}

}  // namespace audit
