// Which figures are hidden, judged by the audit's own reading of the rule; and beside the ledger's on random tables.
#include "audit/verify/suppression.h"

#include <gtest/gtest.h>

#include <random>

#include "projections/report/suppression.h"

namespace audit {
namespace {

std::vector<bool> hiddenOf(const PeopleBehind& sum, const std::vector<PeopleBehind>& cells) {
  return hidingOf(sum, cells, {}).cells;
}

PeopleBehind people(std::int64_t count, std::int64_t minors = 0) {
  return {count, minors, false};
}

TEST(Suppression, HidesBelowTenAndBelowTwentyWithMinors) {
  EXPECT_TRUE(hidingOf(people(9), {}, {}).sum);
  EXPECT_FALSE(hidingOf(people(10), {}, {}).sum);
  EXPECT_TRUE(hidingOf(people(19, 1), {}, {}).sum);
  EXPECT_FALSE(hidingOf(people(20, 1), {}, {}).sum);
  EXPECT_TRUE(hidingOf(people(0), {}, {}).sum) << "that it is nobody tells of somebody";
  EXPECT_FALSE(hidingOf({0, 0, true}, {}, {}).sum) << "but not where there is nothing";
  EXPECT_FALSE(hidingOf(people(9), {}, {5, 5}).sum) << "a policy says otherwise";
}

TEST(Suppression, NeverHidesOneCellAlone) {
  EXPECT_EQ(hiddenOf(people(60), {people(5), people(30), people(25)}), (std::vector<bool>{true, false, true}));
  EXPECT_EQ(hiddenOf(people(60), {people(5), people(6), people(49)}), (std::vector<bool>{true, true, true}))
      << "two that are too small do not cover each other";
  EXPECT_EQ(hiddenOf(people(60), {people(20), people(40)}), (std::vector<bool>{false, false}));
}

TEST(Suppression, UnderAHiddenSumAllIsHidden) {
  EXPECT_EQ(hiddenOf(people(9), {people(9), {0, 0, true}}), (std::vector<bool>{true, true}));
}

TEST(Suppression, AgreesWithTheLedgerOnRandomTables) {
  std::mt19937_64 random(20261130);
  const auto below = [&](std::int64_t end) { return static_cast<std::int64_t>(random() % static_cast<unsigned>(end)); };
  for (int round = 0; round < 20'000; ++round) {
    PeopleBehind sum;
    std::vector<PeopleBehind> cells(static_cast<std::size_t>(below(7)));
    std::vector<projections::PeopleBehind> theirs;
    for (PeopleBehind& cell : cells) {
      cell.people = below(2) == 0 ? below(4) : below(40);
      cell.minors = below(3) == 0 ? below(cell.people + 1) : 0;
      cell.nothing = cell.people == 0 && below(2) == 0;
      theirs.push_back({cell.people, cell.minors, cell.nothing});
      sum.people += cell.people;
      sum.minors += cell.minors;
    }
    sum.nothing = sum.people == 0;
    const projections::SuppressionRule rule{5 + below(10), 10 + below(20)};
    const Hiding own = hidingOf(sum, cells, {rule.least, rule.least_with_minors});
    const auto other = projections::hiddenCells({sum.people, sum.minors, sum.nothing}, theirs, rule);
    ASSERT_EQ(own.sum, other.total) << round;
    ASSERT_EQ(own.cells, other.cells) << round;
  }
}

}  // namespace
}  // namespace audit
