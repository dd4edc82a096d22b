#include "projections/report/suppression.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/base/clock.h"

namespace projections {
namespace {

constexpr SuppressionRule kRule;
constexpr PeopleBehind kNothing{0, 0, true};

std::vector<bool> hidden(const PeopleBehind& total, const std::vector<PeopleBehind>& cells) {
  return hiddenCells(total, cells, kRule).cells;
}

TEST(Suppression, TenPeopleAreEnoughAndNineTooFew) {
  EXPECT_TRUE(isTooFew({9}, kRule));
  EXPECT_FALSE(isTooFew({10}, kRule));
}

TEST(Suppression, WithAMinorTwentyAreEnoughAndNineteenTooFew) {
  EXPECT_TRUE(isTooFew({19, 1}, kRule));
  EXPECT_FALSE(isTooFew({20, 1}, kRule));
  EXPECT_FALSE(isTooFew({19, 0}, kRule));
}

TEST(Suppression, APolicySaysOtherBounds) {
  EXPECT_TRUE(isTooFew({4}, {5, 7}));
  EXPECT_FALSE(isTooFew({5}, {5, 7}));
  EXPECT_TRUE(isTooFew({6, 6}, {5, 7}));
  EXPECT_FALSE(isTooFew({7, 1}, {5, 7}));
}

TEST(Suppression, NobodyIsTooFewUnlessThereIsNothing) {
  EXPECT_TRUE(isTooFew({0}, kRule));
  EXPECT_FALSE(isTooFew(kNothing, kRule));
}

TEST(Suppression, OneHiddenCellHidesTheNextSmallest) {
  EXPECT_EQ(hidden({99}, {{40}, {9}, {20}, {30}}), (std::vector<bool>{false, true, true, false}));
  EXPECT_EQ(hidden({100}, {{40}, {10}, {20}, {30}}), (std::vector<bool>{false, false, false, false}));
}

TEST(Suppression, SmallCellsTogetherMayBeTheSamePeople) {
  EXPECT_EQ(hidden({90}, {{9}, {9}, {30}, {50}}), (std::vector<bool>{true, true, true, false}));
}

TEST(Suppression, MinorsAmongTheHiddenAskForALargerCellBesideThem) {
  EXPECT_EQ(hidden({99}, {{3, 1}, {12}, {19}, {20}}), (std::vector<bool>{true, true, true, true}));
  EXPECT_EQ(hidden({99}, {{3, 1}, {20}, {25}, {30}}), (std::vector<bool>{true, true, false, false}));
}

TEST(Suppression, CellsWithoutAnythingHideNobody) {
  EXPECT_EQ(hidden({50}, {kNothing, {5}, {45}, kNothing}), (std::vector<bool>{false, true, true, false}));
}

TEST(Suppression, UnderAHiddenSumEveryCellIsHidden) {
  const HiddenCells all = hiddenCells({19, 1}, {{12}, {7, 1}, kNothing}, kRule);
  EXPECT_TRUE(all.total);
  EXPECT_EQ(all.cells, (std::vector<bool>{true, true, true}));
  EXPECT_FALSE(hiddenCells(kNothing, {kNothing}, kRule).total);
}

// Tables over 60 people, who serve in several cells.
struct RandomTable {
  static constexpr std::size_t kPeople = 60;

  explicit RandomTable(std::uint64_t seed) : random(seed) {
    const std::size_t minors = random.below(3);
    const std::size_t spread = 2 + random.below(40);
    cells.resize(1 + random.below(6), std::vector<bool>(kPeople));
    for (auto& cell : cells) {
      for (std::size_t person = 0; person < kPeople; ++person) cell[person] = random.below(spread) == 0;
    }
    minor.resize(kPeople);
    for (std::size_t i = 0; i < minors; ++i) minor[random.below(kPeople)] = true;
  }
  PeopleBehind together(const std::vector<bool>& chosen) const {
    PeopleBehind all;
    for (std::size_t person = 0; person < kPeople; ++person) {
      bool serves = false;
      for (std::size_t i = 0; i < cells.size(); ++i) serves = serves || (chosen[i] && cells[i][person]);
      if (!serves) continue;
      ++all.people;
      if (minor[person]) ++all.minors;
    }
    all.nothing = all.people == 0;
    return all;
  }
  PeopleBehind cell(std::size_t i) const {
    std::vector<bool> only(cells.size());
    only[i] = true;
    return together(only);
  }

  ledger::SeededRandom random;
  std::vector<std::vector<bool>> cells;
  std::vector<bool> minor;
};

TEST(Suppression, WhatIsToldAndWhatCanBeReckonedTellsOfPeopleEnough) {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    const RandomTable table(seed);
    std::vector<PeopleBehind> behind;
    for (std::size_t i = 0; i < table.cells.size(); ++i) behind.push_back(table.cell(i));
    const PeopleBehind total = table.together(std::vector<bool>(table.cells.size(), true));
    const HiddenCells hidden = hiddenCells(total, behind, kRule);
    ASSERT_EQ(hidden.total, isTooFew(total, kRule)) << seed;
    if (hidden.total) continue;
    for (std::size_t i = 0; i < behind.size(); ++i)
      ASSERT_TRUE(hidden.cells[i] || !isTooFew(behind[i], kRule)) << seed << " cell " << i;
    ASSERT_FALSE(isTooFew(table.together(hidden.cells), kRule)) << seed << ": the sum less what is told";
    ASSERT_NE(std::ranges::count(hidden.cells, true), 1) << seed;
  }
}

}  // namespace
}  // namespace projections
