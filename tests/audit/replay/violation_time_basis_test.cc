// Service that is not unpaid, and more of an employer's time than it gives, put into the log although the front door
// refuses or flags it. Each forgery breaks one rule and no other; beside it stands one that is right.
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
const Money kStipend{100, *Currency::parse("KZT")};

// Day 0 is a Thursday, day 4 the Monday after it; it is day 15 when the tests begin.
class BasisWorld : public World {
 public:
  BasisWorld() {
    settle();
    midnight = now().utc_ms - 5 * kHour * kMsPerMinute;
    first_day = now().civilDay();
    other_officer = enrol();
    give(*other_officer, Role::kOfficer, funder);
    give(*other_officer, Role::kAttestor, funder);
    other_volunteer = enrol();
    camp = scheduled(*attestor, project, ActivityKind::kEvent);
    course = scheduled(*attestor, project, ActivityKind::kTraining);
    const SubjectId of_funder = subject();
    say(*other_officer,
        ProjectStart{of_funder, programme, funder, "KZ-AST", first_day - 30, first_day + 300, {"a", "b", "c"}},
        kPublic);
    elsewhere = scheduled(*other_officer, of_funder, ActivityKind::kEvent);
    stipended = assigned(*volunteer, kStipend);
    unpaid = assigned(*other_volunteer, std::nullopt);
    ended = assigned(*other_volunteer, kStipend);
    wait(15 * kDay);
  }
  SubjectId scheduled(const Actor& by, const SubjectId& of, ActivityKind kind) {
    const SubjectId made = subject();
    say(by, ActivitySchedule{made, of, kind, "", now(), ago(-20 * kDay)}, kScoped);
    return made;
  }
  Instant at(std::int64_t day) const { return {midnight + (day * kDay + 12 * kHour) * kMsPerMinute, 300}; }
  void start(const SubjectId& assignment) { say(*officer, AssignmentStart{assignment, at(2)}, kPrivate); }
  HoursClaim claim(std::int64_t day, std::int64_t minutes, TimeBasis basis = TimeBasis::kUnpaid) {
    HoursClaim body;
    body.hours = subject();
    body.volunteer = volunteer->person;
    body.activity = camp;
    body.occurred_at = at(day);
    body.minutes = Minutes(minutes);
    body.role = "r" + std::to_string(++roles);
    body.time_basis = basis;
    return body;
  }
  HoursClaim paid(const SubjectId& employment, std::int64_t day, std::int64_t minutes) {
    HoursClaim body = claim(day, minutes, TimeBasis::kPaidWorkTime);
    body.employment = employment;
    return body;
  }
  SubjectId employed(std::int64_t week_minutes, CivilDay to) {
    const SubjectId made = subject();
    say(*officer, EmployerProgrammeAgree{made, grantee, Minutes(week_minutes), first_day + 4, to, digest()}, kPublic);
    return made;
  }
  // Until day 10, and to be started yet.
  SubjectId assigned(const Actor& whom, std::optional<Money> stipend) {
    const SubjectId made = subject();
    say(*officer, AssignmentOffer{made, whom.person, grantee, "KE", first_day, first_day + 10, stipend}, kPrivate);
    say(whom, AssignmentAccept{made, now()}, kPrivate);
    return made;
  }
  std::string imported(const HoursClaim& body) {
    const ImportRecord record{subject(), 0, digest(), digest(), 0, 1};
    return broken(signImport(*importer, {record, body}, kPrivate), {kRulesVersion});
  }
  std::string claims(const HoursClaim& body, std::vector<Flag> flags = {}) {
    return broken(*volunteer,
                  {body, kPrivate, Assurance::kSelf, {kRulesVersion, Effect::kEffective, 0, 0, std::move(flags)}});
  }
  std::string otherClaims(HoursClaim body) {
    body.volunteer = other_volunteer->person;
    return broken(*other_volunteer, {body});
  }

  UtcMs midnight = 0;
  CivilDay first_day = 0;
  std::optional<Actor> other_officer, other_volunteer;
  SubjectId camp, course, elsewhere;
  SubjectId stipended, unpaid, ended;  // assignments
  int roles = 0;
};

TEST(ViolationOfTimeBasis, WhoIsTrainedDoesNotServe) {
  BasisWorld w;
  HoursClaim body = w.claim(1, 30);
  EXPECT_EQ(w.claims(body), "");
  body.activity = w.course;
  EXPECT_EQ(w.claims(body), only("TRAINING_NOT_SERVICE"));
  EXPECT_EQ(w.imported(body), "");
  body.time_basis = TimeBasis::kPaidWorkTime;
  EXPECT_EQ(w.claims(body), only("TRAINING_NOT_SERVICE"));
}

TEST(ViolationOfTimeBasis, AStipendPaysForTheDaysOfItsAssignment) {
  BasisWorld w;
  EXPECT_EQ(w.claims(w.claim(5, 30)), "");
  w.start(w.stipended);
  EXPECT_EQ(w.claims(w.claim(1, 30)), "");
  EXPECT_EQ(w.claims(w.claim(2, 30)), only("STIPENDED_SERVICE"));
  EXPECT_EQ(w.claims(w.claim(10, 30)), only("STIPENDED_SERVICE"));
  EXPECT_EQ(w.claims(w.claim(11, 30)), "");
  for (const auto basis : {TimeBasis::kStipended, TimeBasis::kPaidWorkTime, TimeBasis::kCourtOrdered})
    EXPECT_EQ(w.claims(w.claim(5, 30, basis)), "");
  EXPECT_EQ(w.imported(w.claim(5, 30)), "");
  HoursClaim body = w.claim(5, 30);
  body.activity = w.elsewhere;
  EXPECT_EQ(w.claims(body), "");
  EXPECT_EQ(w.otherClaims(w.claim(5, 30)), "");
}

TEST(ViolationOfTimeBasis, AnAssignmentIsExtendedAndEnds) {
  BasisWorld w;
  w.start(w.stipended);
  w.say(*w.officer, AssignmentExtend{w.stipended, w.first_day + 12, w.at(3)}, kPrivate);
  EXPECT_EQ(w.claims(w.claim(12, 30)), only("STIPENDED_SERVICE"));
  EXPECT_EQ(w.claims(w.claim(13, 30)), "");
  w.say(*w.officer, AssignmentComplete{w.stipended, w.digest(), w.at(6)}, kPrivate);
  EXPECT_EQ(w.claims(w.claim(6, 30)), only("STIPENDED_SERVICE"));
  EXPECT_EQ(w.claims(w.claim(7, 30)), "");
}

TEST(ViolationOfTimeBasis, AnAssignmentIsTerminatedOrPaysNothing) {
  BasisWorld w;
  w.start(w.stipended);
  w.say(*w.officer, AssignmentTerminate{w.stipended, EndReason::kSafety, w.at(14)}, kPrivate);
  EXPECT_EQ(w.claims(w.claim(10, 30)), only("STIPENDED_SERVICE"));
  EXPECT_EQ(w.claims(w.claim(11, 30)), "");
  w.start(w.unpaid);
  // Before it began.
  w.say(*w.officer, AssignmentTerminate{w.ended, EndReason::kNoMoney, w.at(9)}, kPrivate);
  EXPECT_EQ(w.otherClaims(w.claim(5, 30)), "");
}

TEST(ViolationOfTimeBasis, AnEmployerGivesPaidTimeOnItsDays) {
  BasisWorld w;
  const SubjectId employment = w.employed(100, w.first_day + 11);
  const SubjectId open = w.employed(100, 0);
  EXPECT_EQ(w.claims(w.paid(employment, 4, 30)), "");
  EXPECT_EQ(w.claims(w.paid(employment, 3, 30)), only("OUTSIDE_EMPLOYMENT"));
  EXPECT_EQ(w.claims(w.paid(employment, 11, 30)), "");
  EXPECT_EQ(w.claims(w.paid(employment, 12, 30)), only("OUTSIDE_EMPLOYMENT"));
  EXPECT_EQ(w.claims(w.paid(open, 14, 30)), "");
  EXPECT_EQ(w.claims(w.paid(w.subject(), 4, 30)), only("UNKNOWN_SUBJECT"));
  EXPECT_EQ(w.claims(w.paid({}, 3, 30)), "");
  for (const auto basis : {TimeBasis::kUnpaid, TimeBasis::kStipended}) {
    HoursClaim body = w.paid(employment, 4, 30);
    body.time_basis = basis;
    EXPECT_EQ(w.claims(body), only("NOT_PAID_TIME"));
    EXPECT_EQ(w.imported(body), only("NOT_PAID_TIME"));
  }
  EXPECT_EQ(w.imported(w.paid(employment, 3, 30)), only("OUTSIDE_EMPLOYMENT"));
  EXPECT_EQ(w.imported(w.paid(employment, 4, 30)), "");
}

TEST(ViolationOfTimeBasis, PaidTimeBeyondTheWeekIsFlagged) {
  BasisWorld w;
  const SubjectId employment = w.employed(100, 0);
  const SubjectId second_job = w.employed(100, 0);
  const std::vector<Flag> over{Flag::kOverPaidTime};
  const auto fits = [&](const HoursClaim& body) {
    EXPECT_EQ(w.claims(body), "");
    EXPECT_EQ(w.claims(body, over), only("DECISION_DIFFERS"));
  };
  const auto exceeds = [&](const HoursClaim& body) {
    EXPECT_EQ(w.claims(body, over), "");
    EXPECT_EQ(w.claims(body), only("DECISION_DIFFERS"));
  };
  fits(w.paid(employment, 4, 100));
  exceeds(w.paid(employment, 4, 101));
  const HoursClaim standing = w.paid(employment, 4, 60);
  w.say(*w.volunteer, standing, kPrivate);
  // Nothing of it stands yet.
  fits(w.paid(employment, 10, 100));
  const auto attestation = [&](const HoursClaim& body, std::int64_t minutes, std::vector<Flag> flags) {
    const HoursAttest attest{body.hours, Minutes(minutes), AttestationMethod::kRoster, HoursReason::kLeftEarly,
                             w.now()};
    return Forgery{attest, kPrivate, Assurance::kSelf, {kRulesVersion, Effect::kEffective, 0, 0, std::move(flags)}};
  };
  w.say(*w.attestor, attestation(standing, 60, {}).body, kPrivate);
  fits(w.paid(employment, 10, 40));
  exceeds(w.paid(employment, 10, 41));
  fits(w.paid(employment, 11, 100));
  fits(w.paid(second_job, 5, 100));
  fits(w.paid({}, 5, 500));
  EXPECT_EQ(w.otherClaims(w.paid(employment, 5, 100)), "");
  const HoursClaim waiting = w.paid(employment, 5, 60);
  w.say(*w.volunteer, waiting, kPrivate);
  EXPECT_EQ(w.broken(*w.attestor, attestation(waiting, 40, {})), "");
  EXPECT_EQ(w.broken(*w.attestor, attestation(waiting, 40, over)), only("DECISION_DIFFERS"));
  EXPECT_EQ(w.broken(*w.attestor, attestation(waiting, 41, over)), "");
  EXPECT_EQ(w.broken(*w.attestor, attestation(waiting, 41, {})), only("DECISION_DIFFERS"));
  EXPECT_EQ(w.imported(w.paid(employment, 6, 40)), "");
  EXPECT_EQ(w.imported(w.paid(employment, 6, 41)), only("DECISION_DIFFERS"));
  w.import(w.subject(), {w.paid(employment, 6, 40)}, kPrivate);
  exceeds(w.paid(employment, 7, 1));
  w.say(*w.attestor, HoursVoid{standing.hours, HoursReason::kDuplicate, w.now()}, kPrivate);
  fits(w.paid(employment, 7, 60));
}

}  // namespace
}  // namespace audit::tests
