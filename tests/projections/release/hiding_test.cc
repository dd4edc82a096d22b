#include "projections/release/hiding.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

constexpr SuppressionRule kRule;

Crowd people(std::uint32_t from, std::uint32_t to) {
  std::vector<Share> shares;
  for (std::uint32_t person = from; person < to; ++person) shares.push_back({person, 60, false});
  return Crowd(std::move(shares));
}

using Fates = std::vector<Fate>;

TEST(Hiding, TellsAllWhereAllMayBeTold) {
  EXPECT_EQ(fatesOf({people(0, 10), people(0, 10)}, kRule), (Fates{Fate::kTold, Fate::kTold}));
}

TEST(Hiding, TheSmallestOtherGoesWithAHiddenOne) {
  EXPECT_EQ(fatesOf({people(0, 30), people(30, 39), people(40, 60)}, kRule),
            (Fates{Fate::kTold, Fate::kFew, Fate::kCover}));
}

// Nine and nine are eighteen entries, but ten people: and ten are enough. Nine and nine of nine are not.
TEST(Hiding, CountsTheUnionAndNotTheSum) {
  EXPECT_EQ(fatesOf({people(0, 9), people(1, 10), people(20, 40)}, kRule),
            (Fates{Fate::kFew, Fate::kFew, Fate::kTold}));
  EXPECT_EQ(fatesOf({people(0, 9), people(0, 9), people(20, 40)}, kRule),
            (Fates{Fate::kFew, Fate::kFew, Fate::kCover}));
}

TEST(Hiding, WhatIsHiddenTogetherIsNotDominatedEither) {
  std::vector<Share> shares = people(0, 9).shares();
  shares.push_back({100, 60 * 11, false});
  const Crowd ruled(std::move(shares));
  EXPECT_EQ(fatesOf({ruled, people(10, 11), people(20, 40)}, kRule),
            (Fates{Fate::kDominated, Fate::kFew, Fate::kCover}));
}

TEST(Hiding, WhereNothingCoversTheSumStandsAlone) {
  EXPECT_EQ(fatesOf({people(0, 9), people(9, 12)}, kRule), (Fates{Fate::kFew, Fate::kFew}));
  EXPECT_EQ(fatesOf({people(0, 3), people(9, 12)}, kRule), (Fates{Fate::kFew, Fate::kFew}));
}

// Online is a part of region B: the rest of B is three people.
TEST(Hiding, FindsWhatTwoTablesGiveTogether) {
  const Crossed crossed{{people(0, 20), {}}, {people(40, 43), people(20, 40)}};
  const auto found = crossingOf(crossed, kRule);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->columns, (std::vector<bool>{true, false}));
  EXPECT_EQ(found->rows, (std::vector<bool>{true, false}));
  EXPECT_FALSE(crossingOf({{people(0, 20), {}}, {people(40, 50), people(20, 40)}}, kRule));
  EXPECT_FALSE(crossingOf({{people(0, 20), people(50, 51)}, {people(40, 43), people(20, 40)}}, kRule))
      << "no row within";
}

}  // namespace
}  // namespace projections
