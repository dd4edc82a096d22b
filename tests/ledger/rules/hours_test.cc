#include "ledger/rules/hours.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class HoursRules : public RulesWorld {
 protected:
  HoursCorrect correction(const SubjectId& hours, std::int64_t minutes) {
    return {hours, Minutes{minutes}, HoursReason::kArithmetic, at("2026-06-15T11:00:00+05:00")};
  }
};

TEST_F(HoursRules, ADayHolds1440MinutesAndNotOneMore) {
  attested(1000);
  EXPECT_EQ(send(volunteer_, claim(440)), "");
  EXPECT_EQ(send(volunteer_, claim(441)), "DAY_OVER_1440");
}

TEST_F(HoursRules, TheDayIsJudgedAgainWhenMinutesComeToStand) {
  const HoursClaim first = claim(800);
  const HoursClaim second = claim(641);
  ASSERT_EQ(send(volunteer_, first), "");
  ASSERT_EQ(send(volunteer_, second), "");
  ASSERT_EQ(send(attestor_, attest(first.hours, 800)), "");
  EXPECT_EQ(send(attestor_, attest(second.hours, 641)), "DAY_OVER_1440");
  EXPECT_EQ(send(attestor_, attest(second.hours, 640, HoursReason::kArithmetic)), "");
}

TEST_F(HoursRules, AnEntryOverMidnightCountsOnBothDays) {
  attested(1320, "2026-06-11T00:00:00+05:00");
  EXPECT_EQ(send(volunteer_, claim(240, "2026-06-10T22:00:00+05:00", "2026-06-11T02:00:00+05:00")), "");
  EXPECT_EQ(send(volunteer_, claim(241, "2026-06-10T22:00:00+05:00", "2026-06-11T02:01:00+05:00")), "DAY_OVER_1440");
}

TEST_F(HoursRules, StandingIntervalsMayTouchButNotOverlap) {
  attested(60, "2026-06-10T10:00:00+05:00", "2026-06-10T11:00:00+05:00");
  attested(60, "2026-06-10T11:00:00+05:00", "2026-06-10T12:00:00+05:00");
  const HoursClaim overlapping = claim(60, "2026-06-10T11:59:00+05:00", "2026-06-10T12:59:00+05:00");
  ASSERT_EQ(send(volunteer_, overlapping), "");
  EXPECT_EQ(send(attestor_, attest(overlapping.hours, 60)), "OVERLAP");
}

TEST_F(HoursRules, MinutesFitTheInterval) {
  EXPECT_EQ(send(volunteer_, claim(60, "2026-06-10T10:00:00+05:00", "2026-06-10T11:00:00+05:00")), "");
  EXPECT_EQ(send(volunteer_, claim(61, "2026-06-10T10:00:00+05:00", "2026-06-10T11:00:00+05:00")),
            "MINUTES_OVER_INTERVAL");
  EXPECT_EQ(send(volunteer_, claim(0)), "MINUTES_OVER_INTERVAL");
  EXPECT_EQ(send(volunteer_, claim(1440, "2026-06-12T00:00:00+05:00")), "");
  EXPECT_EQ(send(volunteer_, claim(1441, "2026-06-13T00:00:00+05:00")), "MINUTES_OVER_INTERVAL");
}

TEST_F(HoursRules, NobodyAttestsTheirOwnHours) {
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{volunteer_, Role::kAttestor, organisation_, 0}), "");
  const HoursClaim own = claim(60);
  ASSERT_EQ(send(volunteer_, own), "");
  EXPECT_EQ(send(volunteer_, attest(own.hours, 60)), "SELF_ATTESTATION");
  EXPECT_EQ(send(attestor_, attest(own.hours, 60)), "");
}

TEST_F(HoursRules, TheSignerOfAnAssistedClaimDoesNotAttestIt) {
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{attestor_, Role::kClerk, office_, 0}), "");
  const HoursClaim assisted = claim(60);
  EXPECT_EQ(send(attestor_, assisted), "ASSURANCE_MISMATCH");
  ASSERT_EQ(send(attestor_, assisted, Assurance::kAssisted), "");
  EXPECT_EQ(send(attestor_, attest(assisted.hours, 60)), "CLAIM_SIGNER_ATTESTS");
  EXPECT_EQ(send(second_attestor_, attest(assisted.hours, 60)), "");
}

TEST_F(HoursRules, AnAttestorHeldTheMandateWhenTheServiceEnded) {
  now_ = at("2026-06-10T11:00:00+05:00").utc_ms;
  const PersonId in_time = newPerson(Role::kAttestor, organisation_);
  now_ += 1;
  const PersonId too_late = newPerson(Role::kAttestor, organisation_);
  now_ = at("2026-06-15T12:00:00+05:00").utc_ms;
  const HoursClaim claimed = claim(60, "2026-06-10T10:00:00+05:00", "2026-06-10T11:00:00+05:00");
  ASSERT_EQ(send(volunteer_, claimed), "");
  EXPECT_EQ(send(too_late, attest(claimed.hours, 60)), "MANDATE_TOO_YOUNG");
  EXPECT_EQ(send(in_time, attest(claimed.hours, 60)), "");
}

TEST_F(HoursRules, ServiceBeginsWithinItsActivity) {
  EXPECT_EQ(send(volunteer_, claim(60, "2026-06-01T00:00:00+05:00")), "");
  EXPECT_EQ(send(volunteer_, claim(60, "2026-05-31T23:59:59+05:00")), "OUTSIDE_ACTIVITY");
  EXPECT_EQ(send(volunteer_, claim(60, "2026-06-13T23:59:59+05:00")), "");
  EXPECT_EQ(send(volunteer_, claim(60, "2026-06-14T00:00:00+05:00")), "OUTSIDE_ACTIVITY");
}

TEST_F(HoursRules, OvertimeNeedsItsReason) {
  const HoursClaim late = claim(61, "2026-06-13T23:00:00+05:00", "2026-06-14T00:01:00+05:00");
  ASSERT_EQ(send(volunteer_, late), "");
  EXPECT_EQ(send(attestor_, attest(late.hours, 61)), "OVERTIME_REASON_MISSING");
  EXPECT_EQ(send(attestor_, attest(late.hours, 61, HoursReason::kOvertimeAgreed)), "");
}

TEST_F(HoursRules, NoMoreIsAttestedThanClaimed) {
  const HoursClaim claimed = claim(120);
  ASSERT_EQ(send(volunteer_, claimed), "");
  EXPECT_EQ(send(attestor_, attest(claimed.hours, 121)), "MINUTES_OVER_CLAIM");
  EXPECT_EQ(send(attestor_, attest(claimed.hours, 0)), "MINUTES_OVER_CLAIM");
  EXPECT_EQ(send(attestor_, attest(claimed.hours, 119)), "REASON_MISSING");
  EXPECT_EQ(send(attestor_, attest(claimed.hours, 120)), "");
}

TEST_F(HoursRules, FactsAreAtMostTwoMinutesAhead) {
  // Without an end the service lasts as long as is claimed.
  now_ = at("2026-06-10T10:58:00+05:00").utc_ms;
  EXPECT_EQ(send(volunteer_, claim(60)), "");
  EXPECT_EQ(send(volunteer_, claim(61)), "IN_FUTURE");
  now_ -= 1;
  EXPECT_EQ(send(volunteer_, claim(60)), "IN_FUTURE");
}

TEST_F(HoursRules, ServiceEndsAtMostADayAfterItsActivity) {
  const Instant ends = state_.activities.find(activity_)->ends;
  const Instant begin{ends.utc_ms - kMsPerDay, 300};
  now_ = ends.utc_ms + 3 * kMsPerDay;
  HoursClaim late = claim(60);
  late.occurred_at = begin;
  late.until = Instant{ends.utc_ms + kMsPerDay + kMsPerMinute, 300};
  EXPECT_EQ(send(volunteer_, late), "OUTSIDE_ACTIVITY");
  late.until = Instant{ends.utc_ms + kMsPerDay, 300};
  EXPECT_EQ(send(volunteer_, late), "");
}

TEST_F(HoursRules, ACorrectionUpwardsIsHeldToWhatAnAttestationIs) {
  const Instant when = at("2026-06-15T11:00:00+05:00");
  HoursClaim assisted = claim(300);
  ASSERT_EQ(send(clerk_, assisted, Assurance::kAssisted), "");
  ASSERT_EQ(send(attestor_, attest(assisted.hours, 60, HoursReason::kArithmetic)), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{clerk_, Role::kAttestor, organisation_, 0}), "");
  const HoursCorrect rise{assisted.hours, Minutes{300}, HoursReason::kArithmetic, when};
  EXPECT_EQ(send(clerk_, rise), "CLAIM_SIGNER_ATTESTS");
  ASSERT_EQ(send(attestor_, rise), "");
  EXPECT_EQ(endorse(clerk_), "CLAIM_SIGNER_ATTESTS");
  EXPECT_EQ(endorse(second_attestor_), "");
  EXPECT_EQ(send(clerk_, HoursCorrect{assisted.hours, Minutes{60}, HoursReason::kArithmetic, when}), "");
}

TEST_F(HoursRules, NobodyVoidsAwayADispute) {
  const Instant when = at("2026-06-15T11:00:00+05:00");
  const SubjectId hours = attested(120);
  ASSERT_EQ(send(volunteer_, HoursDispute{hours, HoursReason::kOther, when}), "");
  EXPECT_EQ(send(attestor_, HoursVoid{hours, HoursReason::kOther, when}), "WRONG_STATE");
  const HoursClaim rejected = claim(60, "2026-06-11T10:00:00+05:00");
  ASSERT_EQ(send(volunteer_, rejected), "");
  ASSERT_EQ(send(attestor_, HoursReject{rejected.hours, HoursReason::kOther, when}), "");
  EXPECT_EQ(send(attestor_, HoursVoid{rejected.hours, HoursReason::kOther, when}), "SAME_PERSON");
  EXPECT_EQ(send(second_attestor_, HoursVoid{rejected.hours, HoursReason::kOther, when}), "");
}

TEST_F(HoursRules, APolicyThatIsRepealedFlagsNothing) {
  PolicyPublish policy;
  policy.policy = id();
  policy.version = "1";
  policy.status = LegalStatus::kInForce;
  policy.source = "Sample";
  policy.valid_from = day("2026-01-01");
  policy.hours_limits = HoursLimits{{{AgeBand::kUnknown, Minutes{60}}}, 0, 0};
  const AgeBand band = state_.persons.find(volunteer_)->age_band;
  policy.hours_limits->limits[0].age_band = band;
  ASSERT_EQ(sendByTwo(authority_, second_authority_, policy), "");
  ASSERT_EQ(send(volunteer_, claim(61)), "");
  EXPECT_NE(decision_.policy, 0U);
  EXPECT_EQ(decision_.flags.size(), 1U);
  policy.version = "2";
  policy.status = LegalStatus::kRepealed;
  policy.valid_from = day("2026-06-11");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, policy), "");
  ASSERT_EQ(send(volunteer_, claim(61)), "");
  EXPECT_NE(decision_.policy, 0U) << "the day before is not covered by the repeal";
  ASSERT_EQ(send(volunteer_, claim(61, "2026-06-11T10:00:00+05:00")), "");
  EXPECT_EQ(decision_.policy, 0U);
}

TEST_F(HoursRules, ACorrectionUpwardsNeedsASecondAttestor) {
  const HoursClaim claimed = claim(120);
  ASSERT_EQ(send(volunteer_, claimed), "");
  ASSERT_EQ(send(attestor_, attest(claimed.hours, 60, HoursReason::kLeftEarly)), "");
  EXPECT_EQ(send(attestor_, correction(claimed.hours, 60)), "NO_CHANGE");
  EXPECT_EQ(send(attestor_, correction(claimed.hours, 121)), "MINUTES_OVER_CLAIM");
  ASSERT_EQ(send(attestor_, correction(claimed.hours, 120)), "");
  EXPECT_EQ(standing(claimed.hours), Minutes{60});
  EXPECT_EQ(endorse(attestor_), "SAME_PERSON");
  EXPECT_EQ(endorse(second_attestor_), "");
  EXPECT_EQ(standing(claimed.hours), Minutes{120});
  EXPECT_EQ(send(attestor_, correction(claimed.hours, 0)), "");
  EXPECT_EQ(standing(claimed.hours), Minutes{0});
}

TEST_F(HoursRules, ADisputeIsSettledBySomebodyElse) {
  const SubjectId hours = attested(120);
  const Instant when = at("2026-06-15T11:00:00+05:00");
  ASSERT_EQ(send(auditor_, HoursDispute{hours, HoursReason::kNotPresent, when}), "");
  EXPECT_EQ(standing(hours), Minutes{120});
  EXPECT_EQ(send(auditor_, HoursResolve{hours, DisputeOutcome::kVoided, Minutes{0}, when}), "SAME_PERSON");
  EXPECT_EQ(send(attestor_, HoursResolve{hours, DisputeOutcome::kVoided, Minutes{0}, when}), "SAME_PERSON");
  EXPECT_EQ(send(second_attestor_, HoursResolve{hours, DisputeOutcome::kCorrected, Minutes{121}, when}), "BAD_OUTCOME");
  EXPECT_EQ(send(second_attestor_, HoursResolve{hours, DisputeOutcome::kUpheld, Minutes{119}, when}), "BAD_OUTCOME");
  EXPECT_EQ(send(second_attestor_, HoursResolve{hours, DisputeOutcome::kVoided, Minutes{0}, when}), "");
  EXPECT_EQ(standing(hours), Minutes{0});
  EXPECT_EQ(send(attestor_, HoursVoid{hours, HoursReason::kOther, when}), "WRONG_STATE");
}

TEST_F(HoursRules, APolicyFlagsALongDayAndRefusesNothing) {
  PolicyPublish policy;
  policy.policy = id();
  policy.version = "2026-01";
  policy.status = LegalStatus::kUnverified;
  policy.source = "Sample";
  policy.valid_from = day("2026-01-01");
  policy.hours_limits = HoursLimits{{{AgeBand::kFrom18to35, Minutes{720}}}, 0, 0};
  ASSERT_EQ(sendByTwo(authority_, second_authority_, policy), "");
  EXPECT_EQ(send(volunteer_, claim(720)), "");
  EXPECT_TRUE(decision_.flags.empty());
  EXPECT_NE(decision_.policy, 0U);
  EXPECT_EQ(send(volunteer_, claim(721)), "");
  EXPECT_EQ(decision_.flags, std::vector<Flag>{Flag::kOverDayLimit});
}

TEST_F(HoursRules, ATrainingIsNoService) {
  const SubjectId training = id();
  ASSERT_EQ(send(coordinator_, ActivitySchedule{training, project_, ActivityKind::kTraining, "",
                                                at("2026-06-01T00:00:00+05:00"), at("2026-06-14T00:00:00+05:00")}),
            "");
  HoursClaim made = claim(60);
  made.activity = training;
  EXPECT_EQ(send(volunteer_, made), "TRAINING_NOT_SERVICE");
  EXPECT_EQ(send(clerk_, made, Assurance::kAssisted), "TRAINING_NOT_SERVICE");
  EXPECT_EQ(import({made}), "");
  made.hours = id();
  rules_ = 2;
  EXPECT_EQ(send(volunteer_, made), "");
}

TEST_F(HoursRules, ImportedHoursStandAtOnceAndFallWithTheirBatch) {
  const SubjectId batch = id();
  const HoursClaim imported = claim(600);
  ASSERT_EQ(import({imported}, batch), "");
  EXPECT_EQ(standing(imported.hours), Minutes{600});
  EXPECT_EQ(send(volunteer_, claim(841)), "DAY_OVER_1440");
  EXPECT_EQ(send(importer_, ImportVoid{batch, at("2026-06-15T11:00:00+05:00")}, Assurance::kImported), "");
  EXPECT_EQ(standing(imported.hours), Minutes{0});
  EXPECT_EQ(send(volunteer_, claim(841)), "");
}

}  // namespace
}  // namespace ledger
