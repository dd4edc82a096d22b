#include "projections/release/release_period.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

TEST(ReleasePeriod, IsAMonthAQuarterOrAYear) {
  for (const auto& [name, from, to] :
       {std::tuple("2026-10", "2026-10-01", "2026-10-31"), std::tuple("2028-02", "2028-02-01", "2028-02-29"),
        std::tuple("2026-Q4", "2026-10-01", "2026-12-31"), std::tuple("2026-Q1", "2026-01-01", "2026-03-31"),
        std::tuple("2026", "2026-01-01", "2026-12-31")}) {
    const auto period = parseReleasePeriod(name);
    ASSERT_TRUE(period) << name;
    EXPECT_EQ(ledger::dayText(period->from), from);
    EXPECT_EQ(ledger::dayText(period->to), to);
    EXPECT_EQ(period->name(), name);
  }
  EXPECT_FALSE(parseReleasePeriod("2026-1O"));
}

}  // namespace
}  // namespace projections
