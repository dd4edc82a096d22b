#include "ledger/rules/regrant.h"

#include "tests/ledger/rules/funding_world.h"

namespace ledger {
namespace {

class Regrant : public FundingWorld {
 protected:
  AgreementSign subAgreement(const SubjectId& sub_award) {
    AgreementSign agreement = agreementOf(sub_award);
    agreement.lines = {{"materials", CostType::kMaterials, 1}};
    agreement.tranches = {};
    return agreement;
  }
  std::string agree(const AgreementSign& agreement) { return sendByTwo(sub_funder_, officer_, agreement); }
  // The sub-award spends all it got and is closed.
  void finish(const SubjectId& sub_award, std::int64_t minor) {
    EXPECT_EQ(send(officer_, spent(sub_award, minor)), "");
    EXPECT_EQ(bySubFunders(GrantClose{sub_award, when_}), "");
  }
};

TEST_F(Regrant, ASubAwardNamesItsParentAndTheLineThatFundsIt) {
  const SubjectId parent = agreed();
  GrantAward award = subAwardOf(parent, 1);
  award.parent_line = "";
  EXPECT_EQ(bySubFunders(award), "PARENT_LINE_MISSING");
  award = subAwardOf(parent, 1);
  award.parent = {};
  EXPECT_EQ(bySubFunders(award), "PARENT_LINE_MISSING");
  award.parent = id();
  EXPECT_EQ(bySubFunders(award), "UNKNOWN_SUBJECT");
  EXPECT_EQ(import({subAwardOf(parent, 1)}), "NOT_IMPORTABLE");
  EXPECT_EQ(bySubFunders(subAwardOf(parent, 1)), "");
}

TEST_F(Regrant, ASubAwardIsNoLargerThanTheCostRulesOfItsClassName) {
  const SubjectId parent = agreed();
  PolicyPublish policy;
  policy.kind = PolicyKind::kCostRules;
  policy.cost_rules = CostRules{{{GrantClass::kSmall, {}, 10'000, 0, 0, tenge(5'000)}}};
  policy.valid_from = day("2025-01-01");
  publish(policy);
  EXPECT_EQ(bySubFunders(subAwardOf(parent, 5'001)), "CLASS_LIMIT");
  EXPECT_EQ(bySubFunders(subAwardOf(parent, 5'000)), "");
}

TEST_F(Regrant, TheParentIsAgreedAndTheFundersOwn) {
  const GrantAward awarded = awardOf();
  ASSERT_EQ(byFunders(awarded), "");
  EXPECT_EQ(bySubFunders(subAwardOf(awarded.grant, 1)), "NO_AGREEMENT");
  EXPECT_EQ(bySubFunders(subAwardOf(closed(), 1)), "GRANT_CLOSED");
  const SubjectId parent = agreed();
  GrantAward award = subAwardOf(parent, 1);
  award.funder = fund_;
  EXPECT_EQ(byFunders(award), "NOT_OF_PARENT");
  ASSERT_EQ(byFunders(GrantSuspend{parent, StopReason::kOther, document_, when_}), "");
  EXPECT_EQ(bySubFunders(subAwardOf(parent, 1)), "WRONG_STATE");
}

TEST_F(Regrant, TheLineIsOneOfRegrantsWithTheSameMoney) {
  const SubjectId parent = agreed();
  GrantAward award = subAwardOf(parent, 1);
  award.parent_line = "rent";
  EXPECT_EQ(bySubFunders(award), "LINE_UNKNOWN");
  award.parent_line = "materials";
  EXPECT_EQ(bySubFunders(award), "NOT_A_REGRANT_LINE");
  award = subAwardOf(parent, 1);
  award.amount.currency = *Currency::parse("GBP");
  EXPECT_EQ(bySubFunders(award), "CURRENCY_MISMATCH");
  award = subAwardOf(parent, 1);
  award.source = FundSource::kPrivate;
  EXPECT_EQ(bySubFunders(award), "SOURCE_DIFFERS");
}

TEST_F(Regrant, NoMoreIsAwardedFromALineThanItHas) {
  const SubjectId parent = agreed();
  EXPECT_EQ(bySubFunders(subAwardOf(parent, 20'001)), "OVER_PARENT_LINE");
  ASSERT_EQ(bySubFunders(subAwardOf(parent, 12'000)), "");
  EXPECT_EQ(bySubFunders(subAwardOf(parent, 8'001)), "OVER_PARENT_LINE");
  EXPECT_EQ(bySubFunders(subAwardOf(parent, 8'000)), "");
}

TEST_F(Regrant, TheEligiblePeriodLiesInTheParents) {
  const SubjectId parent = agreed();
  const GrantAward award = subAwardOf(parent, 10);
  ASSERT_EQ(bySubFunders(award), "");
  AgreementSign agreement = subAgreement(award.grant);
  agreement.eligible_from = day("2026-05-31");
  EXPECT_EQ(agree(agreement), "OUTSIDE_PARENT");
  agreement.eligible_from = day("2026-06-01");
  agreement.eligible_to = day("2026-07-01");
  EXPECT_EQ(agree(agreement), "OUTSIDE_PARENT");
  agreement.eligible_to = day("2026-06-30");
  ASSERT_EQ(agree(agreement), "");
  AgreementAmend longer{
      award.grant, agreement.number, agreement.lines, agreement.tranches, day("2026-07-01"), document_, when_};
  EXPECT_EQ(sendByTwo(sub_funder_, officer_, longer), "OUTSIDE_PARENT");
  AgreementAmend of_parent = amendment(parent);
  of_parent.eligible_to = day("2026-07-01");
  ASSERT_EQ(amend(of_parent), "");
  EXPECT_EQ(sendByTwo(sub_funder_, officer_, longer), "");
}

TEST_F(Regrant, OnARegrantLineEachExpenditurePaysOneDisbursement) {
  const SubjectId parent = paid();
  const SubjectId sub_award = subAward(parent, 10'000);
  const SubjectId disbursement = paySubAward(sub_award, 10'000);
  EXPECT_EQ(send(grantees_officer_, spent(parent, 10'000, "regrants")), "REGRANT_MISMATCH");
  ExpenditureRecord elsewhere = payingFor(parent, disbursement, 10'000);
  elsewhere.line = "materials";
  EXPECT_EQ(send(grantees_officer_, elsewhere), "REGRANT_MISMATCH");
  EXPECT_EQ(send(grantees_officer_, payingFor(parent, id(), 10'000)), "REGRANT_MISMATCH");
  EXPECT_EQ(send(grantees_officer_, payingFor(parent, disbursement, 9'999)), "AMOUNT_DIFFERS");
  ASSERT_EQ(send(grantees_officer_, payingFor(parent, disbursement, 10'000)), "");
  EXPECT_EQ(send(grantees_officer_, payingFor(parent, disbursement, 10'000)), "DISBURSEMENT_TAKEN");
  EXPECT_EQ(send(grantees_officer_, payingFor(paid(), disbursement, 10'000)), "REGRANT_MISMATCH")
      << "of another parent";
  EXPECT_EQ(import({payingFor(parent, disbursement, 10'000)}), "REGRANT_MISMATCH");
  EXPECT_EQ(import({spent(parent, 1, "regrants")}), "") << "what is imported names none";
}

TEST_F(Regrant, WhatPaysASubAwardIsNotCorrectedButMayBeVoid) {
  const SubjectId parent = paid();
  const SubjectId disbursement = paySubAward(subAward(parent, 10'000), 10'000);
  const ExpenditureRecord pays = payingFor(parent, disbursement, 10'000);
  ASSERT_EQ(send(grantees_officer_, pays), "");
  const ExpenditureReason why = ExpenditureReason::kOther;
  EXPECT_EQ(send(grantees_officer_, ExpenditureCorrect{parent, pays.expenditure, "regrants", tenge(9'999), why, when_}),
            "WRONG_STATE");
  ASSERT_EQ(send(grantees_officer_, ExpenditureVoid{parent, pays.expenditure, why, when_}), "");
  EXPECT_EQ(send(grantees_officer_, payingFor(parent, disbursement, 10'000)), "") << "the disbursement is free again";
  const ExpenditureRecord bought = spent(parent, 1);
  ASSERT_EQ(send(grantees_officer_, bought), "");
  EXPECT_EQ(send(grantees_officer_, ExpenditureCorrect{parent, bought.expenditure, "regrants", tenge(1), why, when_}),
            "REGRANT_MISMATCH");
}

TEST_F(Regrant, AParentClosesAfterItsSubAwards) {
  const SubjectId parent = paid();
  const SubjectId sub_award = subAward(parent, 10'000);
  const SubjectId disbursement = paySubAward(sub_award, 10'000);
  ASSERT_EQ(send(grantees_officer_, payingFor(parent, disbursement, 10'000)), "");
  ASSERT_EQ(send(grantees_officer_, spent(parent, 40'000)), "");
  ASSERT_EQ(send(grantees_officer_, spent(parent, 10'000, "transport")), "");
  EXPECT_EQ(byFunders(GrantClose{parent, when_}), "SUB_AWARD_OPEN");
  finish(sub_award, 10'000);
  EXPECT_EQ(byFunders(GrantClose{parent, when_}), "");
}

TEST_F(Regrant, WhatTheSubAwardsKeptStandsSpentOnTheLine) {
  const SubjectId parent = paid();
  const SubjectId sub_award = subAward(parent, 10'000);
  const SubjectId disbursement = paySubAward(sub_award, 10'000);
  const ExpenditureRecord pays = payingFor(parent, disbursement, 10'000);
  ASSERT_EQ(send(grantees_officer_, pays), "");
  ASSERT_EQ(send(grantees_officer_, spent(parent, 40'000)), "");
  ASSERT_EQ(send(grantees_officer_, spent(parent, 10'000, "transport")), "");
  const SubjectId refund = id();
  ASSERT_EQ(send(officer_, RefundSend{sub_award, refund, tenge(1'000), "R", when_}), "");
  ASSERT_EQ(send(sub_payer_, RefundReceive{sub_award, refund, tenge(1'000), when_}), "");
  finish(sub_award, 9'000);
  EXPECT_EQ(byFunders(GrantClose{parent, when_}), "REGRANT_DIFFERS");
  ASSERT_EQ(send(grantees_officer_, ExpenditureReverse{parent, id(), pays.expenditure, tenge(1'000),
                                                       sha256(asBytes("back")), ExpenditureReason::kOther, when_}),
            "");
  ExpenditureRecord later = spent(parent, 1'000, "administration");
  later.occurred_at = when_;
  ASSERT_EQ(send(grantees_officer_, later), "");
  EXPECT_EQ(byFunders(GrantClose{parent, when_}), "");
}

TEST_F(Regrant, ABatchIsNotVoidedUnderASubAward) {
  const GrantAward award = awardOf();
  const SubjectId batch = id();
  AgreementSign agreement = agreementOf(award.grant);
  ASSERT_EQ(import({award, agreement}, batch), "");
  ASSERT_EQ(bySubFunders(subAwardOf(award.grant, 1)), "");
  EXPECT_EQ(send(importer_, ImportVoid{batch, when_}, Assurance::kImported), "BATCH_IN_USE");
}

TEST_F(Regrant, ASubAwardWithoutAgreementHoldsNoParentOpenAndIsNotAgreedAfterIt) {
  const SubjectId parent = paid();
  const GrantAward award = subAwardOf(parent, 10);
  ASSERT_EQ(bySubFunders(award), "");
  ASSERT_EQ(send(grantees_officer_, spent(parent, 40'000)), "");
  ASSERT_EQ(send(grantees_officer_, spent(parent, 20'000, "transport")), "");
  EXPECT_EQ(byFunders(GrantClose{parent, when_}), "");
  EXPECT_EQ(agree(subAgreement(award.grant)), "GRANT_CLOSED");
  ASSERT_EQ(byFunders(RecoveryOpen{parent, findingOf(parent), document_, when_}), "");
  ASSERT_EQ(agree(subAgreement(award.grant)), "");
  EXPECT_EQ(byFunders(GrantClose{parent, when_}), "SUB_AWARD_OPEN");
}

TEST_F(Regrant, ASubAwardThatReturnedMoreThanItGotCountsAsNothing) {
  const SubjectId parent = paid();
  const SubjectId sub_award = subAward(parent, 10'000), other = subAward(parent, 5'000);
  const ExpenditureRecord pays = payingFor(parent, paySubAward(sub_award, 10'000), 10'000);
  ASSERT_EQ(send(grantees_officer_, pays), "");
  ASSERT_EQ(send(grantees_officer_, payingFor(parent, paySubAward(other, 5'000), 5'000)), "");
  ASSERT_EQ(send(officer_, InterestRecord{sub_award, tenge(500), sha256(asBytes("interest")), when_}), "");
  const SubjectId refund = id();
  ASSERT_EQ(send(officer_, RefundSend{sub_award, refund, tenge(10'500), "R", when_}), "");
  ASSERT_EQ(send(sub_payer_, RefundReceive{sub_award, refund, tenge(10'500), when_}), "");
  ASSERT_EQ(bySubFunders(GrantClose{sub_award, when_}), "");
  finish(other, 5'000);
  ASSERT_EQ(send(grantees_officer_, ExpenditureReverse{parent, id(), pays.expenditure, tenge(10'000),
                                                       sha256(asBytes("back")), ExpenditureReason::kOther, when_}),
            "");
  ASSERT_EQ(send(grantees_officer_, spent(parent, 40'000)), "");
  ExpenditureRecord later = spent(parent, 15'000, "transport");
  later.occurred_at = when_;
  ASSERT_EQ(send(grantees_officer_, later), "");
  EXPECT_EQ(byFunders(GrantClose{parent, when_}), "") << "5,000 stand spent, and stayed";
}

TEST_F(Regrant, OnlySpendingThatNamesADisbursementIsComparedWithTheSubAwards) {
  const SubjectId parent = paid();
  ASSERT_EQ(import({spent(parent, 1'000, "regrants")}), "");
  const SubjectId sub_award = subAward(parent, 10'000);
  const ExpenditureRecord pays = payingFor(parent, paySubAward(sub_award, 10'000), 10'000);
  ASSERT_EQ(send(grantees_officer_, pays), "");
  finish(sub_award, 10'000);
  ASSERT_EQ(send(grantees_officer_, spent(parent, 40'000)), "");
  ASSERT_EQ(send(grantees_officer_, ExpenditureVoid{parent, pays.expenditure, ExpenditureReason::kOther, when_}), "");
  ASSERT_EQ(send(grantees_officer_, spent(parent, 19'000, "transport")), "");
  EXPECT_EQ(byFunders(GrantClose{parent, when_}), "REGRANT_DIFFERS") << "nothing stands spent for it any more";
}

TEST_F(Regrant, WhatWasImportedOnTheLineOfRegrantsDoesNotKeepAParentOpen) {
  const SubjectId parent = paid();
  ASSERT_EQ(import({spent(parent, 1'000, "regrants")}), "");
  ASSERT_EQ(send(grantees_officer_, spent(parent, 40'000)), "");
  ASSERT_EQ(send(grantees_officer_, spent(parent, 19'000, "transport")), "");
  EXPECT_EQ(byFunders(GrantClose{parent, when_}), "");
}

}  // namespace
}  // namespace ledger
