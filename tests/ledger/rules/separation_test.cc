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

  // The grant answers an application that one submitted and another scored: a whole call for two lines of state, see
  // call_awards_test.cc.
  void answering(const SubjectId& grant, const PersonId& applicant, const PersonId& scorer) {
    const SubjectId application = id();
    state_.grants.edit(grant).application = application;
    ApplicationRecord& made = state_.applications.edit(application);
    made.applicant = {applicant, {}};
    made.scorers = {scorer};
    state_.settle();
  }
  void appoint(const PersonId& person, std::initializer_list<Role> roles) {
    for (const Role role : roles) {
      const SubjectId scope = role == Role::kAuditor ? SubjectId{} : fund_;
      EXPECT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{person, role, scope, 0}), "");
    }
  }
  AuditOpen auditOf(const SubjectId& organisation, const SubjectId& grant = {}) {
    return {id(), organisation, grant, day("2026-01-01"), day("2026-05-31"), document_, when_};
  }
  SubjectId bought(const SubjectId& grant) {
    const ExpenditureRecord made = spent(grant, 100);
    EXPECT_EQ(send(grantees_officer_, made), "");
    return made.expenditure;
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
  answering(grant, {}, verifier_);
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

TEST_F(Separation, WhoScoredTheApplicationNeitherApprovesNorPays) {
  const SubjectId grant = agreed(), disbursement = id(), refund = id();
  const PersonId scorer = newPerson(Role::kFunder, fund_);
  appoint(scorer, {Role::kPayer});
  answering(grant, {}, scorer);
  const TrancheApprove approval{grant, 1, when_};
  EXPECT_EQ(send(scorer, approval), "SCORER_PAYS");
  EXPECT_EQ(sendByTwo(funder_, scorer, approval), "SCORER_PAYS");
  ASSERT_EQ(endorse(second_funder_), "");
  EXPECT_EQ(send(scorer, TrancheDisburse{grant, id(), 1, tenge(1), "P", when_}), "SCORER_PAYS");
  ASSERT_EQ(send(payer_, TrancheDisburse{grant, disbursement, 1, tenge(60'000), "P", when_}), "");
  EXPECT_EQ(send(scorer, DisbursementReverse{grant, disbursement, tenge(1), "B", when_}), "SCORER_PAYS");
  ASSERT_EQ(send(grantees_officer_, RefundSend{grant, refund, tenge(1), "R", when_}), "");
  EXPECT_EQ(send(scorer, RefundReceive{grant, refund, tenge(1), when_}), "SCORER_PAYS");
  EXPECT_EQ(send(payer_, RefundReceive{grant, refund, tenge(1), when_}), "");
  rules_ = 2;
  EXPECT_EQ(send(scorer, DisbursementReverse{grant, disbursement, tenge(1), "B", when_}), "");
}

TEST_F(Separation, WhoSubmittedTheApplicationIsOfTheGranteeForGood) {
  const SubjectId grant = paid();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleRevoke{both_, Role::kOfficer, grantee_}), "");
  answering(grant, both_, {});
  expectConflictOfBoth(TrancheApprove{grant, 2, when_});
  expectConflict(TrancheDisburse{grant, id(), 2, tenge(1), "P", when_});
  expectConflict(ExpenditureVerify{grant, bought(grant), when_});
  const SubjectId other = agreed();
  EXPECT_EQ(send(both_, TrancheApprove{other, 1, when_}), "") << "of another grant she may decide";
}

TEST_F(Separation, WhoAppliedOrScoredDoesNotAudit) {
  const SubjectId grant = agreed();
  const PersonId applicant = newPerson(Role::kAuditor), scorer = newPerson(Role::kAuditor);
  answering(grant, applicant, scorer);
  for (const PersonId& person : {applicant, scorer}) {
    EXPECT_EQ(send(person, auditOf(grantee_, grant)), "AUDITOR_INVOLVED");
    EXPECT_EQ(send(person, auditOf(grantee_)), "AUDITOR_INVOLVED");
    EXPECT_EQ(send(person, auditOf(grantee_, agreed())), "") << "another grant";
  }
  rules_ = 2;
  EXPECT_EQ(send(scorer, auditOf(grantee_, grant)), "");
}

TEST_F(Separation, AnAuditOfTheWholeOrganisationIsOneOfEachOfItsGrants) {
  const SubjectId grant = paid();
  ASSERT_EQ(send(verifier_, ExpenditureVerify{grant, bought(grant), when_}), "");
  paid();
  for (const PersonId& person : {funder_, payer_, verifier_}) {
    appoint(person, {Role::kAuditor});
    EXPECT_EQ(send(person, auditOf(grantee_)), "AUDITOR_INVOLVED");
    EXPECT_EQ(send(person, auditOf(organisation_)), "") << "of that one she has no part in any grant";
  }
  EXPECT_EQ(send(auditor_, auditOf(grantee_)), "");
  rules_ = 2;
  EXPECT_EQ(send(verifier_, auditOf(grantee_)), "");
}

TEST_F(Separation, WhoAuditedAGrantDecidesNothingAboutItsMoneyLater) {
  const SubjectId grant = paid(), other = paid();
  const SubjectId refund = id(), cost = bought(grant), cost_of_other = bought(other);
  findingOf(grant);
  appoint(auditor_, {Role::kFunder, Role::kPayer, Role::kVerifier});
  const TrancheApprove approval{grant, 2, when_};
  EXPECT_EQ(send(auditor_, approval), "AUDITOR_INVOLVED");
  EXPECT_EQ(sendByTwo(funder_, auditor_, approval), "AUDITOR_INVOLVED");
  ASSERT_EQ(endorse(second_funder_), "");
  EXPECT_EQ(send(auditor_, TrancheDisburse{grant, id(), 2, tenge(1), "P", when_}), "AUDITOR_INVOLVED");
  ASSERT_EQ(send(grantees_officer_, RefundSend{grant, refund, tenge(1), "R", when_}), "");
  EXPECT_EQ(send(auditor_, RefundReceive{grant, refund, tenge(1), when_}), "AUDITOR_INVOLVED");
  EXPECT_EQ(send(auditor_, ExpenditureVerify{grant, cost, when_}), "AUDITOR_INVOLVED");
  EXPECT_EQ(send(auditor_, ExpenditureQuery{grant, cost, ExpenditureReason::kOther, when_}), "AUDITOR_INVOLVED");
  EXPECT_EQ(send(auditor_, ExpenditureDisallow{grant, cost, tenge(1), ExpenditureReason::kOther, when_}),
            "AUDITOR_INVOLVED");
  EXPECT_EQ(send(auditor_, ExpenditureVerify{other, cost_of_other, when_}), "") << "another grant";
  rules_ = 2;
  EXPECT_EQ(send(auditor_, ExpenditureVerify{grant, cost, when_}), "");
}

TEST_F(Separation, WhoAuditedTheGranteeDecidesAboutNoneOfItsGrants) {
  ASSERT_EQ(send(auditor_, auditOf(grantee_)), "");
  const SubjectId grant = paid();
  appoint(auditor_, {Role::kVerifier});
  EXPECT_EQ(send(auditor_, ExpenditureVerify{grant, bought(grant), when_}), "AUDITOR_INVOLVED");
}

TEST_F(Separation, WhoOnlyRaisedOrClosedAFindingAuditedToo) {
  const SubjectId grant = paid(), finding = findingOf(grant);
  const PersonId colleague = newPerson(Role::kAuditor);
  ASSERT_EQ(send(grantees_officer_, FindingRespond{finding, true, day("2026-07-01"), document_, when_}), "");
  ASSERT_EQ(send(colleague, FindingClose{finding, document_, when_}), "");
  appoint(colleague, {Role::kVerifier});
  EXPECT_EQ(send(colleague, ExpenditureVerify{grant, bought(grant), when_}), "AUDITOR_INVOLVED");
}

TEST_F(Separation, WhoAuditedAnOrganisationAttestsNoneOfItsHours) {
  const UtcMs later = now_;
  now_ = at("2026-06-01T12:00:00+05:00").utc_ms;
  AuditOpen audit = auditOf(organisation_);
  audit.occurred_at = at("2026-06-01T10:00:00+05:00");
  ASSERT_EQ(send(auditor_, audit), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{auditor_, Role::kAttestor, organisation_, 0}), "");
  now_ = later;
  const HoursClaim claimed = claim(60), another = claim(60, "2026-06-11T10:00:00+05:00");
  ASSERT_EQ(send(volunteer_, claimed), "");
  ASSERT_EQ(send(volunteer_, another), "");
  EXPECT_EQ(send(auditor_, attest(claimed.hours, 60)), "AUDITOR_INVOLVED");
  EXPECT_EQ(send(attestor_, attest(claimed.hours, 60)), "");
  rules_ = 2;
  EXPECT_EQ(send(auditor_, attest(another.hours, 60)), "");
}

TEST_F(Separation, WhoAuditedAnOrganisationChangesNoneOfItsHours) {
  const Instant later = at("2026-06-15T11:00:00+05:00");
  AuditOpen audit = auditOf(organisation_);
  audit.occurred_at = at("2026-06-01T10:00:00+05:00");
  ASSERT_EQ(sendOn("2026-06-01T12:00:00+05:00", auditor_, audit), "");
  // Later she attests for the organisation, as of a day before the service.
  const RoleGrant role{auditor_, Role::kAttestor, organisation_, 0};
  ASSERT_EQ(sendOn("2026-06-01T12:00:00+05:00", authority_, role), "");
  ASSERT_EQ(sendOn("2026-06-01T12:00:00+05:00", second_authority_, Endorse{last_}), "");
  const HoursClaim open = claim(60);
  ASSERT_EQ(send(volunteer_, open), "");
  EXPECT_EQ(send(auditor_, HoursReject{open.hours, HoursReason::kNotPresent, later}), "AUDITOR_INVOLVED");
  const SubjectId hours = attested(60, "2026-06-11T10:00:00+05:00");
  const HoursCorrect lower{hours, Minutes{50}, HoursReason::kArithmetic, later};
  const HoursVoid voiding{hours, HoursReason::kDuplicate, later};
  EXPECT_EQ(send(auditor_, lower), "AUDITOR_INVOLVED");
  EXPECT_EQ(send(auditor_, voiding), "AUDITOR_INVOLVED");
  ASSERT_EQ(send(second_attestor_, lower), "");
  const HoursCorrect higher{hours, Minutes{55}, HoursReason::kArithmetic, later};
  EXPECT_EQ(sendByTwo(second_attestor_, auditor_, higher), "AUDITOR_INVOLVED") << "nor as the second person";
  ASSERT_EQ(send(volunteer_, HoursDispute{hours, HoursReason::kArithmetic, later}), "");
  const HoursResolve upheld{hours, DisputeOutcome::kUpheld, Minutes{50}, later};
  EXPECT_EQ(send(auditor_, upheld), "AUDITOR_INVOLVED");
  EXPECT_EQ(send(newPerson(Role::kAuditor), upheld), "") << "an auditor who did not audit it";
  rules_ = 2;
  EXPECT_EQ(send(auditor_, voiding), "");
  EXPECT_EQ(send(auditor_, HoursReject{open.hours, HoursReason::kNotPresent, later}), "");
}

}  // namespace
}  // namespace ledger
