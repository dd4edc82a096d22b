#include "projections/render/csv_cell.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

TEST(CsvCell, NeutralisesWhatASpreadsheetWouldRun) {
  for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\ta", "\ra", "\na", "＝1+1", "＋1", "－1", "＠SUM", " =1",
                           "'=1", "\"=1", " '\" =cmd|' /C calc'!A0", "\u00a0=1", "\ufeff=1"})
    EXPECT_EQ(neutralised(text), "'" + std::string(text)) << text;
  EXPECT_EQ(neutralised("\t=1"), "'\t'=1");
  EXPECT_EQ(neutralised("fund;=1+1"), "fund;'=1+1");
  EXPECT_EQ(neutralised("fund\t @SUM"), "fund\t' @SUM");
}

TEST(CsvCell, LeavesOtherTextAsItIs) {
  for (const char* text : {"", "Green Garden Fund", "SG-2026-0147", "a=b", "5 + 5", "− 5", "–", "№ 5", "' quoted'",
                           "Саябақ; қала", "a+b@c.kz", "№=1"})
    EXPECT_EQ(neutralised(text), text) << text;
}

TEST(CsvCell, IsQuotedWhereAReaderWouldPartIt) {
  for (const char* text : {"a,b", "a;b", "a\tb", "a\nb", "a\rb", " a", "a "})
    EXPECT_EQ(csvCell(text), "\"" + std::string(text) + "\"") << text;
  EXPECT_EQ(csvCell("One \"Two\""), "\"One \"\"Two\"\"\"");
  EXPECT_EQ(csvCell("plain text"), "plain text");
}

}  // namespace
}  // namespace projections
