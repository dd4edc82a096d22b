#include "ledger/rules/benefit.h"

#include "tests/ledger/policies/shipped_policies.h"
#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

constexpr std::int64_t kShift = 360;

class Benefits : public RulesWorld {
 protected:
  // The student credit of 20, 50 and at most 70 hours a year, as it is shipped.
  Benefits() {
    publish(student_);
    EXPECT_EQ(send(clerk_, OrganisationVerify{organisation_, "sample-register", sha256(asBytes("extract")),
                                              at("2026-06-01T09:00:00+05:00")}),
              "");
  }

  void publish(const PolicyPublish& policy) { EXPECT_EQ(sendByTwo(authority_, second_authority_, policy), ""); }
  PersonId student(AgeBand band = AgeBand::kFrom18to35) {
    const auto person = random_.id<PersonId>();
    EXPECT_EQ(send(clerk_, PersonRegister{person, office_, "KZ-75", band, AgeBasis::kDeclared, {}}), "");
    return person;
  }
  // Attested shifts of six hours, and one of what is left, on the days from that of June on; what each is used for.
  std::vector<CreditUse> serve(const PersonId& person, std::int64_t minutes, int first_day = 1) {
    std::vector<CreditUse> uses;
    for (int number = first_day; minutes > 0; ++number, minutes -= kShift) {
      const std::string from = std::string("2026-06-") + (number < 10 ? "0" : "") + std::to_string(number);
      HoursClaim made = claim(std::min(minutes, kShift), (from + "T10:00:00+05:00").c_str());
      made.volunteer = person;
      EXPECT_EQ(send(clerk_, made, Assurance::kAssisted), "");
      EXPECT_EQ(send(attestor_, attest(made.hours, made.minutes.count())), "");
      uses.push_back({made.hours, made.minutes});
    }
    return uses;
  }
  CreditGrant grant(const PersonId& person, std::vector<CreditUse> used, std::uint32_t credits, std::int64_t voucher) {
    CreditGrant made;
    made.credit = id();
    made.person = person;
    made.organisation = organisation_;
    made.credit_policy = student_.policy;
    made.day = day("2026-06-15");
    made.age_band = state_.persons.find(person)->age_band;
    made.credits = credits;
    if (voucher != 0) made.voucher = tenge(voucher);
    made.used = std::move(used);
    made.occurred_at = at("2026-06-15T11:00:00+05:00");
    return made;
  }

  const PolicyPublish student_ = tests::shippedPolicy("kz_social_student_credit");
};

TEST_F(Benefits, ServiceOf19HoursAnd59MinutesEarnsNothingAndOf20Hours2Credits) {
  const PersonId below = student(), reached = student();
  EXPECT_EQ(send(officer_, grant(below, serve(below, 20 * 60 - 1), 2, 2'000'000)), "NOTHING_EARNED");
  EXPECT_EQ(send(officer_, grant(below, {}, 0, 0)), "NOTHING_EARNED");
  EXPECT_EQ(send(officer_, grant(reached, serve(reached, 20 * 60), 2, 2'000'000)), "");
  EXPECT_EQ(decision_.policy, state_.ledger().policies.back()->document);
}

TEST_F(Benefits, FiftyHoursEarn5CreditsAnd70Hours7AndNoHourMore) {
  const PersonId fifty = student(), seventy = student(), more = student();
  EXPECT_EQ(send(officer_, grant(fifty, serve(fifty, 50 * 60), 5, 5'000'000)), "");
  EXPECT_EQ(send(officer_, grant(seventy, serve(seventy, 70 * 60), 7, 7'000'000)), "");
  auto used = serve(more, 71 * 60);
  EXPECT_EQ(send(officer_, grant(more, used, 7, 7'000'000)), "CREDIT_DIFFERS") << "an hour over the cap is used";
  used.back().minutes -= Minutes{60};
  EXPECT_EQ(send(officer_, grant(more, used, 8, 7'000'000)), "CREDIT_DIFFERS");
  EXPECT_EQ(send(officer_, grant(more, used, 7, 7'100'000)), "CREDIT_DIFFERS");
  EXPECT_EQ(send(officer_, grant(more, used, 7, 0)), "CREDIT_DIFFERS");
  EXPECT_EQ(send(officer_, grant(more, used, 7, 7'000'000)), "");
}

TEST_F(Benefits, HoursBeforeTheOrganisationWasVerifiedEarnNothing) {
  // The fixture says that the register was looked at on 1 June.
  const PersonId person = student();
  const SubjectId activity = id();
  ASSERT_EQ(send(coordinator_, ActivitySchedule{activity, project_, ActivityKind::kEvent, "",
                                                at("2026-05-20T00:00:00+05:00"), at("2026-06-10T00:00:00+05:00")}),
            "");
  HoursClaim may = claim(60, "2026-05-31T10:00:00+05:00");
  may.volunteer = person;
  may.activity = activity;
  ASSERT_EQ(send(clerk_, may, Assurance::kAssisted), "");
  ASSERT_EQ(send(attestor_, attest(may.hours, 60)), "");
  auto used = serve(person, 20 * 60);
  used.insert(used.begin(), CreditUse{may.hours, may.minutes});
  EXPECT_EQ(send(officer_, grant(person, used, 2, 2'000'000)), "CREDIT_DIFFERS");
  used.erase(used.begin());
  EXPECT_EQ(send(officer_, grant(person, used, 2, 2'000'000)), "");
}

TEST_F(Benefits, TheEntriesUsedAreNamedInOrder) {
  const PersonId person = student();
  auto used = serve(person, 20 * 60);
  std::swap(used[0], used[1]);
  EXPECT_EQ(send(officer_, grant(person, used, 2, 2'000'000)), "CREDIT_DIFFERS");
  std::swap(used[0], used[1]);
  used.push_back({id(), Minutes{60}});
  EXPECT_EQ(send(officer_, grant(person, used, 2, 2'000'000)), "CREDIT_DIFFERS") << "no such entry";
  used.pop_back();
  EXPECT_EQ(send(officer_, grant(person, used, 2, 2'000'000)), "");
}

TEST_F(Benefits, WhatWasGrantedInTheWindowIsTakenOffUntilItIsReversed) {
  const PersonId person = student();
  auto used = serve(person, 20 * 60);
  const CreditGrant first = grant(person, used, 2, 2'000'000);
  ASSERT_EQ(send(officer_, first), "");
  EXPECT_EQ(send(officer_, grant(person, used, 2, 2'000'000)), "NOTHING_EARNED");
  for (const CreditUse& use : serve(person, 30 * 60, 5)) used.push_back(use);
  EXPECT_EQ(send(officer_, grant(person, used, 5, 5'000'000)), "CREDIT_DIFFERS");
  const CreditGrant second = grant(person, used, 3, 3'000'000);
  ASSERT_EQ(send(officer_, second), "");
  const Instant when = at("2026-06-15T11:30:00+05:00");
  EXPECT_EQ(send(grantees_officer_, CreditReverse{second.credit, ReversalReason::kError, sha256({}), when}),
            "ROLE_MISSING");
  for (const CreditGrant& one : {first, second}) {
    ASSERT_EQ(send(officer_, CreditReverse{one.credit, ReversalReason::kError, sha256({}), when}), "");
  }
  EXPECT_EQ(send(officer_, CreditReverse{first.credit, ReversalReason::kError, sha256({}), when}), "WRONG_STATE");
  EXPECT_EQ(send(officer_, grant(person, used, 5, 5'000'000)), "");
}

TEST_F(Benefits, AnotherYearTakesNothingOff) {
  const PersonId person = student();
  const auto used = serve(person, 20 * 60);
  CreditGrant next = grant(person, used, 2, 2'000'000);
  next.occurred_at = at("2027-01-10T10:00:00+05:00");
  next.day = day("2027-01-09");
  now_ = next.occurred_at.utc_ms;
  EXPECT_EQ(send(officer_, next), "NOTHING_EARNED") << "the service lies in the year before";
  next.day = day("2026-12-31");
  EXPECT_EQ(send(officer_, next), "");
}

TEST_F(Benefits, NoMinuteIsCreditedTwiceUnderOneName) {
  PolicyPublish twin = student_, stranger = student_;
  twin.policy = id(), stranger.policy = id();
  stranger.credit_rules->double_use = "stipend";
  publish(twin);
  publish(stranger);
  const PersonId person = student();
  const auto used = serve(person, 20 * 60);
  const CreditGrant first = grant(person, used, 2, 2'000'000);
  ASSERT_EQ(send(officer_, first), "");
  CreditGrant other = grant(person, used, 2, 2'000'000);
  other.credit_policy = twin.policy;
  EXPECT_EQ(send(officer_, other), "NOTHING_EARNED");
  other.credit_policy = stranger.policy;
  EXPECT_EQ(send(officer_, other), "");
  ASSERT_EQ(
      send(officer_, CreditReverse{first.credit, ReversalReason::kError, sha256({}), at("2026-06-15T11:30:00+05:00")}),
      "");
  other = grant(person, used, 2, 2'000'000);
  other.credit_policy = twin.policy;
  EXPECT_EQ(send(officer_, other), "") << "free again";
}

TEST_F(Benefits, TheGroupIsThatOfTheRulesAsTheyWereApplied) {
  PolicyPublish twin = student_;
  twin.policy = id();
  publish(twin);
  const PersonId person = student();
  const auto used = serve(person, 20 * 60);
  ASSERT_EQ(send(officer_, grant(person, used, 2, 2'000'000)), "");
  // A later version moves to another group; what was granted stays in the old one.
  PolicyPublish later = student_;
  later.version = "2026-06";
  later.credit_rules->double_use = "student-2026";
  publish(later);
  CreditGrant other = grant(person, used, 2, 2'000'000);
  other.credit_policy = twin.policy;
  EXPECT_EQ(send(officer_, other), "NOTHING_EARNED");
}

TEST_F(Benefits, ThePolicyAppliesOnTheDayThatIsAskedFor) {
  const PersonId person = student();
  const auto used = serve(person, 20 * 60);
  CreditGrant made = grant(person, used, 2, 2'000'000);
  made.credit_policy = id();
  EXPECT_EQ(send(officer_, made), "NO_POLICY");
  made.credit_policy = student_.policy;
  made.day = student_.valid_from - 1;
  EXPECT_EQ(send(officer_, made), "NO_POLICY");
  made.day = day("2026-06-16");
  EXPECT_EQ(send(officer_, made), "IN_FUTURE");
  made.day = day("2026-06-15");
  EXPECT_EQ(send(officer_, made), "");
}

TEST_F(Benefits, TheAgeBandIsThePersons) {
  const PersonId person = student();
  CreditGrant made = grant(person, serve(person, 20 * 60), 2, 2'000'000);
  made.age_band = AgeBand::kFrom36to59;
  EXPECT_EQ(send(officer_, made), "AGE_BAND_DIFFERS");
  const PersonId child = student(AgeBand::kUnder14);
  EXPECT_EQ(send(officer_, grant(child, serve(child, 20 * 60), 2, 2'000'000)), "NOTHING_EARNED");
}

TEST_F(Benefits, WhoAttestedDoesNotCreditAndWhoRejectedMay) {
  for (const PersonId& person : {attestor_, second_attestor_})
    ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{person, Role::kOfficer, organisation_, 0}), "");
  const PersonId person = student();
  auto used = serve(person, 19 * 60);
  // An hour that the second attestor rejected, and an auditor gave back.
  HoursClaim last = claim(60, "2026-06-13T10:00:00+05:00");
  last.volunteer = person;
  const Instant when = at("2026-06-15T10:30:00+05:00");
  ASSERT_EQ(send(clerk_, last, Assurance::kAssisted), "");
  ASSERT_EQ(send(second_attestor_, HoursReject{last.hours, HoursReason::kOther, when}), "");
  ASSERT_EQ(send(person, HoursDispute{last.hours, HoursReason::kOther, when}), "");
  ASSERT_EQ(send(auditor_, HoursResolve{last.hours, DisputeOutcome::kCorrected, Minutes{60}, when}), "");
  used.push_back({last.hours, Minutes{60}});
  EXPECT_EQ(send(attestor_, grant(person, used, 2, 2'000'000)), "ATTESTOR_CREDITS");
  EXPECT_EQ(send(second_attestor_, grant(person, used, 2, 2'000'000)), "");
}

TEST_F(Benefits, CameWithTheThirdVersion) {
  const PersonId person = student();
  const CreditGrant made = grant(person, serve(person, 20 * 60), 2, 2'000'000);
  rules_ = 2;
  EXPECT_EQ(send(officer_, made), "KIND_TOO_NEW");
  rules_ = 3;
  EXPECT_EQ(send(officer_, made), "");
}

TEST_F(Benefits, AnEarlierDayGivesNoCreditAgainForTheSameService) {
  const PersonId person = student();
  const auto used = serve(person, 20 * 60);  // until 4 June
  ASSERT_EQ(send(officer_, grant(person, used, 2, 2'000'000)), "");
  CreditGrant again = grant(person, used, 2, 2'000'000);
  for (const char* asked : {"2026-06-14", "2026-06-05", "2026-06-04", "2026-12-31"}) {
    now_ = at("2027-01-10T10:00:00+05:00").utc_ms;
    again.occurred_at = at("2027-01-10T10:00:00+05:00");
    again.day = day(asked);
    EXPECT_EQ(send(officer_, again), "NOTHING_EARNED") << asked;
  }
}

TEST_F(Benefits, WhatWasGrantedIsTakenOffWhileServiceItUsedLiesInTheWindow) {
  PolicyPublish monthly = student_;
  monthly.policy = id();
  monthly.credit_rules->window = CreditWindow::kLastMonths;
  monthly.credit_rules->starts_month = 0;
  monthly.credit_rules->window_months = 1;
  publish(monthly);
  const PersonId person = student();
  CreditGrant first = grant(person, serve(person, 20 * 60), 2, 2'000'000);  // from 1 to 4 June
  first.credit_policy = monthly.policy;
  ASSERT_EQ(send(officer_, first), "");
  CreditGrant later = grant(person, serve(person, 20 * 60, 5), 2, 2'000'000);  // from 5 to 8 June
  later.credit_policy = monthly.policy;
  later.occurred_at = at("2026-07-05T10:00:00+05:00");
  now_ = later.occurred_at.utc_ms;
  later.day = day("2026-07-03");
  EXPECT_EQ(send(officer_, later), "NOTHING_EARNED") << "4 June, which the first used, is in the window";
  later.day = day("2026-07-04");
  EXPECT_EQ(send(officer_, later), "") << "it is not, though the first was asked for a day that is";
}

TEST_F(Benefits, NobodyGrantsCreditToThemselves) {
  const PersonId person = student(), other = student();
  for (const PersonId& one : {person, other})
    ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{one, Role::kOfficer, organisation_, 0}), "");
  const PersonId deputy = newPerson(Role::kClerk, office_);
  ASSERT_EQ(send(person, DelegationSet{id(), person, deputy, Role::kOfficer, organisation_, day("2026-06-15"),
                                       day("2026-06-16"), at("2026-06-15T11:00:00+05:00")}),
            "");
  const CreditGrant made = grant(person, serve(person, 20 * 60), 2, 2'000'000);
  EXPECT_EQ(send(person, made), "SAME_PERSON");
  EXPECT_EQ(send(deputy, made), "SAME_PERSON") << "she acts for her";
  EXPECT_EQ(send(other, made), "");
}

}  // namespace
}  // namespace ledger
