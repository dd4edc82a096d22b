#include "ledger/rules/working_days.h"

#include <gtest/gtest.h>

#include "tests/ledger/policies/shipped_policies.h"
#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

Deadlines deadlines() {
  Deadlines made;
  made.deadlines = {{"answer", 3, DayCount::kCalendar, 0, 0},
                    {"check", 3, DayCount::kWorking, 0, 0},
                    {"yearly", 0, DayCount::kCalendar, 3, 31}};
  // The Friday is off, and worked on Saturday instead.
  made.calendar = {{day("2026-06-12"), false}, {day("2026-06-13"), true}};
  return made;
}

TEST(WorkingDays, AreMondayToFridayButForTheCalendar) {
  const Deadlines made = deadlines();
  EXPECT_TRUE(works(made, day("2026-06-08")));   // Monday
  EXPECT_TRUE(works(made, day("2026-06-11")));   // Thursday
  EXPECT_FALSE(works(made, day("2026-06-12")));  // Friday, off
  EXPECT_TRUE(works(made, day("2026-06-13")));   // Saturday, worked
  EXPECT_FALSE(works(made, day("2026-06-14")));  // Sunday
  EXPECT_TRUE(works(made, day("2026-06-19")));   // the next Friday
  EXPECT_FALSE(works(made, day("2026-06-20")));  // the next Saturday
}

TEST(WorkingDays, ADayThatDoesNotWorkGoesToTheNextThatDoes) {
  const Deadlines made = deadlines();
  EXPECT_EQ(workingDayFrom(made, day("2026-06-11")), day("2026-06-11"));
  EXPECT_EQ(workingDayFrom(made, day("2026-06-12")), day("2026-06-13"));
  EXPECT_EQ(workingDayFrom(made, day("2026-06-14")), day("2026-06-15"));
  EXPECT_EQ(workingDayFrom(made, day("2026-06-20")), day("2026-06-22"));
}

TEST(WorkingDays, AreCountedFromTheDayAfterTheFact) {
  const Deadlines made = deadlines();
  EXPECT_EQ(lastDayFor(made, "answer", day("2026-06-10")), day("2026-06-13"));
  // Thursday, Saturday (worked), Monday.
  EXPECT_EQ(lastDayFor(made, "check", day("2026-06-10")), day("2026-06-15"));
  // A fact on a Sunday: Monday, Tuesday, Wednesday.
  EXPECT_EQ(lastDayFor(made, "check", day("2026-06-14")), day("2026-06-17"));
}

TEST(WorkingDays, OnlyANumberOfDaysIsADeadlineOfAnAnswer) {
  EXPECT_EQ(lastDayFor(deadlines(), "yearly", day("2026-06-10")), std::nullopt);
  EXPECT_EQ(lastDayFor(deadlines(), "refund", day("2026-06-10")), std::nullopt);
}

TEST(WorkingDays, TheShippedCalendarHasNoWorkOnNauryz) {
  const Deadlines shipped = *tests::shippedPolicy("kz_deadlines").deadlines;
  EXPECT_FALSE(works(shipped, day("2026-03-23")));
  EXPECT_TRUE(works(shipped, day("2026-03-26")));
  // Ten working days from Thursday 12 March, over three days of Nauryz.
  EXPECT_EQ(lastDayFor(shipped, "technical-check", day("2026-03-12")), day("2026-03-31"));
}

// What is counted from December ends in January, which no later calendar tells of yet.
TEST(WorkingDays, TheShippedCalendarReachesOverTheNewYear) {
  const Deadlines shipped = *tests::shippedPolicy("kz_deadlines").deadlines;
  // Ten working days from Thursday 24 December: five of December, then the 5th, 6th, 8th, 11th and 12th.
  EXPECT_EQ(lastDayFor(shipped, "disbursement-confirmation", day("2026-12-24")), day("2027-01-12"));
}

}  // namespace
}  // namespace ledger
