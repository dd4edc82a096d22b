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

// Entries at home of one volunteer, of whom the log tells no cover; of another one it does, where `insured`.
class HomeWorld : public HoursWorld {
 public:
  explicit HomeWorld(bool insured) {
    const SubjectId where = scheduled();
    const Actor other = enrol();
    wait(240);
    if (insured) insure(other);
    claim_ = claiming(*volunteer, where, 200, 60);
  }
  void insure(const Actor& who) {
    say(*clerk, InsuranceAttach{subject(), who.person, funder, digest(), today() - 30, today() + 30}, kPrivateClass);
  }
  void serveIt(Presence presence = Presence::kOnsite) {
    claim_.presence = presence;
    serve(claim_);
  }

 private:
  HoursClaim claim_;
};

TEST(Insurance, ThatSomebodyNeverHadAtHomeIsNotCheckedAndTold) {
  HomeWorld world(true);
  world.serveIt();
  const Outcome outcome = world.look("H23");
  EXPECT_EQ(outcome.raised, 0U);
  EXPECT_EQ(outcome.checked, Checked::kPart);
  ASSERT_EQ(outcome.missing.size(), 1U);
  EXPECT_EQ(outcome.missing.at(0).values.at(0).text, "1");
}

TEST(Insurance, IsAskedForAtHomeWhereThePolicySaysSo) {
  for (const bool others : {false, true}) {
    HomeWorld world(others);
    world.threshold("H23.home", 1);
    world.serveIt();
    const Outcome outcome = world.look("H23");
    EXPECT_EQ(outcome.raised, 1U) << others;
    EXPECT_EQ(outcome.checked, Checked::kWhole) << others;
  }
}

TEST(Insurance, AtHomeIsThereOrOfServiceOnline) {
  HomeWorld covered(false);
  covered.threshold("H23.home", 1);
  covered.insure(*covered.volunteer);
  covered.serveIt();
  EXPECT_EQ(covered.raised("H23"), 0U);
  HomeWorld online(true);
  online.threshold("H23.home", 1);
  online.serveIt(Presence::kOnline);
  EXPECT_EQ(online.raised("H23"), 0U);
}

}  // namespace
}  // namespace audit::tests
