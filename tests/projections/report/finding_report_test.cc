#include "projections/report/finding_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

using tests::day;

class Findings : public tests::AccountRegister {
 protected:
  FindingReport read(const char* on, bool open_too) {
    auto report = readFindingReport(database_, {day(on), {}, {}, open_too});
    EXPECT_TRUE(report.ok());
    return *std::move(report);
  }
};

TEST_F(Findings, ThatAreOpenAreNotPublic) {
  const FindingReport report = read("2026-04-01", false);
  ASSERT_EQ(report.entries.size(), 2U);
  EXPECT_EQ(report.entries[0].state, "closed");
  EXPECT_EQ(report.entries[0].rule, "E05");
  EXPECT_EQ(report.entries[0].rule_version, 0) << "none was said";
  EXPECT_EQ(report.entries[0].severity, "high");
  EXPECT_EQ(report.entries[0].amount, 70'000);
  EXPECT_EQ(report.entries[0].grant_number, "RG-1");
  EXPECT_EQ(report.entries[0].agrees, "yes");
  EXPECT_EQ(report.entries[0].answered, day("2026-03-04"));
  EXPECT_EQ(report.entries[0].ended, day("2026-03-05"));
  EXPECT_EQ(report.entries[1].state, "dismissed");
  EXPECT_EQ(report.entries[1].reason, "immaterial");
}

// Five working days after 2 March, without the 9th.
TEST_F(Findings, AreOverdueAfterTheirWorkingDays) {
  const auto open = [&](const char* on) { return read(on, true).entries[1]; };
  EXPECT_EQ(open("2026-03-10").state, "raised");
  EXPECT_EQ(open("2026-03-10").rule_version, 3);
  EXPECT_EQ(open("2026-03-10").answer_due, day("2026-03-10"));
  EXPECT_EQ(open("2026-03-10").days_late, 0);
  EXPECT_EQ(open("2026-03-11").days_late, 1);
  const FindingReport report = read("2026-03-11", true);
  ASSERT_EQ(report.counts.size(), 2U);
  EXPECT_EQ(report.counts[0].severity, "high");
  EXPECT_EQ(report.counts[0].closed, 1);
  EXPECT_EQ(report.counts[1].overdue, 1);
  EXPECT_EQ(report.counts[1].dismissed, 1);
}

// All of it was recorded on 1 March; the next fact on a later day.
TEST_F(Findings, StandAsTheyWereKnownOnTheDay) {
  EXPECT_TRUE(read("2026-02-28", true).entries.empty());
  EXPECT_EQ(read("2026-03-01", true).entries.size(), 3U);
  played_.log.later(2 * ledger::kMsPerDay);
  played_.log.add(ledger::FindingReopen{tests::account::kClosedFinding, tests::digest(9), tests::on("2026-03-03")});
  follow();
  const FindingEntry then = read("2026-03-02", true).entries[0];
  EXPECT_EQ(then.state, "closed");
  EXPECT_EQ(then.ended, day("2026-03-05"));
  EXPECT_EQ(read("2026-03-03", true).entries[0].state, "reopened");
  EXPECT_EQ(read("2026-03-02", false).entries.size(), 1U) << "it is open again, and not public";
}

TEST_F(Findings, OpenedAgainAreAskedForAnew) {
  played_.log.add(ledger::FindingReopen{tests::account::kClosedFinding, tests::digest(9), tests::on("2026-04-06")});
  follow();
  EXPECT_EQ(read("2026-04-07", false).entries.size(), 1U);
  const FindingEntry entry = read("2026-04-20", true).entries[0];
  EXPECT_EQ(entry.state, "reopened");
  EXPECT_EQ(entry.answered, 0);
  EXPECT_EQ(entry.answer_due, day("2026-04-13"));
  EXPECT_EQ(entry.days_late, 7);
}

}  // namespace
}  // namespace projections
