#include "projections/report/service_figures.h"

#include "projections/report/national_report.h"
#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class Service : public tests::AccountRegister {
 protected:
  ServiceFigures of(const std::string& condition, const std::optional<Period>& period = {}) {
    auto figures = readService(database_, condition, period);
    EXPECT_TRUE(figures.ok());
    return *std::move(figures);
  }
};

TEST_F(Service, IsWhatTheNationalReportCounts) {
  const auto national = readNationalReport(database_);
  ASSERT_TRUE(national.ok());
  const ServiceFigures all = of("1 = 1");
  EXPECT_EQ(all.sums, national->total.sums);
  EXPECT_EQ(all.volunteers, national->total.volunteers);
  EXPECT_EQ(all.activities, national->total.activities);
  EXPECT_EQ(all.attended_people, national->total.attended_people);
}

TEST_F(Service, CountsAPersonOnceInHerBand) {
  const ServiceFigures figures = of("a.region = 'KZ-71'");
  ASSERT_EQ(figures.bands.size(), 1U);
  EXPECT_EQ(figures.bands[0].band, ledger::AgeBand::kUnknown);
  EXPECT_EQ(figures.bands[0].volunteers, figures.volunteers);
  EXPECT_EQ(figures.bands[0].attested, figures.sums.attested);
  EXPECT_EQ(figures.minors, 0);
  EXPECT_EQ(of("a.region = 'KZ-75'").volunteers, 0);
}

TEST_F(Service, TellsMinorsByTheAgeOfTheClaim) {
  played_.log.submit(tests::person(10));
  ledger::PersonRegister registered;
  registered.person = tests::person(40);
  registered.office = tests::sample::kOffice;
  registered.region = "KZ-71";
  registered.age_band = ledger::AgeBand::kFrom16to17;
  played_.log.add(registered);
  played_.log.submit(tests::person(40));
  played_.log.add(tests::claimOf(211, tests::person(40), "2026-03-15", 60));
  played_.log.submit(tests::sample::kAttestor);
  played_.log.add(tests::attestOf(211, "2026-03-16", 60));
  follow();
  const ServiceFigures figures = of("1 = 1", *parsePeriod("2026-03-15..2026-03-15"));
  ASSERT_EQ(figures.bands.size(), 1U);
  EXPECT_EQ(figures.bands[0].band, ledger::AgeBand::kFrom16to17);
  EXPECT_EQ(figures.minors, 1);
}

TEST_F(Service, HiddenKeepsTheNumberOfActivitiesAlone) {
  ServiceFigures figures = of("1 = 1");
  hideService(figures);
  EXPECT_TRUE(figures.hidden);
  EXPECT_EQ(figures.activities, 1);
  EXPECT_EQ(figures.volunteers, 0);
  EXPECT_EQ(figures.sums, HoursSums{});
  EXPECT_EQ(figures.attended_people, 0);
  EXPECT_TRUE(figures.bands.empty());
}

}  // namespace
}  // namespace projections
