// H23, with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/hours_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

std::uint64_t serviceIn(const std::string& region, bool assigned) {
  HoursWorld world;
  const SubjectId project = world.subject();
  world.say(
      *world.officer,
      ProjectStart{
          project, world.programme, world.grantee, region, world.today() - 9, world.today() + 99, {"p", "p", "p"}},
      kPublicClass);
  const SubjectId where = world.scheduledIn(project);
  world.wait(240);
  std::vector<Act> acts;
  if (assigned) {
    const SubjectId stay = world.subject();
    acts = {
        personal(*world.officer,
                 AssignmentOffer{
                     stay, world.volunteer->person, world.grantee, "KG", world.today() - 1, world.today() + 30, {}}),
        personal(*world.volunteer, AssignmentAccept{stay, world.ago(230)}),
        personal(*world.officer, AssignmentStart{stay, world.ago(220)})};
  }
  return world.raisedBy("H23", joined(acts, world.served(world.claiming(*world.volunteer, where, 200, 60))));
}

TEST(Abroad, WithoutAnAssignmentIsRaised) {
  EXPECT_EQ(serviceIn("KG-GB", false), 1U);
  EXPECT_EQ(serviceIn("KG-GB", true), 0U);
  EXPECT_EQ(serviceIn("KZ-ALA", false), 0U);
}

TEST(Insurance, ThatHasEndedIsRaised) {
  for (const auto& [days, raised] : {std::pair{0, 0U}, std::pair{1, 1U}}) {
    HoursWorld world;
    const SubjectId where = world.scheduled();
    world.wait(240);
    const std::vector<Act> insured{
        personal(*world.officer, InsuranceAttach{world.subject(), world.volunteer->person, world.funder, world.digest(),
                                                 world.today() - 30, world.today() - days})};
    EXPECT_EQ(world.raisedBy("H23", joined(insured, world.served(world.claiming(*world.volunteer, where, 200, 60)))),
              raised);
  }
}

TEST(Insurance, ThatTheLogDoesNotHoldIsNotChecked) {
  HoursWorld world;
  EXPECT_EQ(world.look("H23").checked, Checked::kPart);
}

}  // namespace
}  // namespace audit::tests
