#include "projections/report/working_calendar.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

using tests::day;

class Calendar : public tests::AccountRegister {};

TEST_F(Calendar, MovesADayThatDoesNotWorkToTheNextThatDoes) {
  const auto calendar = WorkingCalendar::read(database_);
  ASSERT_TRUE(calendar.ok());
  EXPECT_EQ(calendar->dueDay(day("2026-02-27")), day("2026-02-27"));
  EXPECT_EQ(calendar->dueDay(day("2026-02-28")), day("2026-03-02")) << "over a weekend";
  EXPECT_EQ(calendar->dueDay(day("2026-03-09")), day("2026-03-10")) << "the calendar names it";
  EXPECT_EQ(calendar->dueDay(day("2025-12-27")), day("2025-12-27")) << "before any deadlines apply every day works";
}

TEST_F(Calendar, CountsByTheNamedDeadlineElseByTheDaysGiven) {
  const auto calendar = WorkingCalendar::read(database_);
  ASSERT_TRUE(calendar.ok());
  EXPECT_EQ(calendar->answerDay(day("2026-03-02"), "finding-response", 15), day("2026-03-10"));
  EXPECT_EQ(calendar->answerDay(day("2026-03-02"), "nothing", 4), day("2026-03-06"));
  EXPECT_EQ(calendar->answerDay(day("2026-03-02"), "nothing", 5), day("2026-03-10"));
}

}  // namespace
}  // namespace projections
