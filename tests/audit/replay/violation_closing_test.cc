// Facts of closed days beyond hours and spending, without their second person, put into the log although the front door
// refuses it. Each forgery breaks one rule and no other; beside it stands one that is right.
#include <gtest/gtest.h>

#include <tuple>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr Visibility kPublic = Visibility::kPublic;
constexpr Visibility kScoped = Visibility::kScoped;
constexpr Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};
constexpr std::int64_t kDay = 1440;

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

// What there is to tell of a first day, on the day after it; with two of each who tell it.
class ClosingWorld : public World {
 public:
  ClosingWorld() {
    settle();
    for (const auto& [actor, role, scope] :
         {std::tuple(&second_attestor, Role::kAttestor, grantee), std::tuple(&second_officer, Role::kOfficer, grantee),
          std::tuple(&funder_officer, Role::kOfficer, funder), std::tuple(&second_payer, Role::kPayer, funder),
          std::tuple(&second_auditor, Role::kAuditor, SubjectId{})}) {
      *actor = enrol();
      give(**actor, role, scope);
    }
    give(*volunteer, Role::kAuditor);
    wait(120);
    first_day = now().civilDay();
    shift = opened(ago(60));
    campaign = subject();
    say(*clerk, CampaignOpen{campaign, office, CampaignScale::kLocal, {"a", "b", "c"}, first_day, first_day + 9},
        kPublic);
    pledge = subject();
    say(*officer, DonationPledge{pledge, grantee, {}, DonorKind::kAnonymous, tenge(5), {}, first_day + 9, now()},
        kPublic);
    fund();
    serve();
    at = now();
    wait(kDay);
    next_day = now();
    later_shift = opened(ago(-5));
    wait(kDay);
  }
  void close(const SubjectId& organisation, const Instant& when) {
    const CivilDay day = when.civilDay();
    say(organisation == funder ? *funder_officer : *officer,
        PeriodClose{subject(), organisation, day, day, digest(), now()}, kPublic);
  }
  std::string says(const Actor& actor, const CommandBody& body) {
    return broken(actor, {body, traitsOf(body.kind()).visibility});
  }
  std::string saysWith(const Actor& actor, const Actor& endorser, const CommandBody& body) {
    return brokenEndorsement(actor, {body, traitsOf(body.kind()).visibility, Assurance::kSelf, kProposed}, endorser);
  }
  // A count of the people of a shift.
  AttendanceSummarise count(const SubjectId& which) { return {which, AttendanceState::kArrived, 2, Minutes(0)}; }
  TrancheDisburse payment(const Instant& when) { return {paid_grant, subject(), 1, tenge(3), "P", when}; }
  DisbursementReverse reversal(const Instant& when) { return {paid_grant, paid, tenge(1), "P", when}; }
  // What officers and coordinators tell of an organisation.
  std::vector<CommandBody> told(const Instant& when) {
    return {OutputRecord{subject(), project, "trees", 5, {}, when},
            TrainingHold{subject(), grantee, TrainingKind::kSeminar, "first-aid", Minutes(30), 5, when},
            DeedRecord{subject(), campaign, grantee, "help", 5, 5, {}, when},
            DonationReceive{pledge, "P", digest(), tenge(5), when},
            DonationRecord{subject(), grantee, {}, DonorKind::kAnonymous, tenge(5), {}, "P", digest(), when},
            GiftReceive{subject(),
                        grantee,
                        {},
                        DonorKind::kAnonymous,
                        "coats",
                        3,
                        tenge(5),
                        ValuationMethod::kDonorStatement,
                        digest(),
                        when}};
  }
  HoursResolve resolution(const SubjectId& of, DisputeOutcome outcome, std::int64_t minutes) {
    return {of, outcome, Minutes(minutes), now()};
  }
  SubjectId imported(const std::vector<CommandBody>& bodies, Visibility visibility = kPublic) {
    const SubjectId batch = subject();
    import(batch, bodies, visibility);
    return batch;
  }
  std::string imports(std::vector<CommandBody> bodies, Visibility visibility) {
    bodies.insert(bodies.begin(), ImportRecord{subject(), 0, digest(), digest(), 0, 1});
    return broken(signImport(*importer, bodies, visibility), {kRulesVersion});
  }
  std::string voids(const SubjectId& batch) {
    return broken(*importer, {ImportVoid{batch, now()}, classOfBatch(batch), Assurance::kImported});
  }
  // A grant, agreed and approved elsewhere; paid out and taken back on that day.
  std::vector<CommandBody> foreign(const Instant& when, bool reversed) {
    const SubjectId which = subject();
    const SubjectId payout = subject();
    const CivilDay day = at.civilDay();
    std::vector<CommandBody> bodies{
        GrantAward{which, "I-" + which.text(), "T", funder, grantee, programme, "KZ-AST", tenge(5), {}, {}, at},
        AgreementSign{which, "A", {{"materials", CostType::kMaterials, 5}}, {{1, 5, day}}, day, day + 9, at},
        TrancheApprove{which, 1, at}, TrancheDisburse{which, payout, 1, tenge(5), "P", reversed ? at : when}};
    if (reversed) bodies.push_back(DisbursementReverse{which, payout, tenge(5), "P", when});
    return bodies;
  }

  std::optional<Actor> second_attestor, second_officer, funder_officer, second_payer, second_auditor;
  CivilDay first_day = 0;
  Instant at, next_day;
  SubjectId shift, later_shift, campaign, pledge, paid_grant, paid;
  SubjectId standing, rejected;  // disputed entries

 private:
  SubjectId opened(const Instant& starts) {
    const SubjectId place = subject();
    const SubjectId made = subject();
    const Instant ends{starts.utc_ms + 30 * kMsPerMinute, 300};
    say(*attestor, ActivitySchedule{place, project, ActivityKind::kEvent, "", starts, ends}, kScoped);
    say(*attestor, ShiftOpen{made, place, "role", starts, ends, 1, 3}, kScoped);
    return made;
  }
  void fund() {
    paid_grant = subject();
    paid = subject();
    const auto award =
        GrantAward{paid_grant, "C-1", "T", funder, grantee, programme, "KZ-AST", tenge(10), {}, {}, now()};
    agree(*funder_one, *funder_two, award, kPublic);
    agree(*funder_one, *officer,
          AgreementSign{paid_grant,
                        "A",
                        {{"materials", CostType::kMaterials, 10}},
                        {{1, 10, first_day}},
                        first_day,
                        first_day + 99,
                        now()},
          kPublic);
    agree(*funder_one, *funder_two, TrancheApprove{paid_grant, 1, now()}, kPublic);
    say(*payer, TrancheDisburse{paid_grant, paid, 1, tenge(4), "P", now()}, kPublic);
  }
  void serve() {
    for (SubjectId* entry : {&standing, &rejected}) {
      HoursClaim body;
      *entry = body.hours = subject();
      body.volunteer = volunteer->person;
      body.activity = activity;
      body.occurred_at = ago(30);
      body.minutes = Minutes(10);
      body.role = entry == &standing ? "standing" : "rejected";
      say(*volunteer, body, kPrivate);
    }
    say(*attestor, HoursAttest{standing, Minutes(10), AttestationMethod::kPresent, HoursReason::kNone, now()},
        kPrivate);
    say(*attestor, HoursReject{rejected, HoursReason::kNotPresent, now()}, kPrivate);
    for (const SubjectId& entry : {standing, rejected})
      say(*volunteer, HoursDispute{entry, HoursReason::kArithmetic, now()}, kPrivate);
  }
};

TEST(ViolationOfClosing, WhatAnOrganisationTellsOfClosedDays) {
  ClosingWorld w;
  const auto bodies = w.told(w.at);
  for (const CommandBody& body : bodies) EXPECT_EQ(w.says(*w.officer, body), "") << traitsOf(body.kind()).command;
  w.close(w.funder, w.at);
  for (const CommandBody& body : bodies) EXPECT_EQ(w.says(*w.officer, body), "") << traitsOf(body.kind()).command;
  w.close(w.grantee, w.at);
  for (const CommandBody& body : bodies) {
    SCOPED_TRACE(traitsOf(body.kind()).command);
    EXPECT_EQ(w.says(*w.officer, body), only("DECISION_DIFFERS"));
    EXPECT_EQ(w.saysWith(*w.officer, *w.second_officer, body), "");
    EXPECT_EQ(w.saysWith(*w.officer, *w.funder_officer, body), only("ROLE_MISSING"));
  }
  for (const CommandBody& body : w.told(w.next_day))
    EXPECT_EQ(w.says(*w.officer, body), "") << traitsOf(body.kind()).command;
}

TEST(ViolationOfClosing, CountsHaveTheDayOfTheirShift) {
  ClosingWorld w;
  EXPECT_EQ(w.says(*w.attestor, w.count(w.shift)), "");
  w.close(w.grantee, w.at);
  EXPECT_EQ(w.says(*w.attestor, w.count(w.shift)), only("DECISION_DIFFERS"));
  EXPECT_EQ(w.saysWith(*w.attestor, *w.second_attestor, w.count(w.shift)), "");
  EXPECT_EQ(w.saysWith(*w.attestor, *w.officer, w.count(w.shift)), only("ROLE_MISSING"));
  EXPECT_EQ(w.says(*w.attestor, w.count(w.later_shift)), "");
  EXPECT_EQ(w.imports({w.count(w.shift)}, kScoped), only("PERIOD_CLOSED"));
  EXPECT_EQ(w.imports({w.count(w.later_shift)}, kScoped), "");
}

TEST(ViolationOfClosing, PaymentsAreInTheBooksOfBothSides) {
  for (const bool of_funder : {true, false}) {
    SCOPED_TRACE(of_funder);
    ClosingWorld w;
    const std::vector<CommandBody> bodies{w.payment(w.at), w.reversal(w.at)};
    for (const CommandBody& body : bodies) EXPECT_EQ(w.says(*w.payer, body), "");
    EXPECT_EQ(w.imports(w.foreign(w.at, true), kPublic), "");
    w.close(of_funder ? w.funder : w.grantee, w.at);
    for (const CommandBody& body : bodies) {
      EXPECT_EQ(w.says(*w.payer, body), only("DECISION_DIFFERS"));
      EXPECT_EQ(w.saysWith(*w.payer, *w.second_payer, body), "");
      EXPECT_EQ(w.saysWith(*w.payer, *w.verifier, body), only("ROLE_MISSING"));
    }
    EXPECT_EQ(w.imports(w.foreign(w.at, false), kPublic), only("PERIOD_CLOSED"));
    EXPECT_EQ(w.says(*w.payer, w.payment(w.next_day)), "");
    EXPECT_EQ(w.says(*w.payer, w.reversal(w.next_day)), "");
    EXPECT_EQ(w.imports(w.foreign(w.next_day, false), kPublic), "");
  }
}

TEST(ViolationOfClosing, OnlyAResolutionThatChangesMinutesNeedsASecondPerson) {
  ClosingWorld w;
  const auto corrected = w.resolution(w.standing, DisputeOutcome::kCorrected, 5);
  const auto voided = w.resolution(w.standing, DisputeOutcome::kVoided, 0);
  const auto revived = w.resolution(w.rejected, DisputeOutcome::kCorrected, 5);
  const std::vector<HoursResolve> changing{corrected, voided, revived};
  const std::vector<HoursResolve> keeping{
      w.resolution(w.standing, DisputeOutcome::kUpheld, 10), w.resolution(w.standing, DisputeOutcome::kCorrected, 10),
      w.resolution(w.rejected, DisputeOutcome::kUpheld, 0), w.resolution(w.rejected, DisputeOutcome::kVoided, 0)};
  for (const HoursResolve& body : changing) EXPECT_EQ(w.says(*w.auditor, body), "");
  w.close(w.grantee, w.at);
  for (const HoursResolve& body : keeping) EXPECT_EQ(w.says(*w.auditor, body), "");
  for (const HoursResolve& body : changing) {
    EXPECT_EQ(w.says(*w.auditor, body), only("DECISION_DIFFERS"));
    EXPECT_EQ(w.saysWith(*w.auditor, *w.second_auditor, body), "");
    EXPECT_EQ(w.saysWith(*w.second_attestor, *w.auditor, body), "");
    EXPECT_EQ(w.saysWith(*w.auditor, *w.officer, body), only("ROLE_MISSING"));
    EXPECT_EQ(w.saysWith(*w.auditor, *w.volunteer, body), only("SELF_ATTESTATION"));
    EXPECT_EQ(w.saysWith(*w.auditor, *w.attestor, body), only("SAME_PERSON"));
  }
}

TEST(ViolationOfClosing, ImportsOfClosedDaysStay) {
  for (const bool of_funder : {true, false}) {
    SCOPED_TRACE(of_funder);
    ClosingWorld w;
    const SubjectId counted = w.imported({w.count(w.shift)}, kScoped);
    const SubjectId counted_later = w.imported({w.count(w.later_shift)}, kScoped);
    const SubjectId paid = w.imported(w.foreign(w.at, false));
    const SubjectId paid_later = w.imported(w.foreign(w.next_day, false));
    const SubjectId reversed = w.imported(w.foreign(w.next_day, true));
    const std::vector<SubjectId> all{counted, counted_later, paid, paid_later, reversed};
    for (const SubjectId& batch : all) EXPECT_EQ(w.voids(batch), "");
    w.close(of_funder ? w.funder : w.grantee, w.at);
    EXPECT_EQ(w.voids(counted), of_funder ? "" : only("PERIOD_CLOSED"));
    EXPECT_EQ(w.voids(counted_later), "");
    EXPECT_EQ(w.voids(paid), only("PERIOD_CLOSED"));
    EXPECT_EQ(w.voids(paid_later), "");
    EXPECT_EQ(w.voids(reversed), only("PERIOD_CLOSED"));
    w.close(of_funder ? w.funder : w.grantee, w.next_day);
    EXPECT_EQ(w.voids(counted_later), of_funder ? "" : only("PERIOD_CLOSED"));
    EXPECT_EQ(w.voids(paid_later), only("PERIOD_CLOSED"));
  }
}

// The reversal alone: its payment was made before any day that is closed.
TEST(ViolationOfClosing, AReversalHasItsOwnDay) {
  ClosingWorld w;
  const SubjectId reversed = w.imported(w.foreign(w.next_day, true));
  EXPECT_EQ(w.voids(reversed), "");
  w.close(w.funder, w.next_day);
  EXPECT_EQ(w.voids(reversed), only("PERIOD_CLOSED"));
}

}  // namespace
}  // namespace audit::tests
