#include "projections/report/assignment_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

std::uint8_t numbered(int first, int more) {
  return static_cast<std::uint8_t>(first + more);
}

class AssignmentReports : public tests::AccountRegister {};

TEST_F(AssignmentReports, TellOfficesOfEachAndOfNoPerson) {
  const auto report = readAssignmentReport(database_, {}, true);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->total.people, 2);
  EXPECT_EQ(report->total.under_way, 1);
  ASSERT_EQ(report->entries.size(), 2U);
  EXPECT_EQ(report->entries[0].country, "KE");
  EXPECT_EQ(report->entries[0].state, "started");
  EXPECT_EQ(report->entries[0].to, tests::day("2026-07-31")) << "as it was extended";
  EXPECT_EQ(report->entries[0].stipend, 90'000);
  EXPECT_EQ(report->entries[1].to, tests::day("2026-06-30"));
}

TEST_F(AssignmentReports, HideFewPeopleFromThePublic) {
  const auto report = readAssignmentReport(database_, {}, false);
  ASSERT_TRUE(report.ok());
  EXPECT_TRUE(report->entries.empty());
  EXPECT_TRUE(report->total.hidden);
  EXPECT_EQ(report->total.people, 0);
  EXPECT_TRUE(report->countries.empty());
}

// Twelve more to one country: their sum is told, and what became of them is not.
TEST_F(AssignmentReports, TellEnoughPeopleInSum) {
  for (std::uint8_t i = 0; i < 12; ++i) {
    const ledger::SubjectId id = tests::subject(numbered(220, i));
    played_.log.add(ledger::AssignmentOffer{id,
                                            tests::person(numbered(50, i)),
                                            tests::sample::kOrganisation,
                                            "KE",
                                            tests::day("2026-05-01"),
                                            tests::day("2026-06-30"),
                                            {}});
    played_.log.add(ledger::AssignmentAccept{id, tests::on("2026-05-01")});
    played_.log.add(ledger::AssignmentStart{id, tests::on("2026-05-01")});
  }
  follow();
  const auto report = readAssignmentReport(database_, {}, false);
  EXPECT_FALSE(report->total.hidden);
  EXPECT_EQ(report->total.people, 14);
  EXPECT_EQ(report->total.under_way, 0);
  EXPECT_TRUE(report->countries.empty());
  EXPECT_TRUE(readAssignmentReport(database_, *parsePeriod("2026-01-01..2026-12-31"), false)->total.hidden);
}

}  // namespace
}  // namespace projections
