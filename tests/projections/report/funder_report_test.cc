#include "projections/report/funder_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class FunderReports : public tests::AccountRegister {};

TEST_F(FunderReports, SumAndListWhatIsFunded) {
  const auto report = readFunderReport(database_, tests::sample::kFunder.text());
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->total[0].sums.awarded, 40'000'000);
  ASSERT_EQ(report->by_source.size(), 1U);
  EXPECT_EQ(report->by_source[0].code, "state");
  EXPECT_EQ(report->by_class[0].code, "small");
  EXPECT_EQ(report->by_region[0].code, "KZ-71");
  EXPECT_EQ(report->by_direction[0].code, "taza-alem");
  EXPECT_TRUE(report->passed_on.empty());
  ASSERT_EQ(report->grants.size(), 2U);
  EXPECT_EQ(report->grants[0].grant.number, "RG-1");
  EXPECT_EQ(report->grants[0].grantee.names.en, "Green Garden Fund");
  ASSERT_EQ(report->contracts.size(), 1U);
  EXPECT_EQ(report->contracts[0].number, "SSO-1");
  EXPECT_EQ(report->contracts[0].amount, 90'000);
  EXPECT_EQ(report->obligations.all, 4);
}

TEST_F(FunderReports, TellSubAwardsApart) {
  const auto report = readFunderReport(database_, "KZ-BIN-000140000012");
  ASSERT_TRUE(report.ok());
  EXPECT_TRUE(report->total.empty());
  EXPECT_EQ(report->passed_on[0].sums.grants, 1);
  EXPECT_EQ(report->grants.size(), 1U);
  EXPECT_EQ(report->obligations.all, 0) << "it owes them";
}

}  // namespace
}  // namespace projections
