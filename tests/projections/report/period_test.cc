#include "projections/report/period.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

TEST(Period, IsItsFirstAndItsLastDay) {
  const auto period = parsePeriod("2026-01-01..2026-03-31");
  ASSERT_TRUE(period.ok());
  EXPECT_EQ(period->first(), "2026-01-01");
  EXPECT_EQ(period->last(), "2026-03-31");
  EXPECT_TRUE(period->holds(period->from));
  EXPECT_TRUE(period->holds(period->to));
  EXPECT_FALSE(period->holds(period->from - 1));
  EXPECT_FALSE(period->holds(period->to + 1));
  EXPECT_EQ(withinSql(*period, "day"), "day between '2026-01-01' and '2026-03-31'");
  EXPECT_EQ(withinSql({}, "day"), "1 = 1");
}

TEST(Period, OfOneDayHasThatDayTwice) {
  ASSERT_TRUE(parsePeriod("2026-01-01..2026-01-01").ok());
}

TEST(Period, OfOtherShapesIsRefused) {
  for (const char* text : {"", "..", "2026-01-01", "2026-01-01..", "..2026-01-01", "2026-01-02..2026-01-01",
                           "2026-01-01...2026-01-02", "2026-01-01..2026-02-30", "2026-01-01..2026-01-02 "}) {
    const auto period = parsePeriod(text);
    ASSERT_FALSE(period.ok()) << text;
    EXPECT_EQ(period.error().reason, "BAD_PERIOD");
  }
}

TEST(Period, WhatIsRecordedLiesOnItsDayInTheEast) {
  const ledger::CivilDay day = *ledger::parseDay("2026-03-01");
  const ledger::UtcMs midnight = static_cast<ledger::UtcMs>(day) * ledger::kMsPerDay;
  EXPECT_EQ(recordedDay(midnight), day);
  EXPECT_EQ(recordedDay(midnight + 19 * 60 * ledger::kMsPerMinute - 1), day);
  EXPECT_EQ(recordedDay(midnight + 19 * 60 * ledger::kMsPerMinute), day + 1);
}

}  // namespace
}  // namespace projections
