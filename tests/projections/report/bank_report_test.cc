#include "projections/report/bank_report.h"

#include <gtest/gtest.h>

#include "tests/projections/bank_sample.h"
#include "tests/projections/sample_database.h"

namespace projections {
namespace {

namespace s = tests::sample;
using tests::bankRow;
using tests::bankStatement;

class BankReportTest : public ::testing::Test {
 protected:
  ledger::Result<BankReport> read(ledger::SubjectId organisation, BankStatement statement,
                                  std::optional<Period> period = {}) {
    const auto reached = catchUp(database_, log_, log_.goal());
    EXPECT_TRUE(reached.ok()) << reached.error().message;
    return readBankReport(database_, {organisation, std::move(statement), kDaysApart, period});
  }
  BankReport report(ledger::SubjectId organisation, BankStatement statement, std::optional<Period> period = {}) {
    auto now = read(organisation, std::move(statement), period);
    EXPECT_TRUE(now.ok()) << now.error().message;
    return now.ok() ? *std::move(now) : BankReport{};
  }
  // "expenditure INV-31 -12000000" for each, in order.
  static std::string told(const BankReport& report, const std::vector<std::size_t>& places) {
    std::string text;
    for (const std::size_t place : places) {
      const BankPayment& one = report.payments[place];
      text += (text.empty() ? "" : "; ") + std::string(nameOf(one.kind)) + " " + one.reference + " " +
              std::to_string(one.amount.minor);
    }
    return text;
  }
  static std::string toldPairs(const BankReport& report) {
    std::vector<std::size_t> places;
    for (const BankPair& pair : report.pairs) places.push_back(pair.payment);
    return told(report, places);
  }
  static std::string toldAlone(const BankReport& report) { return told(report, report.payments_alone); }

  tests::MadeLog log_ = tests::sampleLog();
  Database database_ = tests::memoryDatabase();
};

TEST_F(BankReportTest, OfAGranteeWhatCameInAndWentOut) {
  const BankReport now = report(s::kOrganisation, tests::marchStatement());
  EXPECT_EQ(toldPairs(now),
            "received PAY-1 20000000; expenditure INV-31 -12000000; expenditure INV-32 -3000000; "
            "expenditureReversed INV-31 2000000; refundSent PAY-3 -1000000");
  EXPECT_EQ(now.rows_alone, std::vector<std::size_t>{3});
  EXPECT_EQ(toldAlone(now), "expenditure INV-33 -2500000; vendorRefund  100000; interest  50000");
  EXPECT_FALSE(now.isNearEdge(now.payments[now.payments_alone[0]]));
  EXPECT_TRUE(now.isNearEdge(now.payments[now.payments_alone[1]]));
  EXPECT_EQ(now.pairs.back().days_apart, -3);
}

TEST_F(BankReportTest, SumsOfBothSidesHoldTogether) {
  const BankReport now = report(s::kOrganisation, tests::marchStatement());
  ASSERT_EQ(now.totals.size(), 1U);
  const BankTotals& sums = now.totals.begin()->second;
  // By hand from the six rows, and from the payments of sample_log.cc, in minor units.
  EXPECT_EQ(sums.rows.in, 22'000'000);
  EXPECT_EQ(sums.rows.out, 16'400'000);
  EXPECT_EQ(sums.payments.in, 22'150'000);
  EXPECT_EQ(sums.payments.out, 18'500'000);
  EXPECT_EQ(sums.matched.in + sums.rows_alone.in, sums.rows.in);
  EXPECT_EQ(sums.matched.out + sums.rows_alone.out, sums.rows.out);
  EXPECT_EQ(sums.matched.in + sums.payments_alone.in, sums.payments.in);
  EXPECT_EQ(sums.matched.out + sums.payments_alone.out, sums.payments.out);
  EXPECT_EQ(sums.matched.count + sums.payments_alone.count, sums.payments.count);
}

TEST_F(BankReportTest, OfAFunderTheSamePaymentsFromTheOtherSide) {
  log_.submit(tests::person(12));
  log_.add(ledger::RefundReceive{s::kGrant, tests::subject(37), tests::tenge(10'000), tests::on("2026-04-06")});
  const BankReport now = report(s::kFunder, bankStatement({bankRow("2026-03-17", -200'000, "", "Tranche"),
                                                           bankRow("2026-04-02", 5'000, "X-1", "PAY-2"),
                                                           bankRow("2026-04-07", 10'000, "PAY-3")}));
  EXPECT_EQ(toldPairs(now),
            "disbursed PAY-1 -20000000; disbursementReversed PAY-2 500000; refundReceived PAY-3 1000000");
  EXPECT_EQ(now.pairs[2].days_apart, 1);
  EXPECT_TRUE(now.rows_alone.empty());
  EXPECT_TRUE(now.payments_alone.empty());
}

TEST_F(BankReportTest, WhatIsVoidPaidInCashOrARegrantIsNoPaymentOfTheBank) {
  ledger::ExpenditureRecord cash;
  cash.grant = s::kGrant;
  cash.expenditure = tests::subject(80);
  cash.line = "materials";
  cash.amount = tests::tenge(700);
  cash.document_number = "CASH-1";
  cash.document_hash = tests::digest(80);
  cash.document_date = *ledger::parseDay("2026-04-05");
  cash.vendor = "KZ-BIN-000000000000";
  cash.method = ledger::PaymentMethod::kCash;
  cash.occurred_at = tests::on("2026-04-05");
  log_.submit(tests::person(13));
  log_.add(cash);
  log_.byTwo(ledger::AgreementAmend{s::kGrant,
                                    "A-147-1",
                                    {{"small-grants", ledger::CostType::kRegrant, 1'000'000}},
                                    {},
                                    *ledger::parseDay("2026-09-30"),
                                    tests::digest(82),
                                    tests::on("2026-04-04")});
  ledger::ExpenditureRecord regrant = cash;
  regrant.expenditure = tests::subject(81);
  regrant.line = "small-grants";
  regrant.method = ledger::PaymentMethod::kBank;
  log_.submit(tests::person(13));
  log_.add(regrant);
  ledger::ExpenditureRecord counted = cash;
  counted.expenditure = tests::subject(83);
  counted.document_number = "BANK-1";
  counted.method = ledger::PaymentMethod::kBank;
  log_.add(counted);
  // INV-42 and what came back of it came with a batch that was voided.
  const BankReport now =
      report(s::kOrganisation, bankStatement({bankRow("2026-04-04", -1), bankRow("2026-04-08", -2)}));
  EXPECT_EQ(toldAlone(now), "expenditure BANK-1 -70000");
}

TEST_F(BankReportTest, APeriodNarrowsRowsAndPayments) {
  const Period period = *parsePeriod("2026-03-20..2026-03-25");
  const BankReport now = report(s::kOrganisation, tests::marchStatement(), period);
  EXPECT_EQ(now.statement.rows.size(), 2U);
  EXPECT_EQ(now.rows_outside, 4U);
  EXPECT_EQ(toldPairs(now), "expenditure INV-31 -12000000; expenditure INV-32 -3000000");
  EXPECT_EQ(toldAlone(now), "expenditure INV-33 -2500000");
  EXPECT_EQ(now.stamp.period->first(), "2026-03-20");
  const auto none = read(s::kOrganisation, tests::marchStatement(), *parsePeriod("2027-01-01..2027-01-31"));
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().reason, "NO_ROWS_IN_PERIOD");
}

TEST_F(BankReportTest, SaysWhatIsUnknownAndWhatPassesTheCount) {
  EXPECT_EQ(read(tests::subject(99), tests::marchStatement()).error().reason, "ORGANISATION_UNKNOWN");
  std::vector<StatementRow> rows(10, bankRow("2026-03-16", 0));
  for (StatementRow& row : rows) row.amount.minor = 1'000'000'000'000'000'000;
  auto statement = bankStatement({bankRow("2026-03-16", 1)});
  statement.rows = rows;
  EXPECT_EQ(read(s::kOrganisation, std::move(statement)).error().reason, "SUM_OVERFLOWS");
}

TEST_F(BankReportTest, FindsAMatchThatIsRecorded) {
  const auto statement = tests::subject(95);
  log_.submit(tests::person(11));
  const auto entry = log_.add(ledger::StatementMatch{statement, s::kOrganisation, *ledger::parseDay("2026-03-01"),
                                                     *ledger::parseDay("2026-03-31"), tests::digest(90), 6, 5, 3,
                                                     tests::on("2026-04-10")});
  ASSERT_TRUE(catchUp(database_, log_, log_.goal()).ok());
  const auto recorded = readRecordedMatch(database_, statement);
  ASSERT_TRUE(recorded.ok() && *recorded);
  EXPECT_EQ((*recorded)->entry, entry);
  EXPECT_EQ((*recorded)->rows, 6);
  EXPECT_EQ((*recorded)->matched, 5);
  EXPECT_EQ((*recorded)->unmatched, 3);
  EXPECT_FALSE(*readRecordedMatch(database_, tests::subject(96)));
}

}  // namespace
}  // namespace projections
