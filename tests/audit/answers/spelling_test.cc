#include "audit/answers/spelling.h"

#include <gtest/gtest.h>

#include "audit/answers/body_json.h"
#include "audit/answers/told_fields.h"
#include "ledger/base/instant.h"

namespace audit::tests {
namespace {

TEST(Spelling, OfDaysHasFourDigitsOfAYear) {
  EXPECT_EQ(civilDayText(0), "1970-01-01");
  EXPECT_EQ(civilDayText(20'513), "2026-03-01");
  EXPECT_EQ(civilDayText(-719'528), "0000-01-01");
}

TEST(Spelling, OfYearsBeforeTheFirstIsThatOfTheLedger) {
  for (const std::int32_t day : {-719'528, -719'529, -800'000, -4'400'000})
    EXPECT_EQ(civilDayText(day), ledger::dayText(day)) << day;
}

TEST(Spelling, OfMomentsIsOneInEveryAnswer) {
  EXPECT_EQ(offsetMoment(1'772'348'400'250, 300, Thousandths::kWhereAny), "2026-03-01T12:00:00.250+05:00");
  EXPECT_EQ(offsetMoment(1'772'348'400'250, 300, Thousandths::kLeftOut), "2026-03-01T12:00:00+05:00");
  EXPECT_EQ(spelledMoment(1'772'348'400'250, 0), "2026-03-01T07:00:00.250+00:00");
  EXPECT_EQ(momentText(1'772'348'400'250, 0), "2026-03-01T07:00:00Z");
  EXPECT_EQ(momentText(-1, -210), "1969-12-31T20:29:59-03:30");
}

}  // namespace
}  // namespace audit::tests
