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
    EXPECT_EQ(report->movements.size(), 8U);
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

TEST(GrantReport, OfAPeriodTellsOfTheMoneyThatMovedInIt) {
  tests::MadeLog log = tests::sampleLog();
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  const auto read = [&](const char* period) {
    return *readGrantReport(database, "SG-2026-0147", *parsePeriod(period));
  };
  const GrantReport march = read("2026-03-20..2026-03-31");
  EXPECT_EQ(march.on_hand_before, 20'000'000) << "paid on the 16th";
  EXPECT_TRUE(march.disbursements.empty());
  EXPECT_EQ(march.expenditures.size(), 3U);
  EXPECT_EQ(march.grant.disbursed, 0);
  EXPECT_EQ(march.grant.spent, 17'500'000 - 2'000'000) << "what April disallowed stood until then";
  EXPECT_EQ(march.grant.on_hand, 20'000'000 + 100'000 + 50'000 - 15'500'000);
  std::int64_t counted = 0;
  for (const ExpenditureRow& row : march.expenditures) counted += row.standing();
  EXPECT_EQ(counted, march.grant.spent);
  EXPECT_EQ(march.lines.size(), 2U) << "the agreement stands whatever the days";
  const GrantReport april = read("2026-04-01..2026-04-30");
  EXPECT_EQ(april.on_hand_before, march.grant.on_hand);
  EXPECT_EQ(april.grant.spent, -1'000'000);
  EXPECT_EQ(april.grant.reversed, 500'000);
  EXPECT_EQ(april.grant.returned, 1'000'000);
  const auto whole = readGrantReport(database, "SG-2026-0147");
  EXPECT_EQ(april.grant.on_hand, whole->grant.on_hand);
  const GrantReport year = read("2026-01-01..2026-12-31");
  EXPECT_EQ(year.grant.spent, whole->grant.spent);
  EXPECT_EQ(year.grant.disallowed, whole->grant.disallowed);
  EXPECT_EQ(year.on_hand_before, 0);
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
