#include "projections/report/award_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class AwardReports : public tests::AccountRegister {};

TEST_F(AwardReports, TellThePublicHowManyWereConferredAndOfNobody) {
  const auto report = readAwardReport(database_, {}, false);
  ASSERT_TRUE(report.ok());
  EXPECT_TRUE(report->awards.empty());
  ASSERT_EQ(report->distinctions.size(), 1U);
  EXPECT_EQ(report->distinctions[0].names.en, "Volunteer of the Year");
  EXPECT_EQ(report->distinctions[0].kind, "prize");
  EXPECT_EQ(report->distinctions[0].conferred, 1);
  EXPECT_EQ(report->distinctions[0].nominated, 0);
}

TEST_F(AwardReports, ListDecisionsForOffices) {
  const auto report = readAwardReport(database_, {}, true);
  ASSERT_TRUE(report.ok());
  ASSERT_EQ(report->awards.size(), 1U);
  EXPECT_EQ(report->awards[0].act, "ACT-1");
  EXPECT_EQ(report->awards[0].state, "conferred");
  EXPECT_EQ(report->awards[0].organisation.names.en, "Green Garden Fund");
  EXPECT_EQ(readAwardReport(database_, *parsePeriod("2026-06-01..2026-06-30"), true)->awards.size(), 0U);
}

TEST_F(AwardReports, CountNoDistinctionThatWasRevoked) {
  played_.log.byTwo(
      ledger::AwardRevoke{tests::subject(70), "ACT-2", ledger::RevocationReason::kError, tests::on("2026-06-01")});
  follow();
  const auto report = readAwardReport(database_, {}, false);
  EXPECT_EQ(report->distinctions[0].conferred, 0);
  EXPECT_EQ(report->distinctions[0].revoked, 1);
}

}  // namespace
}  // namespace projections
