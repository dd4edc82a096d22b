#include "projections/render/text_table.h"

#include <gtest/gtest.h>

#include <sstream>

namespace projections {
namespace {

TEST(TextTable, CountsLettersNotBytes) {
  EXPECT_EQ(displayWidth("abc"), 3U);
  EXPECT_EQ(displayWidth("Қазақ"), 5U);
  EXPECT_EQ(displayWidth("й"), 1U);        // one code point
  EXPECT_EQ(displayWidth("и\u0306"), 1U);  // и and a breve over it
  EXPECT_EQ(displayWidth("1\u00a0000"), 5U);
}

TEST(TextTable, AlignsCyrillicAndFigures) {
  TextTable table({{"Регион", TextTable::Align::kLeft}, {"N", TextTable::Align::kRight}});
  table.add({"Ұлытау", "1"});
  table.add({"Abai", "1,000"});
  table.rule();
  table.add({"=", "1,001"});
  EXPECT_EQ(table.text(),
            "  Регион      N\n"
            "  ─────────────\n"
            "  Ұлытау      1\n"
            "  Abai    1,000\n"
            "  ─────────────\n"
            "  =       1,001\n");
}

TEST(TextTable, BreaksTheCellsOfATableThatNoTerminalHolds) {
  TextTable table({{"N", TextTable::Align::kRight}, {"Ескертпе", TextTable::Align::kLeft}});
  std::string words = "сөз";
  for (int i = 0; i < 40; ++i) words += " сөз";
  table.add({"1", words});
  table.add({"2", "жоқ"});
  std::istringstream lines(table.text());
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) EXPECT_LE(displayWidth(line), 120U) << line;
  EXPECT_EQ(count, 5U);  // heading, rule, two for the first row, one for the second
}

TEST(TextTable, IsAsNarrowAsItHasToBe) {
  TextTable table({{"Notes", TextTable::Align::kLeft}}, 30);
  table.add({"a line of words that is longer than thirty"});
  std::istringstream lines(table.text());
  for (std::string line; std::getline(lines, line);) EXPECT_LE(displayWidth(line), 30U) << line;
}

TEST(TextTable, NeverBreaksAWord) {
  TextTable table({{"Id", TextTable::Align::kLeft}, {"Notes", TextTable::Align::kLeft}});
  const std::string id = "3a37rfpjz58m8n4jydbc69hcwd";
  std::string words = "word";
  for (int i = 0; i < 40; ++i) words += " word";
  table.add({id, words});
  std::istringstream lines(table.text());
  for (std::string line; std::getline(lines, line);) EXPECT_LE(displayWidth(line), 120U) << line;
  EXPECT_NE(table.text().find("  " + id + "  word"), std::string::npos);
}

TEST(TextTable, BreaksHeadingsWhereCellsAreNarrowEnough) {
  TextTable table({{"Line", TextTable::Align::kLeft}, {"Recorded as passed on", TextTable::Align::kRight}}, 18);
  table.add({"regrants", "14"});
  EXPECT_EQ(table.text(),
            "  Line        Recorded\n"
            "             as passed\n"
            "                    on\n"
            "  ────────────────────\n"
            "  regrants          14\n");
}

TEST(TextTable, PadsNamesOfFacts) {
  EXPECT_EQ(factsText({{"Өңір", "Астана"}, {"Ab", ""}}), "  Өңір  Астана\n  Ab\n");
}

}  // namespace
}  // namespace projections
