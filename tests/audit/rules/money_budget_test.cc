// E02, E03, E23, E35, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

RulesWorld::Change line(const char* name) {
  return [name](ExpenditureRecord& one) { one.line = name; };
}

TEST(BudgetLines, OneTiynOverIsRaised) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 20'000'000);
  EXPECT_EQ(world.raised("E02"), 0U);
  const Outcome outcome = world.look("E02", {act(*world.officer, world.spending(grant, 1))});
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_TRUE(outcome.findings.at(0).amount->minor == 1);
}

TEST(BudgetLines, OneThatTheBudgetHasNotIsRaised) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  EXPECT_EQ(world.raised("E02", act(*world.officer, world.spending(grant, 1, line("travel")))), 1U);
}

void publishCosts(RulesWorld& world, GrantClass grant_class, std::vector<CostType> prohibited, std::uint16_t admin) {
  PolicyPublish policy;
  policy.policy = world.subject();
  policy.kind = PolicyKind::kCostRules;
  policy.version = "1";
  policy.status = LegalStatus::kInForce;
  policy.source = "act";
  policy.valid_from = world.today() - 9;
  policy.cost_rules = CostRules{{{grant_class, std::move(prohibited), admin, 0}}};
  world.agree(world.first, world.second, policy, kPublicClass);
}

TEST(ProhibitedCosts, OfSmallGrantsAreLabourRentAndAdministration) {
  RulesWorld world;
  const SubjectId small = world.paid(GrantClass::kSmall);
  world.spend(small, 700'000);
  EXPECT_EQ(world.raised("E03"), 0U);
  for (const char* name : {"labour", "rent", "office"}) world.spend(small, 700'000, line(name));
  EXPECT_EQ(world.raised("E03"), 3U);
}

TEST(ProhibitedCosts, OfOtherClassesAreNone) {
  RulesWorld world;
  const SubjectId grant = world.paid(GrantClass::kShort);
  for (const char* name : {"labour", "rent", "office"}) world.spend(grant, 700'000, line(name));
  EXPECT_EQ(world.raised("E03"), 0U);
}

// The ledger asks an import for none of them.
TEST(ProhibitedCosts, ArePolicyWhereThereIsOne) {
  RulesWorld world;
  publishCosts(world, GrantClass::kOther, {CostType::kRent}, 10'000);
  const SubjectId grant = world.importedGrant(world.funder, world.grantee);
  world.spend(grant, 700'000, line("labour"));
  EXPECT_EQ(world.raised("E03"), 0U);
  world.spend(grant, 700'000, line("rent"));
  EXPECT_EQ(world.raised("E03"), 1U);
}

TEST(OverAward, OneTiynMoreIsRaised) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  EXPECT_EQ(world.raised("E23"), 0U);
  const Outcome outcome = world.look("E23", {act(*world.payer, world.disbursing(grant, 1))});
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_TRUE(outcome.findings.at(0).amount->minor == 1);
}

TEST(AdministrationShare, ATenthIsAllowedMoreIsRaised) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 10'000'000, line("office"));
  EXPECT_EQ(world.raised("E35"), 0U);
  world.spend(grant, 1, line("office"));
  const Outcome outcome = world.look("E35");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_TRUE(outcome.findings.at(0).amount->minor == 1);
}

// The ledger asks an import for none of them.
TEST(AdministrationShare, TheCostRulesComeFirst) {
  RulesWorld world;
  publishCosts(world, GrantClass::kOther, {}, 500);
  const GrantAward award = world.awarding();
  world.import(world.subject(),
               {award, world.agreement(award.grant), TrancheApprove{award.grant, 1, world.now()},
                world.disbursing(award.grant, 100'000'000)},
               kPublicClass);
  world.spend(award.grant, 5'000'000, line("office"));
  EXPECT_EQ(world.raised("E35"), 0U);
  world.spend(award.grant, 1, line("office"));
  EXPECT_EQ(world.raised("E35"), 1U);
}

}  // namespace
}  // namespace audit::tests
