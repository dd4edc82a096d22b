// E09, E10, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

constexpr std::int64_t kThreshold = 1'000'000;

TEST(SplitPurchases, WithoutAThresholdAreNotChecked) {
  RulesWorld world;
  world.spend(world.paid(), 500'000);
  const Outcome outcome = world.look("E09");
  EXPECT_EQ(outcome.checked, Checked::kNot);
  EXPECT_EQ(outcome.missing.size(), 1U);
  EXPECT_EQ(world.look("E10").checked, Checked::kNot);
}

std::uint64_t splits(std::int64_t one, std::int64_t other, std::int64_t days, const std::string& vendor = binOf(9)) {
  RulesWorld world;
  world.threshold("E09", kThreshold);
  const SubjectId grant = world.paid();
  world.spend(grant, one);
  world.wait(days * kDay);
  world.spend(grant, other, [&](auto& spent) { spent.vendor = vendor; });
  return world.raised("E09");
}

TEST(SplitPurchases, ThatReachTheThresholdWithinTenDaysAreRaised) {
  EXPECT_EQ(splits(500'000, 500'000, 10), 1U);
  EXPECT_EQ(splits(500'000, 499'999, 10), 0U);
  EXPECT_EQ(splits(500'000, 500'000, 11), 0U);
  EXPECT_EQ(splits(500'000, 1'000'000, 1), 0U);  // for that more was asked
  EXPECT_EQ(splits(500'000, 500'000, 1, binOf(8)), 0U);
}

TEST(SplitPurchases, OfBranchesOfOneHeadAreOfOneVendor) {
  for (const MembershipKind kind : {MembershipKind::kParent, MembershipKind::kNetwork}) {
    RulesWorld world;
    world.threshold("E09", kThreshold);
    const SubjectId head = world.organisation(3);
    const SubjectId branch = world.organisation(4);
    const Actor officer = world.enrol();
    world.give(officer, Role::kOfficer, branch);
    world.say(officer, MembershipBegin{world.subject(), branch, head, kind, world.now()}, kPublicClass);
    const SubjectId grant = world.paid();
    for (const unsigned number : {3U, 4U})
      world.spend(grant, 500'000, [&](auto& spent) { spent.vendor = binOf(number); });
    EXPECT_EQ(world.raised("E09"), kind == MembershipKind::kParent ? 1U : 0U);
  }
}

TEST(SplitPurchases, TheDaysAreOfThePolicy) {
  RulesWorld world;
  world.threshold("E09", kThreshold);
  world.threshold("E09.days", 11);
  const SubjectId grant = world.paid();
  world.spend(grant, 500'000);
  world.wait(11 * kDay);
  world.spend(grant, 500'000);
  EXPECT_EQ(world.raised("E09"), 1U);
}

// Of so many just below and above the threshold.
std::uint64_t hugs(int below, int above, std::int64_t amount = 950'000) {
  RulesWorld world;
  world.threshold("E09", kThreshold);
  const SubjectId grant = world.paid();
  for (int i = 0; i < below; ++i) world.spend(grant, amount + i);
  for (int i = 0; i < above; ++i) world.spend(grant, 1'050'000 + i);
  return world.raised("E10");
}

TEST(Clustering, IsRaisedWhereChanceIsBelowOneInAHundred) {
  EXPECT_EQ(hugs(8, 0), 1U);  // 0.6 %
  EXPECT_EQ(hugs(7, 0), 0U);  // 1.1 %
  EXPECT_EQ(hugs(8, 1), 0U);
  EXPECT_EQ(hugs(8, 0, 899'000), 0U);
}

}  // namespace
}  // namespace audit::tests
