// What the front door refuses about hours, attendance, distinctions and appeals, put into the log all the same. Each
// forgery breaks one rule and no other.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};
constexpr Visibility kPrivate = Visibility::kPrivate;

class ServiceWorld : public World {
 public:
  ServiceWorld() {
    settle();
    give(*clerk, Role::kAttestor, grantee);
    give(*volunteer, Role::kAttestor, grantee);
    second_attestor = enrol();
    give(*second_attestor, Role::kAttestor, grantee);
    schedule();
    wait(300);
    standing = claimed(200, 30);
    attest(standing, 30);
    overlapping = claimed(190, 30);
    overtime = claimed(220, 40, short_activity);
    assisted = claimed(100, 10, activity, &*clerk);
    disputed = claimed(150, 20);
    attest(disputed, 20);
    say(*volunteer, HoursDispute{disputed, HoursReason::kArithmetic, now()}, kPrivate);
    say(*attestor, AttendanceSummarise{shift, AttendanceState::kCompleted, 2, Minutes(100)}, Visibility::kScoped);
    newcomer = enrol();
    give(*newcomer, Role::kAttestor, grantee);
    agree(first, second, DistinctionDefine{subject(), "medal", DistinctionKind::kPrize, {"a", "b", "c"}, digest()},
          Visibility::kPublic);
    award = subject();
    say(*officer, AwardNominate{award, second.person, grantee, "medal", now()}, kPrivate);
    conferred = subject();
    say(*officer, AwardNominate{conferred, second.person, grantee, "medal", now()}, kPrivate);
    conferByOthers();
  }

  SubjectId claimed(std::int64_t started_ago, std::int64_t minutes, SubjectId where = {}, const Actor* by = nullptr) {
    HoursClaim body;
    body.hours = subject();
    body.volunteer = volunteer->person;
    body.activity = where.isNone() ? activity : where;
    body.occurred_at = ago(started_ago);
    body.until = ago(started_ago - minutes);
    body.minutes = Minutes(minutes);
    body.role = "helper";
    body.split = true;
    say(by != nullptr ? *by : *volunteer, body, kPrivate, by != nullptr ? Assurance::kAssisted : Assurance::kSelf);
    return body.hours;
  }
  HoursAttest attestation(const SubjectId& entry, std::int64_t minutes) {
    return {entry, Minutes(minutes), AttestationMethod::kPresent, HoursReason::kNone, now()};
  }
  void attest(const SubjectId& entry, std::int64_t minutes) { say(*attestor, attestation(entry, minutes), kPrivate); }

  std::optional<Actor> second_attestor, newcomer, third;
  SubjectId short_activity, shift, standing, overlapping, overtime, assisted, disputed, award, conferred;

 private:
  void schedule() {
    short_activity = subject();
    shift = subject();
    say(*attestor, ActivitySchedule{short_activity, project, ActivityKind::kEvent, "", ago(-60), ago(-90)},
        Visibility::kScoped);
    say(*attestor, ShiftOpen{shift, activity, "role", ago(-10), ago(-70), 1, 3}, Visibility::kScoped);
  }
  void conferByOthers() {
    third = enrol();
    give(*third, Role::kAuthority);
    agree(first, *third, AwardConfer{conferred, "act", now()}, kPrivate);
  }
};

ServiceWorld& world() {
  static ServiceWorld made;
  return made;
}

void expectOnly(const std::string& name, const Actor& actor, const Forgery& forgery) {
  EXPECT_EQ(world().broken(actor, forgery), name.empty() ? "" : name + " ");
}

TEST(ViolationOfService, CanaryAnHonestAttestationBreaksNothing) {
  expectOnly("", *world().attestor, {world().attestation(world().assisted, 10)});
  expectOnly("", *world().second_attestor,
             {HoursResolve{world().disputed, DisputeOutcome::kUpheld, Minutes(20), world().now()}});
}

TEST(ViolationOfService, WhoAttests) {
  auto& w = world();
  expectOnly("SELF_ATTESTATION", *w.volunteer, {w.attestation(w.assisted, 10)});
  expectOnly("CLAIM_SIGNER_ATTESTS", *w.clerk, {w.attestation(w.assisted, 10)});
  expectOnly("MANDATE_TOO_YOUNG", *w.newcomer, {w.attestation(w.assisted, 10)});
  expectOnly("MANDATE_TOO_YOUNG", *w.newcomer, {HoursReject{w.assisted, HoursReason::kOther, w.now()}});
  expectOnly("SELF_ATTESTATION", *w.volunteer, {HoursVoid{w.standing, HoursReason::kOther, w.now()}});
  expectOnly("SELF_ATTESTATION", *w.volunteer, {HoursCorrect{w.standing, Minutes(20), HoursReason::kOther, w.now()}});
}

TEST(ViolationOfService, HowMuchIsAttestedAndWhen) {
  auto& w = world();
  expectOnly("OVERLAP", *w.attestor, {w.attestation(w.overlapping, 30)});
  expectOnly("OVERTIME_REASON_MISSING", *w.attestor, {w.attestation(w.overtime, 40)});
  auto early = w.attestation(w.assisted, 10);
  early.occurred_at = w.ago(101);
  expectOnly("BEFORE_ORIGINAL", *w.attestor, {early});
  const Instant too_early = w.ago(240);
  expectOnly("BEFORE_ORIGINAL", *w.attestor, {HoursReject{w.assisted, HoursReason::kOther, too_early}});
  expectOnly("BEFORE_ORIGINAL", *w.volunteer, {HoursConfirm{w.assisted, too_early}});
  expectOnly("BEFORE_ORIGINAL", *w.auditor, {HoursDispute{w.standing, HoursReason::kOther, too_early}});
  expectOnly("BEFORE_ORIGINAL", *w.attestor, {HoursVoid{w.standing, HoursReason::kOther, too_early}});
  expectOnly("BEFORE_ORIGINAL", *w.attestor, {HoursCorrect{w.standing, Minutes(20), HoursReason::kOther, too_early}});
  expectOnly("BEFORE_ORIGINAL", *w.auditor,
             {HoursResolve{w.disputed, DisputeOutcome::kUpheld, Minutes(20), too_early}});
}

TEST(ViolationOfService, Disputes) {
  auto& w = world();
  const auto resolve = [&](DisputeOutcome outcome, std::int64_t minutes) {
    return HoursResolve{w.disputed, outcome, Minutes(minutes), w.now()};
  };
  expectOnly("BAD_OUTCOME", *w.second_attestor, {resolve(DisputeOutcome::kCorrected, 21)});
  expectOnly("BAD_OUTCOME", *w.second_attestor, {resolve(DisputeOutcome::kUpheld, 19)});
  expectOnly("BAD_OUTCOME", *w.second_attestor, {resolve(DisputeOutcome::kVoided, 1)});
  expectOnly("SAME_PERSON", *w.attestor, {resolve(DisputeOutcome::kUpheld, 20)});
  expectOnly("SELF_ATTESTATION", *w.volunteer, {resolve(DisputeOutcome::kUpheld, 20)});
}

TEST(ViolationOfService, Attendance) {
  auto& w = world();
  const auto forge = [&](AttendanceState state, std::uint32_t people, std::int64_t minutes) {
    return Forgery{AttendanceSummarise{w.shift, state, people, Minutes(minutes)}, Visibility::kScoped};
  };
  expectOnly("ATTENDANCE_TAKEN", *w.attestor, forge(AttendanceState::kCompleted, 1, 10));
  expectOnly("ATTENDANCE_OVER_SHIFT", *w.attestor, forge(AttendanceState::kNoShow, 1, 1));
  expectOnly("ATTENDANCE_OVER_SHIFT", *w.attestor, forge(AttendanceState::kArrived, 0, 0));
}

TEST(ViolationOfService, Distinctions) {
  auto& w = world();
  const auto proposed = [](const CommandBody& body) { return Forgery{body, kPrivate, Assurance::kSelf, kProposed}; };
  expectOnly("SELF_CONFERRAL", w.second, proposed(AwardConfer{w.award, "act", w.now()}));
  expectOnly("SELF_CONFERRAL", w.second, proposed(AwardRevoke{w.conferred, "act", RevocationReason::kError, w.now()}));
  const auto proposal = w.propose(w.first, AwardConfer{w.award, "act", w.now()}, kPrivate);
  const std::uint64_t position = w.entries().size() - 1;
  const Decision endorsed{kRulesVersion, Effect::kEffective, 0, position, {}};
  expectOnly("", *w.third, {Endorse{proposal}, kPrivate, Assurance::kSelf, endorsed});
  expectOnly("SELF_CONFERRAL", w.second, {Endorse{proposal}, kPrivate, Assurance::kSelf, endorsed});
  expectOnly("SAME_PERSON", w.first, {Endorse{proposal}, kPrivate, Assurance::kSelf, endorsed});
  expectOnly("CLASS_MISMATCH", *w.third, {Endorse{proposal}, Visibility::kPublic, Assurance::kSelf, endorsed});
}

// By the last decision about the person, whatever an earlier one said.
TEST(ViolationOfAppeals, TheyAreFiledInTime) {
  World w;
  w.settle();
  const CivilDay today = w.now().civilDay();
  const auto files = [&](const Instant& at, std::uint16_t rules = kRulesVersion) {
    return w.broken(
        *w.volunteer,
        {AppealFile{w.subject(), w.volunteer->person, w.digest(), at}, kPrivate, Assurance::kSelf, {rules}});
  };
  EXPECT_EQ(files(w.now()), only("WRONG_STATE"));
  w.agree(w.first, w.second, PersonSuspend{w.volunteer->person, SuspensionReason::kConduct, today + 1, w.now()},
          kPrivate);
  EXPECT_EQ(files(w.now()), "");
  w.wait(1440);
  EXPECT_EQ(files(w.now()), "");
  w.wait(1440);
  EXPECT_EQ(files(w.now()), only("APPEAL_LATE"));
  // What she says of the day does not open it again.
  EXPECT_EQ(files(w.ago(1440)), only("APPEAL_LATE"));
  EXPECT_EQ(files(w.now(), 2), only("DECISION_DIFFERS"));
  const auto exclude = [&](CivilDay until) {
    w.agree(w.first, w.second,
            PersonExclude{w.volunteer->person, SuspensionReason::kConduct, until, w.digest(), w.now()}, kPrivate);
  };
  exclude(today + 2);
  EXPECT_EQ(files(w.now()), "");
  w.agree(w.first, w.second, PersonReinstate{w.volunteer->person, w.now()}, kPrivate);
  exclude(today + 1);
  EXPECT_EQ(files(w.now()), only("APPEAL_LATE"));
  EXPECT_EQ(files(w.ago(1440)), only("APPEAL_LATE"));
}

}  // namespace
}  // namespace audit::tests
