#include "ledger/rules/attesting.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Attesting : public RulesWorld {
 protected:
  void allowOfEachOther(std::uint16_t most) {
    PolicyPublish policy;
    policy.policy = id();
    policy.version = "1";
    policy.status = LegalStatus::kUnverified;
    policy.source = "test";
    policy.valid_from = day("2026-01-01");
    policy.hours_limits = HoursLimits{{}, 0, 0, most};
    ASSERT_EQ(sendByTwo(authority_, second_authority_, policy), "");
  }
  // How many of so many attestations of the volunteer's hours are flagged.
  int flaggedOf(int entries, const PersonId& attestor, const PersonId& volunteer) {
    int flagged = 0;
    for (int i = 0; i < entries; ++i) {
      HoursClaim made = claim(10);
      made.volunteer = volunteer;
      EXPECT_EQ(send(volunteer, made), "");
      EXPECT_EQ(send(attestor, attest(made.hours, 10)), "");
      if (decision_.flags == std::vector<Flag>{Flag::kReciprocal}) ++flagged;
    }
    return flagged;
  }
  SubjectId guard(const PersonId& ward, const PersonId& guardian) {
    const SubjectId guardianship = id();
    EXPECT_EQ(send(clerk_, GuardianConsentRecord{guardianship, ward, guardian, day("2026-06-01"), day("2026-06-30"),
                                                 sha256(asBytes("consent"))}),
              "");
    return guardianship;
  }
};

TEST_F(Attesting, TwoWhoAttestEachOtherAreFlaggedAboveTheQuota) {
  allowOfEachOther(2);
  EXPECT_EQ(flaggedOf(3, attestor_, second_attestor_), 0) << "one-sided";
  EXPECT_EQ(flaggedOf(2, second_attestor_, attestor_), 0) << "as many as the quota";
  EXPECT_EQ(flaggedOf(1, second_attestor_, attestor_), 1) << "one more";
  EXPECT_EQ(flaggedOf(1, attestor_, second_attestor_), 1) << "from then on, both ways";
  EXPECT_EQ(flaggedOf(1, attestor_, volunteer_), 0) << "of another person";
}

TEST_F(Attesting, BothHaveToBeAboveTheQuota) {
  allowOfEachOther(2);
  EXPECT_EQ(flaggedOf(2, attestor_, second_attestor_), 0);
  EXPECT_EQ(flaggedOf(5, second_attestor_, attestor_), 0);
  EXPECT_EQ(flaggedOf(1, attestor_, second_attestor_), 1);
}

TEST_F(Attesting, WithoutAQuotaNothingIsFlagged) {
  allowOfEachOther(0);
  EXPECT_EQ(flaggedOf(3, attestor_, second_attestor_) + flaggedOf(3, second_attestor_, attestor_), 0);
  allowOfEachOther(1);
  rules_ = 2;
  EXPECT_EQ(flaggedOf(1, attestor_, second_attestor_), 0) << "earlier rules flag none";
  rules_ = 3;
  EXPECT_EQ(flaggedOf(1, attestor_, second_attestor_), 1) << "and what they judged counts";
}

TEST_F(Attesting, WhoActsForAnotherCountsForBoth) {
  allowOfEachOther(1);
  ASSERT_EQ(send(attestor_, DelegationSet{id(), attestor_, grantees_officer_, Role::kAttestor, organisation_,
                                          day("2026-06-15"), day("2026-06-16"), kWhen}),
            "");
  EXPECT_EQ(flaggedOf(2, grantees_officer_, second_attestor_), 0);
  EXPECT_EQ(flaggedOf(1, second_attestor_, attestor_), 0);
  EXPECT_EQ(flaggedOf(1, second_attestor_, attestor_), 1);
  EXPECT_EQ(flaggedOf(1, second_attestor_, grantees_officer_), 0);
  EXPECT_EQ(flaggedOf(1, second_attestor_, grantees_officer_), 1);
}

TEST_F(Attesting, AGuardianJudgesNothingOfHerWard) {
  const SubjectId guardianship = guard(volunteer_, attestor_);
  const PersonId third = newPerson(Role::kAttestor, organisation_);
  const HoursClaim first = claim(60), second = claim(60, "2026-06-11T10:00:00+05:00");
  for (const HoursClaim& one : {first, second}) ASSERT_EQ(send(volunteer_, one), "");
  EXPECT_EQ(send(attestor_, attest(first.hours, 60)), "GUARDIAN_ATTESTS");
  EXPECT_EQ(send(attestor_, HoursReject{first.hours, HoursReason::kOther, kWhen}), "GUARDIAN_ATTESTS");
  ASSERT_EQ(send(clerk_, GuardianConsentWithdraw{guardianship, kWhen}), "");
  EXPECT_EQ(send(attestor_, attest(first.hours, 60)), "GUARDIAN_ATTESTS") << "she is her guardian all the same";
  ASSERT_EQ(send(second_attestor_, attest(first.hours, 50, HoursReason::kLeftEarly)), "");
  EXPECT_EQ(send(attestor_, HoursVoid{first.hours, HoursReason::kOther, kWhen}), "GUARDIAN_ATTESTS");
  ASSERT_EQ(send(second_attestor_, HoursCorrect{first.hours, Minutes{60}, HoursReason::kArithmetic, kWhen}), "");
  EXPECT_EQ(endorse(attestor_), "GUARDIAN_ATTESTS");
  EXPECT_EQ(endorse(third), "");
  ASSERT_EQ(send(volunteer_, HoursDispute{first.hours, HoursReason::kOther, kWhen}), "");
  EXPECT_EQ(send(attestor_, HoursResolve{first.hours, DisputeOutcome::kUpheld, Minutes{60}, kWhen}),
            "GUARDIAN_ATTESTS");
  EXPECT_EQ(send(auditor_, HoursResolve{first.hours, DisputeOutcome::kUpheld, Minutes{60}, kWhen}), "");
  rules_ = 2;
  EXPECT_EQ(send(attestor_, attest(second.hours, 60)), "");
}

TEST_F(Attesting, AGuardianOfAnotherAttests) {
  guard(second_attestor_, attestor_);
  const HoursClaim made = claim(60);
  ASSERT_EQ(send(volunteer_, made), "");
  EXPECT_EQ(send(attestor_, attest(made.hours, 60)), "");
}

TEST_F(Attesting, WhoActsForTheGuardianIsExcludedWithHer) {
  guard(volunteer_, attestor_);
  ASSERT_EQ(send(attestor_, DelegationSet{id(), attestor_, grantees_officer_, Role::kAttestor, organisation_,
                                          day("2026-06-15"), day("2026-06-16"), kWhen}),
            "");
  const HoursClaim made = claim(60);
  ASSERT_EQ(send(volunteer_, made), "");
  EXPECT_EQ(send(grantees_officer_, attest(made.hours, 60)), "GUARDIAN_ATTESTS");
}

}  // namespace
}  // namespace ledger
