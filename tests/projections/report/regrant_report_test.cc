#include "projections/report/regrant_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class RegrantReports : public tests::AccountRegister {};

TEST_F(RegrantReports, ShowATreeWhoseMoneyIsConserved) {
  for (const char* of : {"", "RG-1"}) {
    const auto report = readRegrantReport(database_, of);
    ASSERT_TRUE(report.ok());
    ASSERT_EQ(report->nodes.size(), 2U);
    const RegrantNode& top = report->nodes[0];
    EXPECT_EQ(top.grant.number, "RG-1");
    EXPECT_EQ(top.depth, 0);
    EXPECT_TRUE(top.balances());
    ASSERT_EQ(top.lines.size(), 1U);
    const RegrantLine& line = top.lines[0];
    EXPECT_EQ(line.budget, 8'000'000);
    EXPECT_EQ(line.awarded, 6'000'000);
    EXPECT_EQ(line.left(), 2'000'000);
    EXPECT_EQ(line.received, 4'000'000);
    EXPECT_EQ(line.spent, 1'000'000);
    EXPECT_EQ(line.on_hand, 3'000'000);
    EXPECT_EQ(line.difference(), 0);
    EXPECT_EQ(report->nodes[1].grant.number, "RG-1-1");
    EXPECT_EQ(report->nodes[1].grantee.names.en, "Chapter");
    EXPECT_EQ(report->nodes[1].depth, 1);
  }
}

// A refund that the one at the top has not taken off yet.
TEST_F(RegrantReports, SayWhereTheLineLagsBehind) {
  played_.log.add(ledger::RefundSend{tests::account::kSubAward, tests::subject(210), tests::tenge(500), "PAY-13",
                                     tests::on("2026-02-25")});
  follow();
  const auto report = readRegrantReport(database_, "RG-1");
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->nodes[0].lines[0].difference(), 50'000);
}

TEST_F(RegrantReports, KnowGrantsAlone) {
  EXPECT_EQ(readRegrantReport(database_, "RG-2").error().reason, "GRANT_UNKNOWN");
  const auto without = readRegrantReport(database_, "SG-2026-0147");
  ASSERT_TRUE(without.ok());
  EXPECT_EQ(without->nodes.size(), 1U);
  EXPECT_TRUE(without->nodes[0].lines.empty());
}

}  // namespace
}  // namespace projections
