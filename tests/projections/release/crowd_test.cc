#include "projections/release/crowd.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

Crowd crowd(int people, std::int64_t minutes, std::uint32_t first = 0) {
  std::vector<Share> shares;
  for (int i = 0; i < people; ++i) shares.push_back({first + static_cast<std::uint32_t>(i), minutes, false});
  return Crowd(std::move(shares));
}

Crowd with(const Crowd& crowd, std::int64_t minutes, bool minor = false) {
  std::vector<Share> shares = crowd.shares();
  shares.push_back({1000 + static_cast<std::uint32_t>(crowd.people()), minutes, minor});
  return Crowd(std::move(shares));
}

TEST(Crowd, CountsAPersonOnceAndNobodyWithoutMinutes) {
  const Crowd made({{3, 60, false}, {1, 30, true}, {3, 30, false}, {2, 0, false}, {4, 60, false}, {4, -60, false}});
  EXPECT_EQ(made.shares(), (std::vector<Share>{{1, 30, true}, {3, 90, false}}));
  EXPECT_EQ(made.minutes(), 120);
}

TEST(Crowd, TenPeopleAreEnoughAndTwentyWithAMinor) {
  const SuppressionRule rule;
  EXPECT_FALSE(isFew(crowd(10, 60), rule));
  EXPECT_TRUE(isFew(crowd(9, 60), rule));
  EXPECT_TRUE(isFew(Crowd(), rule));
  EXPECT_TRUE(isFew(with(crowd(18, 60), 60, true), rule));
  EXPECT_FALSE(isFew(with(crowd(19, 60), 60, true), rule));
}

TEST(Crowd, NeitherOneNorTwoHoldMostOfIt) {
  EXPECT_FALSE(isDominated(with(crowd(11, 60), 660))) << "just half";
  EXPECT_TRUE(isDominated(with(crowd(11, 60), 661)));
  EXPECT_FALSE(isDominated(with(with(crowd(10, 60), 1200), 1200))) << "just four fifths";
  EXPECT_TRUE(isDominated(with(with(crowd(10, 60), 1201), 1200)));
  EXPECT_TRUE(isDominated(with(crowd(11, 60), -661))) << "a change downwards";
}

TEST(Crowd, AChangeIsOfThoseWhoseMinutesDiffer) {
  const Crowd before({{1, 60, false}, {2, 60, true}, {3, 60, false}});
  const Crowd now({{1, 60, false}, {2, 90, false}, {4, 30, false}});
  EXPECT_EQ(changeOf(before, now).shares(), (std::vector<Share>{{2, 30, true}, {3, -60, false}, {4, 30, false}}));
}

TEST(Crowd, RoundsToFivesAndTens) {
  EXPECT_EQ(roundedPeople(12), 10);
  EXPECT_EQ(roundedPeople(13), 15);
  EXPECT_EQ(roundedHours(4 * 60 + 59), 0);
  EXPECT_EQ(roundedHours(5 * 60), 10);
  EXPECT_EQ(roundedHours(14 * 60 + 59), 10);
  EXPECT_EQ(roundedHours(15 * 60), 20);
}

}  // namespace
}  // namespace projections
