// Minutes and money of every stream of random histories, counted from its own entries alone: by the heads, which the
// ledger made from its state, they are all there and sum to the same.
#include "audit/answers/stream_figures.h"

#include <gtest/gtest.h>

#include "tests/audit/made_stream.h"
#include "tests/audit/random_history.h"
#include "tests/support/seed.h"

namespace audit::tests {
namespace {

constexpr int kAttempts = 500;
constexpr std::uint64_t kHistories = 3;

struct Tally {
  int streams = 0;
  int with_minutes = 0;
  int with_spending = 0;
};

void judge(World& world, const char* sort, const ledger::SumTree& tree, Tally& tally) {
  for (const auto& leaf : tree.leaves()) {
    const MadeStream stream(world, sort, leaf.id.text(), leaf.id);
    const Answer answer = stream.judged();
    ASSERT_EQ(answer.findings.verdict(), "OK") << sort << " " << leaf.id.text() << "\n" << textOf(answer);
    ++tally.streams;
    if (std::string(sort) == "grant" && leaf.sums[2] > 0) ++tally.with_spending;
  }
}

TEST(StreamFigures, AreThoseOfTheLedgerInRandomHistories) {
  Tally tally;
  for (std::uint64_t i = 0; i < kHistories && !::testing::Test::HasFailure(); ++i) {
    SCOPED_TRACE("history " + std::to_string(::tests::seedOr(7) + i));
    RandomHistory history(::tests::seedOr(7) + i);
    World& world = history.world;
    const Actor operating = world.enrol();
    world.give(operating, ledger::Role::kOperator);
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
      const auto next = history.next();
      if (const auto receipt = world.offer(next.submission)) history.taken(next, *receipt);
    }
    world.say(operating, headsNow(world), ledger::Visibility::kPublic);
    ledger::HeadTrees trees;
    world.front().inspect([&](const ledger::State& state) { trees = *headTreesOf(state); });
    for (const auto& leaf : trees.minutes.leaves()) tally.with_minutes += leaf.sums[0] > 0 ? 1 : 0;
    judge(world, "person", trees.persons, tally);
    for (const auto& [currency, tree] : trees.grants) judge(world, "grant", tree, tally);
    judge(world, "organisation", trees.organisations, tally);
  }
  if (::tests::seedOr(7) != 7) return;
  EXPECT_GT(tally.streams, 20);
  EXPECT_GT(tally.with_minutes, 0) << "too poor a history";
  EXPECT_GT(tally.with_spending, 0) << "too poor a history";
}

}  // namespace
}  // namespace audit::tests
