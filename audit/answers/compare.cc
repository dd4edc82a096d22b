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
      : pinned_(vkey), answer_(answer), findings_(answer.findings) {
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
    return side;
  }

  // Signatures first: what nobody signed contradicts nothing.
  bool areOfOneLog(const Side& one, const Side& other) {
    if (one.checkpoint().origin != other.checkpoint().origin) {
      findings_.add(Wrong::kOriginMismatch,
                    "they are of two logs: " + one.checkpoint().origin + " and " + other.checkpoint().origin);
      return false;
    }
    if (haveOtherFoundings(one, other)) {
      findings_.add(Wrong::kOriginMismatch, "the two exports were founded with different keys of the log");
      return false;
    }
    const bool both = isSealed(one, other) && isSealed(other, one);
    return both && !findings_.has(Wrong::kBundleDamaged);
  }

  static bool haveOtherFoundings(const Side& one, const Side& other) {
    return one.log && other.log && one.log->founding() && other.log->founding() &&
           one.log->founding()->log_key != other.log->founding()->log_key;
  }

  // The log's key at the size of `side`: an export, of which one is enough, tells how it changed.
  std::optional<VerifierKey> keyOf(const Side& side, const Side& other) const {
    for (const Side* one : {&side, &other}) {
      auto key = one->log ? one->log->keyAt(side.checkpoint().size) : std::nullopt;
      if (key) return key;
    }
    return pinned_;
  }

  // Exports were judged when they were opened. False is never silent.
  bool isSealed(const Side& side, const Side& other) {
    if (side.log) return side.log->sealed();
    const auto key = keyOf(side, other);
    if (key) return judgeCheckpoint(*side.seen, *key, side.name, findings_);
    findings_.couldNotCheck("the signature on " + side.name + ": the log's key was not given (--vkey)");
    return false;
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
    tellLiars(shorter, longer);
    if (shorter.log && longer.log) {
      const auto place = firstDifference(shorter.log->nodes(), longer.log->nodes(), shorter.checkpoint().size);
      if (place) answer_.facts.emplace_back("parted", std::to_string(*place));
    }
    findings_.add(Wrong::kFork, "a split view: the log " + shorter.checkpoint().origin +
                                    " signed two histories, of size " + std::to_string(shorter.checkpoint().size) +
                                    " and " + std::to_string(longer.checkpoint().size));
  }

  void tellLiars(const Side& shorter, const Side& longer) {
    const auto one = keyOf(shorter, longer);
    const auto other = keyOf(longer, shorter);
    if (one) answer_.facts.emplace_back("liar", one->text());
    if (other && other->key != one->key) answer_.facts.emplace_back("liar", other->text());
  }

  std::optional<VerifierKey> pinned_;
  Answer& answer_;
  Findings& findings_;
};

}  // namespace

void compare(const Compared& compared, const std::optional<VerifierKey>& vkey, Answer& answer) {
  Comparison(vkey, answer).run(compared);
}

}  // namespace audit
