#include "projections/report/service_report.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

TEST(ServiceReport, ListsEveryEntryOfOneVolunteerOnly) {
  tests::MadeLog log = tests::sampleLog();
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  const auto report = readServiceReport(database, tests::sample::kVolunteer);
  ASSERT_TRUE(report.ok()) << report.error().message;
  ASSERT_EQ(report->entries.size(), 6U);
  HoursSums recounted;
  for (const ServiceEntry& entry : report->entries) {
    EXPECT_EQ(entry.hours.volunteer, tests::sample::kVolunteer);
    EXPECT_EQ(entry.organisation.en, "Green Garden Fund");
    EXPECT_EQ(entry.project.en, "Garden");
    recounted += sumsOf(entry.hours);
  }
  EXPECT_EQ(report->volunteer.sums, recounted);
}

TEST(ServiceReport, OfAPeriodTellsOfTheServiceThatBeganInIt) {
  tests::MadeLog log = tests::sampleLog();
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  const auto read = [&](const char* period) {
    const auto report = readServiceReport(database, tests::sample::kVolunteer, *parsePeriod(period));
    EXPECT_TRUE(report.ok());
    return *report;
  };
  const ServiceReport two_days = read("2026-03-01..2026-03-02");
  EXPECT_EQ(two_days.entries.size(), 2U);
  EXPECT_EQ(two_days.volunteer.sums.attested, ledger::Minutes{1020});
  EXPECT_EQ(two_days.volunteer.sums.disputed, ledger::Minutes{780});
  const ServiceReport third = read("2026-03-03..2026-03-03");
  EXPECT_EQ(third.volunteer.sums.attested, ledger::Minutes{110}) << "as corrected, whenever that was";
  const ServiceReport none = read("2025-01-01..2025-12-31");
  EXPECT_TRUE(none.entries.empty());
  EXPECT_EQ(none.volunteer.sums, HoursSums{});
  const auto whole = readServiceReport(database, tests::sample::kVolunteer);
  EXPECT_EQ(read("2026-01-01..2026-12-31").volunteer.sums, whole->volunteer.sums);
}

}  // namespace
}  // namespace projections
