#include "projections/report/organisation_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class OrganisationReports : public tests::AccountRegister {
 protected:
  OrganisationReport read(bool exact) {
    auto report = readOrganisationReport(database_, {"KZ-BIN-000140000012", {}, exact});
    EXPECT_TRUE(report.ok());
    return *std::move(report);
  }
};

TEST_F(OrganisationReports, GiveAnAccountOfEverything) {
  const OrganisationReport report = read(true);
  EXPECT_EQ(report.organisation.organisation, tests::sample::kOrganisation);
  EXPECT_EQ(report.state, "active");
  EXPECT_EQ(report.projects, 1);
  EXPECT_EQ(report.service.volunteers, 2);
  EXPECT_EQ(report.charity.sums.size(), 1U);
  ASSERT_EQ(report.received.size(), 1U);
  EXPECT_EQ(report.received[0].sums.grants, 2);
  EXPECT_TRUE(report.granted.empty());
  ASSERT_EQ(report.passed_on.size(), 1U);
  EXPECT_EQ(report.passed_on[0].sums.awarded, 6'000'000);
  EXPECT_EQ(report.grants.size(), 2U);
  EXPECT_EQ(report.obligations.all, 4);
  ASSERT_EQ(report.missed.size(), 1U);
  EXPECT_EQ(report.missed[0].obligation, tests::account::kLateReport);
  ASSERT_EQ(report.findings.size(), 2U);
  EXPECT_EQ(report.findings[1].all, 2);
}

TEST_F(OrganisationReports, TellThePublicNothingOfHoursNorOfOpenFindings) {
  const OrganisationReport report = read(false);
  EXPECT_TRUE(report.service.hidden);
  EXPECT_EQ(report.service.volunteers, 0);
  EXPECT_EQ(report.service.sums, HoursSums{});
  EXPECT_EQ(report.findings[1].all, 1);
  EXPECT_EQ(report.received[0].sums.awarded, 40'000'000) << "money is public";
}

TEST_F(OrganisationReports, LeaveAFunderWhatItIsOwed) {
  const auto report = readOrganisationReport(database_, {tests::sample::kFunder.text(), {}, false});
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->obligations.all, 0);
  EXPECT_EQ(report->granted[0].sums.grants, 2);
}

TEST_F(OrganisationReports, KnowOrganisationsAlone) {
  for (const std::string& other : {tests::sample::kGrant.text(), std::string("KZ-BIN-000140000099"), std::string()})
    EXPECT_EQ(readOrganisationReport(database_, {other, {}, false}).error().reason, "ORGANISATION_UNKNOWN") << other;
}

}  // namespace
}  // namespace projections
