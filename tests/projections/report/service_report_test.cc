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

}  // namespace
}  // namespace projections
