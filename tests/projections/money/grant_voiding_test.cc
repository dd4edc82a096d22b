#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

using tests::answer;

constexpr const char* kStateAndBalance =
    "select state, disbursed, reversed, interest, vendor_refunds, spent, disallowed, returned, on_hand from grants";

// A whole grant out of one batch, and then nothing of it.
TEST(GrantVoiding, LeavesNothingOfAnImportedGrant) {
  tests::MadeLog log;
  const auto grant = tests::sample::kGrant;
  const auto day = [](const char* text) { return *ledger::parseDay(text); };
  log.submit(tests::person(15), ledger::Assurance::kImported);
  log.add(ledger::ImportRecord{tests::sample::kBatch, 0, tests::digest(1), tests::digest(2), 0, 1});
  ledger::GrantAward award;
  award.grant = grant;
  award.number = "GB-1";
  award.title = "Imported";
  award.funder = tests::subject(1);
  award.grantee = tests::subject(2);
  award.programme = tests::subject(3);
  award.region = "GB-LDS";
  award.amount = tests::tenge(1000);
  award.occurred_at = tests::on("2026-01-01");
  log.add(award);
  ledger::AgreementSign agreement;
  agreement.grant = grant;
  agreement.number = "A";
  agreement.lines = {{"all", ledger::CostType::kOther, 100'000}};
  agreement.tranches = {{1, 100'000, day("2026-01-02")}};
  agreement.eligible_from = day("2026-01-01");
  agreement.eligible_to = day("2026-12-31");
  agreement.occurred_at = tests::on("2026-01-01");
  log.add(agreement);
  log.add(ledger::TrancheDisburse{grant, tests::subject(20), 1, tests::tenge(1000), "P", tests::on("2026-01-03")});
  ledger::ExpenditureRecord record;
  record.grant = grant;
  record.expenditure = tests::subject(21);
  record.line = "all";
  record.amount = tests::tenge(600);
  record.document_hash = tests::digest(21);
  record.document_number = "1";
  record.document_date = day("2026-01-04");
  record.vendor = "individual";
  record.occurred_at = tests::on("2026-01-04");
  log.add(record);
  log.add(ledger::ExpenditureReverse{grant, tests::subject(22), tests::subject(21), tests::tenge(100),
                                     tests::digest(22), ledger::ExpenditureReason::kOther, tests::on("2026-01-05")});
  log.add(ledger::ExpenditureReverse{grant,
                                     tests::subject(23),
                                     {},
                                     tests::tenge(5),
                                     tests::digest(23),
                                     ledger::ExpenditureReason::kOther,
                                     tests::on("2026-01-06")});
  log.add(ledger::InterestRecord{grant, tests::tenge(7), tests::digest(24), tests::on("2026-01-07")});
  log.add(ledger::RefundSend{grant, tests::subject(25), tests::tenge(50), "P2", tests::on("2026-01-08")});
  log.add(ledger::DisbursementReverse{grant, tests::subject(20), tests::tenge(200), "P3", tests::on("2026-01-09")});
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  EXPECT_EQ(answer(database, kStateAndBalance), "'agreed' 100000 20000 700 500 50000 0 5000 26200");

  log.submit(tests::person(15), ledger::Assurance::kImported);
  log.add(ledger::ImportVoid{tests::sample::kBatch, tests::on("2026-02-01")});
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  EXPECT_EQ(answer(database, kStateAndBalance), "'voided' 0 0 0 0 0 0 0 0");
  EXPECT_EQ(answer(database, "select spent from grant_lines"), "0");
  EXPECT_EQ(answer(database, "select disbursed from grant_tranches"), "0");
  EXPECT_EQ(answer(database, "select grants, awarded, disbursed, spent, returned, on_hand from national_money"),
            "0 0 0 0 0 0");
  EXPECT_EQ(answer(database, "select count(*) from grant_movements where voided = 0"), "0");
}

}  // namespace
}  // namespace projections
