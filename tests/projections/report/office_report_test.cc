#include "projections/report/office_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class OfficeReports : public tests::AccountRegister {
 protected:
  OfficeReport read(bool exact) {
    auto report = readOfficeReport(database_, "KZ-71", {}, exact);
    EXPECT_TRUE(report.ok());
    return *std::move(report);
  }
  static std::int64_t countOf(const OfficeReport& report, std::string_view event) {
    for (const OfficeDeeds& deeds : report.deeds) {
      if (deeds.event == event) return deeds.count;
    }
    return 0;
  }
};

TEST_F(OfficeReports, ShowWhatTheOfficeDidAndItsRegion) {
  const OfficeReport report = read(true);
  EXPECT_EQ(report.office.office, tests::sample::kOffice);
  EXPECT_EQ(report.organisations, 2) << "the chapter is elsewhere";
  EXPECT_EQ(countOf(report, "CampaignOpened"), 1);
  EXPECT_EQ(countOf(report, "RequestResolved"), 1);
  ASSERT_EQ(report.requests.size(), 1U);
  EXPECT_EQ(report.requests[0].state, "resolved");
  EXPECT_EQ(report.requests[0].answer, "helped");
  EXPECT_EQ(report.requests[0].days, 4);
  ASSERT_EQ(report.ideas.size(), 1U);
  EXPECT_EQ(report.ideas[0].answer, "noMeans");
  EXPECT_EQ(report.service.volunteers, 2);
  ASSERT_TRUE(report.population.has_value());
  EXPECT_EQ(report.population->people, 1'200);
  EXPECT_EQ(report.money[0].sums.grants, 2);
  EXPECT_EQ(report.charity.sums[0].donations, 3);
}

TEST_F(OfficeReports, LeaveCasesAndServiceToOffices) {
  const OfficeReport report = read(false);
  EXPECT_TRUE(report.service.hidden);
  EXPECT_TRUE(report.requests.empty());
  EXPECT_TRUE(report.ideas.empty());
  EXPECT_EQ(countOf(report, "RequestResolved"), 0);
  EXPECT_EQ(countOf(report, "IdeaSubmitted"), 0);
  EXPECT_EQ(countOf(report, "CampaignOpened"), 1);
}

TEST_F(OfficeReports, KnowOfficesAlone) {
  EXPECT_EQ(readOfficeReport(database_, tests::sample::kOffice.text(), {}, false)->office.region, "KZ-71");
  for (const char* other : {"KZ-75", "national", ""})
    EXPECT_EQ(readOfficeReport(database_, other, {}, false).error().reason, "OFFICE_UNKNOWN") << other;
}

}  // namespace
}  // namespace projections
