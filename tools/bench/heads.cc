#include "ledger/rules/heads.h"

#include <algorithm>

#include "tools/bench/measures.h"
#include "tools/bench/stopwatch.h"

namespace tools {
namespace {

constexpr std::size_t kStreams = 200'000;
constexpr int kRounds = 5;

std::vector<ledger::StreamLeaf> manyLeaves() {
  ledger::SeededRandom random(1);
  std::vector<ledger::StreamLeaf> leaves;
  leaves.reserve(kStreams);
  for (std::size_t i = 0; i < kStreams; ++i)
    leaves.push_back({random.id<ledger::SubjectId>(), 1 + random.below(300), i, {static_cast<std::int64_t>(i)}});
  std::ranges::sort(leaves, {}, &ledger::StreamLeaf::id);
  return leaves;
}

}  // namespace

void measureHeads(StoredLedger& stored, Figures& figures) {
  Figure tree;
  tree.name = "summed tree of 200000 streams";
  tree.unit = "ms";
  const auto leaves = manyLeaves();
  for (int round = 0; round < kRounds; ++round) {
    auto copy = leaves;
    const Stopwatch making;
    orGiveUp(ledger::SumTree::over(std::move(copy), 1));
    tree.ours.add(making.seconds() * 1e3);
  }
  tree.note = "once a day for each sort of stream; an append makes none";
  Figure heads;
  heads.name = "heads of all streams of the ledger";
  heads.unit = "ms";
  for (int round = 0; round < kRounds; ++round) {
    const Stopwatch making;
    stored.ledger().inspect([](const ledger::State& state) { orGiveUp(ledger::headTreesOf(state)); });
    heads.ours.add(making.seconds() * 1e3);
  }
  heads.note = "size " + std::to_string(stored.ledger().sealed().size) + ", with the walk over its state";
  figures.push_back(std::move(tree));
  figures.push_back(std::move(heads));
}

}  // namespace tools
