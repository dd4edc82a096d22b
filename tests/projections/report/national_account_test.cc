#include "projections/report/national_account.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class NationalAccounts : public tests::AccountRegister {};

TEST_F(NationalAccounts, TellOfCharityGrantsDutiesAndAwards) {
  const auto account = readNationalAccount(database_, {});
  ASSERT_TRUE(account.ok());
  ASSERT_EQ(account->charity.sums.size(), 1U);
  EXPECT_EQ(account->charity.sums[0].donated, 58'000);
  EXPECT_EQ(account->sub_awards[0].sums.awarded, 6'000'000);
  EXPECT_EQ(account->obligations.all, 4);
  EXPECT_EQ(account->obligations.late, 1);
  ASSERT_EQ(account->findings.size(), 2U);
  EXPECT_EQ(account->findings[0].closed, 1);
  EXPECT_EQ(account->findings[1].open, 0) << "an open one is not public";
  EXPECT_EQ(account->distinctions[0].conferred, 1);
  ASSERT_TRUE(account->population.has_value());
  EXPECT_EQ(account->population->people, 2'000);
}

TEST_F(NationalAccounts, OfAPeriodTellWhatOccurredOnItsDays) {
  const auto may = readNationalAccount(database_, *parsePeriod("2026-05-01..2026-05-31"));
  ASSERT_TRUE(may.ok());
  EXPECT_EQ(may->charity.sums[0].donations, 0);
  EXPECT_EQ(may->charity.sums[0].given_back, 3'000);
  EXPECT_EQ(may->obligations.all, 0);
}

}  // namespace
}  // namespace projections
