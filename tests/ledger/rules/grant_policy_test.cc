#include "ledger/rules/grant_policy.h"

#include <algorithm>

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

// 2026: short grants have 500 to 3,000 indices of 4,325.00, which is 2,162,500.00 to 12,975,000.00.
class GrantPolicies : public RulesWorld {
 protected:
  GrantPolicies() {
    PolicyPublish made;
    made.version = "1";
    made.status = LegalStatus::kInForce;
    made.source = "Sample";
    made.valid_from = day("2026-02-01");
    made.kind = PolicyKind::kGrantClasses;
    made.grant_classes = GrantClasses{{{GrantClass::kShort, 500, 3000, 3, 12}, {GrantClass::kLong, 10'000, 0, 24, 36}}};
    publish(made);
    classes_ = next_ - 2;
    made.grant_classes.reset();
    made.kind = PolicyKind::kMciValues;
    made.mci_values = MciValues{{{2026, tenge(432'500)}}};
    publish(made);
    made.mci_values.reset();
    made.kind = PolicyKind::kCostRules;
    made.cost_rules = CostRules{{{GrantClass::kSmall, {CostType::kLabour, CostType::kRent}, 1000, 2}}};
    publish(made);
    costs_ = next_ - 2;
  }
  void publish(PolicyPublish& made) {
    made.policy = id();
    EXPECT_EQ(sendByTwo(authority_, second_authority_, made), "");
  }
  GrantAward award(GrantClass grant_class, std::int64_t minor, const char* when = "2026-05-01T10:00:00+05:00") {
    return {id(),        "SG-2026-" + std::to_string(++numbers_),
            "Sample",    fund_,
            grantee_,    programme_,
            "KZ-75",     tenge(minor),
            grant_class, FundSource::kState,
            at(when)};
  }
  std::string award(const GrantAward& command) { return sendByTwo(funder_, second_funder_, command); }

  // Of an award of 300,000.00; signed on 1 May.
  AgreementSign agreement(const SubjectId& grant, CostType type, std::int64_t minor) {
    return {grant,
            "A-1",
            {{"materials", CostType::kMaterials, 20'000'000}, {"other", type, minor}},
            {{1, 30'000'000, day("2026-06-01")}},
            day("2026-05-01"),
            day("2026-07-01"),
            at("2026-05-01T12:00:00+05:00")};
  }
  std::string sign(const AgreementSign& command) { return sendByTwo(funder_, grantees_officer_, command); }
  SubjectId smallGrant() {
    const GrantAward made = award(GrantClass::kSmall, 30'000'000);
    EXPECT_EQ(award(made), "");
    return made.grant;
  }

  Position classes_ = 0, costs_ = 0;
};

TEST_F(GrantPolicies, AnAwardLiesBetweenTheLimitsOfItsClass) {
  EXPECT_EQ(award(award(GrantClass::kShort, 216'250'000)), "");
  EXPECT_EQ(decision_.policy, classes_);
  EXPECT_EQ(award(award(GrantClass::kShort, 216'249'999)), "CLASS_LIMIT");
  EXPECT_EQ(award(award(GrantClass::kShort, 1'297'500'000)), "");
  EXPECT_EQ(award(award(GrantClass::kShort, 1'297'500'001)), "CLASS_LIMIT");
  EXPECT_EQ(award(award(GrantClass::kLong, 4'325'000'000)), "");
  EXPECT_EQ(award(award(GrantClass::kLong, 4'324'999'999)), "CLASS_LIMIT");
}

TEST_F(GrantPolicies, WhatNoPolicyInForceSpeaksOfIsNotLimited) {
  EXPECT_EQ(award(award(GrantClass::kSmall, 1)), "");
  EXPECT_EQ(decision_.policy, 0U);
  EXPECT_EQ(award(award(GrantClass::kShort, 1, "2026-01-31T10:00:00+05:00")), "") << "before the policy is valid";
  GrantAward dollars = award(GrantClass::kShort, 1);
  dollars.amount.currency = *Currency::parse("USD");
  EXPECT_EQ(award(dollars), "") << "the index is not in dollars";
}

TEST_F(GrantPolicies, ProhibitedCostsAreRefused) {
  const SubjectId grant = smallGrant();
  EXPECT_EQ(sign(agreement(grant, CostType::kLabour, 1)), "COST_PROHIBITED");
  EXPECT_EQ(sign(agreement(grant, CostType::kRent, 1)), "COST_PROHIBITED");
  EXPECT_EQ(sign(agreement(grant, CostType::kTransport, 1)), "");
  EXPECT_EQ(decision_.policy, costs_);
}

TEST_F(GrantPolicies, AdministrationTakesItsShareAtMost) {
  const SubjectId grant = smallGrant();
  EXPECT_EQ(sign(agreement(grant, CostType::kAdministration, 3'000'001)), "ADMIN_OVER_CAP");
  EXPECT_EQ(sign(agreement(grant, CostType::kAdministration, 3'000'000)), "");
}

TEST_F(GrantPolicies, TheEligiblePeriodEndsInTime) {
  AgreementSign command = agreement(smallGrant(), CostType::kTransport, 1);
  command.eligible_to = day("2026-07-02");
  EXPECT_EQ(sign(command), "PERIOD_OVER_RULE");
  command.eligible_to = day("2026-07-01");
  EXPECT_EQ(sign(command), "");
}

// Short grants run from 3 to 12 months.
TEST_F(GrantPolicies, TheEligiblePeriodIsAsLongAsGrantsOfTheClassRun) {
  const GrantAward made = award(GrantClass::kShort, 216'250'000);
  ASSERT_EQ(award(made), "");
  AgreementSign command = agreement(made.grant, CostType::kTransport, 1);
  command.eligible_from = day("2026-05-31");
  command.eligible_to = day("2026-08-29");
  EXPECT_EQ(sign(command), "PERIOD_OVER_CLASS");
  command.eligible_to = day("2027-06-30");
  EXPECT_EQ(sign(command), "PERIOD_OVER_CLASS") << "13 months on is the last day of June";
  command.eligible_to = day("2027-06-29");
  ASSERT_EQ(send(funder_, command), "");
  command.eligible_to = day("2026-08-30");
  EXPECT_EQ(sign(command), "") << "the day after is three months on";
}

TEST_F(GrantPolicies, ALongGrantEndsAsLateAsItsClassAllows) {
  PolicyPublish open;
  open.version = "2";
  open.status = LegalStatus::kInForce;
  open.source = "Sample";
  open.valid_from = day("2026-02-01");
  open.kind = PolicyKind::kGrantClasses;
  open.grant_classes = GrantClasses{{{GrantClass::kShort, 500, 3000, 3, 0}}};
  publish(open);
  const GrantAward made = award(GrantClass::kShort, 216'250'000);
  ASSERT_EQ(award(made), "");
  AgreementSign command = agreement(made.grant, CostType::kTransport, 1);
  command.eligible_to = day("2090-01-01");
  EXPECT_EQ(sign(command), "") << "no limit of months";
  const GrantAward imported = award(GrantClass::kShort, 1);
  ASSERT_EQ(import({imported}), "");
  command = agreement(imported.grant, CostType::kTransport, 1);
  command.lines = {{"materials", CostType::kMaterials, 1}};
  command.tranches = {{1, 1, day("2026-06-01")}};
  command.eligible_to = command.eligible_from;
  EXPECT_EQ(sign(command), "") << "of a grant that was imported nothing is asked";
}

TEST_F(GrantPolicies, ACostRuleMayNameTheLargestAwardOfItsClass) {
  PolicyPublish most;
  most.version = "2";
  most.status = LegalStatus::kUnverified;
  most.source = "Sample";
  most.valid_from = day("2026-04-01");
  most.kind = PolicyKind::kCostRules;
  most.cost_rules = CostRules{{{GrantClass::kShort, {}, 10'000, 0, 0, tenge(216'250'001)},
                               {GrantClass::kSmall, {}, 10'000, 0, 0, tenge(30'000'000)}}};
  std::ranges::sort(most.cost_rules->rules, {}, &CostRule::grant_class);
  publish(most);
  EXPECT_EQ(award(award(GrantClass::kSmall, 30'000'000)), "");
  EXPECT_EQ(decision_.policy, 0U) << "of classes there is none for it";
  EXPECT_EQ(award(award(GrantClass::kSmall, 30'000'001)), "CLASS_LIMIT");
  EXPECT_EQ(award(award(GrantClass::kShort, 216'250'001)), "");
  EXPECT_EQ(decision_.policy, classes_) << "that of the classes, too";
  EXPECT_EQ(award(award(GrantClass::kShort, 216'250'002)), "CLASS_LIMIT") << "though the class goes further";
  EXPECT_EQ(award(award(GrantClass::kSmall, 30'000'001, "2026-03-31T23:59:59+05:00")), "") << "before it is valid";
  GrantAward dollars = award(GrantClass::kSmall, 30'000'001);
  dollars.amount.currency = *Currency::parse("USD");
  EXPECT_EQ(award(dollars), "") << "it is not in dollars";
  EXPECT_EQ(award(award(GrantClass::kOther, 30'000'001)), "") << "another class";
  EXPECT_EQ(import({award(GrantClass::kSmall, 30'000'001)}), "");
  rules_ = 2;
  EXPECT_EQ(award(award(GrantClass::kSmall, 30'000'001)), "");
}

TEST_F(GrantPolicies, ImportsAndEarlierRulesAreNotJudged) {
  const GrantAward small_short = award(GrantClass::kShort, 1);
  EXPECT_EQ(import({small_short}), "");
  Context context;
  context.rules = 1;
  const auto early = checkClassLimit(state_, award(GrantClass::kShort, 1), context);
  ASSERT_TRUE(early.ok());
  EXPECT_EQ(*early, 0U);
}

}  // namespace
}  // namespace ledger
