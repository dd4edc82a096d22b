#include "ledger/merkle/proof.h"
#include "tools/bench/measures.h"
#include "tools/bench/stopwatch.h"

namespace tools {
namespace {

using ledger::Digest;
using ledger::Position;
using ledger::Sealed;
using ledger::SeededRandom;
using ledger::TreeHead;

constexpr int kProofs = 2'000;

struct Times {
  Runs made, checked;
};

// Milliseconds of each proof at a place drawn by `random`.
Times inclusions(StoredLedger& stored, const Sealed& sealed, SeededRandom& random) {
  Times times;
  for (int i = 0; i < kProofs; ++i) {
    const Position index = random.below(sealed.size);
    const Digest leaf = orGiveUp(stored.log().leafHashes(index, 1)).front();
    const Stopwatch making;
    const auto path = orGiveUp(stored.ledger().inclusion(index, sealed.size));
    times.made.add(making.seconds() * 1e3);
    const Stopwatch checking;
    orGiveUp(verifyInclusion(index, sealed.size, leaf, path, sealed.root));
    times.checked.add(checking.seconds() * 1e3);
  }
  return times;
}

Times consistencies(StoredLedger& stored, const Sealed& sealed, SeededRandom& random) {
  Times times;
  for (int i = 0; i < kProofs; ++i) {
    const Position size = 1 + random.below(sealed.size - 1);
    const TreeHead old_head{size, orGiveUp(stored.ledger().rootAt(size))};
    const Stopwatch making;
    const auto path = orGiveUp(stored.ledger().consistency(size, sealed.size));
    times.made.add(making.seconds() * 1e3);
    const Stopwatch checking;
    orGiveUp(verifyConsistency(old_head, {sealed.size, sealed.root}, path));
    times.checked.add(checking.seconds() * 1e3);
  }
  return times;
}

Figure figureOf(const std::string& what, const Runs& times, double target, Position size) {
  Figure figure;
  figure.name = what + ", p99";
  figure.unit = "ms";
  figure.ours = times;
  figure.share = 0.99;
  figure.target = Target{target, Better::kLess};
  figure.note = "size " + std::to_string(size) + ", p50 " + std::to_string(times.median() * 1e3).substr(0, 5) + " µs";
  return figure;
}

}  // namespace

void measureProofs(StoredLedger& stored, Figures& figures) {
  const Sealed sealed = stored.ledger().sealed();
  SeededRandom random(1);
  const Times inclusion = inclusions(stored, sealed, random);
  const Times consistency = consistencies(stored, sealed, random);
  figures.push_back(figureOf("inclusion proof made", inclusion.made, 1, sealed.size));
  figures.push_back(figureOf("inclusion proof checked", inclusion.checked, 0.1, sealed.size));
  figures.push_back(figureOf("consistency proof made", consistency.made, 1, sealed.size));
  figures.push_back(figureOf("consistency proof checked", consistency.checked, 0.1, sealed.size));
}

}  // namespace tools
