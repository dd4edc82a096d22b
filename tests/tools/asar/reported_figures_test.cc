#include "tools/asar/reported_figures.h"

#include <gtest/gtest.h>

namespace tools {
namespace {

const ledger::Currency kTenge = *ledger::Currency::parse("KZT");

ledger::Result<std::vector<ReportedFigure>> read(const std::string& rows) {
  return readReportedFigures("category,reported\r\n" + rows, kTenge);
}

TEST(ReportedFigures, AreWholeNumbersOrAmounts) {
  const auto figures = read("projects,56\nsmallGrants/KZ-75,60\namountSpent,12345\namountAwarded,300000.50 KZT\n");
  ASSERT_TRUE(figures.ok()) << figures.error().message;
  ASSERT_EQ(figures->size(), 4U);
  EXPECT_EQ((*figures)[0].reported, 56);
  EXPECT_EQ((*figures)[1].category, "smallGrants/KZ-75");
  EXPECT_EQ((*figures)[1].asked.region, "KZ-75");
  EXPECT_EQ((*figures)[2].reported, 12'345) << "minor units";
  EXPECT_EQ((*figures)[3].reported, 30'000'050);
}

TEST(ReportedFigures, WhatIsWrongIsSaidWithItsRow) {
  EXPECT_EQ(read("projects,56\nproject,1\n").error().reason, "CATEGORY_UNKNOWN");
  EXPECT_EQ(read("projects,56\nproject,1\n").error().message.substr(0, 6), "row 2:");
  for (const char* rows : {"projects,many\n", "projects,-1\n", "projects,\n", "projects,1.5\n",
                           "projects,1\nprojects,2\n", "", "amountSpent,3.00 EUR\n", "projects,3.00 KZT\n"})
    EXPECT_EQ(read(rows).error().reason, "BAD_FIGURE") << rows;
  EXPECT_EQ(read("contracts/KZ-75,2\n").error().reason, "NO_REGION");
  EXPECT_EQ(readReportedFigures("name,count\nprojects,56\n", kTenge).error().reason, "BAD_FIGURE");
}

}  // namespace
}  // namespace tools
