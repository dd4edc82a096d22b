#include "projections/report/grant_money.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class GrantMoney : public tests::AccountRegister {};

TEST_F(GrantMoney, SumsTheGrantsThatMatch) {
  const auto all = readGrantMoney(database_, {"''", "g.parent is null", {}});
  ASSERT_TRUE(all.ok());
  ASSERT_EQ(all->size(), 1U);
  EXPECT_EQ(all->front().sums.grants, 2);
  EXPECT_EQ(all->front().sums.awarded, 40'000'000);
  const auto subs = readGrantMoney(database_, {"g.region", "g.parent is not null", {}});
  ASSERT_EQ(subs->size(), 1U);
  EXPECT_EQ(subs->front().code, "KZ-71");
  EXPECT_EQ(subs->front().sums.disbursed, 4'000'000);
  EXPECT_EQ(subs->front().sums.spent, 1'000'000);
}

TEST_F(GrantMoney, OfAPeriodIsWhatMovedInItAndWhatWasOnHandAfterIt) {
  const auto february = readGrantMoney(database_, {"''", "g.parent is null", *parsePeriod("2026-02-01..2026-02-28")});
  ASSERT_TRUE(february.ok());
  ASSERT_EQ(february->size(), 1U);
  EXPECT_EQ(february->front().sums.grants, 1);
  EXPECT_EQ(february->front().sums.disbursed, 10'000'000);
  EXPECT_EQ(february->front().sums.spent, 4'400'000);
  EXPECT_EQ(february->front().sums.on_hand, 5'600'000);
  EXPECT_EQ(readGrants(database_, {"''", "1 = 1", *parsePeriod("2026-02-01..2026-02-28")})->size(), 2U);
  EXPECT_EQ(readGrants(database_, {"''", "1 = 1", *parsePeriod("2025-01-01..2025-12-31")})->size(), 0U);
}

}  // namespace
}  // namespace projections
