#include "projections/render/cells.h"

#include <gtest/gtest.h>

#include "tests/projections/plain_text.h"

namespace projections {
namespace {

using ledger::Language;

const ledger::Currency kTenge = *ledger::Currency::parse("KZT");

TEST(Cells, HoldTheValueUnderWhatIsShown) {
  const Cells cells(Language::kRussian);
  const Cell amount = cells.amount(123'456, kTenge);
  EXPECT_EQ(tests::plain(amount.shown), "1 234,56");
  EXPECT_EQ(std::get<Number>(amount.value).least, 123'456);
  EXPECT_EQ(std::get<Number>(amount.value).decimals, 2);
  EXPECT_EQ(std::get<Number>(amount.value).unit, "KZT");
  EXPECT_EQ(tests::plain(cells.money({100, kTenge}).shown), "1,00 KZT");
  const Cell minutes = cells.minutes(ledger::Minutes{75});
  EXPECT_EQ(tests::plain(minutes.shown), "1 ч 15 мин");
  EXPECT_EQ(std::get<Number>(minutes.value).least, 75);
  EXPECT_EQ(std::get<Number>(minutes.value).unit, "мин");
}

TEST(Cells, NoDayIsAnEmptyCellOfNoValue) {
  const Cells cells(Language::kKazakh);
  EXPECT_TRUE(cells.day(0).shown.empty());
  EXPECT_TRUE(std::holds_alternative<std::monostate>(cells.longDay(0).value));
  const auto day = *ledger::parseDay("2026-03-01");
  EXPECT_EQ(cells.day(day).shown, "01.03.2026");
  EXPECT_EQ(std::get<Day>(cells.longDay(day).value).day, day);
}

TEST(Cells, SayWhereNoDirectionIsStated) {
  const Cells cells(Language::kRussian);
  EXPECT_EQ(cells.place(ledger::Topic::kDirection, "").shown, "не указано");
  EXPECT_EQ(cells.place(ledger::Topic::kRegion, "KZ-75").shown, "город Алматы");
}

}  // namespace
}  // namespace projections
