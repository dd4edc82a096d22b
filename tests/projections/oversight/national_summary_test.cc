#include "projections/oversight/national_summary.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

using tests::answer;

class NationalSummaryTest : public ::testing::Test {
 protected:
  void follow() {
    const auto reached = catchUp(database_, log_, log_.goal());
    ASSERT_TRUE(reached.ok()) << reached.error().message;
  }

  tests::MadeLog log_ = tests::sampleLog();
  Database database_ = tests::memoryDatabase();
};

TEST_F(NationalSummaryTest, SumsHoursAndAttendanceOfTheirCell) {
  follow();
  EXPECT_EQ(answer(database_,
                   "select region, direction, activities, entries, claimed_minutes, waiting_minutes, "
                   "attested_minutes, disputed_minutes, imported_minutes, attended_people, attended_minutes "
                   "from national_hours"),
            "'KZ-71' 'taza-alem' 1 7 1430 30 1330 780 55 12 1440");
  EXPECT_EQ(answer(database_, "select attested_minutes from national_volunteers order by volunteer"), "1130|200");
}

TEST_F(NationalSummaryTest, SharesOfVolunteersAddUpToTheCells) {
  follow();
  const std::string sums =
      "select sum(entries), sum(claimed_minutes), sum(waiting_minutes), sum(attested_minutes), sum(disputed_minutes), "
      "sum(imported_minutes) from ";
  EXPECT_EQ(answer(database_, sums + "national_volunteers"), answer(database_, sums + "national_hours"));
  EXPECT_EQ(answer(database_, "select distinct minor from national_volunteers"), "0") << "nobody's age is known";
}

TEST_F(NationalSummaryTest, KnowsWhoServedAsAMinor) {
  log_.submit(tests::person(10));
  log_.add(ledger::PersonRegister{tests::person(90),
                                  tests::sample::kOffice,
                                  "KZ-71",
                                  ledger::AgeBand::kFrom16to17,
                                  ledger::AgeBasis::kDeclared,
                                  {}});
  log_.submit(tests::person(90));
  log_.add(tests::claimOf(90, tests::person(90), "2026-03-11", 60));
  follow();
  EXPECT_EQ(answer(database_, "select minor, waiting_minutes from national_volunteers order by minor desc limit 1"),
            "1 60");
}

// The sums are carried, never recounted: they must stay equal to a recount.
TEST_F(NationalSummaryTest, EqualsARecountOfTheEntries) {
  follow();
  EXPECT_EQ(answer(database_, "select sum(attested_minutes), sum(imported_minutes) from national_hours"),
            answer(database_,
                   "select sum(case when state <> 'imported' then minutes else 0 end), "
                   "sum(case when state = 'imported' then minutes else 0 end) from hours_entries"));
  EXPECT_EQ(answer(database_, "select sum(attested_minutes) from national_volunteers"),
            answer(database_, "select sum(attested_minutes) from volunteers"));
  EXPECT_EQ(answer(database_, "select grants, awarded, disbursed, spent, returned, on_hand from national_money"),
            answer(database_,
                   "select count(*), sum(awarded), sum(disbursed - reversed), sum(spent), sum(returned), "
                   "sum(on_hand) from grants where state <> 'voided'"));
}

TEST_F(NationalSummaryTest, KeepsCurrenciesApart) {
  ledger::GrantAward award;
  award.grant = tests::subject(60);
  award.number = "GB-1";
  award.title = "Imported";
  award.funder = tests::sample::kFunder;
  award.grantee = tests::sample::kOrganisation;
  award.programme = tests::sample::kProgramme;
  award.region = "KZ-71";
  award.amount = {500, *ledger::Currency::parse("GBP")};
  award.occurred_at = tests::on("2026-05-01");
  log_.submit(tests::person(15), ledger::Assurance::kImported);
  log_.add(ledger::ImportRecord{tests::subject(61), 0, tests::digest(61), tests::digest(2), 0, 1});
  log_.add(award);
  follow();
  EXPECT_EQ(answer(database_, "select currency, grants, awarded from national_money order by currency"),
            "'GBP' 1 500|'KZT' 1 30000000");
  log_.submit(tests::person(15), ledger::Assurance::kImported);
  log_.add(ledger::ImportVoid{tests::subject(61), tests::on("2026-05-02")});
  follow();
  EXPECT_EQ(answer(database_, "select currency, grants, awarded from national_money order by currency"),
            "'GBP' 0 0|'KZT' 1 30000000");
}

TEST_F(NationalSummaryTest, FollowsADistinctionToItsRevocation) {
  const ledger::SubjectId award = tests::subject(70);
  log_.submit(tests::person(11));
  log_.add(ledger::AwardNominate{award, tests::sample::kVolunteer, tests::sample::kOrganisation,
                                 "volunteer-of-the-year", tests::on("2026-05-01")});
  follow();
  EXPECT_EQ(answer(database_, "select state, act, day from distinctions"), "'nominated' '' '2026-05-01'");
  log_.byTwo(ledger::AwardConfer{award, "ACT-1", tests::on("2026-05-02")});
  follow();
  EXPECT_EQ(answer(database_, "select state, act, day from distinctions"), "'conferred' 'ACT-1' '2026-05-02'");
  log_.byTwo(ledger::AwardRevoke{award, "ACT-2", ledger::RevocationReason::kError, tests::on("2026-05-03")});
  follow();
  EXPECT_EQ(answer(database_, "select state, act from distinctions"), "'revoked' 'ACT-2'");
}

}  // namespace
}  // namespace projections
