#include "projections/report/flow_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class FlowReports : public tests::AccountRegister {
 protected:
  static std::int64_t spentOn(const FlowFunder& funder, ledger::CostType type) {
    for (const FlowCost& cost : funder.costs) {
      if (cost.cost_type == type) return cost.spent;
    }
    return -1;
  }
};

TEST_F(FlowReports, FollowMoneyFromAFunderToATypeOfCost) {
  const auto report = readFlowReport(database_);
  ASSERT_TRUE(report.ok());
  ASSERT_EQ(report->funders.size(), 1U) << "who passes on is no funder here";
  const FlowFunder& funder = report->funders[0];
  EXPECT_EQ(funder.funder.names.en, "Model Centre");
  ASSERT_EQ(funder.directions.size(), 1U);
  EXPECT_EQ(funder.directions[0].code, "taza-alem");
  EXPECT_EQ(spentOn(funder, ledger::CostType::kRegrant), 4'000'000);
  EXPECT_EQ(spentOn(funder, ledger::CostType::kAdministration), 400'000);
}

// What the lines of all grants say is what was spent, and so is the sum over all days.
TEST_F(FlowReports, AddUpToWhatWasSpent) {
  for (const auto& period : {std::optional<Period>(), std::optional(*parsePeriod("2000-01-01..2100-01-01"))}) {
    const auto report = readFlowReport(database_, period);
    ASSERT_TRUE(report.ok());
    std::int64_t spent = 0;
    for (const FlowCost& cost : report->funders[0].costs) spent += cost.spent;
    EXPECT_EQ(spent, report->total[0].sums.spent);
  }
}

TEST_F(FlowReports, OfAPeriodTakeADisallowanceOnItsOwnDay) {
  const auto april = readFlowReport(database_, *parsePeriod("2026-04-01..2026-04-30"));
  ASSERT_TRUE(april.ok());
  EXPECT_EQ(spentOn(april->funders[0], ledger::CostType::kMaterials), -1'000'000);
}

}  // namespace
}  // namespace projections
