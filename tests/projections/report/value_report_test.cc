#include "projections/report/value_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

std::uint8_t subjectOf(int first, int more) {
  return static_cast<std::uint8_t>(first + more);
}

class ValueReports : public tests::AccountRegister {};

// 1,330 minutes in Astana at 1,500 an hour.
TEST_F(ValueReports, ReplaceAnHourByTheWageOfItsRegion) {
  const auto report = readValueReport(database_, {}, true);
  ASSERT_TRUE(report.ok());
  ASSERT_EQ(report->cells.size(), 1U);
  EXPECT_EQ(report->cells[0].minutes.count(), 1330);
  EXPECT_EQ(report->cells[0].per_hour, 150'000);
  EXPECT_FALSE(report->cells[0].of_country);
  EXPECT_EQ(report->cells[0].value, 3'325'000);
  ASSERT_EQ(report->total.size(), 1U);
  EXPECT_EQ(report->total[0].minor, 3'325'000);
  EXPECT_EQ(report->without_wage.count(), 0);
  ASSERT_EQ(report->policies.size(), 1U);
  EXPECT_EQ(report->policies[0].policy, tests::subject(191));
}

TEST_F(ValueReports, LeaveAYearWithoutAWageAndPaidTimeApart) {
  played_.log.submit(tests::sample::kVolunteer);
  played_.log.add(tests::claimOf(211, tests::sample::kVolunteer, "2025-03-15", 60));
  auto paid = tests::claimOf(212, tests::sample::kVolunteer, "2026-03-16", 30);
  paid.time_basis = ledger::TimeBasis::kPaidWorkTime;
  played_.log.add(paid);
  played_.log.submit(tests::sample::kAttestor);
  played_.log.add(tests::attestOf(211, "2026-03-17", 60));
  played_.log.add(tests::attestOf(212, "2026-03-17", 30));
  follow();
  const auto report = readValueReport(database_, {}, true);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->without_wage.count(), 60);
  EXPECT_EQ(report->other_basis.count(), 30);
  EXPECT_EQ(report->total[0].minor, 3'325'000);
}

TEST_F(ValueReports, HideFromThePublicWhatFewPeopleStandBehind) {
  const auto report = readValueReport(database_, {}, false);
  ASSERT_TRUE(report.ok());
  EXPECT_TRUE(report->hidden);
  EXPECT_TRUE(report->cells.empty());
  EXPECT_TRUE(report->total.empty());
  EXPECT_EQ(report->volunteers, 0);
  EXPECT_EQ(report->valued.count(), 0);
}

// Ten people: the sum of the country is told, and no region.
TEST_F(ValueReports, TellTheSumWhereEnoughPeopleStandBehindIt) {
  for (std::uint8_t i = 0; i < 8; ++i) {
    played_.log.submit(tests::person(subjectOf(60, i)));
    played_.log.add(tests::claimOf(subjectOf(220, i), tests::person(subjectOf(60, i)), "2026-03-20", 60));
    played_.log.submit(tests::sample::kAttestor);
    played_.log.add(tests::attestOf(subjectOf(220, i), "2026-03-21", 60));
  }
  follow();
  const auto report = readValueReport(database_, {}, false);
  ASSERT_TRUE(report.ok());
  EXPECT_FALSE(report->hidden);
  EXPECT_TRUE(report->cells.empty());
  EXPECT_EQ(report->total[0].minor, 3'325'000 + 8 * 150'000);
  EXPECT_EQ(report->volunteers, 0) << "the amount alone is told";
  EXPECT_EQ(report->valued.count() + report->without_wage.count() + report->other_basis.count(), 0);
  const auto days = readValueReport(database_, *parsePeriod("2026-01-01..2026-12-31"), false);
  EXPECT_TRUE(days->hidden) << "days less a day would tell of one person";
  EXPECT_TRUE(days->total.empty());
  // The hours of everybody less those valued are hers.
  auto paid = tests::claimOf(212, tests::sample::kVolunteer, "2026-03-16", 30);
  paid.time_basis = ledger::TimeBasis::kPaidWorkTime;
  played_.log.submit(tests::sample::kVolunteer);
  played_.log.add(paid);
  played_.log.submit(tests::sample::kAttestor);
  played_.log.add(tests::attestOf(212, "2026-03-17", 30));
  follow();
  const auto beside = readValueReport(database_, {}, false);
  EXPECT_TRUE(beside->hidden);
  EXPECT_TRUE(beside->total.empty());
}

}  // namespace
}  // namespace projections
