#include "projections/report/programme_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class ProgrammeReports : public tests::AccountRegister {};

TEST_F(ProgrammeReports, ShowProjectsOutputsGrantsAndService) {
  const auto report = readProgrammeReport(database_, tests::sample::kProgramme, {}, true);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->state, "defined");
  ASSERT_EQ(report->projects.size(), 1U);
  EXPECT_EQ(report->projects[0].state, "running");
  EXPECT_EQ(report->projects[0].organisation.names.en, "Green Garden Fund");
  ASSERT_EQ(report->outputs.size(), 1U);
  EXPECT_EQ(report->outputs[0].unit, "trees");
  EXPECT_EQ(report->outputs[0].target, 50);
  EXPECT_EQ(report->outputs[0].reached, 20);
  EXPECT_EQ(report->service.volunteers, 2);
  EXPECT_EQ(report->money[0].sums.grants, 2);
  EXPECT_EQ(report->grants.size(), 2U);
}

TEST_F(ProgrammeReports, HideServiceAndKnowProgrammesAlone) {
  EXPECT_TRUE(readProgrammeReport(database_, tests::sample::kProgramme, {}, false)->service.hidden);
  EXPECT_EQ(readProgrammeReport(database_, tests::sample::kProject, {}, true).error().reason, "PROGRAMME_UNKNOWN");
  const auto may =
      readProgrammeReport(database_, tests::sample::kProgramme, *parsePeriod("2026-05-01..2026-05-31"), true);
  EXPECT_EQ(may->outputs[0].target, 0);
  EXPECT_EQ(may->outputs[0].reached, 20);
}

}  // namespace
}  // namespace projections
