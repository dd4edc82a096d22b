// E13, E18, E19, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

void inCash(ExpenditureRecord& one) {
  one.method = PaymentMethod::kCash;
}

TEST(Cash, MoreThanATenthOfTheGrantIsRaised) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 10'000'000, inCash);
  world.spend(grant, 9'000'000);
  EXPECT_EQ(world.raised("E13"), 0U);
  world.spend(grant, 1, inCash);
  EXPECT_EQ(world.raised("E13"), 1U);
}

TEST(Cash, APaymentAboveTheLimitOfThePolicyIsRaised) {
  RulesWorld world;
  world.threshold("E13.limit", 500'000);
  const SubjectId grant = world.paid();
  world.spend(grant, 500'000, inCash);
  world.spend(grant, 500'001);
  EXPECT_EQ(world.raised("E13"), 0U);
  world.spend(grant, 500'001, inCash);
  EXPECT_EQ(world.raised("E13"), 1U);
}

TEST(CashDays, MoneySpentBeforeItCameIsRaised) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  EXPECT_EQ(world.raised("E18"), 0U);
  EXPECT_EQ(world.raised("E18", act(*world.officer, world.spending(grant, 700'000))), 0U);
  const Outcome outcome = world.look(
      "E18", {act(*world.officer, world.spending(grant, 700'000, [&](auto& one) { one.occurred_at = world.ago(1); }))});
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_TRUE(outcome.findings.at(0).amount->minor == 700'000);
}

TEST(Unspent, IsRaisedFifteenDaysAfterThePeriod) {
  for (const auto& [days, raised] : {std::pair{14, 0U}, std::pair{15, 1U}}) {
    RulesWorld world;
    world.paid();
    world.wait((99 + days) * kDay);
    world.pass();
    EXPECT_EQ(world.raised("E19"), raised) << days;
  }
}

TEST(Unspent, ThatWasDemandedIsRaisedTheDayAfter) {
  for (const auto& [days, raised] : {std::pair{30, 0U}, std::pair{31, 1U}}) {
    RulesWorld world;
    const SubjectId grant = world.paid();
    world.say(*world.funder_one,
              RefundDemand{world.subject(), grant, kzt(700'000), world.today() + 30, world.digest(), world.now()},
              kPublicClass);
    world.wait(days * kDay);
    world.pass();
    const Outcome outcome = world.look("E19");
    EXPECT_EQ(outcome.raised, raised) << days;
    if (raised != 0) {
      EXPECT_TRUE(outcome.findings.at(0).amount->minor == 700'000);
    }
  }
}

// Of a grant of 100,000,000 whose period is over, demands by those days, the money that was raised.
std::vector<Sum> unspentBut(std::vector<std::pair<std::int64_t, CivilDay>> demands, std::int64_t returned = 0) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  const CivilDay first = world.today();
  for (const auto& [minor, day] : demands) {
    world.say(*world.funder_one,
              RefundDemand{world.subject(), grant, kzt(minor), first + day, world.digest(), world.now()}, kPublicClass);
  }
  if (returned != 0)
    world.say(*world.officer, RefundSend{grant, world.subject(), kzt(returned), "R", world.now()}, kPublicClass);
  world.wait(115 * kDay);
  world.pass();
  std::vector<Sum> amounts;
  for (const Raised& raised : world.look("E19").findings) amounts.push_back(raised.amount->minor);
  return amounts;
}

TEST(Unspent, IsRaisedButForWhatIsDemandedByALaterDay) {
  using Sums = std::vector<Sum>;
  EXPECT_TRUE(unspentBut({{1, 20'000}}) == Sums{99'999'999});
  EXPECT_TRUE(unspentBut({{100'000'000, 200}}).empty());
  EXPECT_TRUE(unspentBut({{60'000'000, 200}, {30'000'000, 30}}) == (Sums{30'000'000, 10'000'000}));
  // What was demanded by a later day was returned before it: the rest has no later day.
  EXPECT_TRUE(unspentBut({{70'000'000, 200}}, 70'000'000) == Sums{30'000'000});
}

TEST(Unspent, NothingOnHandIsNone) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.say(*world.officer, RefundSend{grant, world.subject(), kzt(100'000'000), "R", world.now()}, kPublicClass);
  world.wait(200 * kDay);
  world.pass();
  EXPECT_EQ(world.raised("E19"), 0U);
}

}  // namespace
}  // namespace audit::tests
