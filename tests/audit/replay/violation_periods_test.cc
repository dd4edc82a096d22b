// What comes late or into closed days without its second person, put into the log although the front door refuses it.
// Each forgery breaks one rule and no other; beside it stands one that is right.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr Visibility kPublic = Visibility::kPublic;
constexpr Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};
constexpr std::int64_t kDay = 1440;

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

// A project whose activity lasts for days, with two of each who speak for it.
class LongWorld : public World {
 public:
  LongWorld() {
    settle();
    second_attestor = enrol();
    give(*second_attestor, Role::kAttestor, grantee);
    second_officer = enrol();
    give(*second_officer, Role::kOfficer, grantee);
    second_clerk = enrol();
    give(*second_clerk, Role::kClerk);
    give(*volunteer, Role::kClerk);
    festival = subject();
    say(*attestor, ActivitySchedule{festival, project, ActivityKind::kEvent, "", now(), ago(-20 * kDay)},
        Visibility::kScoped);
    began = now();
    first_day = began.civilDay();
    wait(120);
  }
  HoursClaim claim(const Actor& served, std::int64_t day, const std::string& role) {
    HoursClaim body;
    body.hours = subject();
    body.volunteer = served.person;
    body.activity = festival;
    body.occurred_at = Instant{began.utc_ms + day * kMsPerDay, 300};
    body.minutes = Minutes(10);
    body.role = role;
    return body;
  }
  ExpenditureCorrect correction(const SubjectId& which, const Instant& at) {
    return {grant, which, "materials", tenge(6'999'999), ExpenditureReason::kWrongAmount, at};
  }
  HoursAttest attestation(const SubjectId& judged) {
    return {judged, Minutes(10), AttestationMethod::kPresent, HoursReason::kNone, now()};
  }

  std::optional<Actor> second_attestor, second_officer, second_clerk;
  SubjectId festival;
  Instant began;
  CivilDay first_day = 0;
};

class LateWorld : public LongWorld {
 public:
  LateWorld() {
    const PolicyPublish limits{
        subject(), {}, "1", LegalStatus::kInForce, "act", first_day - 1, 0, HoursLimits{{}, 1, 2}};
    agree(first, second, limits, kPublic);
    policy = front().sealed().size - 3;
    early = claim(*volunteer, 0, "early");
    say(*volunteer, early, kPrivate);
    assisted = claim(*volunteer, 0, "assisted");
    say(*clerk, assisted, kPrivate, Assurance::kAssisted);
    wait(kDay);
  }
  Decision decided(Effect effect, std::vector<Flag> flags = {}) const {
    return {kRulesVersion, effect, policy, 0, std::move(flags)};
  }
  Forgery forge(const CommandBody& body, const Decision& decision, Assurance assurance = Assurance::kSelf) {
    return {body, kPrivate, assurance, decision};
  }

  Position policy = 0;
  HoursClaim early, assisted;
};

TEST(ViolationOfPeriods, LateClaimsNeedAClerk) {
  LateWorld w;
  const HoursClaim claim = w.claim(*w.volunteer, 0, "r");
  const auto alone = w.decided(Effect::kEffective);
  const auto late = w.decided(Effect::kProposed, {Flag::kClaimedLate});
  const auto endorsed = w.decided(Effect::kEffective, {Flag::kClaimedLate});
  EXPECT_EQ(w.broken(*w.volunteer, w.forge(claim, alone)), "");
  w.wait(kDay);
  EXPECT_EQ(w.broken(*w.volunteer, w.forge(claim, late)), "");
  EXPECT_EQ(w.broken(*w.volunteer, w.forge(claim, endorsed)), only("DECISION_DIFFERS"));
  EXPECT_EQ(w.broken(*w.volunteer, w.forge(w.claim(*w.volunteer, 1, "r"), alone)), "");
  const Forgery proposal = w.forge(claim, late);
  EXPECT_EQ(w.brokenEndorsement(*w.volunteer, proposal, *w.clerk, endorsed), "");
  EXPECT_EQ(w.brokenEndorsement(*w.volunteer, proposal, *w.attestor, endorsed), only("ROLE_MISSING"));
  const Forgery assisted = w.forge(claim, late, Assurance::kAssisted);
  EXPECT_EQ(w.brokenEndorsement(*w.clerk, assisted, *w.second_clerk, endorsed), "");
  EXPECT_EQ(w.brokenEndorsement(*w.clerk, assisted, *w.volunteer, endorsed), only("SELF_ATTESTATION"));
}

TEST(ViolationOfPeriods, LateAttestationsNeedAClerk) {
  LateWorld w;
  w.wait(kDay);
  const auto late = w.decided(Effect::kProposed, {Flag::kAttestedLate});
  const auto endorsed = w.decided(Effect::kEffective, {Flag::kAttestedLate});
  EXPECT_EQ(w.broken(*w.attestor, w.forge(w.attestation(w.early.hours), w.decided(Effect::kEffective))), "");
  w.wait(kDay);
  EXPECT_EQ(w.broken(*w.attestor, w.forge(w.attestation(w.early.hours), endorsed)), only("DECISION_DIFFERS"));
  const Forgery proposal = w.forge(w.attestation(w.early.hours), late);
  EXPECT_EQ(w.brokenEndorsement(*w.attestor, proposal, *w.clerk, endorsed), "");
  EXPECT_EQ(w.brokenEndorsement(*w.attestor, proposal, *w.second_attestor, endorsed), only("ROLE_MISSING"));
  EXPECT_EQ(w.brokenEndorsement(*w.attestor, proposal, *w.volunteer, endorsed), only("SELF_ATTESTATION"));
  const Forgery of_assisted = w.forge(w.attestation(w.assisted.hours), late);
  EXPECT_EQ(w.brokenEndorsement(*w.attestor, of_assisted, *w.clerk, endorsed), only("CLAIM_SIGNER_ATTESTS"));
  EXPECT_EQ(w.brokenEndorsement(*w.attestor, of_assisted, *w.second_clerk, endorsed), "");
  w.say(*w.officer, PeriodClose{w.subject(), w.grantee, w.first_day, w.first_day, w.digest(), w.now()}, kPublic);
  EXPECT_EQ(w.brokenEndorsement(*w.attestor, proposal, *w.clerk, endorsed), "");
  EXPECT_EQ(w.brokenEndorsement(*w.attestor, proposal, *w.second_attestor, endorsed), only("ROLE_MISSING"));
}

TEST(ViolationOfPeriods, Closing) {
  LongWorld w;
  w.wait(3 * kDay);
  const auto today = w.now().civilDay();
  const auto closing = [&](CivilDay from, CivilDay to) {
    return Forgery{PeriodClose{w.subject(), w.grantee, from, to, w.digest(), w.now()}, kPublic};
  };
  EXPECT_EQ(w.broken(*w.officer, closing(today - 1, today - 1)), "");
  EXPECT_EQ(w.broken(*w.officer, closing(today - 1, today)), only("IN_FUTURE"));
  EXPECT_EQ(w.broken(*w.officer, closing(today - 1, today - 2)), only("BAD_PERIOD"));
  EXPECT_EQ(w.broken(*w.clerk, closing(today - 1, today - 1)), only("ROLE_MISSING"));
  w.say(*w.officer, closing(today - 3, today - 2).body, kPublic);
  EXPECT_EQ(w.broken(*w.officer, closing(today - 1, today - 1)), "");
  EXPECT_EQ(w.broken(*w.officer, closing(today - 2, today - 1)), only("PERIOD_TAKEN"));
  EXPECT_EQ(w.broken(*w.officer, closing(today - 9, today - 3)), only("PERIOD_TAKEN"));
  EXPECT_EQ(w.broken(*w.officer, closing(today - 9, today - 4)), "");
}

TEST(ViolationOfPeriods, ServiceOfClosedDaysNeedsASecondPerson) {
  LongWorld w;
  const HoursClaim claimed = w.claim(*w.volunteer, 0, "claimed");
  const HoursClaim standing = w.claim(*w.volunteer, 0, "standing");
  w.say(*w.volunteer, claimed, kPrivate);
  w.say(*w.volunteer, standing, kPrivate);
  w.say(*w.attestor, w.attestation(standing.hours), kPrivate);
  const HoursCorrect correction{standing.hours, Minutes(5), HoursReason::kArithmetic, w.now()};
  const HoursVoid voiding{standing.hours, HoursReason::kDuplicate, w.now()};
  w.wait(kDay);
  for (const CommandBody& body : {CommandBody(w.attestation(claimed.hours)), CommandBody(correction)})
    EXPECT_EQ(w.broken(*w.attestor, {body}), "");
  w.say(*w.officer, PeriodClose{w.subject(), w.grantee, w.first_day, w.first_day, w.digest(), w.now()}, kPublic);
  for (const CommandBody& body :
       {CommandBody(w.attestation(claimed.hours)), CommandBody(correction), CommandBody(voiding)}) {
    const Forgery proposal{body, kPrivate, Assurance::kSelf, kProposed};
    EXPECT_EQ(w.broken(*w.attestor, {body}), only("DECISION_DIFFERS"));
    EXPECT_EQ(w.brokenEndorsement(*w.attestor, proposal, *w.second_attestor), "");
    EXPECT_EQ(w.brokenEndorsement(*w.attestor, proposal, *w.second_clerk), only("ROLE_MISSING"));
  }
  const HoursClaim late = w.claim(*w.volunteer, 0, "late");
  EXPECT_EQ(w.broken(*w.volunteer, {late}), only("DECISION_DIFFERS"));
  EXPECT_EQ(w.broken(*w.volunteer, {w.claim(*w.volunteer, 1, "late")}), "");
  const Forgery proposal{late, kPrivate, Assurance::kSelf, kProposed};
  EXPECT_EQ(w.brokenEndorsement(*w.volunteer, proposal, *w.clerk), "");
  EXPECT_EQ(w.brokenEndorsement(*w.volunteer, proposal, *w.attestor), only("ROLE_MISSING"));
}

TEST(ViolationOfPeriods, ImportsTellNothingOfClosedDays) {
  LongWorld w;
  w.wait(2 * kDay);
  w.say(*w.officer, PeriodClose{w.subject(), w.grantee, w.first_day, w.first_day, w.digest(), w.now()}, kPublic);
  const auto imported = [&](std::int64_t day) {
    const ImportRecord record{w.subject(), 0, w.digest(), w.digest(), 0, 1};
    return w.signImport(*w.importer, {record, w.claim(*w.volunteer, day, "r")}, kPrivate);
  };
  EXPECT_EQ(w.broken(imported(0), {kRulesVersion}), only("PERIOD_CLOSED"));
  EXPECT_EQ(w.broken(imported(1), {kRulesVersion}), "");
}

TEST(ViolationOfPeriods, MoneyOfClosedDaysNeedsASecondPerson) {
  LongWorld w;
  w.work();
  const auto at = w.now();
  w.wait(kDay);
  w.say(*w.officer, PeriodClose{w.subject(), w.grantee, w.first_day, at.civilDay(), w.digest(), w.now()}, kPublic);
  ExpenditureRecord spent;
  spent.grant = w.grant;
  spent.expenditure = w.subject();
  spent.line = "materials";
  spent.amount = tenge(7);
  spent.document_hash = w.digest();
  spent.document_number = "INV-2";
  spent.document_date = at.civilDay();
  spent.vendor = binOf(9);
  spent.occurred_at = at;
  const std::vector<CommandBody> closed{
      spent,
      ExpenditureReverse{w.grant, w.subject(), w.expenditure, tenge(1), w.digest(), ExpenditureReason::kNone, at},
      InterestRecord{w.grant, tenge(1), w.digest(), at}, RefundSend{w.grant, w.subject(), tenge(1), "R", at}};
  for (const CommandBody& body : closed) {
    const Forgery proposal{body, kPublic, Assurance::kSelf, kProposed};
    EXPECT_EQ(w.broken(*w.officer, {body, kPublic}), only("DECISION_DIFFERS"));
    EXPECT_EQ(w.brokenEndorsement(*w.officer, proposal, *w.second_officer), "");
    EXPECT_EQ(w.brokenEndorsement(*w.officer, proposal, *w.funder_one), only("ROLE_MISSING"));
  }
  spent.occurred_at = w.now();
  EXPECT_EQ(w.broken(*w.officer, {spent, kPublic}), "");
  EXPECT_EQ(w.broken(*w.officer, {w.correction(w.expenditure, w.now()), kPublic}), only("DECISION_DIFFERS"));
}

// Of a correction or a voiding the day is that on which the money was spent, not that on which it is mended.
TEST(ViolationOfPeriods, WhatIsMendedHasTheDayOfItsSpending) {
  LongWorld w;
  w.work();
  const CivilDay spent_on = w.now().civilDay();
  w.wait(kDay);
  const Instant next_day = w.now();
  w.wait(kDay);
  const auto close = [&](CivilDay day) {
    w.say(*w.officer, PeriodClose{w.subject(), w.grantee, day, day, w.digest(), w.now()}, kPublic);
  };
  const auto voiding = [&](const Instant& at) {
    return ExpenditureVoid{w.grant, w.expenditure, ExpenditureReason::kWrongAmount, at};
  };
  close(next_day.civilDay());
  EXPECT_EQ(w.broken(*w.officer, {w.correction(w.expenditure, next_day), kPublic}), "");
  EXPECT_EQ(w.broken(*w.officer, {voiding(next_day), kPublic}), "");
  close(spent_on);
  for (const CommandBody& body : {CommandBody(w.correction(w.expenditure, w.now())), CommandBody(voiding(w.now()))}) {
    const Forgery proposal{body, kPublic, Assurance::kSelf, kProposed};
    EXPECT_EQ(w.broken(*w.officer, {body, kPublic}), only("DECISION_DIFFERS"));
    EXPECT_EQ(w.broken(*w.officer, proposal), "");
    EXPECT_EQ(w.brokenEndorsement(*w.officer, proposal, *w.second_officer), "");
  }
}

// What an import told of a day is not unsaid once that day is closed.
TEST(ViolationOfPeriods, ImportsOfClosedDaysStay) {
  LongWorld w;
  w.work();
  const Instant before = w.now();
  w.wait(kDay);
  const Instant at = w.now();
  const auto imported = [&](const std::vector<CommandBody>& bodies, Visibility visibility = kPublic) {
    const SubjectId batch = w.subject();
    w.import(batch, bodies, visibility);
    return batch;
  };
  const auto spending = [&](const Instant& when) {
    ExpenditureRecord body;
    body.grant = w.grant;
    body.expenditure = w.subject();
    body.line = "materials";
    body.amount = tenge(9);
    body.document_hash = w.digest();
    body.document_number = "INV-" + body.expenditure.text();
    body.document_date = when.civilDay();
    body.vendor = binOf(9);
    body.occurred_at = when;
    return body;
  };
  const HoursClaim service = w.claim(*w.volunteer, 1, "imported");
  const HoursClaim voided = w.claim(*w.volunteer, 1, "voided");
  const ExpenditureRecord early = spending(before);
  const std::vector<SubjectId> closed{
      imported({service}, kPrivate),
      imported({spending(at)}),
      imported({early, ExpenditureReverse{w.grant, w.subject(), early.expenditure, tenge(1), w.digest(),
                                          ExpenditureReason::kReturnedGoods, at}}),
      imported(
          {ExpenditureReverse{w.grant, w.subject(), {}, tenge(1), w.digest(), ExpenditureReason::kReturnedGoods, at}}),
      imported({InterestRecord{w.grant, tenge(1), w.digest(), at}}),
      imported({RefundSend{w.grant, w.subject(), tenge(1), "R", at}})};
  const SubjectId of_void = imported({voided}, kPrivate);
  w.say(*w.attestor, HoursVoid{voided.hours, HoursReason::kDuplicate, w.now()}, kPrivate);
  const SubjectId gone = imported({spending(at)});
  w.submit(w.signImport(*w.importer, {ImportVoid{gone, w.now()}}, kPublic));
  // Payments, and what was taken back of them, are in the books of both sides.
  const SubjectId whole = w.subject();
  const SubjectId payment = w.subject();
  const CivilDay today = at.civilDay();
  const SubjectId of_payments = imported(
      {GrantAward{whole, "I-1", "T", w.funder, w.grantee, w.programme, "KZ-AST", tenge(5), {}, {}, at},
       AgreementSign{whole, "A", {{"materials", CostType::kMaterials, 5}}, {{1, 5, today}}, today, today + 9, at},
       TrancheApprove{whole, 1, at}, TrancheDisburse{whole, payment, 1, tenge(5), "P", at},
       DisbursementReverse{whole, payment, tenge(5), "P", at}});
  w.wait(kDay);
  const SubjectId of_next_day = imported({spending(w.now())});
  const SubjectId of_day_before = imported({spending(before)});
  const auto expectVoid = [&](const std::string& name, const SubjectId& batch) {
    EXPECT_EQ(w.broken(*w.importer, {ImportVoid{batch, w.now()}, w.classOfBatch(batch), Assurance::kImported}),
              name.empty() ? "" : only(name));
  };
  for (const SubjectId& batch : closed) expectVoid("", batch);
  expectVoid("", of_payments);
  w.say(*w.officer, PeriodClose{w.subject(), w.grantee, today, today, w.digest(), w.now()}, kPublic);
  for (const SubjectId& batch : closed) expectVoid("PERIOD_CLOSED", batch);
  expectVoid("", of_void);
  expectVoid("WRONG_STATE", gone);
  expectVoid("PERIOD_CLOSED", of_payments);
  expectVoid("", of_next_day);
  expectVoid("", of_day_before);
}

TEST(ViolationOfPeriods, NoRejecterVoidsWhatHeRejected) {
  LongWorld w;
  const Actor third = w.enrol();
  w.give(third, Role::kAttestor, w.grantee);
  const HoursClaim claimed = w.claim(*w.volunteer, 0, "rejected");
  w.say(*w.volunteer, claimed, kPrivate);
  w.say(*w.attestor, HoursReject{claimed.hours, HoursReason::kNotPresent, w.now()}, kPrivate);
  w.wait(kDay);
  w.say(*w.officer, PeriodClose{w.subject(), w.grantee, w.first_day, w.first_day, w.digest(), w.now()}, kPublic);
  const Forgery proposal{HoursVoid{claimed.hours, HoursReason::kDuplicate, w.now()}, kPrivate, Assurance::kSelf,
                         kProposed};
  EXPECT_EQ(w.broken(*w.attestor, proposal), only("SAME_PERSON"));
  EXPECT_EQ(w.brokenEndorsement(*w.second_attestor, proposal, *w.attestor), only("SAME_PERSON"));
  EXPECT_EQ(w.brokenEndorsement(*w.second_attestor, proposal, third), "");
}

}  // namespace
}  // namespace audit::tests
