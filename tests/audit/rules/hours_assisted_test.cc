// H25, with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/hours_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

// On 10 February 2026, of an activity that is there since 1 January.
class DeskWorld : public HoursWorld {
 public:
  DeskWorld() {
    where_ = scheduled(50 * kDay);
    wait(40 * kDay);
  }
  HoursClaim servedOn(const Actor& who, int days_after_new_year, std::int64_t minutes) {
    return claiming(who, where_, (40 - days_after_new_year) * kDay, minutes);
  }
  // For somebody without a device.
  SubjectId atDesk(const HoursClaim& claim) {
    say(*clerk, claim, kPrivateClass, Assurance::kAssisted);
    return claim.hours;
  }
  // On five days of January, eight hours each.
  void fortyHours(const Actor& who) {
    for (int day = 0; day < 5; ++day) last = atDesk(servedOn(who, day, 480));
  }

  SubjectId last;

 private:
  SubjectId where_;
};

TEST(AssistedMonths, AMinuteOverFortyHoursIsRaised) {
  DeskWorld world;
  world.fortyHours(*world.volunteer);
  EXPECT_EQ(world.raised("H25"), 0U);
  world.atDesk(world.servedOn(*world.volunteer, 6, 1));
  const Outcome outcome = world.look("H25");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.looked, 6U);
  EXPECT_EQ(outcome.findings.at(0).minutes, 2401);
  EXPECT_EQ(outcome.findings.at(0).subjects.at(0).kind, "person");
  EXPECT_EQ(outcome.findings.at(0).sentence.values.at(1).text, "2026-01");
}

TEST(AssistedMonths, HoursOfAnotherMonthOrPersonOrByHerselfAreNotAdded) {
  DeskWorld world;
  const Actor other = world.enrol();
  world.fortyHours(*world.volunteer);
  world.fortyHours(other);
  world.atDesk(world.servedOn(*world.volunteer, 35, 480));
  world.say(*world.volunteer, world.servedOn(*world.volunteer, 7, 480), kPrivateClass);
  EXPECT_EQ(world.raised("H25"), 0U);
}

TEST(AssistedMonths, WhatWasRejectedIsNotAdded) {
  DeskWorld world;
  world.fortyHours(*world.volunteer);
  const SubjectId more = world.atDesk(world.servedOn(*world.volunteer, 6, 60));
  world.say(*world.attestor, HoursReject{more, HoursReason::kOther, world.now()}, kPrivateClass);
  EXPECT_EQ(world.raised("H25"), 0U);
}

TEST(AssistedMonths, WhatWasAttestedCountsAsItStandsAndTheConfirmedAreTold) {
  DeskWorld world;
  world.fortyHours(*world.volunteer);
  const HoursClaim more = world.servedOn(*world.volunteer, 6, 120);
  world.atDesk(more);
  world.say(*world.volunteer, HoursConfirm{more.hours, world.now()}, kPrivateClass);
  world.say(*world.attestor,
            world.attesting(more,
                            [](auto& one) {
                              one.minutes = Minutes(60);
                              one.reason = HoursReason::kLeftEarly;
                            }),
            kPrivateClass);
  const Outcome outcome = world.look("H25");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.findings.at(0).minutes, 2460);
  EXPECT_EQ(outcome.findings.at(0).sentence.values.at(3).text, "1");
}

TEST(AssistedMonths, ThePolicyDecidesOnTheCap) {
  DeskWorld world;
  world.threshold("H25", 2401);
  world.fortyHours(*world.volunteer);
  world.atDesk(world.servedOn(*world.volunteer, 6, 1));
  EXPECT_EQ(world.raised("H25"), 0U);
}

TEST(DeskDays, OneClaimOverTheCapOfAClerkIsRaised) {
  DeskWorld world;
  world.threshold("H25.claims", 3);
  for (int day = 0; day < 3; ++day) world.atDesk(world.servedOn(*world.volunteer, day, 60));
  EXPECT_EQ(world.raised("H25"), 0U);
  world.wait(kDay);
  world.atDesk(world.servedOn(*world.volunteer, 3, 60));
  EXPECT_EQ(world.raised("H25"), 0U) << "it is of the next day";
  for (int day = 4; day < 7; ++day) world.atDesk(world.servedOn(*world.volunteer, day, 60));
  const Outcome outcome = world.look("H25");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.findings.at(0).subjects.size(), 5U);
}

}  // namespace
}  // namespace audit::tests
