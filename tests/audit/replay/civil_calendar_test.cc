#include "audit/replay/civil_calendar.h"

#include <gtest/gtest.h>

namespace audit::tests {
namespace {

TEST(CivilCalendar, ReadsADay) {
  EXPECT_EQ(dayFrom("1970-01-01"), 0);
  EXPECT_EQ(dayFrom("1969-12-31"), -1);
  EXPECT_EQ(dayFrom("2024-02-29"), dayOf({2024, 2, 29}));
  EXPECT_EQ(dayFrom("2026-03-01"), dayOf({2026, 3, 1}));
}

TEST(CivilCalendar, AndNothingElse) {
  for (const char* text : {"", "2026-3-01", "2026-03-1", "2026/03/01", "2026-13-01", "2026-00-01", "2026-02-29",
                           "2026-03-00", "2026-03-32", "+026-03-01", "2026-03-01 ", "20a6-03-01"})
    EXPECT_EQ(dayFrom(text), std::nullopt) << text;
}

}  // namespace
}  // namespace audit::tests
