// E27, E33, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

TEST(SmallGrants, TwoInOneYearAreRaised) {
  RulesWorld world;
  world.agreed(world.awarding(GrantClass::kSmall));
  world.agreed(world.awarding(GrantClass::kShort));
  EXPECT_EQ(world.raised("E27"), 0U);
  world.agreed(world.awarding(GrantClass::kSmall));
  const Outcome outcome = world.look("E27");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_TRUE(outcome.findings.at(0).amount->minor == 200'000'000);
}

TEST(SmallGrants, OfTwoYearsAreNone) {
  RulesWorld world;
  world.agreed(world.awarding(GrantClass::kSmall));
  world.wait(365 * kDay);
  world.agreed(world.awarding(GrantClass::kSmall));
  EXPECT_EQ(world.raised("E27"), 0U);
}

TEST(SmallGrants, HowManyIsOfThePolicy) {
  RulesWorld world;
  world.threshold("E27", 3);
  for (int i = 0; i < 2; ++i) world.agreed(world.awarding(GrantClass::kSmall));
  EXPECT_EQ(world.raised("E27"), 0U);
}

class RegisterWorld : public RulesWorld {
 public:
  void verify(CivilDay day) {
    OrganisationVerify body{grantee, "stat.gov.kz", digest(), now()};
    body.occurred_at.utc_ms += (day - today()) * kMsPerDay;
    say(*clerk, body, kPublicClass);
  }
};

TEST(Recipients, NotComparedWithARegisterAreRaised) {
  RegisterWorld world;
  world.agreed(world.awarding());
  EXPECT_EQ(world.raised("E33"), 1U);
}

TEST(Recipients, ComparedByTheDayOfTheAwardAreNone) {
  for (const auto& [days, raised] : {std::pair{0, 0U}, std::pair{1, 1U}}) {
    RegisterWorld world;
    if (days == 0) world.verify(world.today());
    world.agreed(world.awarding());
    world.wait(days * kDay);
    if (days != 0) world.verify(world.today());
    EXPECT_EQ(world.raised("E33"), raised) << days;
  }
}

TEST(Recipients, InactiveWhenPaidAreRaised) {
  RegisterWorld world;
  world.verify(world.today());
  const SubjectId grant = world.agreed(world.awarding());
  world.agree(*world.funder_one, *world.funder_two, TrancheApprove{grant, 1, world.now()}, kPublicClass);
  world.say(*world.payer, world.disbursing(grant, 1'000), kPublicClass);
  world.wait(kDay);
  world.say(*world.clerk, OrganisationDeactivate{world.grantee, {}, world.now()}, kPublicClass);
  EXPECT_EQ(world.raised("E33"), 0U);
  EXPECT_EQ(world.raised("E33", act(*world.payer, world.disbursing(grant, 1'000))), 1U);
}

TEST(Recipients, WithoutTheirYearlyDataAreRaised) {
  for (const auto& [days, raised] : {std::pair{5, 0U}, std::pair{6, 1U}}) {
    RegisterWorld world;
    world.verify(world.today());
    world.say(
        *world.funder_one,
        ObligationCreate{
            world.subject(), world.grantee, world.funder, {}, ReportKind::kRegistry, world.today() + 5, world.now()},
        kPublicClass);
    world.wait(days * kDay);
    world.agreed(world.awarding());
    EXPECT_EQ(world.raised("E33"), raised) << days;
  }
}

TEST(Recipients, OfImportsAndOtherKindsAreNotAsked) {
  RegisterWorld world;
  world.importedGrant(world.funder, world.grantee);
  const Outcome outcome = world.look("E33");
  EXPECT_EQ(outcome.raised, 0U);
  EXPECT_EQ(outcome.checked, Checked::kPart);
}

}  // namespace
}  // namespace audit::tests
