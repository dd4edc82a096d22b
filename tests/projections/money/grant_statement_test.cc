#include "projections/money/grant_statement.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

using tests::answer;

constexpr const char* kBalance =
    "select disbursed, reversed, interest, vendor_refunds, spent, disallowed, returned, on_hand from grants";

TEST(GrantStatement, BalancesTheSampleGrant) {
  tests::MadeLog log = tests::sampleLog();
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  // Spent: 120,000 - 20,000 reversed, 30,000 - 10,000 disallowed, 25,000; the voided import leaves no trace.
  // On hand: 200,000 - 5,000 + 500 + 1,000 - 145,000 - 10,000.
  EXPECT_EQ(answer(database, kBalance), "20000000 500000 50000 100000 14500000 1000000 1000000 4150000");
  EXPECT_EQ(answer(database, "select line, budget, spent from grant_lines order by ordinal"),
            "'materials' 20000000 12000000|'transport' 10000000 2500000");
  EXPECT_EQ(
      answer(database, "select number, amount, approved_index > 0, disbursed from grant_tranches order by number"),
      "1 20000000 1 19500000|2 10000000 0 0");
  EXPECT_EQ(answer(database, "select state, amount, disallowed, reversed from grant_expenditures order by expenditure"),
            "'verified' 12000000 0 2000000|'disallowed' 3000000 1000000 0|'queried' 2500000 0 0|'voided' 200000 0 0");
  EXPECT_EQ(answer(database, "select kind, amount, voided from grant_movements order by movement_index"),
            "'expenditureReversed' 2000000 0|'vendorRefund' 100000 0|'interest' 50000 0|"
            "'expenditureDisallowed' 1000000 0|'disbursementReversed' 500000 0|'refund' 1000000 "
            "0|'expenditureReversed' 50000 1|"
            "'expenditureReversed' 500000 1");
  EXPECT_EQ(answer(database, "select state, direction from grants"), "'agreed' 'taza-alem'");
}

TEST(GrantStatement, AnAwardHasNoEffectBeforeItsSecondPerson) {
  tests::MadeLog log;
  log.submit(tests::person(1));
  ledger::GrantAward award;
  award.grant = tests::sample::kGrant;
  award.number = "SG-2026-0001";
  award.title = "Title";
  award.funder = tests::subject(1);
  award.grantee = tests::subject(2);
  award.programme = tests::subject(3);
  award.region = "KZ-10";
  award.amount = tests::tenge(1);
  award.occurred_at = tests::on("2026-03-01");
  const auto proposal = log.propose(award);
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  EXPECT_EQ(answer(database, "select count(*) from grants"), "0");
  const auto endorsement = log.endorse(proposal, tests::person(2));
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  EXPECT_EQ(answer(database, "select awarded, since from grants"), "100 " + std::to_string(endorsement));
}

TEST(GrantStatement, AReceivedRefundOnlyConfirms) {
  tests::MadeLog log = tests::sampleLog();
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  const std::string before = answer(database, kBalance);
  log.submit(tests::person(12));
  const auto received = log.add(
      ledger::RefundReceive{tests::sample::kGrant, tests::subject(37), tests::tenge(10'000), tests::on("2026-04-20")});
  log.byTwo(ledger::GrantClose{tests::sample::kGrant, tests::on("2026-04-21")});
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  EXPECT_EQ(answer(database, kBalance), before);
  EXPECT_EQ(answer(database, "select confirmed_index from grant_movements where kind = 'refund'"),
            std::to_string(received));
  EXPECT_EQ(answer(database, "select state from grants"), "'closed'");
}

}  // namespace
}  // namespace projections
