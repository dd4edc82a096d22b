#include "projections/report/hours_standing.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

class HoursStandingTest : public ::testing::Test {
 protected:
  HoursStanding read() {
    const auto reached = catchUp(database_, log_, log_.goal());
    EXPECT_TRUE(reached.ok()) << reached.error().message;
    return *HoursStanding::read(database_);
  }
  void publish(std::uint16_t attest_within, const char* from = "2026-01-01",
               ledger::LegalStatus status = ledger::LegalStatus::kUnverified, std::uint8_t number = 90) {
    ledger::PolicyPublish policy;
    policy.policy = tests::subject(number);
    policy.version = "1";
    policy.status = status;
    policy.source = "Sample";
    policy.valid_from = *ledger::parseDay(from);
    policy.hours_limits = ledger::HoursLimits{{}, 0, attest_within, 0};
    log_.byTwo(policy);
  }
  // The log stands on 1 March 2026, a second for each entry.
  HoursEntryRow claimedOn(const char* day) {
    HoursEntryRow entry;
    entry.organisation = tests::sample::kOrganisation;
    entry.day = *ledger::parseDay(day);
    return entry;
  }

  tests::MadeLog log_ = tests::sampleLog();
  Database database_ = tests::memoryDatabase();
};

TEST_F(HoursStandingTest, AnEntryIsLockedInAClosedPeriod) {
  log_.submit(tests::person(11));
  log_.add(ledger::PeriodClose{tests::subject(91), tests::sample::kOrganisation, *ledger::parseDay("2026-02-02"),
                               *ledger::parseDay("2026-02-03"), tests::digest(61), tests::on("2026-03-01")});
  const HoursStanding standing = read();
  const auto locked = [&](const char* day, HoursState state) {
    HoursEntryRow entry = claimedOn(day);
    entry.state = state;
    return standing.isLocked(entry);
  };
  EXPECT_FALSE(locked("2026-02-01", HoursState::kAttested));
  EXPECT_TRUE(locked("2026-02-02", HoursState::kAttested));
  EXPECT_TRUE(locked("2026-02-03", HoursState::kAttested));
  EXPECT_FALSE(locked("2026-02-04", HoursState::kAttested));
  for (const HoursState state :
       {HoursState::kPartiallyAttested, HoursState::kDisputed, HoursState::kCorrected, HoursState::kImported})
    EXPECT_TRUE(locked("2026-02-02", state)) << nameOf(state);
  for (const HoursState state : {HoursState::kClaimed, HoursState::kRejected, HoursState::kVoided})
    EXPECT_FALSE(locked("2026-02-02", state)) << nameOf(state);
  HoursEntryRow elsewhere = claimedOn("2026-02-02");
  elsewhere.state = HoursState::kAttested;
  elsewhere.organisation = tests::sample::kFunder;
  EXPECT_FALSE(standing.isLocked(elsewhere));
}

TEST_F(HoursStandingTest, AClaimExpiresTheDayAfterTheLastOnWhichItWasToBeAnswered) {
  publish(10);
  const HoursStanding standing = read();
  EXPECT_FALSE(standing.isExpired(claimedOn("2026-02-19")));
  EXPECT_TRUE(standing.isExpired(claimedOn("2026-02-18")));
  HoursEntryRow answered = claimedOn("2026-02-18");
  answered.state = HoursState::kAttested;
  EXPECT_FALSE(standing.isExpired(answered));
}

TEST_F(HoursStandingTest, NothingExpiresWithoutALimit) {
  EXPECT_FALSE(read().isExpired(claimedOn("2025-01-01")));
  publish(0);
  EXPECT_FALSE(read().isExpired(claimedOn("2026-02-01")));
}

TEST_F(HoursStandingTest, TheLimitsAreThoseOfTheDayOfService) {
  publish(10);
  publish(40, "2026-02-10", ledger::LegalStatus::kInForce, 91);
  const HoursStanding standing = read();
  EXPECT_TRUE(standing.isExpired(claimedOn("2026-02-09")));
  EXPECT_FALSE(standing.isExpired(claimedOn("2026-02-10"))) << "the last endorsed decides";
  publish(40, "2026-02-10", ledger::LegalStatus::kRepealed, 91);
  EXPECT_TRUE(read().isExpired(claimedOn("2026-02-10"))) << "the one before applies again";
  publish(10, "2026-01-01", ledger::LegalStatus::kRepealed);
  EXPECT_FALSE(read().isExpired(claimedOn("2026-02-10")));
}

}  // namespace
}  // namespace projections
