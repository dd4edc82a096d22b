// H01, H02, H03, H19, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/hours_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

// Two services of a day, of which the log tells no end.
std::uint64_t twoOfADay(const char* rule, std::int64_t first_minutes, std::int64_t second_minutes) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  world.wait(60);
  HoursClaim one = world.claiming(*world.volunteer, where, 60, first_minutes);
  HoursClaim two = world.claiming(*world.volunteer, where, 60, second_minutes);
  one.until.reset();
  two.until.reset();
  return world.raisedBy(rule, world.servedAll({one, two}));
}

TEST(CivilDays, MoreThanTwentyFourHoursAreRaised) {
  EXPECT_EQ(twoOfADay("H01", 720, 720), 0U);
  EXPECT_EQ(twoOfADay("H01", 720, 721), 1U);
}

TEST(SoftLimits, AMinuteOverTheDaysLimitIsRaised) {
  EXPECT_EQ(twoOfADay("H02", 360, 360), 0U);
  EXPECT_EQ(twoOfADay("H02", 360, 361), 1U);
}

std::uint64_t fullDays(int days) {
  HoursWorld world;  // on a Thursday
  const SubjectId where = world.scheduled(20 * kDay);
  world.wait(4 * kDay);
  std::vector<HoursClaim> claims;
  for (int i = 0; i < days; ++i) {
    claims.push_back(world.claiming(*world.volunteer, where, 720, 720));
    claims.back().until.reset();
    claims.back().occurred_at = world.ago(0);
    world.wait(kDay);
  }
  return world.raisedBy("H02", world.servedAll(claims));
}

TEST(SoftLimits, SixFullDaysOfAWeekAreRaisedFiveAreNot) {
  EXPECT_EQ(fullDays(5), 0U);
  EXPECT_EQ(fullDays(6), 1U);
}

TEST(SoftLimits, ThePolicyOfLimitsDecides) {
  HoursWorld world;
  PolicyPublish policy;
  policy.policy = world.subject();
  policy.kind = PolicyKind::kHoursLimits;
  policy.version = "1";
  policy.status = LegalStatus::kInForce;
  policy.source = "act";
  policy.valid_from = world.today() - 9;
  policy.hours_limits = HoursLimits{{{AgeBand::kFrom18to35, Minutes(60)}}, 0, 0, 0};
  world.agree(world.first, world.second, policy, kPublicClass);
  const SubjectId where = world.scheduled();
  world.wait(120);
  EXPECT_EQ(world.raisedBy("H02", world.served(world.claiming(*world.volunteer, where, 120, 60))), 0U);
  EXPECT_EQ(world.raisedBy("H02", world.served(world.claiming(*world.volunteer, where, 120, 61))), 1U);
}

TEST(Overlaps, OfAMinuteAreRaisedTouchingServicesAreNot) {
  for (const auto& [begins, raised] : {std::pair{120, 0U}, std::pair{121, 1U}}) {
    HoursWorld world;
    const SubjectId where = world.scheduled();
    world.wait(240);
    EXPECT_EQ(world.raisedBy("H03", world.servedAll({world.claiming(*world.volunteer, where, 240, 120),
                                                     world.claiming(*world.volunteer, where, begins, 120)})),
              raised);
  }
}

TEST(Overlaps, OfTwoPeopleAreNone) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  const Actor other = world.enrol();
  world.wait(240);
  world.serve(world.claiming(*world.volunteer, where, 240, 120));
  world.serve(world.claiming(other, where, 240, 120));
  EXPECT_EQ(world.raised("H03"), 0U);
}

// Days on which somebody served, counted from the first of them, which is a Thursday.
std::uint64_t onDays(const std::vector<int>& days) {
  HoursWorld world;
  const SubjectId where = world.scheduled(200 * kDay);
  std::vector<HoursClaim> claims;
  world.wait(180 * kDay);
  for (const int day : days) {
    HoursClaim claim = world.claiming(*world.volunteer, where, (180 - day) * kDay, 60);
    claims.push_back(claim);
  }
  world.importHours(claims);
  return world.raised("H19");
}

TEST(Rest, ThirtyDaysInARowAreRaisedTwentyNineAreNot) {
  std::vector<int> days;
  for (int day = 0; day < 29; ++day) days.push_back(day);
  EXPECT_EQ(onDays(days), 0U);
  days.push_back(29);
  EXPECT_EQ(onDays(days), 1U);
}

TEST(Rest, WhoTurnsFromWorkingDaysToWeekendsIsRaised) {
  std::vector<int> working;
  std::vector<int> turned;
  for (int week = 0; week < 10; ++week) {
    working.push_back(7 * week);
    turned.push_back(7 * week);
  }
  for (int week = 10; week < 20; ++week) {
    working.push_back(7 * week);
    turned.push_back(7 * week + 2);
  }
  EXPECT_EQ(onDays(working), 0U);
  EXPECT_EQ(onDays(turned), 1U);
  turned.erase(turned.begin());  // nine days are too few to be a habit
  turned.pop_back();
  EXPECT_EQ(onDays(turned), 0U);
}

}  // namespace
}  // namespace audit::tests
