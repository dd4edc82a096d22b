#include "projections/report/deployment_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class DeploymentReports : public tests::AccountRegister {};

TEST_F(DeploymentReports, TellOfficesWhoWasAskedForAndWhoServed) {
  const auto report = readDeploymentReport(database_, {}, true);
  ASSERT_TRUE(report.ok());
  ASSERT_EQ(report->emergencies.size(), 1U);
  const EmergencyEntry& flood = report->emergencies[0];
  EXPECT_EQ(flood.names.en, "Flood");
  EXPECT_EQ(flood.type, "flood");
  EXPECT_EQ(flood.asked, 25);
  EXPECT_EQ(flood.served, 17);
  EXPECT_EQ(flood.organisations, 2);
  ASSERT_EQ(flood.deployments.size(), 2U);
  EXPECT_EQ(flood.deployments[0].asked, 20) << "as it was ordered";
  EXPECT_EQ(flood.deployments[0].served, 17);
  EXPECT_EQ(flood.deployments[0].ended, tests::day("2026-04-09"));
  EXPECT_EQ(flood.deployments[1].served, std::nullopt);
  EXPECT_EQ(flood.deployments[1].skill, "law");
}

TEST_F(DeploymentReports, TellThePublicOfEmergenciesAlone) {
  const auto report = readDeploymentReport(database_, {}, false);
  ASSERT_EQ(report->emergencies.size(), 1U);
  EXPECT_EQ(report->emergencies[0].asked, 0);
  EXPECT_EQ(report->emergencies[0].served, 0);
  EXPECT_TRUE(report->emergencies[0].deployments.empty());
  EXPECT_EQ(readDeploymentReport(database_, *parsePeriod("2026-05-01..2026-05-31"), true)->emergencies.size(), 0U);
}

}  // namespace
}  // namespace projections
