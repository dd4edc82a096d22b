#include "ledger/rules/mending.h"

#include "tests/ledger/rules/funding_world.h"

namespace ledger {
namespace {

class Mending : public FundingWorld {
 protected:
  ExpenditureRecord recorded(const SubjectId& grant, std::int64_t minor, const char* line = "materials") {
    const ExpenditureRecord made = spent(grant, minor, line);
    EXPECT_EQ(send(grantees_officer_, made), "");
    return made;
  }
  ExpenditureCorrect correction(const ExpenditureRecord& of, std::int64_t minor, const char* line = "materials") {
    return {of.grant, of.expenditure, line, tenge(minor), ExpenditureReason::kWrongAmount, when_};
  }
  ExpenditureVoid voiding(const ExpenditureRecord& of) {
    return {of.grant, of.expenditure, ExpenditureReason::kDuplicate, when_};
  }
  ExpenditureReverse reversal(const ExpenditureRecord& of, std::int64_t minor) {
    return {of.grant, id(), of.expenditure, tenge(minor), sha256(id().view()), ExpenditureReason::kReturnedGoods,
            when_};
  }
  std::string correct(const ExpenditureCorrect& command) { return send(grantees_officer_, command); }
  std::string voidIt(const ExpenditureRecord& of) { return send(grantees_officer_, voiding(of)); }
};

TEST_F(Mending, ACorrectionMovesAnExpenditureToAnotherLineAndAmount) {
  const SubjectId grant = paid();
  const ExpenditureRecord bought = recorded(grant, 10'000);
  EXPECT_EQ(correct(correction(bought, 10'000)), "NO_CHANGE");
  EXPECT_EQ(correct(correction(bought, 10'000, "rent")), "LINE_UNKNOWN");
  ExpenditureCorrect without_reason = correction(bought, 9'000);
  without_reason.reason = ExpenditureReason::kNone;
  EXPECT_EQ(correct(without_reason), "REASON_MISSING");
  ASSERT_EQ(correct(correction(bought, 9'000, "transport")), "");
  EXPECT_EQ(line(grant, 0).spent, 0);
  EXPECT_EQ(line(grant, 1).spent, 9'000);
  EXPECT_EQ(held(grant), 51'000);
  EXPECT_EQ(correct(correction(bought, 9'000)), "") << "back, with the same amount";
}

TEST_F(Mending, BudgetsAndMoneyOnHandHoldWithTheNewFigures) {
  const SubjectId grant = paid();
  const ExpenditureRecord early = recorded(grant, 10'000);
  recorded(grant, 25'000);
  recorded(grant, 20'000, "transport");
  ASSERT_EQ(held(grant), 5'000);
  EXPECT_EQ(correct(correction(early, 15'001)), "LINE_OVER_BUDGET");
  EXPECT_EQ(correct(correction(early, 10'001, "transport")), "LINE_OVER_BUDGET");
  ASSERT_EQ(correct(correction(early, 15'000)), "");
  ASSERT_EQ(held(grant), 0);
  EXPECT_EQ(correct(correction(early, 10'000, "transport")), "");
}

TEST_F(Mending, NoMoreIsSpentThanWasOnHandAtTheExpendituresOwnPlace) {
  const SubjectId grant = agreed();
  ASSERT_EQ(byFunders(TrancheApprove{grant, 1, at("2026-05-20T10:00:00+05:00")}), "");
  ASSERT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(10'000), "P", at("2026-06-01T10:00:00+05:00")}), "");
  const ExpenditureRecord early = recorded(grant, 9'000);  // on 5 June
  ASSERT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(50'000), "P", at("2026-06-06T10:00:00+05:00")}), "");
  EXPECT_EQ(correct(correction(early, 10'001)), "NOT_ENOUGH_MONEY") << "the rest came a day later";
  EXPECT_EQ(correct(correction(early, 10'000)), "");
}

TEST_F(Mending, OnlyWhatNobodyVerifiedAndStandsInFullIsMended) {
  const SubjectId grant = paid();
  const ExpenditureRecord verified = recorded(grant, 100), partly = recorded(grant, 200),
                          queried = recorded(grant, 300), disallowed = recorded(grant, 400);
  ASSERT_EQ(send(verifier_, ExpenditureVerify{grant, verified.expenditure, when_}), "");
  EXPECT_EQ(correct(correction(verified, 99)), "WRONG_STATE");
  EXPECT_EQ(voidIt(verified), "WRONG_STATE");
  ASSERT_EQ(send(grantees_officer_, reversal(partly, 1)), "");
  EXPECT_EQ(correct(correction(partly, 199)), "WRONG_STATE");
  EXPECT_EQ(voidIt(partly), "WRONG_STATE");
  ASSERT_EQ(send(verifier_, ExpenditureDisallow{grant, disallowed.expenditure, tenge(1),
                                                ExpenditureReason::kProhibitedCost, when_}),
            "");
  EXPECT_EQ(correct(correction(disallowed, 399)), "WRONG_STATE");
  EXPECT_EQ(voidIt(disallowed), "WRONG_STATE");
  ASSERT_EQ(send(verifier_, ExpenditureQuery{grant, queried.expenditure, ExpenditureReason::kUnreadable, when_}), "");
  ASSERT_EQ(correct(correction(queried, 301)), "");
  EXPECT_EQ(state_.grants.find(grant)->queried, 0U) << "it is recorded again, and not queried";
  EXPECT_EQ(send(verifier_, ExpenditureQuery{grant, queried.expenditure, ExpenditureReason::kUnreadable, when_}), "");
}

TEST_F(Mending, NothingIsMendedBeforeTheExpenditureNorOnceTheGrantIsClosed) {
  const SubjectId grant = paid();
  const ExpenditureRecord bought = recorded(grant, 40'000);
  const ExpenditureRecord driven = recorded(grant, 20'000, "transport");
  ExpenditureCorrect early = correction(bought, 39'000);
  early.occurred_at = {bought.occurred_at.utc_ms - 1, 300};
  EXPECT_EQ(correct(early), "BEFORE_ORIGINAL");
  ExpenditureVoid too_early = voiding(bought);
  too_early.occurred_at = early.occurred_at;
  EXPECT_EQ(send(grantees_officer_, too_early), "BEFORE_ORIGINAL");
  early.occurred_at = bought.occurred_at;
  EXPECT_EQ(correct(early), "");
  early.amount = tenge(40'000);
  EXPECT_EQ(correct(early), "");
  close(grant);
  EXPECT_EQ(correct(correction(driven, 1)), "GRANT_CLOSED");
  EXPECT_EQ(voidIt(driven), "GRANT_CLOSED");
}

TEST_F(Mending, TheInvoiceIsTakenWithItsNewAmountAndFreeWithTheOld) {
  const SubjectId grant = paid();
  const ExpenditureRecord first = recorded(grant, 100);
  ExpenditureRecord same = spent(grant, 200);
  same.document_number = first.document_number;
  ASSERT_EQ(send(grantees_officer_, same), "");
  EXPECT_EQ(correct(correction(first, 200)), "INVOICE_TAKEN");
  ASSERT_EQ(correct(correction(first, 101)), "");
  ExpenditureRecord again = spent(grant, 101);
  again.document_number = first.document_number;
  EXPECT_EQ(send(grantees_officer_, again), "INVOICE_TAKEN");
  again.amount = tenge(100);
  EXPECT_EQ(send(grantees_officer_, again), "");
}

TEST_F(Mending, WhatIsVoidIsSpentNoMoreAndItsDocumentIsFree) {
  const SubjectId grant = paid();
  const ExpenditureRecord bought = recorded(grant, 10'000);
  ASSERT_EQ(send(verifier_, ExpenditureQuery{grant, bought.expenditure, ExpenditureReason::kDuplicate, when_}), "");
  ExpenditureVoid without_reason = voiding(bought);
  without_reason.reason = ExpenditureReason::kNone;
  EXPECT_EQ(send(grantees_officer_, without_reason), "REASON_MISSING");
  ASSERT_EQ(voidIt(bought), "");
  EXPECT_EQ(held(grant), 60'000);
  EXPECT_EQ(line(grant, 0).spent, 0);
  EXPECT_EQ(state_.grants.find(grant)->queried, 0U);
  ExpenditureRecord again = bought;
  again.expenditure = id();
  EXPECT_EQ(send(grantees_officer_, again), "") << "with the same document and invoice";
}

TEST_F(Mending, NothingIsSaidOfAVoidExpenditure) {
  const SubjectId grant = paid();
  const ExpenditureRecord bought = recorded(grant, 10'000);
  ASSERT_EQ(voidIt(bought), "");
  EXPECT_EQ(voidIt(bought), "WRONG_STATE");
  EXPECT_EQ(correct(correction(bought, 1)), "WRONG_STATE");
  EXPECT_EQ(send(verifier_, ExpenditureVerify{grant, bought.expenditure, when_}), "WRONG_STATE");
  EXPECT_EQ(send(verifier_, ExpenditureQuery{grant, bought.expenditure, ExpenditureReason::kDuplicate, when_}),
            "WRONG_STATE");
  EXPECT_EQ(
      send(verifier_, ExpenditureDisallow{grant, bought.expenditure, tenge(1), ExpenditureReason::kDuplicate, when_}),
      "WRONG_STATE");
  EXPECT_EQ(send(grantees_officer_, reversal(bought, 1)), "WRONG_STATE");
  const ExpenditureRecord other = recorded(paid(), 1);
  ExpenditureVoid wrong_grant = voiding(other);
  wrong_grant.grant = grant;
  EXPECT_EQ(send(grantees_officer_, wrong_grant), "UNKNOWN_SUBJECT");
}

TEST_F(Mending, ABatchIsNotVoidedUnderAMendedExpenditure) {
  const SubjectId grant = paid();
  for (const bool voids : {false, true}) {
    const SubjectId batch = id();
    const ExpenditureRecord brought = spent(grant, 100);
    ASSERT_EQ(import({brought}, batch), "");
    ASSERT_EQ(correct(correction(brought, 101)), "");
    ASSERT_EQ(voids ? voidIt(brought) : correct(correction(brought, 100)), "");
    EXPECT_EQ(send(importer_, ImportVoid{batch, when_}, Assurance::kImported), "BATCH_IN_USE");
  }
  const SubjectId batch = id();
  ASSERT_EQ(import({spent(grant, 100)}, batch), "");
  EXPECT_EQ(send(importer_, ImportVoid{batch, when_}, Assurance::kImported), "");
}

TEST_F(Mending, WhoCorrectedAnExpenditureDoesNotCheckIt) {
  const SubjectId grant = paid();
  const ExpenditureRecord bought = recorded(grant, 100);
  const PersonId corrector = newPerson(Role::kOfficer, grantee_), other = newPerson(Role::kOfficer, grantee_);
  ASSERT_EQ(send(corrector, correction(bought, 99)), "");
  ASSERT_EQ(correct(correction(bought, 98)), "") << "an earlier corrector is one, too";
  for (const PersonId& person : {corrector, other}) {
    ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleRevoke{person, Role::kOfficer, grantee_}), "");
    ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{person, Role::kVerifier, fund_, 0}), "");
  }
  EXPECT_EQ(send(corrector, ExpenditureVerify{grant, bought.expenditure, when_}), "SAME_PERSON");
  EXPECT_EQ(send(corrector, ExpenditureQuery{grant, bought.expenditure, ExpenditureReason::kOther, when_}),
            "SAME_PERSON");
  EXPECT_EQ(send(other, ExpenditureQuery{grant, bought.expenditure, ExpenditureReason::kOther, when_}), "");
  EXPECT_EQ(send(other, ExpenditureVerify{grant, bought.expenditure, when_}), "");
  const ExpenditureRecord another = recorded(grant, 100);
  EXPECT_EQ(send(corrector, ExpenditureVerify{grant, another.expenditure, when_}), "") << "of this she corrected none";
}

TEST_F(Mending, OfATerminatedGrantACorrectionMakesNoMoreSpent) {
  const SubjectId grant = paid();
  const ExpenditureRecord bought = recorded(grant, 10'000);
  ASSERT_EQ(byFunders(GrantTerminate{grant, StopReason::kOther, document_, when_}), "");
  EXPECT_EQ(correct(correction(bought, 10'001)), "OVER_ORIGINAL");
  EXPECT_EQ(correct(correction(bought, 10'000, "transport")), "");
  EXPECT_EQ(correct(correction(bought, 9'999, "transport")), "");
  EXPECT_EQ(correct(correction(bought, 10'000, "transport")), "OVER_ORIGINAL") << "what stands now is the old amount";
}

TEST_F(Mending, WhileADemandIsOpenACorrectionMakesNoMoreSpent) {
  const SubjectId grant = paid();
  const ExpenditureRecord bought = recorded(grant, 10'000);
  const RefundDemand demand{id(), grant, tenge(1), day("2026-07-01"), document_, when_};
  ASSERT_EQ(send(funder_, demand), "");
  EXPECT_EQ(correct(correction(bought, 10'001)), "OVER_ORIGINAL");
  EXPECT_EQ(correct(correction(bought, 9'999)), "");
  ASSERT_EQ(byFunders(RefundWaive{demand.demand, document_, when_}), "");
  EXPECT_EQ(correct(correction(bought, 10'001)), "");
}

}  // namespace
}  // namespace ledger
