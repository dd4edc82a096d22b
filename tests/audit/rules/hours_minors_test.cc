// H12, with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/hours_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

// Of somebody of that age, begun so many minutes after six in the morning, for an hour.
std::uint64_t service(AgeBand band, std::int64_t from, bool consent) {
  HoursWorld world;
  const SubjectId where = world.scheduled(kDay);
  const Actor child = world.enrol(band);
  world.wait(kDay);
  std::vector<Act> acts;
  if (consent) {
    acts = {personal(*world.clerk, GuardianConsentRecord{world.subject(), child.person, world.enrol().person,
                                                         world.today() - 2, world.today() + 9, world.digest()})};
  }
  return world.raisedBy("H12", joined(acts, world.served(world.claiming(child, where, kDay - from, 60))));
}

TEST(Minors, WithoutConsentAreRaised) {
  EXPECT_EQ(service(AgeBand::kFrom16to17, 60, true), 0U);
  EXPECT_EQ(service(AgeBand::kFrom16to17, 60, false), 1U);
  EXPECT_EQ(service(AgeBand::kFrom18to35, 60, false), 0U);
}

TEST(Minors, AtNightAreRaised) {
  EXPECT_EQ(service(AgeBand::kFrom14to15, 15 * 60, true), 0U);
  EXPECT_EQ(service(AgeBand::kFrom14to15, 15 * 60 + 1, true), 1U);
  EXPECT_EQ(service(AgeBand::kFrom18to35, 15 * 60 + 1, true), 0U);
}

TEST(Minors, InAnExcludedRoleAreRaised) {
  for (const auto& [role, raised] : {std::pair{"rescuer", 0U}, std::pair{"helper", 1U}}) {
    HoursWorld world;
    const SubjectId where = world.scheduled();
    const Actor child = world.enrol(AgeBand::kFrom16to17);
    PolicyPublish policy;
    policy.policy = world.subject();
    policy.kind = PolicyKind::kAgeRules;
    policy.version = "1";
    policy.status = LegalStatus::kInForce;
    policy.source = "act";
    policy.valid_from = world.today() - 9;
    policy.age_rules = AgeRules{{{AgeBand::kFrom16to17, false, 0, 0, false, {{role}}}}};
    world.agree(world.first, world.second, policy, kPublicClass);
    world.wait(240);
    EXPECT_EQ(world.raisedBy("H12", world.served(world.claiming(child, where, 200, 60))), raised) << role;
  }
}

TEST(Minors, OfUnknownAgeAreNotChecked) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  const Actor somebody = world.enrol(AgeBand::kUnknown);
  world.wait(240);
  world.serve(world.claiming(somebody, where, 200, 60));
  EXPECT_EQ(world.look("H12").checked, Checked::kPart);
}

}  // namespace
}  // namespace audit::tests
