#include "tools/asar/reported_figures.h"

#include <gtest/gtest.h>

namespace tools {
namespace {

const ledger::Currency kTenge = *ledger::Currency::parse("KZT");

ledger::Result<std::vector<ReportedFigure>> readRows(const std::string& rows) {
  return readReportedFigures("category,reported\r\n" + rows, kTenge);
}

TEST(ReportedFigures, AreWholeNumbersOrAmounts) {
  const auto figures = readRows("projects,56\nsmallGrants/KZ-75,60\namountSpent,12345\namountAwarded,300000.50 KZT\n");
  ASSERT_TRUE(figures.ok()) << figures.error().message;
  ASSERT_EQ(figures->size(), 4U);
  EXPECT_EQ((*figures)[0].reported, 56);
  EXPECT_EQ((*figures)[1].category, "smallGrants/KZ-75");
  EXPECT_EQ((*figures)[1].asked.region, "KZ-75");
  EXPECT_EQ((*figures)[2].reported, 12'345) << "minor units";
  EXPECT_EQ((*figures)[3].reported, 30'000'050);
}

TEST(ReportedFigures, OfMoneyMayBeBelowZeroInBothForms) {
  const auto figures = readRows("amountSpent,-500000\namountDisbursed,-5000.00 KZT\n");
  ASSERT_TRUE(figures.ok()) << figures.error().message;
  EXPECT_EQ((*figures)[0].reported, -500'000);
  EXPECT_EQ((*figures)[1].reported, -500'000);
  for (const char* written : {"many", "", "-", "--5", "1.5", "5000.001 KZT", "3.00 EUR", "9223372036854775808", "5 "}) {
    const auto wrong = readRows("amountSpent," + std::string(written) + "\n");
    ASSERT_FALSE(wrong.ok()) << written;
    EXPECT_EQ(wrong.error().reason, "BAD_FIGURE") << written;
    EXPECT_NE(wrong.error().message.find("write it as 300000.00 KZT, or in minor units as 30000000, after a minus"),
              std::string::npos)
        << wrong.error().message;
  }
  const auto unfounded = readReportedFigures("category,reported\namountSpent,-5\n", {});
  ASSERT_TRUE(unfounded.ok()) << unfounded.error().message;
  EXPECT_EQ((*unfounded)[0].reported, -5);
}

TEST(ReportedFigures, WhatIsWrongIsSaidWithItsRow) {
  EXPECT_EQ(readRows("projects,56\nproject,1\n").error().reason, "CATEGORY_UNKNOWN");
  EXPECT_EQ(readRows("projects,56\nproject,1\n").error().message.substr(0, 6), "row 2:");
  for (const char* rows :
       {"projects,many\n", "projects,-1\n", "projects,\n", "projects,1.5\n", "projects,1\nprojects,2\n", "",
        "amountSpent,3.00 EUR\n", "projects,3.00 KZT\n", "attestedMinutes,-1\n"})
    EXPECT_EQ(readRows(rows).error().reason, "BAD_FIGURE") << rows;
  EXPECT_EQ(readRows("contracts/KZ-75,2\n").error().reason, "NO_REGION");
  EXPECT_EQ(readRows("volunteers/KZ-75,2\n").error().reason, "REGION_NOT_PUBLIC");
  EXPECT_EQ(readReportedFigures("name,count\nprojects,56\n", kTenge).error().reason, "BAD_FIGURE");
}

}  // namespace
}  // namespace tools
