// Service of young people that the rules of age do not allow, service told twice, and limits of a day, put into the log
// although the front door refuses it. Each forgery breaks one rule and no other; beside it stands one that is right.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr Visibility kPublic = Visibility::kPublic;
constexpr Visibility kScoped = Visibility::kScoped;
constexpr std::int64_t kDay = 1440;
constexpr std::int64_t kHour = 60;

// Days and hours are counted from the first midnight, +05:00; the project's activity lasts for all of them.
class YoungWorld : public World {
 public:
  YoungWorld() {
    settle();
    midnight = now().utc_ms - 5 * kHour * kMsPerMinute;
    first_day = now().civilDay();
    child = enrol(AgeBand::kFrom14to15);
    camp = subject();
    say(*attestor, ActivitySchedule{camp, project, ActivityKind::kEvent, "", now(), ago(-20 * kDay)}, kScoped);
    wait(5 * kDay);
    publish(PolicyKind::kAgeRules).age_rules =
        AgeRules{{{AgeBand::kFrom14to15, true, 22 * 60, 6 * 60, true, {{"climber"}, {"diver"}}},
                  {AgeBand::kFrom16to17, false, 0, 0, false, {}}}};
    agree(first, second, policy, kPublic);
    guardianship = subject();
    say(*clerk,
        GuardianConsentRecord{guardianship, child->person, volunteer->person, first_day, first_day + 3, digest()},
        kPrivate);
  }
  PolicyPublish& publish(PolicyKind kind) {
    policy = {};
    policy.policy = subject();
    policy.kind = kind;
    policy.version = "1";
    policy.status = LegalStatus::kInForce;
    policy.source = "act";
    policy.valid_from = first_day;
    return policy;
  }
  Instant at(std::int64_t day, std::int64_t minute) const {
    return {midnight + (day * kDay + minute) * kMsPerMinute, 300};
  }
  // By the clerk, or by an adult herself; until the end where that is known.
  HoursClaim claim(const Actor& served, const Instant& from, std::int64_t minutes, bool with_end = true) {
    HoursClaim body;
    body.hours = subject();
    body.volunteer = served.person;
    body.activity = camp;
    body.occurred_at = from;
    if (with_end) body.until = Instant{from.utc_ms + minutes * kMsPerMinute, from.offset_minutes};
    body.minutes = Minutes(minutes);
    body.role = "guide";
    return body;
  }
  HoursAttest attestation(const SubjectId& judged, AttestationMethod method) {
    return {judged, Minutes(30), method, HoursReason::kNone, now()};
  }

  UtcMs midnight = 0;
  CivilDay first_day = 0;
  std::optional<Actor> child;
  SubjectId camp, guardianship;
  PolicyPublish policy;
};

YoungWorld& world() {
  static YoungWorld made;
  return made;
}

void expectOnly(const std::string& name, const Actor& actor, const Forgery& forgery) {
  EXPECT_EQ(world().broken(actor, forgery), name.empty() ? "" : name + " ");
}

TEST(ViolationOfAge, NobodyYoungServesAtNight) {
  auto& w = world();
  const auto serves = [&](const std::string& name, const Instant& from, std::int64_t minutes, bool with_end = true) {
    expectOnly(name, *w.child, {w.claim(*w.child, from, minutes, with_end)});
  };
  serves("", w.at(1, 21 * kHour), 60);
  serves("NIGHT_SERVICE", w.at(1, 21 * kHour), 61);
  serves("", w.at(1, 21 * kHour), 60, false);
  serves("NIGHT_SERVICE", w.at(1, 21 * kHour), 61, false);
  serves("", w.at(2, 6 * kHour), 60);
  serves("NIGHT_SERVICE", w.at(2, 6 * kHour - 1), 60);
  serves("NIGHT_SERVICE", w.at(2, 2 * kHour), 60);
  serves("NIGHT_SERVICE", w.at(1, 12 * kHour), 24 * kHour);
  Instant elsewhere = w.at(1, 22 * kHour);
  elsewhere.offset_minutes = 240;
  serves("", elsewhere, 60);
  expectOnly("", *w.volunteer, {w.claim(*w.volunteer, w.at(1, 22 * kHour), 60)});
}

TEST(ViolationOfAge, AGuardianHasAgreed) {
  auto& w = world();
  const auto on = [&](std::int64_t day) { return w.claim(*w.child, w.at(day, 12 * kHour), 30); };
  expectOnly("", *w.child, {on(3)});
  expectOnly("GUARDIAN_CONSENT_MISSING", *w.child, {on(4)});
  YoungWorld other;
  other.say(*other.clerk, GuardianConsentWithdraw{other.guardianship, other.now()}, kPrivate);
  EXPECT_EQ(other.broken(*other.child, {other.claim(*other.child, other.at(3, 12 * kHour), 30)}),
            only("GUARDIAN_CONSENT_MISSING"));
}

TEST(ViolationOfAge, SomeRolesAreTooDangerous) {
  auto& w = world();
  HoursClaim claim = w.claim(*w.child, w.at(1, 12 * kHour), 30);
  claim.role = "diver";
  expectOnly("ROLE_EXCLUDED", *w.child, {claim});
  claim.role = "dive";
  expectOnly("", *w.child, {claim});
  claim.role = "diver";
  claim.volunteer = w.volunteer->person;
  expectOnly("", *w.volunteer, {claim});
}

TEST(ViolationOfAge, ImportsAreNotAsked) {
  auto& w = world();
  const ImportRecord record{w.subject(), 0, w.digest(), w.digest(), 0, 1};
  const auto import = w.signImport(*w.importer, {record, w.claim(*w.child, w.at(4, 23 * kHour), 30)}, kPrivate);
  EXPECT_EQ(w.broken(import, {kRulesVersion}), "");
}

TEST(ViolationOfAge, TheAttestorWasThereAndTheBandStays) {
  YoungWorld w;
  const HoursClaim young = w.claim(*w.child, w.at(1, 12 * kHour), 30);
  const HoursClaim adult = w.claim(*w.volunteer, w.at(1, 12 * kHour), 30);
  w.say(*w.child, young, kPrivate);
  w.say(*w.volunteer, adult, kPrivate);
  const auto attest = [&](const HoursClaim& claim, AttestationMethod method) {
    return w.broken(*w.attestor, {w.attestation(claim.hours, method)});
  };
  EXPECT_EQ(attest(young, AttestationMethod::kPresent), "");
  EXPECT_EQ(attest(young, AttestationMethod::kCheckIn), only("SUPERVISOR_MISSING"));
  EXPECT_EQ(attest(adult, AttestationMethod::kCheckIn), "");
  const auto night = w.claim(*w.child, w.at(4, 23 * kHour), 30);
  EXPECT_EQ(w.broken(*w.child, {night}), only("GUARDIAN_CONSENT_MISSING"));
  w.say(*w.clerk, AgeBandSet{w.child->person, AgeBand::kFrom16to17, AgeBasis::kDeclared, w.now()}, kPrivate);
  EXPECT_EQ(attest(young, AttestationMethod::kCheckIn), only("SUPERVISOR_MISSING"));
  EXPECT_EQ(w.broken(*w.child, {night}), "");
}

TEST(ViolationOfAge, TheBandChanges) {
  auto& w = world();
  const auto set = [&](AgeBand band, AgeBasis basis, std::vector<Commitment> commitments = {}) {
    return Forgery{AgeBandSet{w.child->person, band, basis, w.now(), std::move(commitments)}};
  };
  expectOnly("NO_CHANGE", *w.clerk, set(AgeBand::kFrom14to15, AgeBasis::kDeclared));
  expectOnly("", *w.clerk, set(AgeBand::kFrom14to15, AgeBasis::kVault, {{1, w.digest()}}));
  expectOnly("", *w.clerk, set(AgeBand::kFrom14to15, AgeBasis::kDeclared, {{1, w.digest()}}));
  expectOnly("", *w.clerk, set(AgeBand::kFrom16to17, AgeBasis::kVault, {{1, w.digest()}, {3, w.digest()}}));
  expectOnly("AGE_UNPROVED", *w.clerk, set(AgeBand::kFrom14to15, AgeBasis::kVault));
  expectOnly("FIELD_OF_AGE", *w.clerk, set(AgeBand::kFrom16to17, AgeBasis::kVault, {{7, w.digest()}, {3, w.digest()}}));
  expectOnly("FIELD_OF_AGE", *w.clerk, set(AgeBand::kFrom16to17, AgeBasis::kDeclared, {{2, w.digest()}}));
  expectOnly("", *w.clerk, set(AgeBand::kFrom16to17, AgeBasis::kDeclared));
  expectOnly("ROLE_MISSING", *w.officer, set(AgeBand::kFrom16to17, AgeBasis::kDeclared));
}

TEST(ViolationOfAge, NobodySetsHerOwnBand) {
  auto& w = world();
  const Actor other = w.enrol();
  w.give(other, Role::kClerk);
  const Actor delegate = w.enrol();
  const CivilDay today = w.now().civilDay();
  w.say(*w.clerk, DelegationSet{w.subject(), w.clerk->person, delegate.person, Role::kClerk, {}, today, today, w.now()},
        kPrivate);
  const auto set = [&](const Actor& whose) {
    return Forgery{AgeBandSet{whose.person, AgeBand::kFrom16to17, AgeBasis::kDeclared, w.now()}};
  };
  expectOnly("SAME_PERSON", *w.clerk, set(*w.clerk));
  expectOnly("SAME_PERSON", delegate, set(*w.clerk));
  expectOnly("SAME_PERSON", delegate, set(delegate));
  expectOnly("", other, set(*w.clerk));
  expectOnly("", delegate, set(other));
}

TEST(ViolationOfAge, DocumentsNameExcludedRolesInOrder) {
  auto& w = world();
  const Decision proposed{kRulesVersion, Effect::kProposed, 0, 0, {}};
  PolicyPublish policy = w.policy;
  expectOnly("", w.first, {policy, kPublic, Assurance::kSelf, proposed});
  auto& roles = policy.age_rules->rules[0].roles_excluded;
  std::swap(roles[0], roles[1]);
  expectOnly("BAD_POLICY", w.first, {policy, kPublic, Assurance::kSelf, proposed});
}

TEST(ViolationOfOccasions, OneEntryForADayAnActivityAndARole) {
  YoungWorld w;
  const HoursClaim told = w.claim(*w.volunteer, w.at(1, 12 * kHour), 30);
  w.say(*w.volunteer, told, kPrivate);
  const auto again = [&](auto change) {
    HoursClaim claim = w.claim(*w.volunteer, w.at(1, 15 * kHour), 30);
    change(claim);
    return w.broken(*w.volunteer, {claim});
  };
  EXPECT_EQ(again([](auto&) {}), only("HOURS_TAKEN"));
  EXPECT_EQ(again([](auto& claim) { claim.split = true; }), "");
  EXPECT_EQ(again([](auto& claim) { claim.role = "cook"; }), "");
  EXPECT_EQ(again([&](auto& claim) {
              claim.until = claim.occurred_at = w.at(2, 0);
              claim.until->utc_ms += 30 * kMsPerMinute;
            }),
            "");
  EXPECT_EQ(again([&](auto& claim) {
              claim.activity = w.activity;
              claim.occurred_at = w.at(0, 12 * kHour);
              claim.until.reset();
            }),
            "");
  w.say(*w.attestor, HoursReject{told.hours, HoursReason::kNotPresent, w.now()}, kPrivate);
  EXPECT_EQ(again([](auto&) {}), "");
  w.say(*w.volunteer, HoursDispute{told.hours, HoursReason::kOther, w.now()}, kPrivate);
  EXPECT_EQ(again([](auto&) {}), only("HOURS_TAKEN"));
  w.say(*w.auditor, HoursResolve{told.hours, DisputeOutcome::kVoided, Minutes(0), w.now()}, kPrivate);
  EXPECT_EQ(again([](auto&) {}), "");
}

TEST(ViolationOfOccasions, TheDayLimitIsNotAskedForOfADeployment) {
  YoungWorld w;
  w.publish(PolicyKind::kHoursLimits).hours_limits = HoursLimits{{{AgeBand::kFrom18to35, Minutes(60)}}, 0, 0};
  w.agree(w.first, w.second, w.policy, kPublic);
  const Position policy = w.front().sealed().size - 3;
  const Decision plain{kRulesVersion, Effect::kEffective, policy, 0, {}};
  const Decision flagged{kRulesVersion, Effect::kEffective, policy, 0, {Flag::kOverDayLimit}};
  const auto serve = [&](std::int64_t day, std::int64_t minutes, const Decision& decision) {
    const HoursClaim claim = w.claim(*w.volunteer, w.at(day, 12 * kHour), minutes);
    return w.broken(*w.volunteer, {claim, kPrivate, Assurance::kSelf, decision});
  };
  EXPECT_EQ(serve(1, 60, plain), "");
  EXPECT_EQ(serve(1, 61, flagged), "");
  EXPECT_EQ(serve(1, 61, plain), only("DECISION_DIFFERS"));
  const SubjectId emergency = w.subject();
  const SubjectId deployment = w.subject();
  w.agree(w.first, w.second,
          EmergencyDeclare{emergency, w.office, "flood", {"a", "b", "c"}, "KZ-AST", w.at(0, 12 * kHour)}, kPublic);
  w.say(*w.clerk, DeploymentOrder{deployment, emergency, w.grantee, "rescue", 5, w.at(1, 23 * kHour)}, kScoped);
  EXPECT_EQ(serve(0, 61, flagged), "");
  for (std::int64_t day = 1; day <= 4; ++day) EXPECT_EQ(serve(day, 61, plain), "") << day;
  w.say(*w.officer, DeploymentEnd{deployment, 5, w.at(3, 1)}, kScoped);
  EXPECT_EQ(serve(3, 61, plain), "");
  EXPECT_EQ(serve(4, 61, flagged), "");
  EXPECT_EQ(serve(4, 61, plain), only("DECISION_DIFFERS"));
}

}  // namespace
}  // namespace audit::tests
