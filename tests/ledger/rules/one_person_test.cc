// All profiles of a person are one person: what keeps the one from a thing keeps the other from it, too.
#include "tests/ledger/rules/calls_world.h"

namespace ledger {
namespace {

const Instant kPaidAt = at("2026-06-05T10:00:00+05:00");

// Everybody here may have a second profile, which is in no office and goes into the first.
class OnePerson : public CallsWorld {
 protected:
  PersonId registered() {
    const auto person = random_.id<PersonId>();
    EXPECT_EQ(send(clerk_, PersonRegister{person, office_, "KZ-75", AgeBand::kFrom18to35, AgeBasis::kDeclared, {}}),
              "");
    return person;
  }
  std::string merge(const PersonId& person, const PersonId& absorbed) {
    return byAuthorities(ProfilesMerge{person, absorbed, paper_, kWhen});
  }
  std::string byAuthorities(const CommandBody& body) { return sendByTwo(authority_, second_authority_, body); }
  // Somebody acts under her first profile, and later under another one: what she did then is hers.
  void becomes(const PersonId& before, const PersonId& now) { EXPECT_EQ(merge(now, before), ""); }
  void revoke(const PersonId& person, Role role, const SubjectId& scope) {
    EXPECT_EQ(byAuthorities(RoleRevoke{person, role, scope}), "");
  }
  const Digest paper_ = sha256(asBytes("paper"));
};

TEST_F(OnePerson, AnAbsorbedProfileIsGrantedNoRole) {
  const PersonId twin = registered();
  const RoleGrant grant{twin, Role::kAttestor, organisation_, 0};
  ASSERT_EQ(send(authority_, grant), "") << "before the merge she is anybody";
  const Endorse second{last_};
  ASSERT_EQ(merge(volunteer_, twin), "");
  EXPECT_EQ(send(second_authority_, second), "WRONG_STATE");
  EXPECT_EQ(send(authority_, grant), "WRONG_STATE");
  EXPECT_EQ(send(officer_, RoleGrant{twin, Role::kCoordinator, organisation_, 0}), "WRONG_STATE");
  EXPECT_EQ(byAuthorities(RoleGrant{volunteer_, Role::kAttestor, organisation_, 0}), "") << "who stays is granted it";
  rules_ = 2;
  EXPECT_EQ(send(authority_, grant), "");
}

TEST_F(OnePerson, WhoIsMergedUnderAnEarlierVersionStaysTwo) {
  const PersonId twin = registered();
  rules_ = 2;
  ASSERT_EQ(merge(volunteer_, twin), "");
  rules_ = kRulesVersion;
  EXPECT_EQ(byAuthorities(RoleGrant{twin, Role::kAttestor, organisation_, 0}), "");
}

TEST_F(OnePerson, WhoApprovedUnderAnotherProfileDoesNotPay) {
  const SubjectId grant = agreedGrant();
  const PersonId before = newPerson(Role::kFunder, fund_), now = newPerson(Role::kPayer, fund_);
  ASSERT_EQ(sendByTwo(before, second_funder_, TrancheApprove{grant, 1, kPaidAt}), "");
  const TrancheDisburse payment{grant, id(), 1, tenge(100), "PAY-1", kPaidAt};
  ASSERT_EQ(send(now, payment), "") << "nobody knows yet";
  revoke(before, Role::kFunder, fund_);
  becomes(before, now);
  const TrancheDisburse another{grant, id(), 1, tenge(100), "PAY-2", kPaidAt};
  EXPECT_EQ(send(now, another), "PAYER_APPROVED");
  EXPECT_EQ(send(payer_, another), "");
}

TEST_F(OnePerson, WhoRecordedOrPaidUnderAnotherProfileDoesNotVerify) {
  const SubjectId grant = paidGrant();
  const PersonId recorder = newPerson(Role::kOfficer, grantee_), verifying = newPerson(Role::kVerifier, fund_);
  const ExpenditureRecord spent = expenditure(grant, 1'000);
  ASSERT_EQ(send(recorder, spent), "");
  revoke(recorder, Role::kOfficer, grantee_);
  becomes(recorder, verifying);
  EXPECT_EQ(send(verifying, ExpenditureVerify{grant, spent.expenditure, kWhen}), "SAME_PERSON");
  revoke(payer_, Role::kPayer, fund_);
  becomes(payer_, verifier_);
  EXPECT_EQ(send(verifier_, ExpenditureVerify{grant, spent.expenditure, kWhen}), "VERIFIER_PAID");
}

TEST_F(OnePerson, WhoScoredUnderAnotherProfileDoesNotAward) {
  const SubjectId answered = admitted();
  const PersonId expert = drawnOf({{registered()}}), now = newPerson(Role::kFunder, fund_);
  ASSERT_EQ(send(expert, score(answered)), "");
  ASSERT_EQ(send(expert, score(answered, 5, "plan")), "");
  closeCall();
  becomes(expert, now);
  EXPECT_EQ(send(now, award(answered, 1'000)), "SCORER_AWARDS");
  EXPECT_EQ(sendByTwo(funder_, now, award(answered, 1'000)), "SCORER_AWARDS");
}

TEST_F(OnePerson, AnExpertIsInConflictUnderAnyOfHerProfiles) {
  const SubjectId answered = admitted();
  const PersonId expert = drawnOf({{registered()}}), aside = drawnOf({{registered()}}), twin = registered();
  ASSERT_EQ(relate(twin, "2026-06-11", "2026-06-11"), "");
  ASSERT_EQ(merge(aside, twin), "");
  EXPECT_EQ(send(aside, score(answered)), "CONFLICT_OF_INTEREST") << "the other profile is declared related";
  ASSERT_EQ(send(expert, score(answered)), "");
  becomes(expert, grantees_officer_);
  EXPECT_EQ(send(expert, score(answered, 5, "plan")), "CONFLICT_OF_INTEREST") << "she is an officer of the applicant";
}

TEST_F(OnePerson, NobodyIsOnBothSidesUnderTwoProfiles) {
  const PersonId before = newPerson(Role::kFunder, fund_), now = newPerson(Role::kFunder, fund_);
  const auto awarded = [&](const char* number) {
    return GrantAward{id(),
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
  };
  ASSERT_EQ(send(before, awarded("SG-1")), "");
  const Endorse second{last_};
  revoke(before, Role::kFunder, fund_);
  becomes(before, now);
  EXPECT_EQ(send(now, second), "SAME_PERSON");
  EXPECT_EQ(send(second_funder_, second), "ROLE_MISSING") << "the proposer is no funder any more";
  ASSERT_EQ(send(funder_, awarded("SG-2")), "");
  EXPECT_EQ(endorse(now), "");
}

TEST_F(OnePerson, NobodyConfersOnHerOtherProfile) {
  define("medal");
  const PersonId twin = registered();
  const SubjectId award = id();
  ASSERT_EQ(send(officer_, AwardNominate{award, twin, organisation_, "medal", kWhen}), "");
  ASSERT_EQ(merge(second_authority_, twin), "");
  EXPECT_EQ(send(second_authority_, AwardConfer{award, "ACT-1", kWhen}), "SELF_CONFERRAL");
  EXPECT_EQ(sendByTwo(authority_, second_authority_, AwardConfer{award, "ACT-1", kWhen}), "SELF_CONFERRAL");
}

TEST_F(OnePerson, AnAuditorIsInvolvedByWhatSheDidUnderAnotherProfile) {
  const SubjectId grant = paidGrant();
  revoke(payer_, Role::kPayer, fund_);
  becomes(payer_, auditor_);
  const AuditOpen audit{id(), grantee_, grant, day("2026-01-01"), day("2026-05-31"), paper_, kWhen};
  EXPECT_EQ(send(auditor_, audit), "AUDITOR_INVOLVED");
  EXPECT_EQ(send(newPerson(Role::kAuditor), audit), "");
}

TEST_F(OnePerson, HerOwnMattersAreThoseOfAllHerProfiles) {
  const PersonId twin = registered(), second_clerk = newPerson(Role::kClerk, office_);
  ASSERT_EQ(merge(clerk_, twin), "");
  const AgeBandSet older{twin, AgeBand::kFrom36to59, AgeBasis::kDeclared, kWhen};
  EXPECT_EQ(send(clerk_, older), "SAME_PERSON");
  EXPECT_EQ(send(second_clerk, older), "");
  const GuardianConsentRecord own{id(), twin, clerk_, day("2026-06-01"), day("2026-08-31"), paper_};
  EXPECT_EQ(send(second_clerk, own), "SAME_PERSON");
}

TEST_F(OnePerson, ErasingOneProfileLeavesTheOther) {
  const PersonId twin = registered();
  ASSERT_EQ(merge(volunteer_, twin), "");
  ASSERT_EQ(send(volunteer_, PersonErase{volunteer_, ErasureBasis::kRequest}), "");
  EXPECT_TRUE(state_.erased.has(volunteer_));
  EXPECT_FALSE(state_.erased.has(twin));
}

}  // namespace
}  // namespace ledger
