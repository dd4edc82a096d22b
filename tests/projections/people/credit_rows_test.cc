#include "projections/people/credit_rows.h"

#include <gtest/gtest.h>

#include "ledger/event/json.h"
#include "tests/ledger/policies/shipped_policies.h"

namespace projections {
namespace {

TEST(CreditRows, RulesComeBackFromTheirText) {
  const ledger::PolicyPublish policy = tests::shippedPolicy("example_nss");
  CreditPolicyRow row;
  row.rules = jsonOf(ledger::Command{ledger::SeededRandom(1).id<ledger::NonceId>(), {}, policy}).line();
  const auto rules = creditRulesOf(row);
  ASSERT_TRUE(rules.ok()) << rules.error().message;
  EXPECT_EQ(*rules, *policy.credit_rules);
  row.rules.pop_back();
  EXPECT_EQ(creditRulesOf(row).error().reason, "POLICY_UNREADABLE");
  row.rules =
      jsonOf(ledger::Command{ledger::SeededRandom(1).id<ledger::NonceId>(), {}, tests::shippedPolicy("kz_minors")})
          .line();
  EXPECT_EQ(creditRulesOf(row).error().reason, "POLICY_UNREADABLE");
}

TEST(CreditRows, StatesOfTheReadSideAreThoseOfTheRules) {
  CreditFactRow row;
  const auto state = [&](HoursState shown) {
    row.state = shown;
    return creditFactOf(row).state;
  };
  EXPECT_EQ(state(HoursState::kClaimed), ledger::HoursState::kClaimed);
  for (const HoursState attested : {HoursState::kAttested, HoursState::kPartiallyAttested, HoursState::kCorrected})
    EXPECT_EQ(state(attested), ledger::HoursState::kAttested);
  EXPECT_EQ(state(HoursState::kRejected), ledger::HoursState::kRejected);
  EXPECT_EQ(state(HoursState::kDisputed), ledger::HoursState::kDisputed);
  EXPECT_EQ(state(HoursState::kVoided), ledger::HoursState::kVoided);
  EXPECT_EQ(state(HoursState::kImported), ledger::HoursState::kImported);
}

}  // namespace
}  // namespace projections
