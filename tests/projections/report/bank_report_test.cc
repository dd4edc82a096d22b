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

  void addRegrantLine() {
    log_.byTwo(ledger::AgreementAmend{s::kGrant,
                                      "A-147-1",
                                      {{"small-grants", ledger::CostType::kRegrant, 1'000'000}},
                                      {},
                                      *ledger::parseDay("2026-09-30"),
                                      tests::digest(82),
                                      tests::on("2026-04-04")});
  }
  void addSubAward() {
    ledger::GrantAward award;
    award.grant = tests::subject(64);
    award.number = "SG-2026-0200";
    award.title = "Sub-award";
    award.funder = s::kOrganisation;
    award.grantee = s::kFunder;
    award.programme = s::kProgramme;
    award.region = "KZ-71";
    award.amount = tests::tenge(700);
    award.occurred_at = tests::on("2026-04-04");
    award.parent = s::kGrant;
    award.parent_line = "small-grants";
    log_.byTwo(award);
  }
  static ledger::ExpenditureRecord spent(std::uint8_t id, const std::string& document, const std::string& line) {
    ledger::ExpenditureRecord record;
    record.grant = s::kGrant;
    record.expenditure = tests::subject(id);
    record.line = line;
    record.amount = tests::tenge(700);
    record.document_number = document;
    record.document_hash = tests::digest(id);
    record.document_date = *ledger::parseDay("2026-04-05");
    record.vendor = "KZ-BIN-000140000002";
    record.method = ledger::PaymentMethod::kBank;
    record.occurred_at = tests::on("2026-04-05");
    return record;
  }
  // 200 of what was spent.
  static ledger::ExpenditureReverse back(std::uint8_t id, std::uint8_t expenditure) {
    return {s::kGrant,
            tests::subject(id),
            tests::subject(expenditure),
            tests::tenge(200),
            tests::digest(id),
            ledger::ExpenditureReason::kReturnedGoods,
            tests::on("2026-04-06")};
  }
  BankReport ofApril() {
    return report(s::kOrganisation, bankStatement({bankRow("2026-04-04", -1), bankRow("2026-04-08", -2)}));
  }

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
  addRegrantLine();
  addSubAward();
  ledger::ExpenditureRecord cash = spent(80, "CASH-1", "materials");
  cash.method = ledger::PaymentMethod::kCash;
  log_.submit(tests::person(13));
  log_.add(cash);
  log_.add(spent(81, "REGRANT-1", "small-grants"));
  log_.add(back(84, 81));
  log_.add(spent(83, "BANK-1", "materials"));
  // INV-42 and what came back of it came with a batch that was voided.
  EXPECT_EQ(toldAlone(ofApril()), "expenditure BANK-1 -70000");
}

// Before there were sub-awards, as under the first rules, it is the one place where the payment stands.
TEST_F(BankReportTest, WhatIsSpentOnALineOfRegrantsWithoutSubAwardsIsTold) {
  addRegrantLine();
  log_.submit(tests::person(13));
  log_.add(spent(81, "REGRANT-1", "small-grants"));
  log_.add(back(84, 81));
  EXPECT_EQ(toldAlone(ofApril()), "expenditure REGRANT-1 -70000; expenditureReversed REGRANT-1 20000");
}

// A sub-award is never imported: its payment stands nowhere else.
TEST_F(BankReportTest, WhatIsImportedOnALineOfRegrantsIsTold) {
  addRegrantLine();
  addSubAward();
  log_.submit(tests::person(15), ledger::Assurance::kImported);
  log_.add(ledger::ImportRecord{tests::subject(96), 0, tests::digest(5), tests::digest(2), 0, 2});
  log_.add(spent(81, "REGRANT-1", "small-grants"));
  log_.add(back(84, 81));
  EXPECT_EQ(toldAlone(ofApril()), "expenditure REGRANT-1 -70000; expenditureReversed REGRANT-1 20000");
}

TEST_F(BankReportTest, AReferenceCountsUpToTheMostDaysThereMayBe) {
  // INV-31 was paid on the twentieth of March, and --days is five.
  const auto row = [](const char* day) { return bankStatement({bankRow(day, -120'000, "", "Payment for INV-31")}); };
  const BankReport late = report(s::kOrganisation, row("2026-05-19"));
  EXPECT_EQ(toldPairs(late), "expenditure INV-31 -12000000");
  EXPECT_EQ(late.pairs.at(0).days_apart, 60);
  EXPECT_EQ(late.payments.size(), 1U);
  EXPECT_EQ(toldPairs(report(s::kOrganisation, row("2026-01-19"))), "expenditure INV-31 -12000000");
  const BankReport later = report(s::kOrganisation, row("2026-05-20"));
  EXPECT_TRUE(later.pairs.empty());
  EXPECT_TRUE(later.payments.empty());
  EXPECT_EQ(later.rows_alone.size(), 1U);
  // Without its reference five days are the most.
  EXPECT_TRUE(report(s::kOrganisation, bankStatement({bankRow("2026-03-26", -120'000)})).pairs.empty());
}

TEST_F(BankReportTest, AWiderPeriodInventsNoPaymentsForAStatementThatSaysItsDays) {
  const Period wider = *parsePeriod("2026-01-01..2026-12-31");
  auto statement = tests::marchStatement();
  const std::string alone = toldAlone(report(s::kOrganisation, statement));
  // Rows of a CSV say no days: who asks knows of which days it is.
  const BankReport csv = report(s::kOrganisation, statement, wider);
  EXPECT_EQ(csv.stamp.period->first(), "2026-01-01");
  EXPECT_EQ(toldAlone(csv), alone + "; disbursementReversed PAY-2 -500000");
  statement.says_days = true;
  const BankReport camt = report(s::kOrganisation, statement, wider);
  EXPECT_EQ(camt.stamp.period->first() + ".." + camt.stamp.period->last(), "2026-03-16..2026-03-31");
  EXPECT_EQ(toldAlone(camt), alone);
  statement.rows.clear();
  const auto none = read(s::kOrganisation, statement, *parsePeriod("2026-04-01..2026-04-30"));
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().reason, "NO_ROWS_IN_PERIOD");
  EXPECT_NE(none.error().message.find("2026-03-16..2026-03-31"), std::string::npos) << none.error().message;
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
