#include "ledger/rules/policy_document.h"

#include "ledger/rules/policy.h"
#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class PolicyDocuments : public RulesWorld {
 protected:
  PolicyPublish policy(PolicyKind kind) {
    PolicyPublish made;
    made.policy = id();
    made.kind = kind;
    made.version = "1";
    made.status = LegalStatus::kInForce;
    made.source = "Sample";
    made.valid_from = day("2026-01-01");
    return made;
  }
  std::string publish(const PolicyPublish& made) { return sendByTwo(authority_, second_authority_, made); }
  template <class Document>
  bool fits(const Document& document) {
    return checkPolicy(document).ok();
  }
};

TEST_F(PolicyDocuments, AreThatOfTheirKindAndNoOther) {
  PolicyPublish made = policy(PolicyKind::kSuppression);
  EXPECT_EQ(publish(made), "BAD_POLICY");
  made.suppression = Suppression{10, 20};
  EXPECT_EQ(publish(made), "");
  made.virement_limits = VirementLimits{1000};
  EXPECT_EQ(publish(made), "BAD_POLICY");
  made.virement_limits.reset();
  made.kind = PolicyKind::kVirementLimits;
  EXPECT_EQ(publish(made), "BAD_POLICY");
}

TEST_F(PolicyDocuments, HaveBounds) {
  EXPECT_TRUE(fits(Suppression{1, 1}));
  EXPECT_FALSE(fits(Suppression{0, 1}));
  EXPECT_FALSE(fits(Suppression{10, 9}));
  EXPECT_TRUE(fits(VirementLimits{10'000}));
  EXPECT_FALSE(fits(VirementLimits{10'001}));
  EXPECT_TRUE(fits(AgeRules{{{AgeBand::kUnder14, true, 1320, 360}}}));
  EXPECT_FALSE(fits(AgeRules{{{AgeBand::kUnder14, true, 1440, 360}}}));
  EXPECT_FALSE(fits(AgeRules{}));
  EXPECT_TRUE(fits(AgeRules{{{AgeBand::kUnder14, true, 1439, 0, true, {{"fire"}, {"rescue"}}}}}));
  EXPECT_FALSE(fits(AgeRules{{{AgeBand::kUnder14, true, 0, 0, true, {{"rescue"}, {"fire"}}}}}));
  EXPECT_FALSE(fits(AgeRules{{{AgeBand::kUnder14, true, 0, 0, true, {{"fire"}, {"fire"}}}}}));
  EXPECT_TRUE(fits(MciValues{{{2026, tenge(432'500)}}}));
  EXPECT_FALSE(fits(MciValues{{{2026, tenge(0)}}}));
  EXPECT_FALSE(fits(MciValues{{{1999, tenge(1)}}}));
  EXPECT_TRUE(fits(GrantClasses{{{GrantClass::kShort, 500, 3000, 3, 12}, {GrantClass::kLong, 10'000, 0, 24, 0}}}));
  EXPECT_FALSE(fits(GrantClasses{{{GrantClass::kShort, 3001, 3000, 3, 12}}}));
  EXPECT_TRUE(fits(CostRules{{{GrantClass::kSmall, {CostType::kLabour, CostType::kRent}, 10'000, 600}}}));
  EXPECT_FALSE(fits(CostRules{{{GrantClass::kSmall, {}, 10'001, 0}}}));
  EXPECT_FALSE(fits(CostRules{{{GrantClass::kSmall, {}, 0, 601}}}));
  EXPECT_TRUE(fits(CostRules{{{GrantClass::kSmall, {}, 0, 0, 10'000}}}));
  EXPECT_FALSE(fits(CostRules{{{GrantClass::kSmall, {}, 0, 0, 10'001}}}));
  EXPECT_TRUE(fits(CostRules{{{GrantClass::kSmall, {}, 0, 0, 0, tenge(1)}}}));
  EXPECT_FALSE(fits(CostRules{{{GrantClass::kSmall, {}, 0, 0, 0, tenge(0)}}}));
  EXPECT_FALSE(fits(Populations{{{"KZ-75", 2026, 0}}}));
  EXPECT_FALSE(fits(Populations{{{"Almaty", 2026, 1}}}));
  EXPECT_TRUE(fits(Wages{{{"", 2026, tenge(1)}, {"KZ-75", 2026, tenge(1)}}}));
  EXPECT_FALSE(fits(AuditThresholds{}));
}

TEST_F(PolicyDocuments, AreInOrderAndNameNothingTwice) {
  EXPECT_FALSE(fits(MciValues{{{2026, tenge(1)}, {2026, tenge(1)}}}));
  EXPECT_FALSE(fits(MciValues{{{2026, tenge(1)}, {2025, tenge(1)}}}));
  EXPECT_FALSE(fits(CostRules{{{GrantClass::kSmall, {CostType::kRent, CostType::kLabour}, 0, 0}}}));
  EXPECT_FALSE(fits(AgeRules{{{AgeBand::kFrom16to17, false, 0, 0}, {AgeBand::kUnder14, false, 0, 0}}}));
  EXPECT_FALSE(fits(AuditThresholds{{{"E02", RuleSeverity::kHigh, 0}, {"E01", RuleSeverity::kHigh, 0}}}));
  EXPECT_TRUE(fits(Populations{{{"KZ-71", 2025, 1}, {"KZ-71", 2026, 1}, {"KZ-75", 2025, 1}}}));
  EXPECT_FALSE(fits(Populations{{{"KZ-75", 2025, 1}, {"KZ-71", 2026, 1}}}));
}

TEST_F(PolicyDocuments, ADeadlineHasDaysOrADayOfTheYear) {
  const auto named = [](std::uint16_t days, std::uint16_t month, std::uint16_t day_of_month) {
    return Deadlines{{{"annual", days, DayCount::kWorking, month, day_of_month}}, {}};
  };
  EXPECT_TRUE(fits(named(10, 0, 0)));
  EXPECT_TRUE(fits(named(0, 2, 29)));
  EXPECT_FALSE(fits(named(0, 2, 30)));
  EXPECT_FALSE(fits(named(0, 13, 1)));
  EXPECT_FALSE(fits(named(10, 3, 31)));
  EXPECT_FALSE(fits(named(0, 0, 0)));
  EXPECT_FALSE(fits(named(10, 0, 31)));
  Deadlines off = named(10, 0, 0);
  off.calendar = {{day("2026-03-09"), false}, {day("2026-03-09"), true}};
  EXPECT_FALSE(fits(off));
}

TEST_F(PolicyDocuments, OfOtherKindsCameWithTheSecondVersionOfTheRules) {
  PolicyPublish made = policy(PolicyKind::kSuppression);
  made.suppression = Suppression{10, 20};
  Context context;
  context.rules = 1;
  const auto early = judge(state_, made, context);
  ASSERT_FALSE(early.ok());
  EXPECT_EQ(early.error().reason, "KIND_TOO_NEW");
}

TEST_F(PolicyDocuments, SeveralLiveSideBySideAndAreFoundByTheirId) {
  PolicyPublish one = policy(PolicyKind::kSuppression);
  one.suppression = Suppression{10, 20};
  PolicyPublish other = policy(PolicyKind::kSuppression);
  other.suppression = Suppression{5, 5};
  ASSERT_EQ(publish(one), "");
  ASSERT_EQ(publish(other), "");
  const CivilDay today = day("2026-06-15");
  EXPECT_EQ(policyOn(state_, PolicyKind::kSuppression, today)->policy.policy, other.policy);
  EXPECT_EQ(policyOn(state_, PolicyKind::kSuppression, today, one.policy)->policy.policy, one.policy);
  EXPECT_EQ(policyOn(state_, PolicyKind::kSuppression, day("2025-12-31")), nullptr);
  EXPECT_EQ(policyOn(state_, PolicyKind::kWages, today), nullptr);
  one.status = LegalStatus::kRepealed;
  ASSERT_EQ(publish(one), "");
  EXPECT_EQ(policyOn(state_, PolicyKind::kSuppression, today, one.policy), nullptr);
  EXPECT_NE(policyOn(state_, PolicyKind::kSuppression, today), nullptr);
}

}  // namespace
}  // namespace ledger
