#include "ledger/rules/separation.h"

#include "tests/ledger/rules/funding_world.h"

namespace ledger {
namespace {

// One who holds every role at the funder and is an officer of the grantee, too.
class Separation : public FundingWorld {
 protected:
  Separation() {
    both_ = newPerson(Role::kOfficer, grantee_);
    for (const Role role : {Role::kFunder, Role::kPayer, Role::kVerifier})
      EXPECT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{both_, role, fund_, 0}), "");
  }
  void expectConflict(const CommandBody& body) { EXPECT_EQ(send(both_, body), "CONFLICT_OF_INTEREST"); }
  void expectConflictOfBoth(const CommandBody& body) {
    expectConflict(body);
    EXPECT_EQ(send(funder_, body), "");
    EXPECT_EQ(endorse(both_), "CONFLICT_OF_INTEREST");
    EXPECT_EQ(endorse(second_funder_), "");
  }

  PersonId both_;
};

TEST_F(Separation, AnOfficerOfTheGranteeDecidesNothingAboutItsMoney) {
  const SubjectId grant = agreed();
  expectConflictOfBoth(TrancheApprove{grant, 1, when_});
  const SubjectId disbursement = id();
  expectConflict(TrancheDisburse{grant, id(), 1, tenge(1), "P", when_});
  ASSERT_EQ(send(payer_, TrancheDisburse{grant, disbursement, 1, tenge(60'000), "P", when_}), "");
  expectConflict(DisbursementReverse{grant, disbursement, tenge(1), "B", when_});
  expectConflictOfBoth(GrantSuspend{grant, StopReason::kOther, document_, when_});
  expectConflictOfBoth(GrantResume{grant, document_, when_});
  expectConflictOfBoth(GrantTerminate{grant, StopReason::kOther, document_, when_});
  const RefundDemand demand{id(), grant, tenge(60'000), day("2026-07-01"), document_, when_};
  expectConflict(demand);
  ASSERT_EQ(send(funder_, demand), "");
  expectConflictOfBoth(RefundWaive{demand.demand, document_, when_});
  const SubjectId refund = id();
  ASSERT_EQ(send(grantees_officer_, RefundSend{grant, refund, tenge(60'000), "R", when_}), "");
  expectConflict(RefundReceive{grant, refund, tenge(60'000), when_});
  ASSERT_EQ(send(payer_, RefundReceive{grant, refund, tenge(60'000), when_}), "");
  expectConflictOfBoth(GrantClose{grant, when_});
  expectConflictOfBoth(RecoveryOpen{grant, findingOf(grant), document_, when_});
}

TEST_F(Separation, AnOfficerOfTheGranteeChecksNoExpenditure) {
  const SubjectId grant = paid();
  const ExpenditureRecord bought = spent(grant, 100);
  ASSERT_EQ(send(grantees_officer_, bought), "");
  expectConflict(ExpenditureVerify{grant, bought.expenditure, when_});
  expectConflict(ExpenditureQuery{grant, bought.expenditure, ExpenditureReason::kOther, when_});
  expectConflict(ExpenditureDisallow{grant, bought.expenditure, tenge(1), ExpenditureReason::kOther, when_});
  EXPECT_EQ(send(verifier_, ExpenditureVerify{grant, bought.expenditure, when_}), "");
}

TEST_F(Separation, AnOfficerOfTheGranteeProposesNoAgreement) {
  const GrantAward award = awardOf();
  ASSERT_EQ(byFunders(award), "");
  expectConflict(agreementOf(award.grant));
  ASSERT_EQ(send(funder_, agreementOf(award.grant)), "");
  EXPECT_EQ(endorse(both_), "") << "the second person is an officer of the grantee";
  expectConflict(amendment(award.grant));
  ASSERT_EQ(send(funder_, amendment(award.grant)), "");
  EXPECT_EQ(endorse(both_), "");
}

TEST_F(Separation, WhoIsAnOfficerNoMoreMayDecide) {
  const SubjectId grant = agreed();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleRevoke{both_, Role::kOfficer, grantee_}), "");
  EXPECT_EQ(sendByTwo(both_, funder_, TrancheApprove{grant, 1, when_}), "");
}

TEST_F(Separation, EarlierRulesAndImportsKnowNoSuchConflict) {
  const SubjectId grant = agreed();
  Context context;
  context.person = both_;
  context.recorded_at = now_;
  EXPECT_FALSE(checkNotOfGrantee(state_, *state_.grants.find(grant), context).ok());
  context.rules = 2;
  EXPECT_TRUE(checkNotOfGrantee(state_, *state_.grants.find(grant), context).ok());
  context.rules = 3;
  context.assurance = Assurance::kImported;
  EXPECT_TRUE(checkNotOfGrantee(state_, *state_.grants.find(grant), context).ok());
}

TEST_F(Separation, WhoScoredTheApplicationDoesNotCheckTheExpenditures) {
  const SubjectId grant = paid();
  const ExpenditureRecord bought = spent(grant, 100);
  ASSERT_EQ(send(grantees_officer_, bought), "");
  const SubjectId application = id();
  state_.grants.edit(grant).application = application;  // a whole call for one line of state: see calls_test.cc
  state_.applications.edit(application).scorers = {verifier_};
  state_.settle();
  EXPECT_EQ(send(verifier_, ExpenditureVerify{grant, bought.expenditure, when_}), "SCORER_VERIFIES");
  EXPECT_EQ(send(verifier_, ExpenditureQuery{grant, bought.expenditure, ExpenditureReason::kOther, when_}),
            "SCORER_VERIFIES");
  EXPECT_EQ(send(verifier_, ExpenditureDisallow{grant, bought.expenditure, tenge(1), ExpenditureReason::kOther, when_}),
            "SCORER_VERIFIES");
  const PersonId other = newPerson(Role::kVerifier, fund_);
  EXPECT_EQ(send(other, ExpenditureVerify{grant, bought.expenditure, when_}), "");
}

TEST_F(Separation, AnOfficerOfTheGranteeRecordsNoAppropriation) {
  expectConflictOfBoth(AppropriationRecord{id(), agreed(GrantClass::kLong), 2026, tenge(1), document_, when_});
}

TEST_F(Separation, AnOfficerOfTheGranteeAcceptsNoReportOfAGrant) {
  const auto report = [&](const SubjectId& grant) {
    const SubjectId made = id();
    EXPECT_EQ(
        send(funder_, ObligationCreate{made, grantee_, fund_, grant, ReportKind::kAnnual, day("2026-12-01"), when_}),
        "");
    EXPECT_EQ(send(grantees_officer_, ReportSubmit{made, document_, {}, when_}), "");
    return made;
  };
  const SubjectId grant = agreed();
  const SubjectId of_grant = report(grant);
  expectConflict(ReportAccept{of_grant, when_});
  EXPECT_EQ(send(both_, ReportReturn{of_grant, document_, when_}), "") << "returning gives the grantee nothing";
  ASSERT_EQ(send(grantees_officer_, ReportSubmit{of_grant, document_, {}, when_}), "");
  EXPECT_EQ(send(funder_, ReportAccept{of_grant, when_}), "");
  EXPECT_EQ(send(both_, ReportAccept{report({}), when_}), "") << "of no grant";
  const SubjectId earlier = report(grant);
  rules_ = 2;
  EXPECT_EQ(send(both_, ReportAccept{earlier, when_}), "");
}

TEST_F(Separation, AnOfficerOfTheGranteeEndorsesNoVirement) {
  const SubjectId grant = agreed();
  const BudgetVire virement{grant, "materials", "transport", tenge(1), document_, when_};
  ASSERT_EQ(send(grantees_officer_, virement), "");
  EXPECT_EQ(endorse(both_), "CONFLICT_OF_INTEREST");
  EXPECT_EQ(endorse(funder_), "");
  EXPECT_EQ(sendByTwo(both_, funder_, virement), "") << "she proposes as an officer";
}

}  // namespace
}  // namespace ledger
