#include "projections/report/obligation_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

using tests::day;

class ObligationReports : public tests::AccountRegister {
 protected:
  ObligationReport on(const char* day) {
    auto report = readObligationReport(database_, {tests::day(day), {}, {}});
    EXPECT_TRUE(report.ok());
    return *std::move(report);
  }
};

TEST_F(ObligationReports, ListWhatIsOverdueAndWhatIsDueSoon) {
  const ObligationReport march = on("2026-03-01");
  EXPECT_TRUE(march.overdue.empty());
  ASSERT_EQ(march.soon.size(), 1U);
  EXPECT_EQ(march.soon[0].obligation, tests::account::kOwedReport);
  const ObligationReport later = on("2026-03-11");
  ASSERT_EQ(later.overdue.size(), 1U);
  EXPECT_TRUE(later.soon.empty());
  ASSERT_EQ(later.organisations.size(), 1U);
  EXPECT_EQ(later.organisations[0].counts.overdue, 1);
}

// Paid on 4 and 5 February: ten working days are over on the 18th and the 19th. That of the sample was confirmed.
TEST_F(ObligationReports, ListPaymentsThatNobodyConfirmedAfterTenWorkingDays) {
  const ObligationReport day_before = on("2026-03-01");
  ASSERT_EQ(day_before.unconfirmed.size(), 2U);
  EXPECT_EQ(day_before.unconfirmed[0].reference, "PAY-11");
  EXPECT_EQ(day_before.unconfirmed[0].last, day("2026-02-18"));
  EXPECT_EQ(day_before.unconfirmed[0].amount, 10'000'000);
  played_.log.later(ledger::kMsPerDay);
  played_.log.add(
      ledger::DisbursementConfirm{tests::account::kRegranted, tests::subject(153), tests::on("2026-03-01")});
  follow();
  EXPECT_EQ(on("2026-03-02").unconfirmed.size(), 1U);
  EXPECT_EQ(on("2026-03-01").unconfirmed.size(), 2U) << "it was confirmed later";
}

TEST_F(ObligationReports, KnowOfPaymentsWhatWasRecordedByTheDayAndDueInThePeriod) {
  const auto due = [&](const char* period) {
    const auto report = readObligationReport(database_, {day("2026-03-01"), *parsePeriod(period), {}});
    return report->unconfirmed.size();
  };
  EXPECT_EQ(due("2026-02-18..2026-02-18"), 1U) << "the last day to confirm it";
  EXPECT_EQ(due("2026-02-18..2026-02-19"), 2U);
  EXPECT_EQ(due("2026-03-01..2026-12-31"), 0U);
  EXPECT_TRUE(on("2026-02-28").unconfirmed.empty()) << "nothing was recorded before 1 March";
  played_.log.later(2 * ledger::kMsPerDay);
  ledger::DisbursementReverse reversed;
  reversed.grant = tests::account::kRegranted;
  reversed.disbursement = tests::subject(153);
  reversed.amount = tests::tenge(100'000);
  reversed.payment_reference = "PAY-11-BACK";
  reversed.occurred_at = tests::on("2026-03-03");
  played_.log.add(reversed);
  follow();
  EXPECT_EQ(on("2026-03-02").unconfirmed.size(), 2U);
  EXPECT_EQ(on("2026-03-03").unconfirmed.size(), 1U) << "wholly taken back";
}

TEST_F(ObligationReports, AreOfTheDayOfTheNewestFact) {
  const auto report = readObligationReport(database_, {});
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->on, day("2026-03-01"));
}

}  // namespace
}  // namespace projections
