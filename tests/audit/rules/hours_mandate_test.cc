// H07, H08, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/hours_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

TEST(Attestors, TheVolunteerHerselfIsRaised) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  world.wait(240);
  const HoursClaim claim = world.claiming(*world.volunteer, where, 200, 60);
  EXPECT_EQ(world.raisedBy("H07", world.served(claim)), 0U);
  const Outcome outcome = world.look("H07", world.servedBefore(claim, *world.volunteer));
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.findings.front().severity, RuleSeverity::kCritical);
}

TEST(Attestors, AGuardianIsRaised) {
  for (const bool own : {true, false}) {
    HoursWorld world;
    const SubjectId where = world.scheduled();
    const Actor child = world.enrol(AgeBand::kFrom16to17);
    const Actor guardian = own ? *world.attestor : world.enrol();
    world.wait(240);
    const std::vector<Act> consent{
        personal(*world.clerk, GuardianConsentRecord{world.subject(), child.person, guardian.person, world.today() - 1,
                                                     world.today() + 9, world.digest()})};
    const Outcome outcome = world.look("H07", joined(consent, world.served(world.claiming(child, where, 200, 60))));
    EXPECT_EQ(outcome.raised, own ? 1U : 0U);
    if (own) {
      EXPECT_EQ(outcome.findings.at(0).severity, RuleSeverity::kHigh);
    }
  }
}

// Two people attest so many entries of each other.
std::uint64_t oneAnother(int there, int back) {
  HoursWorld world;
  world.threshold("H07", 2);
  const SubjectId where = world.scheduled();
  world.wait(240);
  std::vector<Act> acts;
  for (int i = 0; i < there; ++i) {
    acts = joined(std::move(acts), world.served(world.claiming(*world.volunteer, where, 200 - 10 * i, 10)));
  }
  for (int i = 0; i < back; ++i) {
    acts = joined(std::move(acts),
                  world.servedBefore(world.claiming(*world.attestor, where, 200 - 10 * i, 10), *world.volunteer));
  }
  return world.raisedBy("H07", acts);
}

TEST(Attestors, InReturnAreRaisedBeyondTheQuota) {
  EXPECT_EQ(oneAnother(3, 3), 1U);
  EXPECT_EQ(oneAnother(3, 2), 0U);
  EXPECT_EQ(oneAnother(9, 0), 0U);
}

TEST(Mandates, WithoutOneAnAttestationIsRaised) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  world.wait(240);
  const HoursClaim claim = world.claiming(*world.volunteer, where, 200, 60);
  EXPECT_EQ(world.raisedBy("H08", world.served(claim)), 0U);
  EXPECT_EQ(world.raisedBy("H08", world.servedBefore(claim, *world.payer)), 1U);
}

TEST(Mandates, GivenAfterTheServiceAreNone) {
  for (const auto& [late, raised] : {std::pair{false, 0U}, std::pair{true, 1U}}) {
    HoursWorld world;
    const SubjectId where = world.scheduled();
    const Actor newcomer = world.enrol();
    if (!late) world.give(newcomer, Role::kAttestor, world.grantee);
    world.wait(240);
    if (late) world.give(newcomer, Role::kAttestor, world.grantee);
    const HoursClaim claim = world.claiming(*world.volunteer, where, 200, 60);
    EXPECT_EQ(world.raisedBy("H08", world.servedBefore(claim, newcomer)), raised) << late;
  }
}

TEST(Mandates, AKeyThatWasStolenByThenIsRaised) {
  for (const auto& [since, raised] : {std::pair{10, 1U}, std::pair{-10, 0U}}) {
    HoursWorld world;
    const SubjectId where = world.scheduled();
    world.wait(240);
    const std::vector<Act> revoked{
        personal(world.first, KeyRevoke{world.attestor->person, actorKeyOf(world.attestor->key), KeyRevocation::kStolen,
                                        world.ago(since).utc_ms})};
    EXPECT_EQ(world.raisedBy("H08", joined(world.served(world.claiming(*world.volunteer, where, 200, 60)), revoked)),
              raised)
        << since;
  }
}

}  // namespace
}  // namespace audit::tests
