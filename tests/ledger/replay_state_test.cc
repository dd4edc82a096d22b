// Replaying any prefix of a random history gives the state, in every table, that the judging ledger had there.
#include <gtest/gtest.h>

#include <map>

#include "ledger/merkle/hashing.h"
#include "tests/audit/random_history.h"
#include "tests/support/seed.h"
#include "tests/support/state_text.h"
#include "tests/support/world.h"

namespace tests {
namespace {

using namespace ledger;

#ifdef __SANITIZE_ADDRESS__
constexpr int kAttempts = 60;  // instrumented, each takes ten times as long
#else
constexpr int kAttempts = 200;
#endif

// A history as it was judged: the log, and the state after each submission, by the size of the log then.
struct Judged {
  std::vector<audit::Buffer> log;
  std::map<Position, StateText> states;
};

Judged play() {
  audit::tests::RandomHistory history(seedOr(3));
  auto& front = history.world.front();
  Judged played;
  const auto keep = [&] {
    const Position size = front.sealed().size;
    front.inspect([&](const State& state) { played.states[size] = textOf(state); });
  };
  keep();
  for (int i = 0; i < kAttempts; ++i) {
    const auto attempt = history.next();
    const auto receipt = history.world.offer(attempt.submission);
    if (receipt) history.taken(attempt, *receipt);
    keep();  // after a refusal too, which has to leave no trace
  }
  played.log = history.world.entries();
  return played;
}

StateText replayed(const std::vector<audit::Buffer>& log, Position size) {
  SeededRandom random(1);
  Sequencer sequencer(random);
  for (Position at = 0; at < size; ++at) {
    const auto taken = sequencer.replay(at, {leafHash(log[at]), log[at]});
    EXPECT_TRUE(taken.ok()) << taken.error().message;
  }
  EXPECT_TRUE(sequencer.finishReplay().ok());
  return textOf(sequencer.state());
}

// One history for all tests.
const Judged& history() {
  static const Judged kJudged = play();
  return kJudged;
}

TEST(ReplayState, AfterEveryPrefixIsThatOfTheJudgingLedger) {
  const auto& [log, states] = history();
  ASSERT_GT(states.size(), static_cast<std::size_t>(kAttempts / 8)) << "too little was taken";
  ASSERT_EQ(states.rbegin()->first, log.size());
  for (const auto& [size, state] : states)
    ASSERT_EQ(difference(state, replayed(log, size)), "") << "after " << size << " of " << log.size() << " entries";
}

// What was taken changes some table, so that a prefix too long or too short would be seen.
TEST(ReplayState, IsAnotherAfterEverySubmission) {
  const auto& states = history().states;
  for (auto next = std::next(states.begin()); next != states.end(); ++next)
    EXPECT_NE(difference(std::prev(next)->second, next->second), "") << next->first;
}

TEST(ReplayState, TellsAPlantedDifferenceInAnyRowOfAnyTable) {
  World world;
  ASSERT_EQ(world.failure(), "");
  State copy;
  world.ledger->inspect([&](const State& state) { copy = state; });
  const StateText before = textOf(copy);
  const State again = copy;
  EXPECT_EQ(difference(before, textOf(again)), "");
  copy.activities.edit(world.activity).ends.utc_ms += 1;
  EXPECT_EQ(difference(before, textOf(copy)).rfind("activities : not there", 0), 0U) << "a change that waits";
  copy.settle();
  EXPECT_EQ(difference(before, textOf(copy)).rfind("activities " + toHex(world.activity.bytes), 0), 0U);
  copy.activities.edit(world.activity).ends.utc_ms -= 1;
  copy.settle();
  ASSERT_EQ(difference(before, textOf(copy)), "");
  copy.roles.edit(world.officer.person).back().valid_to = 1;
  copy.settle();
  EXPECT_NE(difference(before, textOf(copy)).find("valid_to:1}"), std::string::npos);
  copy.roles.edit(world.officer.person).back().valid_to = 0;
  copy.closed_periods.edit(world.organisation).push_back({1, 2});
  copy.settle();
  EXPECT_EQ(difference(before, textOf(copy)).rfind("closed_periods ", 0), 0U) << "a row more";
  EXPECT_EQ(difference(textOf(copy), before).rfind("closed_periods ", 0), 0U) << "a row less";
}

TEST(ReplayState, TellsAPlantedDifferenceInWhatTheLedgerKeepsOfItself) {
  World world;
  State copy;
  world.ledger->inspect([&](const State& state) { copy = state; });
  const StateText before = textOf(copy);
  copy.editLedger().last_access_day += 1;
  EXPECT_EQ(difference(before, textOf(copy)).rfind("ledger: ", 0), 0U);
}

}  // namespace
}  // namespace tests
