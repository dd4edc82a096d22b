#include "projections/people/hours_by_volunteer.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

using ledger::Minutes;
using tests::answer;

class HoursByVolunteerTest : public ::testing::Test {
 protected:
  HoursByVolunteerTest() {
    addFounding(log_);
    addPlaces(log_);
    log_.submit(tests::sample::kVolunteer);
    log_.add(tests::claimOf(20, tests::sample::kVolunteer, "2026-03-01", 240));
  }
  void follow() {
    const auto reached = catchUp(database_, log_, log_.goal());
    ASSERT_TRUE(reached.ok()) << reached.error().message;
  }
  std::string entry() {
    follow();
    return answer(database_, "select state, minutes from hours_entries");
  }

  tests::MadeLog log_;
  Database database_ = tests::memoryDatabase();
  const ledger::Instant later_ = tests::on("2026-03-07");
  const ledger::SubjectId hours_ = tests::subject(20);
};

TEST_F(HoursByVolunteerTest, SumsTheSampleVolunteer) {
  tests::MadeLog log = tests::sampleLog();
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  // 240 + 780 (disputed) + 110 (corrected) attested; 30 waiting; 60 rejected; 90 voided.
  EXPECT_EQ(answer(database,
                   "select entries, claimed_minutes, waiting_minutes, attested_minutes, disputed_minutes, "
                   "imported_minutes from volunteers order by volunteer"),
            "5 1230 30 1130 780 0|2 200 0 200 0 55");
  EXPECT_EQ(answer(database, "select flags from hours_entries where state = 'disputed'"),
            "'overDayLimit attestedLate'");
  EXPECT_EQ(answer(database, "select distinct region, direction from hours_entries"), "'KZ-71' 'taza-alem'");
}

TEST_F(HoursByVolunteerTest, ClaimedMinutesDoNotStand) {
  EXPECT_EQ(entry(), "'claimed' 0");
}

TEST_F(HoursByVolunteerTest, FewerMinutesAreAPartialAttestation) {
  log_.add(tests::attestOf(20, "2026-03-07", 239));
  EXPECT_EQ(entry(), "'partiallyAttested' 239");
}

TEST_F(HoursByVolunteerTest, AnUpheldDisputeGivesTheStateBack) {
  log_.add(tests::attestOf(20, "2026-03-07", 240));
  log_.add(ledger::HoursDispute{hours_, ledger::HoursReason::kArithmetic, later_});
  EXPECT_EQ(entry(), "'disputed' 240");
  log_.add(ledger::HoursResolve{hours_, ledger::DisputeOutcome::kUpheld, Minutes{240}, later_});
  EXPECT_EQ(entry(), "'attested' 240");
}

TEST_F(HoursByVolunteerTest, AnUpheldRejectionStaysRejected) {
  log_.add(ledger::HoursReject{hours_, ledger::HoursReason::kNotPresent, later_});
  log_.add(ledger::HoursDispute{hours_, ledger::HoursReason::kOther, later_});
  EXPECT_EQ(entry(), "'disputed' 0");
  log_.add(ledger::HoursResolve{hours_, ledger::DisputeOutcome::kUpheld, Minutes{0}, later_});
  EXPECT_EQ(entry(), "'rejected' 0");
}

TEST_F(HoursByVolunteerTest, ADisputeMayCorrectOrVoid) {
  log_.add(ledger::HoursReject{hours_, ledger::HoursReason::kNotPresent, later_});
  log_.add(ledger::HoursDispute{hours_, ledger::HoursReason::kOther, later_});
  log_.add(ledger::HoursResolve{hours_, ledger::DisputeOutcome::kCorrected, Minutes{120}, later_});
  EXPECT_EQ(entry(), "'corrected' 120");
  log_.add(ledger::HoursDispute{hours_, ledger::HoursReason::kOther, later_});
  log_.add(ledger::HoursResolve{hours_, ledger::DisputeOutcome::kVoided, Minutes{0}, later_});
  EXPECT_EQ(entry(), "'voided' 0");
}

TEST_F(HoursByVolunteerTest, AProposedCorrectionHasNoEffectBeforeItsEndorsement) {
  log_.add(tests::attestOf(20, "2026-03-07", 200));
  log_.submit(tests::person(3));
  const auto proposal =
      log_.propose(ledger::HoursCorrect{hours_, Minutes{220}, ledger::HoursReason::kArithmetic, later_});
  EXPECT_EQ(entry(), "'partiallyAttested' 200");
  log_.endorse(proposal, tests::person(4));
  EXPECT_EQ(entry(), "'corrected' 220");
}

TEST_F(HoursByVolunteerTest, RefusesAnAttestationOfNothing) {
  const auto index = log_.add(tests::attestOf(99, "2026-03-07", 1));
  const auto reached = catchUp(database_, log_, log_.goal());
  EXPECT_EQ(reached.error().reason, "FACT_WITHOUT_SUBJECT");
  EXPECT_NE(reached.error().message.find("entry " + std::to_string(index)), std::string::npos);
}

}  // namespace
}  // namespace projections
