#include "ledger/rules/grant.h"

#include "ledger/base/limits.h"
#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class GrantRules : public RulesWorld {
 protected:
  std::int64_t held(const SubjectId& grant) { return onHand(state_.grants.find(grant)->sums); }
  AgreementSign agreement(const SubjectId& grant, std::int64_t line, std::int64_t tranche) {
    return {grant,
            "A-1",
            {{"materials", CostType::kMaterials, line}},
            {{1, tranche, day("2026-06-01")}},
            day("2026-06-01"),
            day("2026-06-30"),
            at("2026-05-02T10:00:00+05:00")};
  }
  GrantAward award(const std::string& number) {
    return {id(),
            number,
            "Sample",
            fund_,
            grantee_,
            programme_,
            "KZ-75",
            tenge(100'000),
            GrantClass::kSmall,
            FundSource::kState,
            at("2026-05-01T10:00:00+05:00")};
  }
};

TEST_F(GrantRules, LinesAndTranchesStayWithinTheAward) {
  const GrantAward awarded = award("SG-1");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, awarded), "");
  EXPECT_EQ(send(funder_, agreement(awarded.grant, 100'001, 100'000)), "LINES_OVER_AWARD");
  EXPECT_EQ(send(funder_, agreement(awarded.grant, 100'000, 100'001)), "TRANCHES_OVER_AWARD");
  EXPECT_EQ(sendByTwo(funder_, grantees_officer_, agreement(awarded.grant, 100'000, 100'000)), "");
}

TEST_F(GrantRules, AnAgreementIsEndorsedByTheGranteesOfficerOnly) {
  const GrantAward awarded = award("SG-1");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, awarded), "");
  ASSERT_EQ(send(funder_, agreement(awarded.grant, 100'000, 100'000)), "");
  EXPECT_EQ(endorse(second_funder_), "ROLE_MISSING");
  EXPECT_EQ(endorse(grantees_officer_), "");
}

TEST_F(GrantRules, AGrantNumberIsTakenOnce) {
  ASSERT_EQ(sendByTwo(funder_, second_funder_, award("SG-1")), "");
  EXPECT_EQ(send(funder_, award("SG-1")), "NUMBER_TAKEN");
  EXPECT_EQ(send(funder_, award("SG-2")), "");
}

TEST_F(GrantRules, AnOfficerOfTheGranteeDoesNotAward) {
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{grantees_officer_, Role::kFunder, fund_, 0}), "");
  EXPECT_EQ(send(grantees_officer_, award("SG-1")), "CONFLICT_OF_INTEREST");
  ASSERT_EQ(send(funder_, award("SG-1")), "");
  EXPECT_EQ(endorse(grantees_officer_), "CONFLICT_OF_INTEREST");
}

TEST_F(GrantRules, NothingIsPaidBeforeAgreementAndApproval) {
  const GrantAward awarded = award("SG-1");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, awarded), "");
  EXPECT_EQ(send(funder_, TrancheApprove{awarded.grant, 1, at("2026-05-20T10:00:00+05:00")}), "NO_AGREEMENT");
  const SubjectId grant = agreedGrant();
  EXPECT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(1), "P", at("2026-06-01T10:00:00+05:00")}),
            "WRONG_STATE");
}

TEST_F(GrantRules, NoMoreIsPaidThanTheTranche) {
  const SubjectId grant = agreedGrant();
  ASSERT_EQ(sendByTwo(funder_, second_funder_, TrancheApprove{grant, 1, at("2026-05-20T10:00:00+05:00")}), "");
  const Instant when = at("2026-06-01T10:00:00+05:00");
  EXPECT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(60'001), "P", when}), "OVER_TRANCHE");
  EXPECT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(60'000), "P", when}), "");
  EXPECT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(1), "P", when}), "OVER_TRANCHE");
}

TEST_F(GrantRules, OneTrancheIsOpenAtATime) {
  const SubjectId grant = agreedGrant();
  const Instant when = at("2026-06-01T10:00:00+05:00");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, TrancheApprove{grant, 1, when}), "");
  ASSERT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(59'999), "P", when}), "");
  EXPECT_EQ(send(funder_, TrancheApprove{grant, 2, when}), "TRANCHE_OPEN");
  ASSERT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(1), "P", when}), "");
  EXPECT_EQ(send(funder_, TrancheApprove{grant, 2, when}), "");
}

TEST_F(GrantRules, WhoApprovesDoesNotPayAndWhoPaysDoesNotVerify) {
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{second_funder_, Role::kPayer, fund_, 0}), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{payer_, Role::kVerifier, fund_, 0}), "");
  const SubjectId grant = paidGrant();
  const Instant when = at("2026-06-02T10:00:00+05:00");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, TrancheApprove{grant, 2, when}), "");
  EXPECT_EQ(send(second_funder_, TrancheDisburse{grant, id(), 2, tenge(1), "P", when}), "PAYER_APPROVED");
  const ExpenditureRecord spent = expenditure(grant, 100);
  ASSERT_EQ(send(grantees_officer_, spent), "");
  EXPECT_EQ(send(payer_, ExpenditureVerify{grant, spent.expenditure, at("2026-06-06T10:00:00+05:00")}),
            "VERIFIER_PAID");
  EXPECT_EQ(send(verifier_, ExpenditureVerify{grant, spent.expenditure, at("2026-06-06T10:00:00+05:00")}), "");
}

TEST_F(GrantRules, SpendingStaysWithinWhatWasPaid) {
  const SubjectId grant = paidGrant();
  EXPECT_EQ(send(grantees_officer_, expenditure(grant, 60'001)), "NOT_ENOUGH_MONEY");
  EXPECT_EQ(send(grantees_officer_, expenditure(grant, 60'000)), "");
  EXPECT_EQ(held(grant), 0);
}

TEST_F(GrantRules, ABackDatedPaymentIsJudgedAtItsOwnMoment) {
  const SubjectId grant = paidGrant();
  EXPECT_EQ(send(grantees_officer_, expenditure(grant, 1, "2026-06-01T09:59:59+05:00")), "NOT_ENOUGH_MONEY");
  EXPECT_EQ(send(grantees_officer_, expenditure(grant, 1, "2026-06-01T10:00:00+05:00")), "");
  ASSERT_EQ(send(grantees_officer_, expenditure(grant, 59'999, "2026-06-10T10:00:00+05:00")), "");
  EXPECT_EQ(send(grantees_officer_, expenditure(grant, 1, "2026-06-02T10:00:00+05:00")), "NOT_ENOUGH_MONEY");
}

TEST_F(GrantRules, ALineKeepsItsBudget) {
  const SubjectId grant = paidGrant();
  ASSERT_EQ(sendByTwo(funder_, second_funder_, TrancheApprove{grant, 2, at("2026-06-02T10:00:00+05:00")}), "");
  ASSERT_EQ(send(payer_, TrancheDisburse{grant, id(), 2, tenge(40'000), "P", at("2026-06-02T10:00:00+05:00")}), "");
  ASSERT_EQ(send(grantees_officer_,
                 InterestRecord{grant, tenge(10), sha256(asBytes("interest")), at("2026-06-03T10:00:00+05:00")}),
            "");
  EXPECT_EQ(send(grantees_officer_, expenditure(grant, 100'001)), "LINE_OVER_BUDGET");
  EXPECT_EQ(send(grantees_officer_, expenditure(grant, 100'000)), "");
  EXPECT_EQ(held(grant), 10);
}

TEST_F(GrantRules, DocumentAndPaymentLieInTheEligiblePeriod) {
  const SubjectId grant = paidGrant();
  ExpenditureRecord early = expenditure(grant, 1);
  early.document_date = day("2026-05-31");
  EXPECT_EQ(send(grantees_officer_, early), "OUTSIDE_PERIOD");
  early.document_date = day("2026-06-01");
  EXPECT_EQ(send(grantees_officer_, early), "");
  now_ = at("2026-07-15T12:00:00+05:00").utc_ms;
  EXPECT_EQ(send(grantees_officer_, expenditure(grant, 1, "2026-06-30T23:59:59+05:00")), "");
  EXPECT_EQ(send(grantees_officer_, expenditure(grant, 1, "2026-07-01T00:00:00+05:00")), "OUTSIDE_PERIOD");
}

TEST_F(GrantRules, ADocumentAndAnInvoiceAreClaimedOnce) {
  const SubjectId grant = paidGrant();
  const SubjectId other_grant = paidGrant();
  const ExpenditureRecord first = expenditure(grant, 100);
  ASSERT_EQ(send(grantees_officer_, first), "");
  ExpenditureRecord same_document = expenditure(other_grant, 100);
  same_document.document_hash = first.document_hash;
  EXPECT_EQ(send(grantees_officer_, same_document), "DOCUMENT_TAKEN");
  ExpenditureRecord same_invoice = expenditure(other_grant, 100);
  same_invoice.document_number = first.document_number;
  EXPECT_EQ(send(grantees_officer_, same_invoice), "INVOICE_TAKEN");
  same_invoice.amount.minor = 101;
  EXPECT_EQ(send(grantees_officer_, same_invoice), "");
}

TEST_F(GrantRules, DisallowedAndReversedMoneyIsOnHandAgain) {
  const SubjectId grant = paidGrant();
  const ExpenditureRecord spent = expenditure(grant, 1'000);
  ASSERT_EQ(send(grantees_officer_, spent), "");
  const Instant when = at("2026-06-06T10:00:00+05:00");
  EXPECT_EQ(
      send(verifier_, ExpenditureDisallow{grant, spent.expenditure, tenge(1'001), ExpenditureReason::kDuplicate, when}),
      "OVER_ORIGINAL");
  EXPECT_EQ(send(verifier_, ExpenditureDisallow{grant, spent.expenditure, tenge(400), ExpenditureReason::kNone, when}),
            "REASON_MISSING");
  ASSERT_EQ(
      send(verifier_, ExpenditureDisallow{grant, spent.expenditure, tenge(400), ExpenditureReason::kDuplicate, when}),
      "");
  EXPECT_EQ(held(grant), 59'400);
  ExpenditureReverse back{
      grant, id(), spent.expenditure, tenge(601), sha256(asBytes("back")), ExpenditureReason::kReturnedGoods, when};
  EXPECT_EQ(send(grantees_officer_, back), "OVER_ORIGINAL");
  back.amount = tenge(600);
  ASSERT_EQ(send(grantees_officer_, back), "");
  EXPECT_EQ(held(grant), 60'000);
  EXPECT_EQ(state_.grants.find(grant)->sums.spent, 0);
}

TEST_F(GrantRules, AGrantClosesWhenAllMoneyIsAccountedFor) {
  const SubjectId grant = paidGrant();
  const Instant when = at("2026-06-14T10:00:00+05:00");
  ASSERT_EQ(send(grantees_officer_, expenditure(grant, 59'999)), "");
  EXPECT_EQ(send(funder_, GrantClose{grant, when}), "MONEY_ON_HAND");
  const SubjectId refund = id();
  EXPECT_EQ(send(grantees_officer_, RefundSend{grant, id(), tenge(2), "R", when}), "NOT_ENOUGH_MONEY");
  ASSERT_EQ(send(grantees_officer_, RefundSend{grant, refund, tenge(1), "R", when}), "");
  EXPECT_EQ(send(funder_, GrantClose{grant, when}), "REFUND_UNCONFIRMED");
  EXPECT_EQ(send(payer_, RefundReceive{grant, refund, tenge(2), when}), "AMOUNT_DIFFERS");
  ASSERT_EQ(send(payer_, RefundReceive{grant, refund, tenge(1), when}), "");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, GrantClose{grant, when}), "");
  EXPECT_EQ(send(grantees_officer_, InterestRecord{grant, tenge(1), sha256(asBytes("i")), when}), "GRANT_CLOSED");
}

TEST_F(GrantRules, ARefundThatFellWithItsBatchIsNotReceived) {
  const SubjectId grant = paidGrant();
  const Instant when = at("2026-06-14T10:00:00+05:00");
  const SubjectId batch = id(), refund = id();
  ASSERT_EQ(import({RefundSend{grant, refund, tenge(100), "R", when}}, batch), "");
  ASSERT_EQ(send(importer_, ImportVoid{batch, when}, Assurance::kImported), "");
  EXPECT_EQ(send(payer_, RefundReceive{grant, refund, tenge(100), when}), "WRONG_STATE");
}

TEST_F(GrantRules, OfAGrantAwardedHereOnlySpendingIsImported) {
  const SubjectId grant = paidGrant();
  const Instant when = at("2026-06-14T10:00:00+05:00");
  EXPECT_EQ(import({TrancheApprove{grant, 2, when}}), "NOT_IMPORTABLE");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, TrancheApprove{grant, 2, when}), "");
  EXPECT_EQ(import({TrancheDisburse{grant, id(), 2, tenge(1), "P", when}}), "NOT_IMPORTABLE");
  EXPECT_EQ(import({expenditure(grant, 100)}), "");
  const SubjectId other = agreedGrant();
  EXPECT_EQ(import({TrancheApprove{other, 1, when}}), "NOT_IMPORTABLE");
}

TEST_F(GrantRules, AClosedGrantKeepsWhatABatchBrought) {
  const SubjectId grant = paidGrant();
  const Instant when = at("2026-06-14T10:00:00+05:00");
  const SubjectId batch = id();
  ASSERT_EQ(import({expenditure(grant, 60'000)}, batch), "");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, GrantClose{grant, when}), "");
  EXPECT_EQ(send(importer_, ImportVoid{batch, when}, Assurance::kImported), "GRANT_CLOSED");
}

TEST_F(GrantRules, PayersApproversAndVerifiersStayOtherPersonsInAnyOrder) {
  const SubjectId grant = paidGrant();
  const Instant when = at("2026-06-14T10:00:00+05:00");
  const ExpenditureRecord spent = expenditure(grant, 100);
  ASSERT_EQ(send(grantees_officer_, spent), "");
  ASSERT_EQ(send(verifier_, ExpenditureVerify{grant, spent.expenditure, when}), "");
  const PersonId payer_too = newPerson(Role::kPayer, fund_);
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{verifier_, Role::kPayer, fund_, 0}), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{payer_, Role::kFunder, fund_, 0}), "");
  EXPECT_EQ(sendByTwo(payer_, funder_, TrancheApprove{grant, 2, when}), "PAYER_APPROVED");
  EXPECT_EQ(sendByTwo(funder_, payer_, TrancheApprove{grant, 2, when}), "PAYER_APPROVED");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, TrancheApprove{grant, 2, when}), "");
  EXPECT_EQ(send(verifier_, TrancheDisburse{grant, id(), 2, tenge(1), "P", when}), "VERIFIER_PAID");
  EXPECT_EQ(send(payer_too, TrancheDisburse{grant, id(), 2, tenge(1), "P", when}), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{payer_too, Role::kVerifier, fund_, 0}), "");
  EXPECT_EQ(send(payer_too, ExpenditureQuery{grant, spent.expenditure, ExpenditureReason::kDuplicate, when}),
            "VERIFIER_PAID");
}

TEST_F(GrantRules, EachStepOfAGrantFollowsTheOneBefore) {
  const SubjectId grant = agreedGrant();
  const Instant agreed{state_.grants.find(grant)->agreed_at, 300};
  const Instant earlier{agreed.utc_ms - 1, 300};
  EXPECT_EQ(send(funder_, TrancheApprove{grant, 1, earlier}), "BEFORE_ORIGINAL");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, TrancheApprove{grant, 1, agreed}), "");
  EXPECT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(1), "P", earlier}), "BEFORE_ORIGINAL");
  EXPECT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(1), "P", agreed}), "");
  const SubjectId refund = id();
  ASSERT_EQ(send(grantees_officer_, RefundSend{grant, refund, tenge(1), "R", agreed}), "");
  EXPECT_EQ(send(payer_, RefundReceive{grant, refund, tenge(1), earlier}), "BEFORE_ORIGINAL");
  EXPECT_EQ(send(payer_, RefundReceive{grant, refund, tenge(1), agreed}), "");
}

TEST_F(GrantRules, NothingComesBackBeforeItWasPaidNorMoreThanTenAwards) {
  const SubjectId unpaid = agreedGrant();
  const Instant when = at("2026-06-14T10:00:00+05:00");
  const auto interest = [&](const SubjectId& grant, std::int64_t minor, const Instant& then) {
    return InterestRecord{grant, tenge(minor), sha256(id().view()), then};
  };
  const auto refund = [&](const SubjectId& grant, std::int64_t minor, ExpenditureReason reason) {
    return ExpenditureReverse{grant, id(), {}, tenge(minor), sha256(id().view()), reason, when};
  };
  EXPECT_EQ(send(grantees_officer_, interest(unpaid, 1, when)), "NOTHING_DISBURSED");
  EXPECT_EQ(send(grantees_officer_, refund(unpaid, 1, ExpenditureReason::kOther)), "NOTHING_DISBURSED");
  const SubjectId grant = paidGrant();
  const Instant paid{*state_.grants.find(grant)->first_paid_at, 300};
  EXPECT_EQ(send(grantees_officer_, interest(grant, 1, {paid.utc_ms - 1, 300})), "NOTHING_DISBURSED");
  EXPECT_EQ(send(grantees_officer_, interest(grant, 1, paid)), "");
  EXPECT_EQ(send(grantees_officer_, interest(grant, 1'000'000, when)), "MONEY_OVERFLOW");
  EXPECT_EQ(send(grantees_officer_, interest(grant, 999'999, when)), "");
  EXPECT_EQ(send(grantees_officer_, refund(grant, 1, ExpenditureReason::kNone)), "REASON_MISSING");
  EXPECT_EQ(send(grantees_officer_, refund(grant, 1'000'001, ExpenditureReason::kOther)), "MONEY_OVERFLOW");
  EXPECT_EQ(send(grantees_officer_, refund(grant, 1'000'000, ExpenditureReason::kOther)), "");
}

TEST_F(GrantRules, AllAwardsOfACurrencyCanBeAddedUp) {
  const auto award = [&](std::int64_t minor) {
    return GrantAward{id(),
                      "A-" + std::to_string(++numbers_),
                      "T",
                      fund_,
                      grantee_,
                      programme_,
                      "KZ-75",
                      tenge(minor),
                      GrantClass::kOther,
                      {},
                      at("2026-06-14T10:00:00+05:00")};
  };
  for (int i = 0; i < 100; ++i) ASSERT_EQ(sendByTwo(funder_, second_funder_, award(limits::kMinorMax)), "") << i;
  EXPECT_EQ(send(funder_, award(1)), "MONEY_OVERFLOW");
  GrantAward pounds = award(1);
  pounds.amount.currency = *Currency::parse("GBP");
  EXPECT_EQ(sendByTwo(funder_, second_funder_, pounds), "");
}

TEST_F(GrantRules, CurrenciesAreNotMixed) {
  const SubjectId grant = paidGrant();
  ExpenditureRecord pounds = expenditure(grant, 100);
  pounds.amount.currency = *Currency::parse("GBP");
  EXPECT_EQ(send(grantees_officer_, pounds), "CURRENCY_MISMATCH");
}

}  // namespace
}  // namespace ledger
