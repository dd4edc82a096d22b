// What the front door refuses about ideas, requests, campaigns and the like, put into the log all the same. Each
// forgery breaks one rule and no other.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kScoped = Visibility::kScoped;
constexpr Visibility kPublic = Visibility::kPublic;
const Names kNames{"a", "b", "c"};

class OfficeWorld : public World {
 public:
  OfficeWorld() {
    settle();
    give(*clerk, Role::kClerk, office);
    wait(60);
    idea = subject();
    say(*volunteer, IdeaSubmit{idea, office, "umit", "KZ-AST", digest(), ago(30)}, kScoped);
    campaign = subject();
    today = now().civilDay();
    say(*clerk, CampaignOpen{campaign, office, CampaignScale::kLocal, kNames, today - 1, today}, kPublic);
    forum = subject();
    say(*clerk, ForumRegister{forum, office, kNames, "KZ", today, today}, kPublic);
    say(*clerk, ParticipationRecord{forum, "UZ", ForumRole::kSpeaker, 4}, kPublic);
    agree(first, second, DirectionAdd{subject(), "ayala", kNames}, kPublic);
  }
  DeedRecord deed() { return {subject(), campaign, grantee, "trees", 1, 2, {}, now()}; }

  SubjectId idea, campaign, forum;
  CivilDay today = 0;
};

OfficeWorld& world() {
  static OfficeWorld made;
  return made;
}

void expectOnly(const std::string& name, const Actor& actor, const Forgery& forgery) {
  EXPECT_EQ(world().broken(actor, forgery), name.empty() ? "" : name + " ");
}
void expectOfClerk(const std::string& name, const CommandBody& body, Visibility visibility = kScoped) {
  expectOnly(name, *world().clerk, {body, visibility});
}

TEST(ViolationOfCoordination, CanaryHonestCommandsBreakNothing) {
  expectOfClerk("", IdeaTriage{world().idea, world().now()});
  expectOfClerk("", MonitoringVisitRecord{world().subject(), world().office, world().project, VisitVerdict::kOnTrack,
                                          world().digest(), world().now()});
  expectOfClerk("", ParticipationRecord{world().forum, "UZ", ForumRole::kOrganiser, 1}, kPublic);
  expectOnly("", *world().officer, {world().deed(), kScoped});
  expectOnly(
      "", *world().volunteer,
      {IdeaSubmit{world().subject(), world().office, "umit", "KZ-AST", world().digest(), world().now()}, kScoped});
}

TEST(ViolationOfCoordination, SubjectsAreThereAndInTheRightState) {
  expectOfClerk("UNKNOWN_SUBJECT", IdeaTriage{world().subject(), world().now()});
  expectOfClerk("UNKNOWN_SUBJECT", RequestRoute{world().idea, world().grantee, world().now()});
  expectOfClerk("WRONG_STATE", IdeaConvert{world().idea, world().project, world().now()});
  expectOfClerk("ID_TAKEN", RequestReceive{world().idea, world().office, Channel::kWeb, "n", "KZ-AST", world().now()});
}

TEST(ViolationOfCoordination, FieldsOfACommonNameAreJudgedAlike) {
  expectOfClerk("IN_FUTURE", IdeaTriage{world().idea, world().ago(-3)});
  expectOfClerk("BEFORE_ORIGINAL", IdeaTriage{world().idea, world().ago(31)});
  expectOfClerk("BAD_REGION",
                RequestReceive{world().subject(), world().office, Channel::kWeb, "n", "AST", world().now()});
  expectOfClerk(
      "BAD_PERIOD",
      CampaignOpen{world().subject(), world().office, CampaignScale::kLocal, kNames, world().today, world().today - 1},
      kPublic);
  expectOfClerk("COUNT_ZERO", MeetingHold{world().subject(), world().office, "youth", 0, world().now()}, kPublic);
  expectOfClerk("COUNT_ZERO", CapacityReport{world().office, "rooms", 0, world().today, {}}, kPublic);
}

TEST(ViolationOfCoordination, DeedsForumsAndDirectionsHaveRulesOfTheirOwn) {
  DeedRecord late = world().deed();
  late.occurred_at = world().ago(3 * 1440);
  expectOnly("OUTSIDE_CAMPAIGN", *world().officer, {late, kScoped});
  expectOfClerk("BAD_COUNTRY", ParticipationRecord{world().forum, "uz", ForumRole::kOrganiser, 1}, kPublic);
  expectOfClerk("BAD_COUNTRY",
                ForumRegister{world().subject(), world().office, kNames, "KAZ", world().today, world().today}, kPublic);
  expectOfClerk("PARTICIPATION_TAKEN", ParticipationRecord{world().forum, "UZ", ForumRole::kSpeaker, 1}, kPublic);
  expectOnly("DIRECTION_TAKEN", world().first,
             {DirectionAdd{world().subject(), "ayala", kNames}, kPublic, Assurance::kSelf,
              Decision{kRulesVersion, Effect::kProposed, 0, 0, {}}});
}

TEST(ViolationOfCoordination, TheOfficeSpeaksForItselfAndAKindIsNoOlderThanItsRules) {
  expectOnly("ROLE_MISSING", *world().officer, {IdeaTriage{world().idea, world().now()}, kScoped});
  expectOnly("ROLE_MISSING", *world().clerk, {world().deed(), kScoped});
  // The entries before it were judged by later rules: that falls, too.
  const Forgery early{IdeaTriage{world().idea, world().now()}, kScoped, Assurance::kSelf,
                      Decision{1, Effect::kEffective, 0, 0, {}}};
  EXPECT_EQ(world().broken(*world().clerk, early), std::string("DECISION_DIFFERS ").append("KIND_TOO_NEW").append(" "));
}

}  // namespace
}  // namespace audit::tests
