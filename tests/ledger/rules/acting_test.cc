#include "ledger/rules/acting.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Acting : public RulesWorld {
 protected:
  PersonId somebody() {
    const auto person = random_.id<PersonId>();
    EXPECT_EQ(send(clerk_, PersonRegister{person, office_, "KZ-75", AgeBand::kFrom18to35, AgeBasis::kDeclared, {}}),
              "");
    return person;
  }
  DelegationSet delegation(const PersonId& person, Role role, const SubjectId& within = {}) {
    return {id(), person, deputy_, role, within, day("2026-06-15"), day("2026-06-20"), kWhen};
  }
  SubjectId delegated(const PersonId& person, Role role, const SubjectId& within = {}) {
    const DelegationSet set = delegation(person, role, within);
    EXPECT_EQ(send(person, set), "");
    return set.delegation;
  }
  void grantRole(const PersonId& person, Role role, const SubjectId& scope = {}) {
    EXPECT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{person, role, scope, 0}), "");
  }
  SubjectId claimed() {
    HoursClaim one = claim(60);
    one.split = true;  // there are several of one day here
    EXPECT_EQ(send(volunteer_, one), "");
    return one.hours;
  }
  std::string attestBy(const PersonId& person) { return send(person, attest(claimed(), 60)); }
  GrantAward award() {
    const std::string number = "SG-2026-" + std::to_string(++numbers_);
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
            kWhen};
  }

  const PersonId deputy_ = somebody();
};

TEST_F(Acting, ARoleIsDelegatedByItsHolderToAnotherPerson) {
  DelegationSet set = delegation(attestor_, Role::kAttestor, organisation_);
  EXPECT_EQ(send(second_attestor_, set), "ROLE_MISSING");
  set.delegate = attestor_;
  EXPECT_EQ(send(attestor_, set), "SAME_PERSON");
  set.delegate = newPerson(Role::kOperator);
  EXPECT_EQ(send(attestor_, set), "ROLES_INCOMPATIBLE");
  set.delegate = deputy_;
  EXPECT_EQ(send(attestor_, set), "");
  EXPECT_EQ(send(attestor_, set), "ID_TAKEN");
}

TEST_F(Acting, WhoIsSuspendedIsNoDelegate) {
  ASSERT_EQ(sendByTwo(clerk_, authority_, PersonSuspend{deputy_, SuspensionReason::kConduct, day("2026-07-11"), kWhen}),
            "");
  EXPECT_EQ(send(attestor_, delegation(attestor_, Role::kAttestor)), "WRONG_STATE");
}

TEST_F(Acting, AuthorityImportAndOperationAreNotDelegated) {
  EXPECT_EQ(send(authority_, delegation(authority_, Role::kAuthority)), "ROLE_NOT_DELEGABLE");
  EXPECT_EQ(send(importer_, delegation(importer_, Role::kImporter)), "ROLE_NOT_DELEGABLE");
  const PersonId operating = newPerson(Role::kOperator);
  EXPECT_EQ(send(operating, delegation(operating, Role::kOperator)), "ROLE_NOT_DELEGABLE");
  EXPECT_EQ(send(auditor_, delegation(auditor_, Role::kAuditor)), "");
}

TEST_F(Acting, OnlyARoleHeldThereIsDelegated) {
  EXPECT_EQ(send(attestor_, delegation(attestor_, Role::kCoordinator)), "ROLE_NOT_HELD");
  EXPECT_EQ(send(attestor_, delegation(attestor_, Role::kAttestor, grantee_)), "ROLE_NOT_HELD");
  EXPECT_EQ(send(attestor_, delegation(attestor_, Role::kAttestor)), "");
  const PersonId everywhere = newPerson(Role::kClerk);
  EXPECT_EQ(send(everywhere, delegation(everywhere, Role::kClerk, office_)), "");
}

TEST_F(Acting, ADelegationLastsNinetyDaysAtMost) {
  DelegationSet set = delegation(attestor_, Role::kAttestor);
  set.to = set.from + 91;
  EXPECT_EQ(send(attestor_, set), "BAD_PERIOD");
  set.to = set.from - 1;
  EXPECT_EQ(send(attestor_, set), "BAD_PERIOD");
  set.to = set.from + 90;
  EXPECT_EQ(send(attestor_, set), "");
}

TEST_F(Acting, TheDelegateActsOnTheDaysOfTheDelegation) {
  EXPECT_EQ(attestBy(deputy_), "ROLE_MISSING");
  delegated(attestor_, Role::kAttestor);
  EXPECT_EQ(attestBy(deputy_), "");
  now_ = at("2026-06-20T23:59:59+05:00").utc_ms;
  EXPECT_EQ(attestBy(deputy_), "");
  now_ = at("2026-06-21T00:00:00+05:00").utc_ms;
  EXPECT_EQ(attestBy(deputy_), "ROLE_MISSING");
}

TEST_F(Acting, ADelegationBeginsAtMidnight) {
  DelegationSet set = delegation(attestor_, Role::kAttestor);
  set.from = day("2026-06-16");
  ASSERT_EQ(send(attestor_, set), "");
  now_ = at("2026-06-15T23:59:59+05:00").utc_ms;
  EXPECT_EQ(attestBy(deputy_), "ROLE_MISSING");
  now_ += 1000;
  EXPECT_EQ(attestBy(deputy_), "");
}

TEST_F(Acting, TheDelegateActsInItsScopeOnly) {
  const PersonId both = newPerson(Role::kAttestor, organisation_);
  grantRole(both, Role::kAttestor, grantee_);
  DelegationSet elsewhere = delegation(both, Role::kAttestor, grantee_);
  ASSERT_EQ(send(both, elsewhere), "");
  EXPECT_EQ(attestBy(deputy_), "ROLE_MISSING");
  delegated(attestor_, Role::kAttestor, organisation_);
  EXPECT_EQ(attestBy(deputy_), "");
}

TEST_F(Acting, ADelegationOfAnyScopeCarriesOneWithinIt) {
  const PersonId everywhere = newPerson(Role::kClerk);
  HoursClaim assisted = claim(60);
  EXPECT_EQ(send(deputy_, assisted, Assurance::kAssisted), "ROLE_MISSING");
  delegated(everywhere, Role::kClerk, office_);
  EXPECT_EQ(send(deputy_, assisted, Assurance::kAssisted), "") << "a clerk of any office claims";
  // Registering is for the clerks of that office.
  EXPECT_EQ(send(deputy_, PersonRegister{random_.id<PersonId>(), office_, "KZ-75", {}, {}, {}}), "");
}

TEST_F(Acting, ADelegationFallsWithTheRoleThePersonOrItsEnd) {
  const SubjectId first = delegated(attestor_, Role::kAttestor);
  ASSERT_EQ(attestBy(deputy_), "");
  ASSERT_EQ(
      sendByTwo(clerk_, authority_, PersonSuspend{attestor_, SuspensionReason::kConduct, day("2026-07-11"), kWhen}),
      "");
  EXPECT_EQ(attestBy(deputy_), "ROLE_MISSING");
  ASSERT_EQ(sendByTwo(clerk_, authority_, PersonReinstate{attestor_, kWhen}), "");
  ASSERT_EQ(attestBy(deputy_), "");
  EXPECT_EQ(send(second_attestor_, DelegationEnd{first, kWhen}), "ROLE_MISSING");
  ASSERT_EQ(send(attestor_, DelegationEnd{first, kWhen}), "");
  EXPECT_EQ(attestBy(deputy_), "ROLE_MISSING");
  EXPECT_EQ(send(attestor_, DelegationEnd{first, kWhen}), "WRONG_STATE");
  delegated(attestor_, Role::kAttestor);
  ASSERT_EQ(attestBy(deputy_), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleRevoke{attestor_, Role::kAttestor, organisation_}), "");
  EXPECT_EQ(attestBy(deputy_), "ROLE_MISSING");
}

TEST_F(Acting, TwoAuthoritiesEndADelegationToo) {
  const SubjectId one = delegated(attestor_, Role::kAttestor);
  ASSERT_EQ(send(authority_, DelegationEnd{one, kWhen}), "");
  EXPECT_EQ(decision_.effect, Effect::kProposed);
  EXPECT_EQ(endorse(second_authority_), "");
  EXPECT_EQ(attestBy(deputy_), "ROLE_MISSING");
}

TEST_F(Acting, WhoHoldsTheRoleHerselfActsForNobody) {
  delegated(attestor_, Role::kAttestor);
  const SubjectId first = claimed();
  ASSERT_EQ(send(deputy_, attest(first, 60)), "");
  EXPECT_EQ(state_.hours.find(first)->first_attestor.signer, deputy_);
  EXPECT_EQ(state_.hours.find(first)->first_attestor.acting_for, attestor_);
  now_ = at("2026-06-09T10:00:00+05:00").utc_ms;
  grantRole(deputy_, Role::kCoordinator, organisation_);
  now_ = at("2026-06-16T10:00:00+05:00").utc_ms;
  const SubjectId second = claimed();
  ASSERT_EQ(send(deputy_, attest(second, 60)), "");
  EXPECT_TRUE(state_.hours.find(second)->first_attestor.acting_for.isNone());
}

TEST_F(Acting, OfSeveralDelegationsTheFirstRecordedCounts) {
  const SubjectId first = delegated(second_attestor_, Role::kAttestor);
  delegated(attestor_, Role::kAttestor);
  const SubjectId one = claimed();
  ASSERT_EQ(send(deputy_, attest(one, 60)), "");
  EXPECT_EQ(state_.hours.find(one)->first_attestor.acting_for, second_attestor_);
  ASSERT_EQ(send(second_attestor_, DelegationEnd{first, kWhen}), "");
  const SubjectId two = claimed();
  ASSERT_EQ(send(deputy_, attest(two, 60)), "");
  EXPECT_EQ(state_.hours.find(two)->first_attestor.acting_for, attestor_);
}

TEST_F(Acting, ADelegatedRoleIsNotDelegatedOn) {
  delegated(attestor_, Role::kAttestor);
  DelegationSet on = delegation(deputy_, Role::kAttestor);
  on.delegate = officer_;
  EXPECT_EQ(send(deputy_, on), "ROLE_NOT_HELD");
}

TEST_F(Acting, NobodyHasTheirOwnHoursAttestedByADeputy) {
  grantRole(volunteer_, Role::kCoordinator, organisation_);
  delegated(volunteer_, Role::kCoordinator);
  EXPECT_EQ(attestBy(deputy_), "SELF_ATTESTATION");
}

TEST_F(Acting, WhoClaimedForAnotherDoesNotAttestForHerNorSheHerself) {
  const PersonId clerk_too = newPerson(Role::kClerk, office_);
  delegated(clerk_too, Role::kClerk);
  now_ = at("2026-06-01T10:00:00+05:00").utc_ms;
  grantRole(clerk_too, Role::kAttestor, organisation_);
  now_ = at("2026-06-15T12:00:00+05:00").utc_ms;
  const HoursClaim assisted = claim(60);
  ASSERT_EQ(send(deputy_, assisted, Assurance::kAssisted), "");
  EXPECT_EQ(send(clerk_too, attest(assisted.hours, 60)), "CLAIM_SIGNER_ATTESTS");
  delegated(second_attestor_, Role::kAttestor);
  EXPECT_EQ(send(deputy_, attest(assisted.hours, 60)), "CLAIM_SIGNER_ATTESTS");
  EXPECT_EQ(send(attestor_, attest(assisted.hours, 60)), "");
}

TEST_F(Acting, TheMandateIsThatOfTheHolder) {
  const PersonId young = newPerson(Role::kAttestor, organisation_);
  const SubjectId one = delegated(young, Role::kAttestor);
  EXPECT_EQ(attestBy(deputy_), "MANDATE_TOO_YOUNG");
  ASSERT_EQ(send(young, DelegationEnd{one, kWhen}), "");
  delegated(attestor_, Role::kAttestor);
  EXPECT_EQ(attestBy(deputy_), "");
}

TEST_F(Acting, WhoAttestedThroughADeputySettlesNoDisputeOfIt) {
  delegated(attestor_, Role::kAttestor);
  const SubjectId hours = claimed();
  ASSERT_EQ(send(deputy_, attest(hours, 60)), "");
  ASSERT_EQ(send(volunteer_, HoursDispute{hours, HoursReason::kArithmetic, kWhen}), "");
  const HoursResolve upheld{hours, DisputeOutcome::kUpheld, Minutes{60}, kWhen};
  EXPECT_EQ(send(attestor_, upheld), "SAME_PERSON");
  EXPECT_EQ(send(deputy_, upheld), "SAME_PERSON");
  EXPECT_EQ(send(second_attestor_, upheld), "");
}

TEST_F(Acting, WhoRejectedThroughADeputyDoesNotVoid) {
  delegated(attestor_, Role::kAttestor);
  const SubjectId hours = claimed();
  ASSERT_EQ(send(deputy_, HoursReject{hours, HoursReason::kNotPresent, kWhen}), "");
  EXPECT_EQ(send(attestor_, HoursVoid{hours, HoursReason::kDuplicate, kWhen}), "SAME_PERSON");
  EXPECT_EQ(send(second_attestor_, HoursVoid{hours, HoursReason::kDuplicate, kWhen}), "");
}

TEST_F(Acting, NobodyIsOnBothSidesOfAProposal) {
  delegated(funder_, Role::kFunder);
  ASSERT_EQ(send(funder_, award()), "");
  EXPECT_EQ(endorse(deputy_), "SAME_PERSON");
  EXPECT_EQ(endorse(second_funder_), "");
  ASSERT_EQ(send(deputy_, award()), "");
  EXPECT_EQ(state_.proposals.find(last_)->acting_for, funder_);
  EXPECT_EQ(endorse(funder_), "SAME_PERSON");
  EXPECT_EQ(endorse(second_funder_), "");
}

TEST_F(Acting, TwoDeputiesOfOnePersonAreNotTwoPersons) {
  delegated(funder_, Role::kFunder);
  const PersonId other = somebody();
  DelegationSet set = delegation(funder_, Role::kFunder);
  set.delegate = other;
  ASSERT_EQ(send(funder_, set), "");
  ASSERT_EQ(send(deputy_, award()), "");
  EXPECT_EQ(endorse(other), "SAME_PERSON");
}

TEST_F(Acting, AProposalFallsWithTheDelegationBehindIt) {
  const SubjectId one = delegated(funder_, Role::kFunder);
  ASSERT_EQ(send(deputy_, award()), "");
  ASSERT_EQ(send(funder_, DelegationEnd{one, kWhen}), "");
  EXPECT_EQ(endorse(second_funder_), "ROLE_MISSING");
}

TEST_F(Acting, AProposerStandsAtTheEndorsementAsSheDidThen) {
  const SubjectId one = delegated(funder_, Role::kFunder);
  ASSERT_EQ(send(deputy_, award()), "");
  const Digest proposal = last_;
  ASSERT_EQ(send(funder_, DelegationEnd{one, kWhen}), "");
  const PersonId third = newPerson(Role::kFunder, fund_);
  delegated(third, Role::kFunder);
  EXPECT_EQ(send(second_funder_, Endorse{proposal}), "ROLE_MISSING") << "a delegation of another person";
  grantRole(deputy_, Role::kFunder, fund_);
  EXPECT_EQ(send(second_funder_, Endorse{proposal}), "ROLE_MISSING") << "a role of her own";
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleRevoke{deputy_, Role::kFunder, fund_}), "");
  delegated(funder_, Role::kFunder);
  EXPECT_EQ(send(second_funder_, Endorse{proposal}), "");
}

TEST_F(Acting, AConflictOfInterestIsNotDelegatedAway) {
  const PersonId both = newPerson(Role::kFunder, fund_);
  grantRole(both, Role::kOfficer, grantee_);
  delegated(both, Role::kFunder);
  EXPECT_EQ(send(deputy_, award()), "CONFLICT_OF_INTEREST");
  ASSERT_EQ(send(funder_, award()), "");
  EXPECT_EQ(endorse(deputy_), "CONFLICT_OF_INTEREST");
}

TEST_F(Acting, WhoApprovedThroughADeputyDoesNotPay) {
  const SubjectId grant = agreedGrant();
  delegated(funder_, Role::kFunder);
  ASSERT_EQ(sendByTwo(deputy_, second_funder_, TrancheApprove{grant, 1, at("2026-05-20T10:00:00+05:00")}), "");
  grantRole(funder_, Role::kPayer, fund_);
  const TrancheDisburse pay{grant, id(), 1, tenge(60'000), "PAY-1", at("2026-06-01T10:00:00+05:00")};
  EXPECT_EQ(send(funder_, pay), "PAYER_APPROVED");
  delegated(payer_, Role::kPayer);
  EXPECT_EQ(send(deputy_, pay), "PAYER_APPROVED");
  EXPECT_EQ(send(payer_, pay), "");
}

TEST_F(Acting, WhoPaidThroughADeputyNeitherApprovesNorVerifies) {
  const SubjectId grant = agreedGrant();
  ASSERT_EQ(sendByTwo(funder_, second_funder_, TrancheApprove{grant, 1, at("2026-05-20T10:00:00+05:00")}), "");
  delegated(payer_, Role::kPayer);
  ASSERT_EQ(send(deputy_, TrancheDisburse{grant, id(), 1, tenge(60'000), "PAY-1", at("2026-06-01T10:00:00+05:00")}),
            "");
  grantRole(payer_, Role::kFunder, fund_);
  EXPECT_EQ(send(payer_, TrancheApprove{grant, 2, kWhen}), "PAYER_APPROVED");
  const ExpenditureRecord spent = expenditure(grant, 10'000);
  ASSERT_EQ(send(grantees_officer_, spent), "");
  grantRole(payer_, Role::kVerifier, fund_);
  EXPECT_EQ(send(payer_, ExpenditureVerify{grant, spent.expenditure, kWhen}), "VERIFIER_PAID");
  EXPECT_EQ(send(verifier_, ExpenditureVerify{grant, spent.expenditure, kWhen}), "");
}

TEST_F(Acting, WhoVerifiedThroughADeputyDoesNotPay) {
  const SubjectId grant = paidGrant();
  const ExpenditureRecord spent = expenditure(grant, 10'000);
  ASSERT_EQ(send(grantees_officer_, spent), "");
  delegated(verifier_, Role::kVerifier);
  ASSERT_EQ(send(deputy_, ExpenditureVerify{grant, spent.expenditure, kWhen}), "");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, TrancheApprove{grant, 2, kWhen}), "");
  grantRole(verifier_, Role::kPayer, fund_);
  const TrancheDisburse pay{grant, id(), 2, tenge(1'000), "PAY-2", kWhen};
  EXPECT_EQ(send(verifier_, pay), "VERIFIER_PAID");
  EXPECT_EQ(send(payer_, pay), "");
}

TEST_F(Acting, WhoRecordedAnExpenditureThroughADeputyDoesNotCheckIt) {
  const SubjectId grant = paidGrant();
  delegated(grantees_officer_, Role::kOfficer);
  const ExpenditureRecord spent = expenditure(grant, 10'000);
  ASSERT_EQ(send(deputy_, spent), "");
  grantRole(grantees_officer_, Role::kVerifier, fund_);
  EXPECT_EQ(send(grantees_officer_, ExpenditureVerify{grant, spent.expenditure, kWhen}), "SAME_PERSON");
  EXPECT_EQ(send(verifier_, ExpenditureVerify{grant, spent.expenditure, kWhen}), "");
}

TEST_F(Acting, ADeputyDoesNotNominateWhomSheActsFor) {
  define("medal");
  delegated(officer_, Role::kOfficer);
  EXPECT_EQ(send(deputy_, AwardNominate{id(), officer_, organisation_, "medal", kWhen}), "SELF_NOMINATION");
  EXPECT_EQ(send(deputy_, AwardNominate{id(), deputy_, organisation_, "medal", kWhen}), "SELF_NOMINATION");
  EXPECT_EQ(send(deputy_, AwardNominate{id(), volunteer_, organisation_, "medal", kWhen}), "");
}

TEST_F(Acting, AnAuditorIsInvolvedWhereverWhoSheActsForIs) {
  const PersonId two_roles = newPerson(Role::kAuditor);
  grantRole(two_roles, Role::kOfficer, grantee_);
  const SubjectId one = delegated(two_roles, Role::kAuditor);
  const AuditOpen audit{id(), grantee_, {}, day("2026-01-01"), day("2026-05-31"), {}, kWhen};
  EXPECT_EQ(send(deputy_, audit), "AUDITOR_INVOLVED");
  ASSERT_EQ(send(two_roles, DelegationEnd{one, kWhen}), "");
  delegated(auditor_, Role::kAuditor);
  EXPECT_EQ(send(deputy_, audit), "");
}

TEST_F(Acting, ADeputyOfAnOfficerAppointsCoordinatorsAlone) {
  delegated(officer_, Role::kOfficer);
  EXPECT_EQ(send(deputy_, RoleGrant{volunteer_, Role::kAttestor, organisation_, 0}), "ROLE_MISSING");
  ASSERT_EQ(send(deputy_, RoleGrant{volunteer_, Role::kCoordinator, organisation_, 0}), "");
  EXPECT_EQ(decision_.effect, Effect::kEffective);
}

TEST_F(Acting, ADeputyOfTheGranteesOfficerSignsTheAgreement) {
  const GrantAward awarded = award();
  ASSERT_EQ(sendByTwo(funder_, second_funder_, awarded), "");
  delegated(grantees_officer_, Role::kOfficer);
  ASSERT_EQ(send(funder_, AgreementSign{awarded.grant,
                                        awarded.number,
                                        {{"materials", CostType::kMaterials, 100'000}},
                                        {{1, 60'000, day("2026-07-01")}},
                                        day("2026-06-01"),
                                        day("2026-06-30"),
                                        kWhen}),
            "");
  EXPECT_EQ(endorse(deputy_), "");
}

TEST_F(Acting, AnAuditorsRoleIsDelegatedWhole) {
  EXPECT_EQ(send(auditor_, delegation(auditor_, Role::kAuditor, organisation_)), "ROLE_SCOPE");
  EXPECT_EQ(send(auditor_, delegation(auditor_, Role::kAuditor, id())), "ROLE_SCOPE");
  EXPECT_EQ(send(auditor_, delegation(auditor_, Role::kAuditor)), "");
}

TEST_F(Acting, AnOperatorHoldsNothingByADelegation) {
  delegated(attestor_, Role::kAttestor);
  ASSERT_EQ(attestBy(deputy_), "");
  grantRole(deputy_, Role::kOperator);
  EXPECT_EQ(attestBy(deputy_), "ROLE_MISSING");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleRevoke{deputy_, Role::kOperator, {}}), "");
  EXPECT_EQ(attestBy(deputy_), "");
}

TEST_F(Acting, WhatADeputyProposedFallsWhenSheBecomesAnOperator) {
  delegated(funder_, Role::kFunder);
  ASSERT_EQ(send(deputy_, award()), "");
  const Digest proposal = last_;
  grantRole(deputy_, Role::kOperator);
  EXPECT_EQ(send(second_funder_, Endorse{proposal}), "ROLE_MISSING");
}

TEST_F(Acting, WhoCorrectedAnExpenditureThroughADeputyDoesNotCheckIt) {
  const SubjectId grant = paidGrant();
  const PersonId corrector = newPerson(Role::kOfficer, grantee_);
  const ExpenditureRecord spent = expenditure(grant, 10'000);
  ASSERT_EQ(send(grantees_officer_, spent), "");
  delegated(corrector, Role::kOfficer);
  const ExpenditureCorrect correct{grant, spent.expenditure, "materials", tenge(9'999), ExpenditureReason::kWrongAmount,
                                   kWhen};
  ASSERT_EQ(send(deputy_, correct), "");
  grantRole(corrector, Role::kVerifier, fund_);
  grantRole(deputy_, Role::kVerifier, fund_);
  EXPECT_EQ(send(corrector, ExpenditureVerify{grant, spent.expenditure, kWhen}), "SAME_PERSON");
  EXPECT_EQ(send(deputy_, ExpenditureVerify{grant, spent.expenditure, kWhen}), "SAME_PERSON");
  EXPECT_EQ(send(verifier_, ExpenditureVerify{grant, spent.expenditure, kWhen}), "");
}

}  // namespace
}  // namespace ledger
