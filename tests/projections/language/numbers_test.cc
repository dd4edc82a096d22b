#include "projections/language/numbers.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

using ledger::Language;
using ledger::Minutes;

constexpr auto kKk = Language::kKazakh;
constexpr auto kRu = Language::kRussian;
constexpr auto kEn = Language::kEnglish;

const ledger::Currency kInTenge = *ledger::Currency::parse("KZT");

TEST(Numbers, PartThousandsAsTheLanguageDoes) {
  EXPECT_EQ(countText(1'234'567, kEn), "1,234,567");
  EXPECT_EQ(countText(1'234'567, kRu), "1\u00a0234\u00a0567");
  EXPECT_EQ(countText(999, kKk), "999");
  EXPECT_EQ(countText(-1000, kKk), "−1\u00a0000");
  EXPECT_EQ(countText(0, kEn), "0");
}

TEST(Numbers, WriteAmountsWithTheirDecimals) {
  EXPECT_EQ(amountText(30'000'000, kInTenge, kRu), "300\u00a0000,00");
  EXPECT_EQ(amountText(30'000'005, kInTenge, kEn), "300,000.05");
  EXPECT_EQ(amountText(-5, kInTenge, kEn), "−0.05");
  EXPECT_EQ(moneyText({100, kInTenge}, kKk), "1,00\u00a0KZT");
  EXPECT_EQ(amountText(1500, *ledger::Currency::parse("JPY"), kEn), "1,500");
}

TEST(Numbers, LeaveDecimalsOutWhereAskedTo) {
  EXPECT_TRUE(isWhole(30'000'000, kInTenge));
  EXPECT_FALSE(isWhole(30'000'001, kInTenge));
  EXPECT_EQ(wholeAmountText(30'000'000, kInTenge, kEn), "300,000");
  EXPECT_EQ(wholeAmountText(-30'000'000, kInTenge, kRu), "−300\u00a0000");
}

TEST(Numbers, WriteMinutesAsHoursAndMinutes) {
  EXPECT_EQ(durationText(Minutes{1130}, kEn), "18\u00a0h\u00a050\u00a0min");
  EXPECT_EQ(durationText(Minutes{1130}, kRu), "18\u00a0ч\u00a050\u00a0мин");
  EXPECT_EQ(durationText(Minutes{1130}, kKk), "18\u00a0сағ\u00a050\u00a0мин");
  EXPECT_EQ(durationText(Minutes{120}, kEn), "2\u00a0h");
  EXPECT_EQ(durationText(Minutes{59}, kEn), "59\u00a0min");
  EXPECT_EQ(durationText(Minutes{0}, kEn), "0\u00a0min");
  EXPECT_EQ(durationText(Minutes{60'000}, kEn), "1,000\u00a0h");
}

TEST(Numbers, WriteDaysAsPeopleDo) {
  const ledger::CivilDay day = *ledger::parseDay("2026-03-01");
  EXPECT_EQ(longDay(day, kKk), "2026 жылғы 1 наурыз");
  EXPECT_EQ(longDay(day, kRu), "1 марта 2026 г.");
  EXPECT_EQ(longDay(day, kEn), "1 March 2026");
  EXPECT_EQ(shortDay(day, kKk), "01.03.2026");
  EXPECT_EQ(shortDay(day, kEn), "1 Mar 2026");
  EXPECT_EQ(shortDay(0, kEn), "");
}

TEST(Numbers, CountInTheRightForm) {
  constexpr Counted kEntry{"жазба", "запись", "записи", "записей", "entry", "entries"};
  const auto ru = [&](std::int64_t count) { return countedText(count, kEntry, kRu); };
  EXPECT_EQ(ru(1), "1\u00a0запись");
  EXPECT_EQ(ru(2), "2\u00a0записи");
  EXPECT_EQ(ru(5), "5\u00a0записей");
  EXPECT_EQ(ru(11), "11\u00a0записей");
  EXPECT_EQ(ru(21), "21\u00a0запись");
  EXPECT_EQ(ru(114), "114\u00a0записей");
  EXPECT_EQ(ru(0), "0\u00a0записей");
  EXPECT_EQ(countedText(1, kEntry, kEn), "1\u00a0entry");
  EXPECT_EQ(countedText(0, kEntry, kEn), "0\u00a0entries");
  EXPECT_EQ(countedText(5, kEntry, kKk), "5\u00a0жазба");
}

}  // namespace
}  // namespace projections
