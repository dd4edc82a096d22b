#include "ledger/rules/period.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Period : public RulesWorld {
 protected:
  PeriodClose closing(const SubjectId& organisation, const char* from, const char* to) {
    return {id(), organisation, day(from), day(to), sha256(asBytes("report")), kWhen};
  }
  void close(const char* from = "2026-06-09", const char* to = "2026-06-10") {
    EXPECT_EQ(send(officer_, closing(organisation_, from, to)), "");
  }
  // There are several of one day here.
  HoursClaim claim(std::int64_t minutes, const char* from = "2026-06-10T10:00:00+05:00", const char* until = nullptr) {
    HoursClaim one = RulesWorld::claim(minutes, from, until);
    one.split = true;
    return one;
  }
  SubjectId claimed() {
    const HoursClaim one = claim(60);
    EXPECT_EQ(send(volunteer_, one), "");
    return one.hours;
  }
  // Claims within 5 days, attestations within 10, nothing flagged but lateness.
  void publishLimits() {
    PolicyPublish policy;
    policy.policy = id();
    policy.version = "1";
    policy.status = LegalStatus::kUnverified;
    policy.source = "test";
    policy.valid_from = day("2026-01-01");
    policy.hours_limits = HoursLimits{{{AgeBand::kFrom18to35, Minutes{1440}}}, 5, 10};
    EXPECT_EQ(sendByTwo(authority_, second_authority_, policy), "");
  }
  bool proposed() const { return decision_.effect == Effect::kProposed; }
  bool flagged(Flag flag) const { return std::ranges::find(decision_.flags, flag) != decision_.flags.end(); }
};

TEST_F(Period, AnOfficerClosesDaysThatAreOver) {
  EXPECT_EQ(send(coordinator_, closing(organisation_, "2026-06-01", "2026-06-14")), "ROLE_MISSING");
  EXPECT_EQ(send(officer_, closing(organisation_, "2026-06-01", "2026-06-15")), "IN_FUTURE");
  EXPECT_EQ(send(officer_, closing(organisation_, "2026-06-02", "2026-06-01")), "BAD_PERIOD");
  EXPECT_EQ(send(officer_, closing(organisation_, "2026-06-01", "2026-06-14")), "");
}

TEST_F(Period, ADayIsClosedOnce) {
  close("2026-06-05", "2026-06-10");
  EXPECT_EQ(send(officer_, closing(organisation_, "2026-06-01", "2026-06-05")), "PERIOD_TAKEN");
  EXPECT_EQ(send(officer_, closing(organisation_, "2026-06-10", "2026-06-12")), "PERIOD_TAKEN");
  EXPECT_EQ(send(officer_, closing(organisation_, "2026-06-01", "2026-06-12")), "PERIOD_TAKEN");
  EXPECT_EQ(send(officer_, closing(organisation_, "2026-06-01", "2026-06-04")), "");
  EXPECT_EQ(send(officer_, closing(organisation_, "2026-06-11", "2026-06-12")), "");
  EXPECT_EQ(send(grantees_officer_, closing(grantee_, "2026-06-05", "2026-06-10")), "") << "of another organisation";
}

TEST_F(Period, AClaimOfClosedDaysNeedsAClerk) {
  const PersonId elsewhere = newPerson(Role::kClerk);
  close();
  ASSERT_EQ(send(volunteer_, claim(60, "2026-06-11T00:00:00+05:00")), "");
  EXPECT_FALSE(proposed());
  ASSERT_EQ(send(volunteer_, claim(60, "2026-06-08T23:00:00+05:00", "2026-06-09T10:00:00+05:00")), "");
  EXPECT_FALSE(proposed()) << "the day on which the service began counts";
  const HoursClaim late = claim(60, "2026-06-10T23:00:00+05:00");
  ASSERT_EQ(send(volunteer_, late), "");
  EXPECT_TRUE(proposed());
  EXPECT_FALSE(state_.hours.has(late.hours));
  EXPECT_EQ(endorse(attestor_), "ROLE_MISSING");
  EXPECT_EQ(endorse(elsewhere), "");
  EXPECT_TRUE(state_.hours.has(late.hours));
  EXPECT_EQ(state_.hours.find(late.hours)->claim_signer.signer, volunteer_);
}

TEST_F(Period, AClerksClaimOfClosedDaysNeedsAnotherClerk) {
  const PersonId other = newPerson(Role::kClerk, office_);
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{volunteer_, Role::kClerk, office_, 0}), "");
  close();
  const HoursClaim assisted = claim(60);
  ASSERT_EQ(send(clerk_, assisted, Assurance::kAssisted), "");
  EXPECT_TRUE(proposed());
  const Position proposal = next_ - 1;
  EXPECT_EQ(endorse(clerk_), "SAME_PERSON");
  EXPECT_EQ(endorse(volunteer_), "SELF_ATTESTATION");
  EXPECT_EQ(endorse(other), "");
  EXPECT_EQ(state_.hours.find(assisted.hours)->claimed_by, proposal);
  EXPECT_EQ(state_.hours.find(assisted.hours)->assurance, Assurance::kAssisted);
}

TEST_F(Period, AnAttestationOfClosedDaysNeedsASecondAttestor) {
  const SubjectId hours = claimed();
  close();
  ASSERT_EQ(send(attestor_, attest(hours, 60)), "");
  EXPECT_TRUE(proposed());
  EXPECT_EQ(endorse(clerk_), "ROLE_MISSING");
  EXPECT_EQ(endorse(coordinator_), "");
  EXPECT_EQ(standing(hours), Minutes{60});
  EXPECT_EQ(state_.hours.find(hours)->first_attestor.signer, attestor_);
}

TEST_F(Period, NobodyEndorsesTheAttestationOfTheirOwnHoursOrClaims) {
  const SubjectId own = claimed();
  const HoursClaim assisted = claim(60, "2026-06-10T14:00:00+05:00");
  ASSERT_EQ(send(clerk_, assisted, Assurance::kAssisted), "");
  close();
  for (const PersonId& person : {volunteer_, clerk_})
    ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{person, Role::kAttestor, organisation_, 0}), "");
  ASSERT_EQ(send(attestor_, attest(own, 60)), "");
  EXPECT_EQ(endorse(volunteer_), "SELF_ATTESTATION");
  ASSERT_EQ(send(attestor_, attest(assisted.hours, 60)), "");
  EXPECT_EQ(endorse(clerk_), "CLAIM_SIGNER_ATTESTS");
  EXPECT_EQ(endorse(second_attestor_), "");
}

TEST_F(Period, ACorrectionOrVoidingOfClosedDaysNeedsASecondAttestor) {
  const SubjectId hours = attested(60);
  close();
  const HoursCorrect lower{hours, Minutes{45}, HoursReason::kArithmetic, kWhen};
  ASSERT_EQ(send(attestor_, lower), "");
  EXPECT_TRUE(proposed());
  EXPECT_EQ(endorse(second_attestor_), "");
  const HoursCorrect higher{hours, Minutes{60}, HoursReason::kArithmetic, kWhen};
  ASSERT_EQ(sendByTwo(attestor_, second_attestor_, higher), "") << "one second person suffices";
  ASSERT_EQ(send(attestor_, HoursVoid{hours, HoursReason::kDuplicate, kWhen}), "");
  EXPECT_TRUE(proposed());
  EXPECT_EQ(endorse(second_attestor_), "");
  EXPECT_EQ(standing(hours), Minutes{0});
}

TEST_F(Period, WhatIsNotMentionedGoesOnInClosedDays) {
  const SubjectId hours = claimed();
  close();
  ASSERT_EQ(send(attestor_, HoursReject{hours, HoursReason::kNotPresent, kWhen}), "");
  EXPECT_FALSE(proposed());
  ASSERT_EQ(send(volunteer_, HoursDispute{hours, HoursReason::kArithmetic, kWhen}), "");
  EXPECT_FALSE(proposed());
  ASSERT_EQ(send(auditor_, HoursResolve{hours, DisputeOutcome::kUpheld, Minutes{0}, kWhen}), "");
  EXPECT_FALSE(proposed()) << "no minutes change";
}

TEST_F(Period, ImportsOfClosedDaysAreRefused) {
  close();
  EXPECT_EQ(import({claim(60)}), "PERIOD_CLOSED");
  EXPECT_EQ(import({claim(60, "2026-06-11T10:00:00+05:00")}), "");
  const SubjectId grant = paidGrant();
  ASSERT_EQ(send(grantees_officer_, closing(grantee_, "2026-06-05", "2026-06-05")), "");
  EXPECT_EQ(import({expenditure(grant, 1'000)}), "PERIOD_CLOSED");
  EXPECT_EQ(import({expenditure(grant, 1'000, "2026-06-06T10:00:00+05:00")}), "");
}

TEST_F(Period, MoneyOfClosedDaysNeedsASecondOfficer) {
  const SubjectId grant = paidGrant();
  const ExpenditureRecord open = expenditure(grant, 1'000, "2026-06-04T10:00:00+05:00");
  ASSERT_EQ(send(grantees_officer_, open), "");
  ASSERT_EQ(send(grantees_officer_, closing(grantee_, "2026-06-05", "2026-06-06")), "");
  const PersonId second = newPerson(Role::kOfficer, grantee_);
  const Instant closed_day = at("2026-06-06T23:00:00+05:00");
  const Instant open_day = at("2026-06-07T00:00:00+05:00");
  ASSERT_EQ(send(grantees_officer_, expenditure(grant, 1'000, "2026-06-05T00:00:00+05:00")), "");
  EXPECT_TRUE(proposed());
  EXPECT_EQ(endorse(officer_), "ROLE_MISSING");
  EXPECT_EQ(endorse(second), "");
  ASSERT_EQ(send(grantees_officer_, expenditure(grant, 1'000, "2026-06-07T00:00:00+05:00")), "");
  EXPECT_FALSE(proposed());
  ExpenditureReverse reverse{
      grant, id(), open.expenditure, tenge(100), sha256(asBytes("r")), ExpenditureReason::kReturnedGoods, closed_day};
  ASSERT_EQ(send(grantees_officer_, reverse), "");
  EXPECT_TRUE(proposed());
  EXPECT_EQ(endorse(second), "");
  InterestRecord interest{grant, tenge(10), sha256(asBytes("i")), closed_day};
  ASSERT_EQ(send(grantees_officer_, interest), "");
  EXPECT_TRUE(proposed());
  interest.occurred_at = open_day;
  ASSERT_EQ(send(grantees_officer_, interest), "");
  EXPECT_FALSE(proposed());
  RefundSend refund{grant, id(), tenge(10), "PAY-9", closed_day};
  ASSERT_EQ(send(grantees_officer_, refund), "");
  EXPECT_TRUE(proposed());
  refund.occurred_at = open_day;
  ASSERT_EQ(send(grantees_officer_, refund), "");
  EXPECT_FALSE(proposed());
}

TEST_F(Period, ALateClaimNeedsAClerk) {
  publishLimits();
  const HoursClaim in_time = claim(60, "2026-06-10T10:00:00+05:00");
  ASSERT_EQ(send(volunteer_, in_time), "");
  EXPECT_FALSE(proposed());
  EXPECT_FALSE(flagged(Flag::kClaimedLate));
  const HoursClaim late = claim(60, "2026-06-09T10:00:00+05:00");
  ASSERT_EQ(send(volunteer_, late), "");
  EXPECT_TRUE(proposed());
  EXPECT_EQ(endorse(coordinator_), "ROLE_MISSING");
  ASSERT_EQ(endorse(clerk_), "");
  EXPECT_TRUE(flagged(Flag::kClaimedLate));
  EXPECT_EQ(import({claim(60, "2026-06-09T14:00:00+05:00")}), "") << "imports are not late";
}

TEST_F(Period, ALateAttestationNeedsAClerk) {
  publishLimits();
  const HoursClaim in_time = claim(60, "2026-06-10T10:00:00+05:00");
  ASSERT_EQ(send(volunteer_, in_time), "");
  const HoursClaim other = claim(60, "2026-06-10T14:00:00+05:00");
  ASSERT_EQ(send(volunteer_, other), "");
  now_ = at("2026-06-20T23:59:59+05:00").utc_ms;
  ASSERT_EQ(send(attestor_, attest(in_time.hours, 60)), "");
  EXPECT_FALSE(proposed());
  now_ = at("2026-06-21T00:00:00+05:00").utc_ms;
  ASSERT_EQ(send(attestor_, attest(other.hours, 60)), "");
  EXPECT_TRUE(proposed());
  EXPECT_EQ(endorse(second_attestor_), "ROLE_MISSING");
  ASSERT_EQ(endorse(clerk_), "");
  EXPECT_TRUE(flagged(Flag::kAttestedLate));
  EXPECT_EQ(standing(other.hours), Minutes{60});
}

TEST_F(Period, ALateAttestationOfClosedDaysNeedsAClerkAndNoThird) {
  publishLimits();
  const SubjectId hours = claimed();
  close();
  now_ = at("2026-06-21T00:00:00+05:00").utc_ms;
  ASSERT_EQ(send(attestor_, attest(hours, 60)), "");
  EXPECT_EQ(endorse(second_attestor_), "ROLE_MISSING");
  EXPECT_EQ(endorse(clerk_), "");
}

TEST_F(Period, EarlierVersionsAskForNoSecondPerson) {
  publishLimits();
  close();
  rules_ = 2;
  ASSERT_EQ(send(volunteer_, claim(60, "2026-06-09T10:00:00+05:00")), "");
  EXPECT_FALSE(proposed());
  EXPECT_TRUE(flagged(Flag::kClaimedLate));
  EXPECT_EQ(import({claim(60, "2026-06-10T14:00:00+05:00")}), "");
}

TEST_F(Period, ACorrectionOrVoidingOfSpendingLiesOnTheDayOfTheSpending) {
  const SubjectId grant = paidGrant();
  const ExpenditureRecord of_closed = expenditure(grant, 1'000, "2026-06-05T23:59:59+05:00");
  const ExpenditureRecord of_open = expenditure(grant, 1'000, "2026-06-06T00:00:00+05:00");
  for (const ExpenditureRecord& one : {of_closed, of_open}) ASSERT_EQ(send(grantees_officer_, one), "");
  const PersonId second = newPerson(Role::kOfficer, grantee_);
  ASSERT_EQ(send(grantees_officer_, closing(grantee_, "2026-06-05", "2026-06-05")), "");
  ASSERT_EQ(send(grantees_officer_, closing(grantee_, "2026-06-10", "2026-06-10")), "");
  const auto correction = [&](const ExpenditureRecord& of) {
    return ExpenditureCorrect{grant,
                              of.expenditure,
                              "materials",
                              tenge(999),
                              ExpenditureReason::kWrongAmount,
                              at("2026-06-10T10:00:00+05:00")};
  };
  const auto voiding = [&](const ExpenditureRecord& of) {
    return ExpenditureVoid{grant, of.expenditure, ExpenditureReason::kDuplicate, at("2026-06-10T10:00:00+05:00")};
  };
  for (const CommandBody& body : std::vector<CommandBody>{correction(of_open), voiding(of_open)}) {
    ASSERT_EQ(send(grantees_officer_, body), "");
    EXPECT_FALSE(proposed()) << "the day of the mending is closed, that of the spending is not";
  }
  for (const CommandBody& body : std::vector<CommandBody>{correction(of_closed), voiding(of_closed)}) {
    ASSERT_EQ(send(grantees_officer_, body), "");
    EXPECT_TRUE(proposed());
    EXPECT_EQ(endorse(officer_), "ROLE_MISSING");
    EXPECT_EQ(endorse(second), "");
  }
  EXPECT_EQ(send(grantees_officer_, voiding(expenditure(grant, 1))), "UNKNOWN_SUBJECT");
}

TEST_F(Period, ABatchWithHoursOfClosedDaysIsNotVoided) {
  const SubjectId of_closed = id(), of_open = id();
  const HoursClaim brought = claim(60, "2026-06-10T23:59:59+05:00");
  ASSERT_EQ(import({brought}, of_closed), "");
  ASSERT_EQ(import({claim(60, "2026-06-11T00:00:00+05:00")}, of_open), "");
  ASSERT_EQ(send(grantees_officer_, closing(grantee_, "2026-06-11", "2026-06-11")), "") << "of another organisation";
  close();
  EXPECT_EQ(send(importer_, ImportVoid{of_closed, kWhen}, Assurance::kImported), "PERIOD_CLOSED");
  EXPECT_EQ(send(importer_, ImportVoid{of_open, kWhen}, Assurance::kImported), "");
  ASSERT_EQ(sendByTwo(attestor_, second_attestor_, HoursVoid{brought.hours, HoursReason::kDuplicate, kWhen}), "");
  EXPECT_EQ(send(importer_, ImportVoid{of_closed, kWhen}, Assurance::kImported), "") << "its entry is void already";
}

TEST_F(Period, ABatchWithMoneyOfClosedDaysIsNotVoided) {
  const SubjectId grant = paidGrant();
  const Instant closed_day = at("2026-06-05T23:59:59+05:00"), open_day = at("2026-06-06T00:00:00+05:00");
  const ExpenditureRecord bought = expenditure(grant, 1'000, "2026-06-02T10:00:00+05:00");
  const auto brought = [&](const Instant& when) {
    ExpenditureRecord spent = expenditure(grant, 100);
    spent.occurred_at = when;
    const Digest first = sha256(id().view()), second = sha256(id().view());
    return std::vector<std::vector<CommandBody>>{
        {spent},
        {InterestRecord{grant, tenge(10), first, when}},
        {RefundSend{grant, id(), tenge(10), "PAY-9", when}},
        {bought, ExpenditureReverse{grant, id(), bought.expenditure, tenge(10), second,
                                    ExpenditureReason::kReturnedGoods, when}}};
  };
  std::vector<SubjectId> batches;
  for (const auto& bodies : brought(closed_day)) ASSERT_EQ(import(bodies, batches.emplace_back(id())), "");
  ASSERT_EQ(send(grantees_officer_, closing(grantee_, "2026-06-05", "2026-06-05")), "");
  for (const SubjectId& batch : batches)
    EXPECT_EQ(send(importer_, ImportVoid{batch, kWhen}, Assurance::kImported), "PERIOD_CLOSED");
  const SubjectId before = batches.front();
  rules_ = 2;
  EXPECT_EQ(send(importer_, ImportVoid{before, kWhen}, Assurance::kImported), "") << "earlier rules let it go";
  rules_ = 3;
  auto of_open = brought(open_day);
  of_open.pop_back();  // the expenditure it reverses is there already
  for (const auto& bodies : of_open) {
    const SubjectId batch = id();
    ASSERT_EQ(import(bodies, batch), "");
    EXPECT_EQ(send(importer_, ImportVoid{batch, kWhen}, Assurance::kImported), "");
  }
}

TEST_F(Period, WhoRejectedEndorsesNoVoiding) {
  const SubjectId hours = claimed();
  ASSERT_EQ(send(attestor_, HoursReject{hours, HoursReason::kOther, kWhen}), "");
  const PersonId third = newPerson(Role::kAttestor, organisation_);
  close();
  ASSERT_EQ(send(second_attestor_, HoursVoid{hours, HoursReason::kOther, kWhen}), "");
  EXPECT_TRUE(proposed());
  EXPECT_EQ(endorse(attestor_), "SAME_PERSON");
  EXPECT_EQ(endorse(third), "");
}

}  // namespace
}  // namespace ledger
