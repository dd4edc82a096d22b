#include "projections/report/grant_report.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

TEST(GrantReport, IsFoundByNumberAndById) {
  tests::MadeLog log = tests::sampleLog();
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  for (const std::string& key : {std::string("SG-2026-0147"), tests::sample::kGrant.text()}) {
    const auto report = readGrantReport(database, key);
    ASSERT_TRUE(report.ok()) << report.error().message;
    EXPECT_EQ(report->grant.grant, tests::sample::kGrant);
    EXPECT_EQ(report->grantee.names.en, "Green Garden Fund");
    EXPECT_EQ(report->funder.names.en, "Model Centre");
    EXPECT_EQ(report->programme.direction, "taza-alem");
    EXPECT_EQ(report->lines.size(), 2U);
    EXPECT_EQ(report->disbursements.size(), 1U);
    EXPECT_EQ(report->movements.size(), 7U);
  }
}

TEST(GrantReport, PrefersTheGrantThatStandsWhereAVoidedOneHadItsNumber) {
  tests::MadeLog log;
  ledger::GrantAward award;
  award.number = "GB-1";
  award.title = "Imported";
  award.funder = tests::subject(1);
  award.grantee = tests::subject(2);
  award.programme = tests::subject(3);
  award.region = "GB-LDS";
  award.amount = {500, *ledger::Currency::parse("GBP")};
  award.occurred_at = tests::on("2026-05-01");
  const auto import = [&](std::uint8_t batch, std::uint8_t grant) {
    log.submit(tests::person(15), ledger::Assurance::kImported);
    log.add(ledger::ImportRecord{tests::subject(batch), 0, tests::digest(61), tests::digest(2), 0, 1});
    award.grant = tests::subject(grant);
    log.add(award);
  };
  import(61, 71);
  log.submit(tests::person(15), ledger::Assurance::kImported);
  log.add(ledger::ImportVoid{tests::subject(61), tests::on("2026-05-02")});
  import(62, 72);
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  const auto report = readGrantReport(database, "GB-1");
  ASSERT_TRUE(report.ok()) << report.error().message;
  EXPECT_EQ(report->grant.grant, tests::subject(72));
  EXPECT_EQ(readGrantReport(database, tests::subject(71).text())->grant.state, GrantState::kVoided);
}

TEST(GrantReport, NamesTheStateOfATranche) {
  GrantTrancheRow tranche;
  tranche.amount = 100;
  EXPECT_EQ(trancheState(tranche), "planned");
  tranche.approved_index = 5;
  EXPECT_EQ(trancheState(tranche), "approved");
  tranche.disbursed = 99;
  EXPECT_EQ(trancheState(tranche), "partlyPaid");
  tranche.disbursed = 100;
  EXPECT_EQ(trancheState(tranche), "paid");
}

}  // namespace
}  // namespace projections
