#include "audit/rules/statistics.h"

#include <gtest/gtest.h>

#include <cmath>

namespace audit::tests {
namespace {

TEST(Statistics, BinomialTailsAreThoseOfSmallSums) {
  EXPECT_NEAR(tailOf({10, 0}, 0.5), 1, 1e-12);
  EXPECT_NEAR(tailOf({10, 10}, 0.5), std::pow(0.5, 10), 1e-12);
  EXPECT_NEAR(tailOf({10, 8}, 0.5), 56.0 / 1024, 1e-12);
  EXPECT_NEAR(tailOf({3, 1}, 0.1), 1 - 0.729, 1e-12);
  EXPECT_EQ(tailOf({3, 4}, 0.1), 0);
}

// Above the bound from which factorials are approximated; half of a symmetric distribution and half its middle.
TEST(Statistics, LongTailsStayExact) {
  const double middle = std::exp(std::lgamma(1001.0) - 2 * std::lgamma(501.0) - 1000 * std::log(2.0));
  EXPECT_NEAR(tailOf({1000, 500}, 0.5), 0.5 + middle / 2, 1e-9);
}

TEST(Statistics, MediansAndRobustScores) {
  EXPECT_EQ(medianOf({3, 1, 2}), 2);
  EXPECT_EQ(medianOf({4, 1, 2, 3}), 2.5);
  const auto scores = robustScores({1, 2, 3, 4, 100});
  ASSERT_EQ(scores.size(), 5U);
  EXPECT_NEAR(scores[4], 0.6745 * 97, 1e-9);
  EXPECT_TRUE(robustScores({7, 7, 7, 9}).empty());
}

TEST(Statistics, BenfordsOwnAmountsDoNotDeviate) {
  std::vector<std::int64_t> amounts;
  for (int i = 0; i < 9000; ++i) amounts.push_back(std::llround(std::pow(10.0, 2 + 3.0 * (i + 0.5) / 9000)));
  EXPECT_LT(benfordDeviation(amounts), 0.0005);
  EXPECT_GT(benfordDeviation(std::vector<std::int64_t>(100, 5'000)), 0.02);
}

}  // namespace
}  // namespace audit::tests
