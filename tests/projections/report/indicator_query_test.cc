#include "projections/report/indicator_query.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

const Period kWholeYear = *yearDays(2026);

std::string readBack(std::string_view source) {
  const auto query = queryIn(source, kWholeYear);
  return query ? query->text() : "none";
}

// The figure, or the reason why there is none.
std::string converted(const char* category, std::int64_t figure, std::string_view unit,
                      const ledger::Currency& currency = *ledger::Currency::parse("KZT")) {
  const auto value = inUnit(*parseCategory(category)->category, figure, unit, currency);
  return value ? std::to_string(*value) : value.error().reason;
}

TEST(IndicatorQuery, IsReadBackFromItsText) {
  EXPECT_EQ(readBack("projects/KZ-75 2026-01-01..2026-06-30"), "projects/KZ-75 2026-01-01..2026-06-30");
  EXPECT_EQ(readBack("contracts 2026-01-01..2026-12-31"), "contracts 2026-01-01..2026-12-31");
  EXPECT_EQ(readBack("volunteers"), "volunteers 2026-01-01..2026-12-31") << "without days: the whole year";
}

TEST(IndicatorQuery, OtherWordsAreNone) {
  for (const char* source : {"", " ", "our own list", "volunteers of our office", "volunteer", "contracts/KZ-75",
                             "volunteers/KZ-75", "volunteers 2026-01-01", "volunteers 2025-12-31..2026-12-31",
                             "volunteers 2026-01-01..2027-01-01", "volunteers 2026-06-30..2026-01-01"}) {
    EXPECT_EQ(readBack(source), "none") << source;
  }
}

TEST(IndicatorQuery, AYearIsAllItsDays) {
  EXPECT_EQ(kWholeYear.first() + " " + kWholeYear.last(), "2026-01-01 2026-12-31");
  EXPECT_TRUE(yearDays(2000).ok() && yearDays(2100).ok());
  for (const std::int64_t year : {1999, 2101, 0, -1, 20260}) EXPECT_EQ(yearDays(year).error().reason, "BAD_YEAR");
}

TEST(IndicatorUnit, TimeIsMinutesOrWholeHours) {
  EXPECT_EQ(converted("attestedMinutes", 119, "minutes"), "119");
  EXPECT_EQ(converted("attestedMinutes", 119, "hours"), "1");
  EXPECT_EQ(converted("attestedMinutes", 120, "hours"), "2");
  EXPECT_EQ(converted("attestedMinutes", 120, "people"), "UNIT_DIFFERS");
}

TEST(IndicatorUnit, MoneyIsWholeUnitsOfTheLedgersCurrency) {
  EXPECT_EQ(converted("amountSpent", 15'500'099, "KZT"), "155000");
  EXPECT_EQ(converted("amountSpent", 15'500'099, "kzt"), "155000");
  EXPECT_EQ(converted("amountDisbursed", -1, "kzt"), "-1") << "down, below zero too";
  EXPECT_EQ(converted("amountSpent", 100, "usd"), "UNIT_DIFFERS");
  EXPECT_EQ(converted("amountSpent", 100, "kz"), "UNIT_DIFFERS");
  EXPECT_EQ(converted("amountSpent", 100, "", ledger::Currency()), "UNIT_DIFFERS") << "of a ledger without currency";
}

TEST(IndicatorUnit, ACountIsOfAnyUnitThatCanBeCounted) {
  EXPECT_EQ(converted("volunteers", 7, "people"), "7");
  EXPECT_EQ(converted("deeds", 7, "deeds"), "7");
  for (const char* unit : {"hours", "minutes", "percent", "share", "kzt", "KZT"})
    EXPECT_EQ(converted("volunteers", 7, unit), "UNIT_DIFFERS") << unit;
}

}  // namespace
}  // namespace projections
