#include "projections/render/text_table.h"

#include <gtest/gtest.h>

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

TEST(TextTable, PadsNamesOfFacts) {
  EXPECT_EQ(factsText({{"Өңір", "Астана"}, {"Ab", ""}}), "  Өңір  Астана\n  Ab\n");
}

}  // namespace
}  // namespace projections
