#include "projections/report/national_report.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

TEST(NationalReport, CountsAPersonOnceInEachFigure) {
  tests::MadeLog log = tests::sampleLog();
  // The same volunteer in another region and direction.
  const auto programme = tests::subject(80);
  const auto project = tests::subject(81);
  const auto activity = tests::subject(82);
  log.byTwo(ledger::ProgrammeDefine{programme, tests::sample::kOffice, "umit", {"Ү", "У", "U"}});
  log.submit(tests::person(11));
  log.add(ledger::ProjectStart{project,
                               programme,
                               tests::sample::kOrganisation,
                               "KZ-10",
                               *ledger::parseDay("2026-01-01"),
                               *ledger::parseDay("2026-12-31"),
                               {"Ж", "П", "P"}});
  log.add(ledger::ActivitySchedule{activity, project, ledger::ActivityKind::kEvent, "", tests::on("2026-03-01"),
                                   tests::on("2026-04-01")});
  log.submit(tests::sample::kVolunteer);
  auto claim = tests::claimOf(83, tests::sample::kVolunteer, "2026-03-11", 60);
  claim.activity = activity;
  log.add(claim);
  log.submit(tests::sample::kAttestor);
  log.add(tests::attestOf(83, "2026-03-12", 60));
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  const auto report = readNationalReport(database);
  ASSERT_TRUE(report.ok()) << report.error().message;
  EXPECT_EQ(report->total.volunteers, 2);
  ASSERT_EQ(report->regions.size(), 2U);
  EXPECT_EQ(report->regions[0].code, "KZ-10");
  EXPECT_EQ(report->regions[0].volunteers, 1);
  EXPECT_EQ(report->regions[0].organisations, 0);
  EXPECT_EQ(report->regions[1].volunteers, 2);
  EXPECT_EQ(report->regions[1].organisations, 2);
  ASSERT_EQ(report->directions.size(), 2U);
  EXPECT_EQ(report->directions[1].code, "umit");
  EXPECT_EQ(report->directions[1].organisations, 1);
  EXPECT_EQ(report->directions[1].sums.attested, ledger::Minutes{60});
  EXPECT_EQ(report->total.sums.attested, ledger::Minutes{1390});
  EXPECT_EQ(report->total.behind.attended.people, 12) << "the largest summary";
}

TEST(NationalReport, CountsMergedProfilesAsOnePerson) {
  tests::MadeLog log = tests::sampleLog();
  const auto volunteers = [&](const std::optional<Period>& period) {
    Database database = tests::memoryDatabase();
    EXPECT_TRUE(catchUp(database, log, log.goal()).ok());
    const auto report = readNationalReport(database, period);
    EXPECT_TRUE(report.ok());
    return std::vector<std::int64_t>{report->total.volunteers, report->regions.at(0).volunteers,
                                     report->directions.at(0).volunteers};
  };
  const auto march = *parsePeriod("2026-03-01..2026-03-31");
  const std::vector<std::int64_t> two(3, 2), one(3, 1);
  EXPECT_EQ(volunteers({}), two);
  EXPECT_EQ(volunteers(march), two);
  for (const auto& person : {tests::sample::kVolunteer, tests::sample::kOtherVolunteer}) {
    log.submit(tests::person(10));
    log.add(ledger::PersonRegister{
        person, tests::sample::kOffice, "KZ-71", ledger::AgeBand::kFrom18to35, ledger::AgeBasis::kDeclared, {}});
  }
  log.submit(tests::person(201));
  log.addJudged(3, ledger::ProfilesMerge{tests::sample::kVolunteer, tests::sample::kOtherVolunteer, tests::digest(61),
                                         tests::on("2026-05-01")});
  EXPECT_EQ(volunteers({}), one);
  EXPECT_EQ(volunteers(march), one);
}

TEST(NationalReport, IsEmptyForAnEmptyLedger) {
  tests::MadeLog log;
  addFounding(log);
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  const auto report = readNationalReport(database);
  ASSERT_TRUE(report.ok()) << report.error().message;
  EXPECT_TRUE(report->regions.empty());
  EXPECT_TRUE(report->money.empty());
}

}  // namespace
}  // namespace projections
