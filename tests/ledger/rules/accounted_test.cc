// What was paid is accounted for before more is, and costs older than the agreement are seen as such.
#include "ledger/rules/grant_policy.h"
#include "tests/ledger/rules/funding_world.h"

namespace ledger {
namespace {

const std::vector<Flag> kOlder{Flag::kBeforeAgreement};

// Of short grants seven tenths are verified before another tranche: 420.00 of the 600.00 of the first.
class Accounted : public FundingWorld {
 protected:
  Accounted() {
    PolicyPublish policy;
    policy.kind = PolicyKind::kCostRules;
    policy.cost_rules = CostRules{{{GrantClass::kShort, {}, 10'000, 0, 7'000}}};
    publish(policy);
    rule_ = state_.ledger().policies.back()->document;
  }
  SubjectId bought(const SubjectId& grant, std::int64_t minor, const char* line = "materials") {
    const ExpenditureRecord made = spent(grant, minor, line);
    EXPECT_EQ(send(grantees_officer_, made), "");
    return made.expenditure;
  }
  SubjectId verified(const SubjectId& grant, std::int64_t minor, const char* line = "materials") {
    const SubjectId made = bought(grant, minor, line);
    EXPECT_EQ(send(verifier_, ExpenditureVerify{grant, made, when_}), "");
    return made;
  }
  std::string approve(const SubjectId& grant) { return send(funder_, TrancheApprove{grant, 2, when_}); }

  Position rule_ = 0;
};

TEST_F(Accounted, ALaterTrancheWaitsForTheShareThatIsVerified) {
  const SubjectId grant = paid();
  const SubjectId last = bought(grant, 1, "transport");
  bought(grant, 100, "transport");
  EXPECT_EQ(approve(grant), "TRANCHE_UNACCOUNTED");
  verified(grant, 40'000);
  verified(grant, 1'999, "transport");
  EXPECT_EQ(approve(grant), "TRANCHE_UNACCOUNTED");
  ASSERT_EQ(send(verifier_, ExpenditureVerify{grant, last, when_}), "");
  EXPECT_EQ(byFunders(TrancheApprove{grant, 2, when_}), "");
  EXPECT_EQ(decision_.policy, rule_);
}

TEST_F(Accounted, WhatIsTakenBackOrDisallowedIsVerifiedNoMore) {
  const SubjectId grant = paid();
  const SubjectId whole = verified(grant, 40'000), part = verified(grant, 2'001, "transport");
  ASSERT_EQ(approve(grant), "");
  ASSERT_EQ(send(grantees_officer_,
                 ExpenditureReverse{grant, id(), whole, tenge(1), document_, ExpenditureReason::kReturnedGoods, when_}),
            "");
  EXPECT_EQ(endorse(second_funder_), "") << "just enough is left";
  const SubjectId other = paid();
  verified(other, 40'000);
  const SubjectId refused = verified(other, 2'000, "transport");
  ASSERT_EQ(approve(other), "");
  ASSERT_EQ(send(verifier_, ExpenditureDisallow{other, refused, tenge(1), ExpenditureReason::kOther, when_}), "");
  EXPECT_EQ(endorse(second_funder_), "TRANCHE_UNACCOUNTED") << "of what is disallowed in part the rest is not verified";
  EXPECT_EQ(state_.grants.find(other)->verified, 40'000);
  ASSERT_EQ(send(verifier_, ExpenditureDisallow{grant, part, tenge(2'001), ExpenditureReason::kOther, when_}), "");
  EXPECT_EQ(state_.grants.find(grant)->verified, 39'999);
}

TEST_F(Accounted, NothingIsAskedBeforeTheFirstPaymentOrWithoutARule) {
  const SubjectId grant = agreed();
  EXPECT_EQ(byFunders(TrancheApprove{grant, 1, when_}), "") << "nothing is paid yet";
  EXPECT_EQ(decision_.policy, rule_);
  const SubjectId medium = paid(GrantClass::kMedium);
  EXPECT_EQ(byFunders(TrancheApprove{medium, 2, when_}), "") << "no rule is of that class";
  EXPECT_EQ(decision_.policy, 0U);
}

TEST_F(Accounted, EarlierRulesAndImportsAskForNothing) {
  const TrancheApprove approval{paid(), 2, when_};
  Context context;
  EXPECT_FALSE(checkAccounted(state_, approval, context).ok());
  context.assurance = Assurance::kImported;
  EXPECT_EQ(*checkAccounted(state_, approval, context), 0U);
  rules_ = 2;
  EXPECT_EQ(byFunders(approval), "");
  EXPECT_EQ(decision_.policy, 0U);
}

// Eligible are costs since 1 June; the agreement is of the third.
TEST_F(Accounted, ADocumentOlderThanTheAgreementIsFlagged) {
  const SubjectId grant = agreed(GrantClass::kShort, "2026-06-03T23:00:00+05:00");
  const Instant then = at("2026-06-04T10:00:00+05:00");
  ASSERT_EQ(byFunders(TrancheApprove{grant, 1, then}), "");
  ASSERT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(60'000), "P", then}), "");
  const auto flagsOf = [&](const char* date) {
    ExpenditureRecord made = spent(grant, 1);
    made.document_date = day(date);
    EXPECT_EQ(send(grantees_officer_, made), "");
    return decision_.flags;
  };
  EXPECT_EQ(flagsOf("2026-06-02"), kOlder);
  EXPECT_TRUE(flagsOf("2026-06-03").empty()) << "the same day is not before it";
  ASSERT_EQ(amend(amendment(grant)), "");
  EXPECT_TRUE(flagsOf("2026-06-03").empty()) << "an amendment is no agreement";
  rules_ = 2;
  EXPECT_TRUE(flagsOf("2026-06-02").empty());
}

}  // namespace
}  // namespace ledger
