// Who attests in return, and guardians who judge, put into the log although the front door flags or refuses it. Each
// forgery breaks one rule and no other; beside it stands one that is right.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr Visibility kPublic = Visibility::kPublic;
constexpr Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};
constexpr std::int64_t kDay = 1440;

// Three who attest for one organisation, and serve there themselves.
class AttestorWorld : public World {
 public:
  AttestorWorld() {
    settle();
    for (auto* actor : {&one, &two, &three}) {
      *actor = enrol();
      give(**actor, Role::kAttestor, grantee);
    }
    camp = subject();
    say(*attestor, ActivitySchedule{camp, project, ActivityKind::kEvent, "", now(), ago(-20 * kDay)},
        Visibility::kScoped);
    first_day = now().civilDay();
    wait(120);
  }
  // The position of the policy.
  void limit(std::uint16_t reciprocal_most) {
    const PolicyPublish limits{
        subject(), {}, "1", LegalStatus::kInForce, "act", first_day - 1, 0, HoursLimits{{}, 0, 0, reciprocal_most}};
    agree(first, second, limits, kPublic);
    policy = front().sealed().size - 3;
  }
  // An entry of that person.
  SubjectId claimed(const Actor& served) {
    HoursClaim body;
    body.hours = subject();
    body.volunteer = served.person;
    body.activity = camp;
    body.occurred_at = ago(30);
    body.minutes = Minutes(5);
    body.role = "r" + std::to_string(++roles);
    say(served, body, kPrivate);
    return body.hours;
  }
  HoursAttest attestation(const SubjectId& entry) {
    return {entry, Minutes(5), AttestationMethod::kPresent, HoursReason::kNone, now()};
  }
  void attest(const Actor& actor, const SubjectId& entry) { say(actor, attestation(entry), kPrivate); }
  // An entry of that person, attested.
  SubjectId attested(const Actor& by, const Actor& served) {
    const SubjectId entry = claimed(served);
    attest(by, entry);
    return entry;
  }
  // Somebody new, to whom the person's role is delegated.
  Actor lent(const Actor& from) {
    const Actor delegate = enrol();
    const CivilDay today = now().civilDay();
    say(from, DelegationSet{subject(), from.person, delegate.person, Role::kAttestor, grantee, today, today + 9, now()},
        kPrivate);
    return delegate;
  }
  SubjectId guarded(const Actor& child, const Actor& guardian) {
    const SubjectId made = subject();
    say(*clerk, GuardianConsentRecord{made, child.person, guardian.person, first_day, first_day, digest()}, kPrivate);
    return made;
  }
  void expectFlag(bool flagged, const Actor& actor, const SubjectId& entry) {
    const auto found = [&](std::vector<Flag> flags) {
      return broken(actor, {attestation(entry),
                            kPrivate,
                            Assurance::kSelf,
                            {kRulesVersion, Effect::kEffective, policy, 0, std::move(flags)}});
    };
    EXPECT_EQ(found({}), flagged ? only("DECISION_DIFFERS") : "");
    EXPECT_EQ(found({Flag::kReciprocal}), flagged ? "" : only("DECISION_DIFFERS"));
  }

  std::optional<Actor> one, two, three;
  SubjectId camp;
  CivilDay first_day = 0;
  Position policy = 0;
  int roles = 0;
};

TEST(ViolationOfAttestors, WhoAttestInReturnAreFlaggedAboveTheQuota) {
  AttestorWorld w;
  w.limit(1);
  const SubjectId entry = w.claimed(*w.one);
  w.attested(*w.one, *w.two);
  w.expectFlag(false, *w.two, entry);
  w.attested(*w.two, *w.one);
  // Twice, where the other attested once.
  w.expectFlag(false, *w.two, entry);
  const SubjectId again = w.attested(*w.one, *w.two);
  w.expectFlag(true, *w.two, entry);
  w.expectFlag(false, *w.three, entry);
  w.expectFlag(false, *w.one, w.claimed(*w.two));
  w.attested(*w.two, *w.one);
  w.expectFlag(true, *w.one, w.claimed(*w.two));
  w.say(*w.three, HoursVoid{again, HoursReason::kDuplicate, w.now()}, kPrivate);
  w.expectFlag(true, *w.two, entry);
  // Another policy has a higher quota, and yet another none.
  w.limit(2);
  w.expectFlag(false, *w.two, entry);
  w.limit(1);
  w.expectFlag(true, *w.two, entry);
  w.limit(0);
  w.expectFlag(false, *w.two, entry);
}

TEST(ViolationOfAttestors, AttestingBeforeThereWasAQuotaCounts) {
  AttestorWorld w;
  for (int i = 0; i < 2; ++i) w.attested(*w.one, *w.two);
  w.attested(*w.two, *w.one);
  const SubjectId entry = w.claimed(*w.one);
  w.expectFlag(false, *w.two, entry);
  w.limit(1);
  w.expectFlag(true, *w.two, entry);
}

TEST(ViolationOfAttestors, ADelegateCountsForBoth) {
  AttestorWorld w;
  w.limit(1);
  const Actor delegate = w.lent(*w.two);
  const SubjectId entry = w.claimed(*w.one);
  // For whom she acts for.
  for (int i = 0; i < 2; ++i) w.attested(*w.one, *w.two);
  w.expectFlag(false, delegate, entry);
  w.attested(delegate, *w.one);
  w.expectFlag(true, delegate, entry);
  w.expectFlag(true, *w.two, entry);
  // For herself.
  AttestorWorld other;
  other.limit(1);
  const Actor lent = other.lent(*other.two);
  const SubjectId served = other.claimed(*other.one);
  for (int i = 0; i < 2; ++i) other.attested(*other.one, lent);
  other.attested(lent, *other.one);
  other.expectFlag(true, lent, served);
  other.expectFlag(false, *other.two, served);
}

TEST(ViolationOfAttestors, TheSecondPersonIsNotCounted) {
  AttestorWorld w;
  w.limit(1);
  for (int i = 0; i < 2; ++i) w.attested(*w.one, *w.two);
  const SubjectId early = w.claimed(*w.one);
  w.wait(kDay);
  w.say(*w.officer, PeriodClose{w.subject(), w.grantee, w.first_day, w.first_day, w.digest(), w.now()}, kPublic);
  w.agree(*w.three, *w.two, w.attestation(early), kPrivate);
  w.expectFlag(false, *w.two, w.claimed(*w.one));
  w.attested(*w.two, *w.one);
  w.expectFlag(true, *w.two, w.claimed(*w.one));
}

TEST(ViolationOfAttestors, AGuardianJudgesNothing) {
  AttestorWorld w;
  const SubjectId claimed = w.claimed(*w.volunteer);
  const SubjectId standing = w.attested(*w.three, *w.volunteer);
  const SubjectId disputed = w.attested(*w.three, *w.volunteer);
  w.say(*w.volunteer, HoursDispute{disputed, HoursReason::kOther, w.now()}, kPrivate);
  const std::vector<CommandBody> judgements{w.attestation(claimed),
                                            HoursReject{claimed, HoursReason::kNotPresent, w.now()},
                                            HoursResolve{disputed, DisputeOutcome::kUpheld, Minutes(5), w.now()},
                                            HoursCorrect{standing, Minutes(4), HoursReason::kArithmetic, w.now()},
                                            HoursVoid{standing, HoursReason::kDuplicate, w.now()}};
  const auto judges = [&](const std::string& name, const Actor& actor) {
    for (const CommandBody& body : judgements)
      EXPECT_EQ(w.broken(actor, {body}), name.empty() ? "" : only(name)) << traitsOf(body.kind()).command;
  };
  const Actor delegate = w.lent(*w.one);
  const Actor guardian = w.lent(*w.two);
  judges("", *w.one);
  const SubjectId guardianship = w.guarded(*w.volunteer, *w.one);
  w.guarded(*w.volunteer, guardian);
  judges("GUARDIAN_ATTESTS", *w.one);
  judges("GUARDIAN_ATTESTS", delegate);
  judges("GUARDIAN_ATTESTS", guardian);
  judges("", *w.two);
  EXPECT_EQ(w.broken(*w.one, {w.attestation(w.claimed(*w.three))}), "");
  w.say(*w.clerk, GuardianConsentWithdraw{guardianship, w.now()}, kPrivate);
  judges("GUARDIAN_ATTESTS", *w.one);
}

TEST(ViolationOfAttestors, AGuardianIsNoSecondPersonEither) {
  AttestorWorld w;
  const Actor judge = w.enrol();
  w.give(judge, Role::kAuditor);
  const SubjectId claimed = w.claimed(*w.volunteer);
  const SubjectId standing = w.attested(*w.three, *w.volunteer);
  const SubjectId disputed = w.attested(*w.three, *w.volunteer);
  w.say(*w.volunteer, HoursDispute{disputed, HoursReason::kOther, w.now()}, kPrivate);
  w.guarded(*w.volunteer, *w.one);
  w.guarded(*w.volunteer, judge);
  w.wait(kDay);
  w.say(*w.officer, PeriodClose{w.subject(), w.grantee, w.first_day, w.first_day, w.digest(), w.now()}, kPublic);
  const auto endorses = [&](const CommandBody& body, const Actor& first_person, const Actor& second_person) {
    return w.brokenEndorsement(first_person, {body, kPrivate, Assurance::kSelf, kProposed}, second_person);
  };
  for (const CommandBody& body : {CommandBody(w.attestation(claimed)),
                                  CommandBody(HoursCorrect{standing, Minutes(4), HoursReason::kArithmetic, w.now()}),
                                  CommandBody(HoursVoid{standing, HoursReason::kDuplicate, w.now()})}) {
    EXPECT_EQ(endorses(body, *w.two, *w.one), only("GUARDIAN_ATTESTS"));
    EXPECT_EQ(endorses(body, *w.two, *w.attestor), "");
  }
  const HoursResolve resolution{disputed, DisputeOutcome::kCorrected, Minutes(4), w.now()};
  EXPECT_EQ(endorses(resolution, *w.auditor, judge), only("GUARDIAN_ATTESTS"));
  EXPECT_EQ(endorses(resolution, *w.auditor, *w.two), "");
}

}  // namespace
}  // namespace audit::tests
