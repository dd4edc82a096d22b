#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class People : public RulesWorld {
 protected:
  PersonId somebody() {
    const auto person = random_.id<PersonId>();
    EXPECT_EQ(send(clerk_, PersonRegister{person, office_, "KZ-75", AgeBand::kFrom14to15, AgeBasis::kDeclared, {}}),
              "");
    return person;
  }
  PersonSuspend suspension(const PersonId& person) {
    return {person, SuspensionReason::kConduct, day("2026-07-11"), kEarlier};
  }
  const PersonId second_clerk_ = newPerson(Role::kClerk, office_);
  const Digest paper_ = sha256(asBytes("paper"));
};

TEST_F(People, WhoIsSuspendedClaimsNothingUntilReinstated) {
  EXPECT_EQ(send(volunteer_, suspension(volunteer_)), "ROLE_MISSING");
  ASSERT_EQ(sendByTwo(clerk_, second_clerk_, suspension(volunteer_)), "");
  EXPECT_EQ(send(volunteer_, claim(60)), "WRONG_STATE");
  EXPECT_EQ(send(clerk_, suspension(volunteer_)), "WRONG_STATE");
  ASSERT_EQ(sendByTwo(clerk_, second_clerk_, PersonReinstate{volunteer_, kLater}), "");
  EXPECT_EQ(send(volunteer_, claim(60)), "");
}

TEST_F(People, AnAppealIsFiledByWhoWasSuspendedAndDecidedByTwo) {
  const SubjectId appeal = id();
  EXPECT_EQ(send(volunteer_, AppealFile{appeal, volunteer_, paper_, kLater}), "WRONG_STATE");
  ASSERT_EQ(sendByTwo(clerk_, second_clerk_,
                      PersonExclude{volunteer_, SuspensionReason::kFalseHours, day("2026-07-11"), paper_, kEarlier}),
            "");
  EXPECT_EQ(send(second_attestor_, AppealFile{appeal, volunteer_, paper_, kLater}), "ROLE_MISSING");
  ASSERT_EQ(send(volunteer_, AppealFile{appeal, volunteer_, paper_, kLater}), "");
  const AppealDecide decision{appeal, AppealOutcome::kOverturned, paper_, kLater};
  EXPECT_EQ(send(clerk_, decision), "ROLE_MISSING");
  EXPECT_EQ(sendByTwo(authority_, second_authority_, decision), "");
  EXPECT_EQ(send(authority_, decision), "WRONG_STATE");
}

TEST_F(People, AnAppealIsFiledInTime) {
  PersonSuspend suspended = suspension(volunteer_);
  suspended.appeal_until = day("2026-06-11");
  ASSERT_EQ(sendByTwo(clerk_, second_clerk_, suspended), "");
  const auto appeal = [&](const char* when) {
    return sendOn(when, volunteer_, AppealFile{id(), volunteer_, paper_, at(when)});
  };
  EXPECT_EQ(appeal("2026-06-11T23:59:59+05:00"), "");
  EXPECT_EQ(appeal("2026-06-12T00:00:00+05:00"), "APPEAL_LATE");
  ASSERT_EQ(sendByTwo(clerk_, second_clerk_,
                      PersonExclude{volunteer_, SuspensionReason::kFalseHours, day("2026-06-12"), paper_, kLater}),
            "");
  EXPECT_EQ(appeal("2026-06-12T23:59:59+05:00"), "") << "the exclusion gives time of its own";
  EXPECT_EQ(appeal("2026-06-13T00:00:00+05:00"), "APPEAL_LATE");
  rules_ = 2;
  EXPECT_EQ(appeal("2026-06-13T00:00:00+05:00"), "");
}

TEST_F(People, AnAppealIsInTimeByTheRecordedDay) {
  PersonSuspend suspended = suspension(volunteer_);
  suspended.appeal_until = day("2026-06-11");
  ASSERT_EQ(sendByTwo(clerk_, second_clerk_, suspended), "");
  const auto appeal = [&](const char* said, const char* recorded) {
    return sendOn(recorded, volunteer_, AppealFile{id(), volunteer_, paper_, at(said)});
  };
  EXPECT_EQ(appeal("2026-06-11T23:59:59+05:00", "2026-06-12T00:00:00+05:00"), "APPEAL_LATE");
  EXPECT_EQ(appeal("2026-06-12T00:00:30+05:00", "2026-06-11T23:59:59+05:00"), "") << "by a fast clock";
  rules_ = 2;
  EXPECT_EQ(appeal("2026-06-11T23:59:59+05:00", "2026-06-12T00:00:00+05:00"), "");
  EXPECT_EQ(appeal("2026-06-12T00:00:30+05:00", "2026-06-11T23:59:59+05:00"), "");
}

TEST_F(People, WhoIsSuspendedOrExcludedHoldsNoRoleWhileThatLasts) {
  const HoursClaim first = claim(60), second = claim(60, "2026-06-11T10:00:00+05:00");
  for (const HoursClaim& one : {first, second}) ASSERT_EQ(send(volunteer_, one), "");
  ASSERT_EQ(sendByTwo(clerk_, second_clerk_, suspension(attestor_)), "");
  EXPECT_EQ(send(attestor_, attest(first.hours, 60)), "ROLE_MISSING");
  rules_ = 2;
  EXPECT_EQ(send(attestor_, attest(first.hours, 60)), "");
  rules_ = kRulesVersion;
  ASSERT_EQ(sendByTwo(clerk_, second_clerk_,
                      PersonExclude{attestor_, SuspensionReason::kFalseHours, day("2026-07-11"), paper_, kLater}),
            "");
  EXPECT_EQ(send(attestor_, attest(second.hours, 60)), "ROLE_MISSING");
  EXPECT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{attestor_, Role::kAttestor, organisation_, 0}),
            "ROLE_HELD")
      << "it stays granted";
  ASSERT_EQ(sendByTwo(clerk_, second_clerk_, PersonReinstate{attestor_, kLater}), "");
  EXPECT_EQ(send(attestor_, attest(second.hours, 60)), "") << "and as old as it was";
}

TEST_F(People, WhoIsSuspendedActsForNobodyAndNobodyForHer) {
  const HoursClaim claimed = claim(60);
  ASSERT_EQ(send(volunteer_, claimed), "");
  const auto delegate = [&](const PersonId& person, const PersonId& to) {
    return send(person, DelegationSet{id(), person, to, Role::kAttestor, organisation_, day("2026-06-15"),
                                      day("2026-06-16"), kLater});
  };
  const PersonId deputy = somebody(), other_deputy = somebody();
  ASSERT_EQ(delegate(attestor_, deputy), "");
  ASSERT_EQ(delegate(second_attestor_, other_deputy), "");
  for (const PersonId& person : {deputy, second_attestor_})
    ASSERT_EQ(sendByTwo(clerk_, second_clerk_, suspension(person)), "");
  EXPECT_EQ(send(deputy, attest(claimed.hours, 60)), "ROLE_MISSING");
  EXPECT_EQ(send(other_deputy, attest(claimed.hours, 60)), "ROLE_MISSING");
  EXPECT_EQ(delegate(second_attestor_, somebody()), "ROLE_NOT_HELD");
  ASSERT_EQ(sendByTwo(clerk_, second_clerk_, PersonReinstate{deputy, kLater}), "");
  EXPECT_EQ(send(deputy, attest(claimed.hours, 60)), "");
}

TEST_F(People, AProposalOfWhoIsSuspendedSinceIsNotEndorsed) {
  const GrantAward award{id(),           "SG-2026-9",        "Sample",           fund_, grantee_, programme_, "KZ-75",
                         tenge(100'000), GrantClass::kSmall, FundSource::kState, kLater};
  ASSERT_EQ(send(funder_, award), "");
  const Endorse second{last_};
  ASSERT_EQ(sendByTwo(clerk_, second_clerk_, suspension(funder_)), "");
  EXPECT_EQ(send(second_funder_, second), "ROLE_MISSING");
  ASSERT_EQ(sendByTwo(clerk_, second_clerk_, PersonReinstate{funder_, kLater}), "");
  EXPECT_EQ(send(second_funder_, second), "");
}

TEST_F(People, AnAuthorityStaysOneThoughSuspendedAndDoesNotReinstateHerself) {
  ASSERT_EQ(sendByTwo(clerk_, second_clerk_, suspension(clerk_)), "") << "nobody asks for her consent";
  EXPECT_EQ(send(clerk_, PersonReinstate{clerk_, kLater}), "ROLE_MISSING");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{clerk_, Role::kAuthority, {}, 0}), "");
  const PersonReinstate reinstated{clerk_, kLater};
  EXPECT_EQ(send(clerk_, reinstated), "SAME_PERSON");
  EXPECT_EQ(sendByTwo(second_clerk_, clerk_, reinstated), "SAME_PERSON");
  rules_ = 2;
  EXPECT_EQ(send(clerk_, reinstated), "");
  rules_ = kRulesVersion;
  EXPECT_EQ(endorse(authority_), "SAME_PERSON") << "it is judged again";
  EXPECT_EQ(sendByTwo(clerk_, authority_, DirectionAdd{id(), "umit", {"а", "б", "c"}}), "") << "she decides as one";
  EXPECT_EQ(sendByTwo(second_clerk_, authority_, reinstated), "");
}

TEST_F(People, WhoSuspendedOrExcludedLastDoesNotDecideTheAppeal) {
  const SubjectId appeal = id();
  const PersonId third = newPerson(Role::kAuthority), fourth = newPerson(Role::kAuthority);
  const AppealDecide decided{appeal, AppealOutcome::kUpheld, paper_, kLater};
  ASSERT_EQ(sendByTwo(authority_, second_authority_, suspension(volunteer_)), "");
  ASSERT_EQ(send(clerk_, AppealFile{appeal, volunteer_, paper_, kLater}), "");
  EXPECT_EQ(send(authority_, decided), "SAME_PERSON");
  EXPECT_EQ(sendByTwo(third, second_authority_, decided), "SAME_PERSON") << "nor did the second person";
  ASSERT_EQ(sendByTwo(third, clerk_,
                      PersonExclude{volunteer_, SuspensionReason::kFalseHours, day("2026-07-11"), paper_, kLater}),
            "");
  EXPECT_EQ(send(third, decided), "SAME_PERSON");
  EXPECT_EQ(sendByTwo(authority_, third, decided), "SAME_PERSON");
  rules_ = 2;
  EXPECT_EQ(send(third, decided), "");
  rules_ = kRulesVersion;
  EXPECT_EQ(endorse(fourth), "SAME_PERSON");
  EXPECT_EQ(sendByTwo(authority_, second_authority_, decided), "") << "theirs is not the last any more";
}

TEST_F(People, AGuardianIsAnotherPersonOfTheLedger) {
  const PersonId child = somebody();
  GuardianConsentRecord consent{id(), child, child, day("2026-06-01"), day("2026-08-31"), paper_};
  EXPECT_EQ(send(clerk_, consent), "SAME_PERSON");
  consent.guardian = random_.id<PersonId>();
  EXPECT_EQ(send(clerk_, consent), "UNKNOWN_SUBJECT");
  consent.guardian = volunteer_;
  EXPECT_EQ(send(clerk_, consent), "");
  EXPECT_EQ(send(clerk_, GuardianConsentWithdraw{consent.guardianship, kLater}), "");
  EXPECT_EQ(send(clerk_, GuardianConsentWithdraw{consent.guardianship, kLater}), "WRONG_STATE");
}

TEST_F(People, ConsentsAndSkillsAreTheirPersonsOwn) {
  const SubjectId consent = id(), skill = id();
  EXPECT_EQ(send(coordinator_, ConsentGive{consent, volunteer_, ConsentPurpose::kPublication, "v1", {}, kEarlier}),
            "ROLE_MISSING");
  ASSERT_EQ(send(volunteer_, ConsentGive{consent, volunteer_, ConsentPurpose::kPublication, "v1", {}, kEarlier}), "");
  EXPECT_EQ(send(volunteer_, ConsentWithdraw{consent, kLater}), "");
  ASSERT_EQ(send(volunteer_, SkillDeclare{skill, volunteer_, "law", kEarlier}), "");
  EXPECT_EQ(send(volunteer_, SkillVerify{skill, paper_, 0, kLater}), "ROLE_MISSING");
  EXPECT_EQ(send(clerk_, SkillVerify{skill, paper_, 0, kLater}), "");
}

TEST_F(People, AMergedProfileClaimsNothingAndHeldNoRole) {
  const PersonId twin = somebody();
  EXPECT_EQ(send(authority_, ProfilesMerge{volunteer_, volunteer_, paper_, kLater}), "SAME_PERSON");
  EXPECT_EQ(send(authority_, ProfilesMerge{volunteer_, attestor_, paper_, kLater}), "ROLE_HELD");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, ProfilesMerge{volunteer_, twin, paper_, kLater}), "");
  HoursClaim of_twin = claim(60);
  of_twin.volunteer = twin;
  EXPECT_EQ(send(clerk_, of_twin, Assurance::kAssisted), "WRONG_STATE");
  EXPECT_EQ(send(authority_, ProfilesMerge{volunteer_, twin, paper_, kLater}), "WRONG_STATE");
}

TEST_F(People, AnAgeBandIsSetByTheOfficeWhereSomethingChanges) {
  AgeBandSet older{volunteer_, AgeBand::kFrom36to59, AgeBasis::kDeclared, kLater};
  EXPECT_EQ(send(volunteer_, older), "ROLE_MISSING");
  ASSERT_EQ(send(clerk_, older), "");
  EXPECT_EQ(state_.persons.find(volunteer_)->age_band, AgeBand::kFrom36to59);
  EXPECT_EQ(send(clerk_, older), "NO_CHANGE");
}

TEST_F(People, AnAgeOfTheVaultIsCommittedTo) {
  // That the value behind it shows the band is looked at where it is sent along.
  AgeBandSet known{volunteer_, AgeBand::kFrom18to35, AgeBasis::kVault, kLater};
  EXPECT_EQ(send(clerk_, known), "AGE_UNPROVED");
  known.commitments = {{7, sha256(asBytes("a name"))}, {2, sha256(asBytes("a bin"))}};
  EXPECT_EQ(send(clerk_, known), "AGE_UNPROVED") << "neither tells a day of birth";
  known.commitments.push_back({3, sha256(asBytes("a day of birth"))});
  EXPECT_EQ(send(clerk_, known), "FIELD_OF_AGE") << "a name and a bin have a correction of their own";
  known.commitments = {{3, sha256(asBytes("a day of birth"))}};
  EXPECT_EQ(send(clerk_, known), "") << "another basis is a change";
  known.commitments = {{1, sha256(asBytes("an iin"))}};
  EXPECT_EQ(send(clerk_, known), "") << "and so is a commitment";
  known.age_basis = AgeBasis::kDeclared;
  known.commitments.clear();
  EXPECT_EQ(send(clerk_, known), "");
  EXPECT_EQ(send(clerk_, known), "NO_CHANGE");
}

TEST_F(People, LanguagesStandInTheirOrderEachOnce) {
  const auto speaking = [&](std::vector<SpokenLanguage> languages) {
    PersonRegister person{random_.id<PersonId>(), office_, "KZ-75", AgeBand::kUnknown, AgeBasis::kDeclared, {}};
    person.languages = std::move(languages);
    person.channel = RegistrationChannel::kPortal;
    return person;
  };
  using enum SpokenLanguage;
  EXPECT_EQ(send(clerk_, speaking({})), "");
  EXPECT_EQ(send(clerk_, speaking({kKk, kRu, kEn, kOther})), "");
  EXPECT_EQ(send(clerk_, speaking({kKk, kKk})), "BAD_LANGUAGES");
  EXPECT_EQ(send(clerk_, speaking({kRu, kKk})), "BAD_LANGUAGES");
  EXPECT_EQ(import({speaking({kOther, kEn})}), "BAD_LANGUAGES");
  EXPECT_EQ(import({speaking({kEn, kOther})}), "");
  rules_ = 2;
  EXPECT_EQ(send(clerk_, speaking({kRu, kKk})), "");
}

TEST_F(People, AnHoursEntryKeepsTheAgeOfItsClaim) {
  PolicyPublish policy;
  policy.policy = id();
  policy.version = "1";
  policy.status = LegalStatus::kUnverified;
  policy.source = "test";
  policy.valid_from = day("2026-01-01");
  policy.hours_limits = HoursLimits{{{AgeBand::kFrom18to35, Minutes{59}}, {AgeBand::kFrom36to59, Minutes{60}}}, 0, 0};
  ASSERT_EQ(sendByTwo(authority_, second_authority_, policy), "");
  const HoursClaim young = claim(60), old = claim(60, "2026-06-11T10:00:00+05:00");
  ASSERT_EQ(send(volunteer_, young), "");
  ASSERT_EQ(send(clerk_, AgeBandSet{volunteer_, AgeBand::kFrom36to59, AgeBasis::kDeclared, kLater}), "");
  ASSERT_EQ(send(volunteer_, old), "");
  EXPECT_TRUE(decision_.flags.empty());
  ASSERT_EQ(send(attestor_, attest(young.hours, 60)), "");
  EXPECT_EQ(decision_.flags, std::vector<Flag>{Flag::kOverDayLimit});
  ASSERT_EQ(send(attestor_, attest(old.hours, 60)), "");
  EXPECT_TRUE(decision_.flags.empty());
}

TEST_F(People, OrganisationsAreDeactivatedByTheirOffice) {
  EXPECT_EQ(send(grantees_officer_, OrganisationDeactivate{grantee_, {}, kLater}), "ROLE_MISSING");
  ASSERT_EQ(send(clerk_, OrganisationDeactivate{grantee_, {}, kLater}), "");
  const GrantAward award{id(),           "SG-2026-9",        "Sample",           fund_, grantee_, programme_, "KZ-75",
                         tenge(100'000), GrantClass::kSmall, FundSource::kState, kLater};
  EXPECT_EQ(send(funder_, award), "WRONG_STATE");
  ASSERT_EQ(send(clerk_, OrganisationReactivate{grantee_, kLater}), "");
  EXPECT_EQ(send(funder_, award), "");
}

TEST_F(People, NobodySetsTheirOwnAgeBand) {
  const AgeBandSet own{clerk_, AgeBand::kFrom60, AgeBasis::kDeclared, kLater};
  EXPECT_EQ(send(clerk_, own), "SAME_PERSON");
  ASSERT_EQ(send(clerk_, DelegationSet{id(), clerk_, attestor_, Role::kClerk, office_, day("2026-06-15"),
                                       day("2026-06-16"), kLater}),
            "");
  EXPECT_EQ(send(attestor_, own), "SAME_PERSON") << "she acts for her";
  EXPECT_EQ(send(newPerson(Role::kClerk, office_), own), "");
}

}  // namespace
}  // namespace ledger
