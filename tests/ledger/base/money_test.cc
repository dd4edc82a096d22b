#include "ledger/base/money.h"

#include <gtest/gtest.h>

#include <limits>

namespace ledger {
namespace {

const Currency kKzt = *Currency::parse("KZT");

TEST(Money, PrintsMinorUnitsExactly) {
  EXPECT_EQ((Money{30'000'000, kKzt}.text()), "300000.00 KZT");
  EXPECT_EQ((Money{-1, kKzt}.text()), "-0.01 KZT");
  EXPECT_EQ((Money{std::numeric_limits<std::int64_t>::min(), kKzt}.text()), "-92233720368547758.08 KZT");
}

TEST(Money, ParsesDecimalsWithoutFloatingPoint) {
  EXPECT_EQ(*parseMinor("8151.9", kKzt), 815'190);
  EXPECT_EQ(*parseMinor("-0.01", kKzt), -1);
  EXPECT_EQ(*parseMinor("1000", kKzt), 100'000);
  EXPECT_EQ(*parseMinor("92233720368547758.07", kKzt), std::numeric_limits<std::int64_t>::max());
}

TEST(Money, RefusesOtherSpellingsAndOverflow) {
  for (const char* text : {"", "-", ".5", "5.", "1.234", "1e3", "+1", "1,000", " 1", "92233720368547758.08", "--1"}) {
    EXPECT_FALSE(parseMinor(text, kKzt).ok()) << text;
  }
}

TEST(Money, AddsOnlyWithinOneCurrencyAndRange) {
  const Currency gbp = *Currency::parse("GBP");
  EXPECT_EQ(add({1, kKzt}, {2, kKzt})->minor, 3);
  EXPECT_EQ(add({1, kKzt}, {2, gbp}).error().reason, "CURRENCY_MISMATCH");
  EXPECT_EQ(add({std::numeric_limits<std::int64_t>::max(), kKzt}, {1, kKzt}).error().reason, "MONEY_OVERFLOW");
  EXPECT_EQ(subtract({std::numeric_limits<std::int64_t>::min(), kKzt}, {1, kKzt}).error().reason, "MONEY_OVERFLOW");
}

TEST(Currency, KnowsItsCodes) {
  EXPECT_EQ(kKzt.code(), "KZT");
  EXPECT_FALSE(Currency::parse("kzt").ok());
  EXPECT_FALSE(Currency::parse("ZZZ").ok());
  EXPECT_TRUE(Currency().isNone());
}

}  // namespace
}  // namespace ledger
