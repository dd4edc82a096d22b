// H09, H10, H11, H20, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/hours_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

// Served today; the organisation was deactivated that many days before.
std::uint64_t whileIdle(int days_before, bool back) {
  HoursWorld world;
  const SubjectId where = world.scheduled(20 * kDay);
  world.wait(5 * kDay);
  std::vector<Act> acts{
      act(*world.clerk, OrganisationDeactivate{world.grantee, world.digest(), world.ago(days_before * kDay)})};
  if (back) acts.push_back(act(*world.clerk, OrganisationReactivate{world.grantee, world.now()}));
  return world.raisedBy("H09", joined(acts, world.served(world.claiming(*world.volunteer, where, 120, 60))));
}

TEST(Standing, AnInactiveOrganisationIsRaised) {
  EXPECT_EQ(whileIdle(0, false), 0U);
  EXPECT_EQ(whileIdle(1, false), 1U);
  EXPECT_EQ(whileIdle(1, true), 0U);
}

TEST(Standing, ASuspendedProjectIsRaised) {
  HoursWorld world;
  const SubjectId where = world.scheduled(20 * kDay);
  world.wait(2 * kDay);
  const auto service = world.served(world.claiming(*world.volunteer, where, 120, 60));
  const Act suspended = act(*world.officer, ProjectSuspend{world.project, EndReason::kSafety, world.ago(kDay)});
  const Act resumed = act(*world.officer, ProjectResume{world.project, world.now()});
  EXPECT_EQ(world.raisedBy("H09", joined({suspended}, service)), 1U);
  EXPECT_EQ(world.raisedBy("H09", joined({suspended, resumed}, service)), 0U);
}

TEST(Standing, AnOrganisationThatWasNotVerifiedByThenIsRaised) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  world.wait(240);
  const auto service = world.served(world.claiming(*world.volunteer, where, 200, 60));
  const auto verified = [&](const SubjectId& which) {
    return act(*world.clerk, OrganisationVerify{which, "egov", world.digest(), world.ago(200)});
  };
  EXPECT_EQ(world.look("H09", service).checked, Checked::kPart);  // nobody is ever verified
  EXPECT_EQ(world.raisedBy("H09", service), 0U);
  EXPECT_EQ(world.raisedBy("H09", joined({verified(world.funder)}, service)), 1U);
  EXPECT_EQ(world.raisedBy("H09", joined({verified(world.grantee)}, service)), 0U);
}

TEST(ActivityTimes, ACancelledActivityIsRaised) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  const SubjectId other = world.scheduled();
  world.wait(240);
  const auto service = world.served(world.claiming(*world.volunteer, where, 200, 60));
  EXPECT_EQ(
      world.raisedBy("H10",
                     joined(service, {act(*world.attestor, ActivityCancel{other, EndReason::kWeather, world.now()})})),
      0U);
  EXPECT_EQ(
      world.raisedBy("H10",
                     joined(service, {act(*world.attestor, ActivityCancel{where, EndReason::kWeather, world.now()})})),
      1U);
}

// Served from a minute of an activity of two hours on.
std::uint64_t outside(std::int64_t from, std::int64_t minutes) {
  HoursWorld world;
  world.wait(600);
  const SubjectId where = world.scheduled(120);
  world.wait(600);
  return world.raisedBy("H10", world.served(world.claiming(*world.volunteer, where, 600 - from, minutes)));
}

TEST(ActivityTimes, OutsideThemIsRaised) {
  EXPECT_EQ(outside(0, 240), 0U);
  EXPECT_EQ(outside(0, 241), 1U);
  EXPECT_EQ(outside(-120, 60), 0U);
  EXPECT_EQ(outside(-121, 60), 1U);
  EXPECT_EQ(outside(119, 60), 0U);
  EXPECT_EQ(outside(120, 60), 1U);
}

std::uint64_t longer(std::int64_t minutes, HoursReason reason) {
  HoursWorld world;
  const SubjectId where = world.scheduled(400);
  world.wait(600);
  return world.raisedBy("H11", world.served(world.claiming(*world.volunteer, where, 600, minutes),
                                            [&](HoursAttest& attest) { attest.reason = reason; }));
}

TEST(Schedules, AQuarterMoreIsNotRaisedAMinuteMoreIs) {
  EXPECT_EQ(longer(500, HoursReason::kNone), 0U);
  EXPECT_EQ(longer(501, HoursReason::kNone), 1U);
  EXPECT_EQ(longer(501, HoursReason::kOvertimeAgreed), 0U);
}

TEST(Schedules, TheShiftCountsNotTheCampaign) {
  HoursWorld world;
  const SubjectId where = world.scheduled(20 * kDay);
  const ShiftOpen shift{world.subject(), where, "helper", world.now(), world.ago(-100), 0, 9};
  world.say(*world.attestor, shift, kScopedClass);
  world.wait(200);
  EXPECT_EQ(world.raisedBy("H11", world.served(world.claiming(*world.volunteer, where, 200, 125))), 0U);
  EXPECT_EQ(world.raisedBy("H11", world.served(world.claiming(*world.volunteer, where, 200, 126))), 1U);
}

TEST(CheckOuts, ThatNeverWereAreRaised) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  const ShiftOpen shift{world.subject(), where, "helper", world.now(), world.ago(-300), 0, 9};
  world.say(*world.attestor, shift, kScopedClass);
  const SubjectId signup = world.subject();
  world.wait(240);
  const std::vector<Act> came{
      personal(*world.volunteer, ShiftSignUp{signup, shift.shift, world.volunteer->person, world.ago(240)}),
      personal(*world.attestor, CheckIn{signup, CheckMethod::kManual, "", world.ago(200), "", {}})};
  const std::vector<Act> left{
      personal(*world.attestor, CheckOut{signup, CheckMethod::kManual, "", world.ago(140), "", {}})};
  const auto service = world.served(world.claiming(*world.volunteer, where, 200, 60));
  EXPECT_EQ(world.raisedBy("H11", came), 0U);
  EXPECT_EQ(world.raisedBy("H11", joined(came, service)), 1U);
  EXPECT_EQ(world.raisedBy("H11", joined(joined(came, left), service)), 0U);
}

TEST(Capacity, MoreThanAShiftHoldsIsRaised) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  const Actor other = world.enrol();
  world.say(*world.attestor, ShiftOpen{world.subject(), where, "helper", world.now(), world.ago(-60), 0, 2},
            kScopedClass);
  world.wait(240);
  const HoursClaim one = world.claiming(*world.volunteer, where, 240, 60);
  EXPECT_EQ(world.raisedBy("H20", world.servedAll({one, world.claiming(other, where, 240, 60)})), 0U);
  EXPECT_EQ(world.raisedBy("H20", world.servedAll({one, world.claiming(other, where, 240, 61)})), 1U);
}

TEST(Capacity, ThatNobodyToldIsNotChecked) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  world.wait(240);
  world.serve(world.claiming(*world.volunteer, where, 240, 60));
  EXPECT_EQ(world.look("H20").checked, Checked::kPart);
}

}  // namespace
}  // namespace audit::tests
