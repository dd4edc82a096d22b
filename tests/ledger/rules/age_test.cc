#include "ledger/rules/age.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Age : public RulesWorld {
 protected:
  Age() {
    minor_ = random_.id<PersonId>();
    EXPECT_EQ(send(clerk_, PersonRegister{minor_, office_, "KZ-75", AgeBand::kFrom14to15, AgeBasis::kDeclared, {}}),
              "");
  }
  void publish(AgeRule rule) {
    rule.age_band = AgeBand::kFrom14to15;
    PolicyPublish policy;
    policy.policy = id();
    policy.kind = PolicyKind::kAgeRules;
    policy.version = "1";
    policy.status = LegalStatus::kUnverified;
    policy.source = "Sample";
    policy.valid_from = day("2026-01-01");
    policy.age_rules = AgeRules{{rule}};
    ASSERT_EQ(sendByTwo(authority_, second_authority_, policy), "");
  }
  static AgeRule nights() {
    AgeRule rule;
    rule.night_from = 22 * 60;
    rule.night_to = 6 * 60;
    return rule;
  }
  HoursClaim minors(std::int64_t minutes, const char* from, const char* until = nullptr) {
    HoursClaim made = claim(minutes, from, until);
    made.volunteer = minor_;
    return made;
  }
  SubjectId consent(const char* from, const char* to) {
    const SubjectId made = id();
    EXPECT_EQ(send(clerk_, GuardianConsentRecord{made, minor_, volunteer_, day(from), day(to), sha256({})}), "");
    return made;
  }

  PersonId minor_;
};

TEST_F(Age, WithoutRulesForThatAgeNothingIsAsked) {
  EXPECT_EQ(send(minor_, minors(60, "2026-06-10T23:00:00+05:00")), "");
  EXPECT_EQ(decision_.policy, 0U);
  publish({{}, true, 22 * 60, 6 * 60, true, {{"helper"}}});
  // The rules are for another age band than the volunteer's.
  EXPECT_EQ(send(volunteer_, claim(60, "2026-06-10T23:00:00+05:00")), "");
  EXPECT_EQ(decision_.policy, 0U);
}

TEST_F(Age, AGuardiansConsentCoversTheDay) {
  publish({{}, true, 0, 0, false, {}});
  EXPECT_EQ(send(minor_, minors(60, "2026-06-10T10:00:00+05:00")), "GUARDIAN_CONSENT_MISSING");
  const SubjectId given = consent("2026-06-10", "2026-06-11");
  EXPECT_EQ(send(minor_, minors(60, "2026-06-09T23:59:59+05:00")), "GUARDIAN_CONSENT_MISSING");
  EXPECT_EQ(send(minor_, minors(60, "2026-06-10T00:00:00+05:00")), "");
  EXPECT_EQ(send(minor_, minors(60, "2026-06-11T23:59:59+05:00")), "");
  EXPECT_EQ(send(minor_, minors(60, "2026-06-12T00:00:00+05:00")), "GUARDIAN_CONSENT_MISSING");
  EXPECT_EQ(decision_.policy, 0U);
  ASSERT_EQ(send(clerk_, GuardianConsentWithdraw{given, at("2026-06-15T10:00:00+05:00")}), "");
  EXPECT_EQ(send(minor_, minors(60, "2026-06-10T10:00:00+05:00")), "GUARDIAN_CONSENT_MISSING");
  consent("2026-06-01", "2026-06-10");
  EXPECT_EQ(send(minor_, minors(60, "2026-06-10T10:00:00+05:00")), "") << "one of several is enough";
}

TEST_F(Age, TheNightBeginsAndEndsToTheMoment) {
  publish(nights());
  EXPECT_EQ(send(minor_, minors(60, "2026-06-10T21:00:00+05:00", "2026-06-10T22:00:00+05:00")), "");
  EXPECT_EQ(send(minor_, minors(60, "2026-06-10T21:00:00+05:00", "2026-06-10T22:00:01+05:00")), "NIGHT_SERVICE");
  EXPECT_EQ(send(minor_, minors(60, "2026-06-10T06:00:00+05:00", "2026-06-10T07:00:00+05:00")), "");
  EXPECT_EQ(send(minor_, minors(60, "2026-06-10T05:59:59+05:00", "2026-06-10T07:00:00+05:00")), "NIGHT_SERVICE");
  EXPECT_EQ(send(minor_, minors(60, "2026-06-10T23:30:00+05:00", "2026-06-11T00:30:00+05:00")), "NIGHT_SERVICE");
}

TEST_F(Age, WithoutAnEndTheServiceLastsAsLongAsIsClaimed) {
  publish(nights());
  EXPECT_EQ(send(minor_, minors(60, "2026-06-10T21:00:00+05:00")), "");
  EXPECT_EQ(send(minor_, minors(61, "2026-06-10T21:00:00+05:00")), "NIGHT_SERVICE");
}

TEST_F(Age, TheOffsetOfTheServiceSaysWhenNightIs) {
  publish(nights());
  // The same hour: evening at +05:00, night at +06:00, whatever the offset of the end.
  EXPECT_EQ(send(minor_, minors(60, "2026-06-10T21:00:00+05:00", "2026-06-10T23:00:00+06:00")), "");
  EXPECT_EQ(send(minor_, minors(60, "2026-06-10T22:00:00+06:00", "2026-06-10T22:00:00+05:00")), "NIGHT_SERVICE");
}

TEST_F(Age, EqualHoursAreNoNightAndANightMayLieWithinADay) {
  AgeRule rule;
  rule.night_from = rule.night_to = 300;
  EXPECT_FALSE(touchesNight(rule, at("2026-06-10T04:00:00+05:00"), at("2026-06-10T06:00:00+05:00").utc_ms));
  rule.night_from = 60;
  EXPECT_TRUE(touchesNight(rule, at("2026-06-10T04:59:00+05:00"), at("2026-06-10T06:00:00+05:00").utc_ms));
  EXPECT_FALSE(touchesNight(rule, at("2026-06-10T05:00:00+05:00"), at("2026-06-11T01:00:00+05:00").utc_ms));
  EXPECT_TRUE(touchesNight(rule, at("2026-06-10T05:00:00+05:00"), at("2026-06-11T01:01:00+05:00").utc_ms));
  EXPECT_TRUE(touchesNight(rule, at("2026-06-10T05:00:00+05:00"), at("2026-06-20T05:00:00+05:00").utc_ms));
}

TEST_F(Age, DangerousRolesAreExcluded) {
  publish({{}, false, 0, 0, false, {{"fire"}, {"rescue"}}});
  HoursClaim made = minors(60, "2026-06-10T10:00:00+05:00");
  made.role = "rescue";
  EXPECT_EQ(send(minor_, made), "ROLE_EXCLUDED");
  made.role = "rescue-kitchen";
  EXPECT_EQ(send(minor_, made), "");
}

TEST_F(Age, WhoServesSupervisedIsAttestedByWhoWasPresent) {
  publish({{}, false, 0, 0, true, {}});
  const HoursClaim made = minors(60, "2026-06-10T10:00:00+05:00");
  ASSERT_EQ(send(minor_, made), "");
  HoursAttest attested = attest(made.hours, 60);
  for (const AttestationMethod method :
       {AttestationMethod::kCheckIn, AttestationMethod::kRoster, AttestationMethod::kReport}) {
    attested.method = method;
    EXPECT_EQ(send(attestor_, attested), "SUPERVISOR_MISSING");
  }
  attested.method = AttestationMethod::kPresent;
  EXPECT_EQ(send(attestor_, attested), "");
  // Of adults nobody asks it.
  const HoursClaim adults = claim(60);
  ASSERT_EQ(send(volunteer_, adults), "");
  attested = attest(adults.hours, 60);
  attested.method = AttestationMethod::kRoster;
  EXPECT_EQ(send(attestor_, attested), "");
}

TEST_F(Age, EarlierVersionsAndImportsAreNotAsked) {
  publish({{}, true, 22 * 60, 6 * 60, true, {{"helper"}}});
  EXPECT_EQ(import({minors(60, "2026-06-10T23:00:00+05:00")}), "");
  rules_ = 2;
  const HoursClaim made = minors(60, "2026-06-11T23:00:00+05:00");
  EXPECT_EQ(send(minor_, made), "");
  HoursAttest attested = attest(made.hours, 60);
  attested.method = AttestationMethod::kRoster;
  EXPECT_EQ(send(attestor_, attested), "");
}

}  // namespace
}  // namespace ledger
