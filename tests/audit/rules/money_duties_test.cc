// E24, E25, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/call_world.h"
#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

TEST(Duties, OfDifferentPersonsAreNone) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  const SubjectId spent = world.spend(grant, 700'000);
  world.say(*world.verifier, ExpenditureVerify{grant, spent, world.now()}, kPublicClass);
  EXPECT_EQ(world.raised("E24"), 0U);
}

TEST(Duties, ThatDoNotGoTogetherAreRaised) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  const SubjectId spent = world.spend(grant, 700'000);
  const std::pair<Act, const char*> cases[] = {
      {act(*world.funder_one, world.disbursing(grant, 1)), "approved and paid"},
      {act(*world.officer, ExpenditureVerify{grant, spent, world.now()}), "recorded and verified"},
      {act(*world.payer, ExpenditureVerify{grant, spent, world.now()}), "paid and verified"},
      {act(*world.payer, world.spending(grant, 1)), "paid and recorded"},
  };
  for (const auto& [forgery, name] : cases) EXPECT_EQ(world.raised("E24", forgery), 1U) << name;
}

TEST(Duties, OfImportsAreNotChecked) {
  RulesWorld world;
  world.importedGrant(world.funder, world.grantee);
  const Outcome outcome = world.look("E24");
  EXPECT_EQ(outcome.raised, 0U);
  EXPECT_EQ(outcome.checked, Checked::kPart);
}

// The rules over the log of another world.
std::uint64_t raisedIn(World& world, const char* rule, const std::vector<Act>& forgeries = {}) {
  RulesReport report;
  RulesQuestion question;
  question.only = {ruleOf(rule)};
  auditRules(*archiveOf(sealedLog(world.forged(forgeries), world.log_key)), question, report);
  return report.outcomes.at(0).raised;
}

TEST(Decisions, AfterCommissionAndClosingAreNone) {
  CallWorld world;
  const Actor expert = world.enrol();
  world.granted(world.decided(expert));
  EXPECT_EQ(raisedIn(world, "E25"), 0U);
  EXPECT_EQ(raisedIn(world, "E24"), 0U);
}

TEST(Decisions, BeforeTheClosingAreRaised) {
  CallWorld world;
  const Actor expert = world.enrol();
  const SubjectId application = world.decided(expert);
  GrantAward award = world.award(application, 60);
  EXPECT_EQ(raisedIn(world, "E25", {act(*world.funder_one, award)}), 0U);
  award.occurred_at = world.ago(1);
  EXPECT_EQ(raisedIn(world, "E25", {act(*world.funder_one, award)}), 1U);
}

TEST(Decisions, AConflictThatComesOutLaterIsRaised) {
  for (const auto& [from, raised] : {std::pair{0, 1U}, std::pair{1, 0U}}) {
    CallWorld world;
    const Actor expert = world.enrol();
    world.granted(world.decided(expert));
    world.say(
        expert,
        RelatedPartyDeclare{world.subject(), expert.person, world.grantee, Relation::kFamily, world.today + from, 0},
        kPrivateClass);
    EXPECT_EQ(raisedIn(world, "E25"), raised) << from;
  }
}

TEST(Decisions, OfSomebodyWhoStoodAsideAreRaised) {
  CallWorld world;
  const Actor expert = world.enrol();
  const SubjectId application = world.decided(expert);
  const Act aside = act(*world.funder_one, ConflictDeclare{world.subject(), application, world.now()});
  const Act other = act(*world.auditor, ConflictDeclare{world.subject(), application, world.now()});
  const Act award = act(*world.funder_one, world.award(application, 60));
  EXPECT_EQ(raisedIn(world, "E25", {aside, award}), 1U);
  EXPECT_EQ(raisedIn(world, "E25", {other, award}), 0U);
}

TEST(Duties, OfAScorerWhoPaysAreRaised) {
  CallWorld world;
  const Actor expert = world.enrol();
  const SubjectId grant = world.granted(world.decided(expert));
  world.approve(grant);
  EXPECT_EQ(
      raisedIn(world, "E24", {act(*world.payer, TrancheDisburse{grant, world.subject(), 1, kzt(1), "P", world.now()})}),
      0U);
  EXPECT_EQ(raisedIn(world, "E24", {act(expert, TrancheDisburse{grant, world.subject(), 1, kzt(1), "P", world.now()})}),
            1U);
}

}  // namespace
}  // namespace audit::tests
