#include "projections/report/suppression.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

constexpr SuppressionRule kRule;
constexpr PeopleBehind kNothing{0, 0, true};

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

}  // namespace
}  // namespace projections
