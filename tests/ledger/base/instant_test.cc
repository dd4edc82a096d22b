#include "ledger/base/instant.h"

#include <gtest/gtest.h>

namespace ledger {
namespace {

TEST(Instant, ParsesAndPrintsRfc3339) {
  const auto instant = Instant::parse("2026-03-01T10:00:00+05:00");
  ASSERT_TRUE(instant.ok());
  EXPECT_EQ(instant->utc_ms, 1772341200000);  // date -u -d 2026-03-01T05:00:00Z +%s
  EXPECT_EQ(instant->offset_minutes, 300);
  EXPECT_EQ(instant->text(), "2026-03-01T10:00:00+05:00");
  EXPECT_EQ(Instant::parse("2026-03-01T10:00:00.25-03:30")->text(), "2026-03-01T10:00:00.250-03:30");
}

TEST(Instant, RefusesWhatIsNotOneMoment) {
  for (const char* text : {"2026-03-01T10:00:00", "2026-03-01 10:00:00Z", "2026-02-30T10:00:00Z",
                           "2026-03-01T24:00:00Z", "2026-03-01T10:00:60Z", "1999-12-31T10:00:00Z",
                           "2026-03-01T10:00:00+15:00", "2026-03-01T10:00:00.1234Z", "2026-03-01T10:00:00Zx", ""}) {
    EXPECT_FALSE(Instant::parse(text).ok()) << text;
  }
}

// Almaty, 29 February 2024: the hour from 23:00 was lived twice, first at +06, then at +05.
TEST(Instant, TakesTheCivilDayFromItsOwnOffset) {
  const auto before = Instant::parse("2024-02-29T23:30:00+06:00");
  const auto after = Instant::parse("2024-02-29T23:30:00+05:00");
  EXPECT_EQ(after->utc_ms - before->utc_ms, 60 * kMsPerMinute);
  EXPECT_EQ(before->civilDay(), after->civilDay());
  EXPECT_EQ(dayText(after->civilDay()), "2024-02-29");
}

TEST(CivilDay, RoundTripsThroughText) {
  for (CivilDay day = 10957; day < 47847; day += 13) EXPECT_EQ(*parseDay(dayText(day)), day);
}

}  // namespace
}  // namespace ledger
