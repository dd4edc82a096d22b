// Who has a part in the money of a grant whose application she submitted or scored, or which she audited, and the other
// way round: put into the log although the front door refuses it. Each forgery breaks one rule and no other.
#include <gtest/gtest.h>

#include "tests/audit/call_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPublic = Visibility::kPublic;
constexpr Visibility kScoped = Visibility::kScoped;
constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr auto kReason = ExpenditureReason::kOther;
const Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

// A separate world for each test: roles pile up.
class ViolationOfSeparation : public ::testing::Test {
 protected:
  std::string broken(const Actor& actor, const CommandBody& body, const Decision& decision = {kRulesVersion}) {
    return w.broken(actor, {body, traitsOf(body.kind()).visibility, Assurance::kSelf, decision});
  }
  // A grant with a payment, an expenditure and a refund to speak of.
  struct Busy {
    SubjectId grant, payment, refund, expenditure;
  };
  Busy busy(const SubjectId& application = {}) {
    Busy made;
    made.grant = w.granted(application);
    w.approve(made.grant);
    made.payment = w.pay(made.grant);
    const ExpenditureRecord spent = w.spending(made.grant, 10);
    w.say(*w.officer, spent, kPublic);
    made.expenditure = spent.expenditure;
    made.refund = w.subject();
    w.say(*w.officer, RefundSend{made.grant, made.refund, tenge(5), "R", w.now()}, kPublic);
    return made;
  }
  // Approves, as either person, reverses and receives.
  void expectMoves(const Actor& actor, const Busy& about, const std::string& name) {
    const std::string found = name.empty() ? "" : only(name);
    const TrancheApprove approval{about.grant, 2, w.now()};
    EXPECT_EQ(broken(actor, approval, kProposed), found);
    EXPECT_EQ(w.brokenEndorsement(*w.funder_two, {approval, kPublic, Assurance::kSelf, kProposed}, actor), found);
    EXPECT_EQ(broken(actor, DisbursementReverse{about.grant, about.payment, tenge(1), "P", w.now()}), found);
    EXPECT_EQ(broken(actor, RefundReceive{about.grant, about.refund, tenge(5), w.now()}), found);
  }
  void expectPays(const Actor& actor, const SubjectId& grant, const std::string& name) {
    EXPECT_EQ(broken(actor, TrancheDisburse{grant, w.subject(), 1, tenge(30), "P", w.now()}),
              name.empty() ? "" : only(name));
  }
  void expectChecks(const Actor& actor, const Busy& about, const std::string& name) {
    const std::string found = name.empty() ? "" : only(name);
    EXPECT_EQ(broken(actor, ExpenditureVerify{about.grant, about.expenditure, w.now()}), found);
    EXPECT_EQ(broken(actor, ExpenditureQuery{about.grant, about.expenditure, kReason, w.now()}), found);
    EXPECT_EQ(broken(actor, ExpenditureDisallow{about.grant, about.expenditure, tenge(1), kReason, w.now()}), found);
  }
  void employ(const Actor& actor) {
    for (const Role role : {Role::kFunder, Role::kPayer, Role::kVerifier}) w.give(actor, role, w.funder);
  }
  AuditOpen opening(const SubjectId& grant) {
    return {w.subject(), w.grantee, grant, w.today - 9, w.today, w.digest(), w.now()};
  }
  std::string audits(const Actor& actor, const SubjectId& grant) { return broken(actor, opening(grant)); }
  SubjectId opened(const Actor& actor, const SubjectId& grant) {
    const AuditOpen audit = opening(grant);
    w.say(actor, audit, kScoped);
    return audit.audit;
  }

  CallWorld w;
};

TEST_F(ViolationOfSeparation, WhoScoredTheApplicationMovesNoMoneyOfItsGrant) {
  const Actor expert = w.enrol();
  const SubjectId application = w.decided(expert);
  const Busy answering = busy(application);
  const Busy plain = busy();
  const SubjectId unpaid = w.granted();
  w.approve(unpaid);
  employ(expert);
  const Actor delegate = w.lent(expert, Role::kPayer);
  expectMoves(expert, answering, "SCORER_PAYS");
  expectChecks(expert, answering, "SCORER_VERIFIES");
  EXPECT_EQ(broken(delegate, DisbursementReverse{answering.grant, answering.payment, tenge(1), "P", w.now()}),
            only("SCORER_PAYS"));
  expectMoves(expert, plain, "");
  expectChecks(expert, plain, "");
  expectPays(expert, unpaid, "");
}

TEST_F(ViolationOfSeparation, WhoScoredTheApplicationPaysNothingOfItsGrant) {
  const Actor expert = w.enrol();
  const SubjectId grant = w.granted(w.decided(expert));
  w.approve(grant);
  employ(expert);
  expectPays(expert, grant, "SCORER_PAYS");
  expectPays(*w.payer, grant, "");
}

// Not only while she is in office; a colleague who held it then is free by now.
TEST_F(ViolationOfSeparation, WhoSubmittedTheApplicationIsOfTheGranteeForGood) {
  constexpr const char* kConflict = "CONFLICT_OF_INTEREST";
  const Actor applicant = w.holding(Role::kOfficer, w.grantee);
  const Actor colleague = w.holding(Role::kOfficer, w.grantee);
  const Busy answering = busy(w.decided(w.enrol(), applicant));
  const Busy plain = busy();
  const SubjectId awarded = w.subject();
  const SubjectId other = w.decided(w.enrol(), applicant);
  GrantAward award = w.award(other, 60);
  award.grant = awarded;
  w.agree(*w.funder_one, *w.funder_two, award, kPublic);
  for (const Actor& actor : {applicant, colleague}) {
    w.take(actor, Role::kOfficer, w.grantee);
    employ(actor);
  }
  const GrantSuspend suspension{answering.grant, StopReason::kMisuse, w.digest(), w.now()};
  expectMoves(applicant, answering, kConflict);
  expectChecks(applicant, answering, kConflict);
  EXPECT_EQ(broken(applicant, suspension, kProposed), only(kConflict));
  EXPECT_EQ(broken(applicant, w.agreement(awarded), kProposed), only(kConflict));
  EXPECT_EQ(w.brokenEndorsement(*w.funder_one, {suspension, kPublic, Assurance::kSelf, kProposed}, applicant),
            only(kConflict));
  expectMoves(applicant, plain, "");
  expectChecks(applicant, plain, "");
  expectMoves(colleague, answering, "");
  expectChecks(colleague, answering, "");
  EXPECT_EQ(broken(colleague, suspension, kProposed), "");
  EXPECT_EQ(broken(colleague, w.agreement(awarded), kProposed), "");
}

// By an audit of the grant; by one of the whole organisation, of any of its grants.
TEST_F(ViolationOfSeparation, WhoActedInAGrantDoesNotAuditIt) {
  const Actor expert = w.enrol();
  const Actor applicant = w.holding(Role::kOfficer, w.grantee);
  const Busy answering = busy(w.decided(expert, applicant));
  w.say(*w.verifier, ExpenditureVerify{answering.grant, answering.expenditure, w.now()}, kPublic);
  const SubjectId plain = w.granted();
  w.take(applicant, Role::kOfficer, w.grantee);
  const std::vector<Actor> involved{*w.funder_one, *w.funder_two, *w.payer, *w.verifier, expert, applicant};
  for (const Actor& actor : involved) w.give(actor, Role::kAuditor);
  for (const Actor& actor : involved) {
    EXPECT_EQ(audits(actor, answering.grant), only("AUDITOR_INVOLVED"));
    EXPECT_EQ(audits(actor, {}), only("AUDITOR_INVOLVED"));
    EXPECT_EQ(audits(actor, plain), "");
    const AuditOpen of_funder{w.subject(), w.funder, {}, w.today, w.today, w.digest(), w.now()};
    EXPECT_EQ(broken(actor, of_funder), "");
  }
  EXPECT_EQ(audits(w.lent(expert, Role::kAuditor), {}), only("AUDITOR_INVOLVED"));
  EXPECT_EQ(audits(*w.auditor, answering.grant), "");
  EXPECT_EQ(audits(*w.auditor, {}), "");
  // By earlier rules only approvals, payments and checks count, and only in the audited grant.
  EXPECT_EQ(broken(expert, opening(answering.grant), {2}), only("DECISION_DIFFERS"));
  EXPECT_EQ(broken(*w.payer, opening({}), {2}), only("DECISION_DIFFERS"));
  EXPECT_EQ(broken(*w.payer, opening(answering.grant), {2}), only("AUDITOR_INVOLVED") + only("DECISION_DIFFERS"));
}

TEST_F(ViolationOfSeparation, WhoAuditedAGrantMovesAndChecksNothingOfIt) {
  const Actor auditor = w.holding(Role::kAuditor);
  const Busy audited = busy();
  const Busy other = busy();
  const SubjectId unpaid = w.granted();
  w.approve(unpaid);
  opened(auditor, audited.grant);
  employ(auditor);
  expectMoves(auditor, audited, "AUDITOR_INVOLVED");
  expectChecks(auditor, audited, "AUDITOR_INVOLVED");
  expectMoves(auditor, other, "");
  expectChecks(auditor, other, "");
  expectPays(auditor, unpaid, "");
}

TEST_F(ViolationOfSeparation, WhoAuditedAnOrganisationMovesAndChecksNothingOfIts) {
  const Actor auditor = w.holding(Role::kAuditor);
  const Actor lender = w.holding(Role::kAuditor);
  const Actor delegate = w.lent(lender, Role::kAuditor);
  opened(auditor, {});
  opened(delegate, {});
  const Busy later = busy();
  const SubjectId unpaid = w.granted();
  w.approve(unpaid);
  for (const Actor& actor : {auditor, lender, delegate}) {
    employ(actor);
    expectMoves(actor, later, "AUDITOR_INVOLVED");
    expectChecks(actor, later, "AUDITOR_INVOLVED");
    expectPays(actor, unpaid, "AUDITOR_INVOLVED");
  }
}

TEST_F(ViolationOfSeparation, AnyPartInAnAuditCounts) {
  const SubjectId grant = w.granted();
  w.approve(grant);
  const SubjectId audit = opened(*w.auditor, grant);
  std::vector<Actor> auditors;
  for (int i = 0; i < 5; ++i) auditors.push_back(w.holding(Role::kAuditor));
  const SubjectId finding = w.subject();
  w.say(auditors[0], SampleDraw{audit, "hours", 9, 1, w.now()}, kScoped);
  w.say(auditors[1], FindingRaise{finding, audit, "E-05", Severity::kLow, {}, w.digest(), w.now()}, kScoped);
  w.say(*w.officer, FindingRespond{finding, true, 0, w.digest(), w.now()}, kScoped);
  w.say(auditors[2], FindingClose{finding, w.digest(), w.now()}, kPublic);
  w.say(auditors[3], FindingReopen{finding, w.digest(), w.now()}, kScoped);
  w.say(*w.officer, FindingRespond{finding, true, 0, w.digest(), w.now()}, kScoped);
  w.say(auditors[4], AuditReport{audit, Opinion::kClean, w.digest(), w.now()}, kPublic);
  const Actor none = w.holding(Role::kAuditor);
  for (const Actor& actor : auditors) {
    w.give(actor, Role::kPayer, w.funder);
    expectPays(actor, grant, "AUDITOR_INVOLVED");
  }
  w.give(none, Role::kPayer, w.funder);
  expectPays(none, grant, "");
}

// Whoever audited by earlier rules did so, too.
TEST_F(ViolationOfSeparation, AuditsUnderEarlierRulesCount) {
  const SubjectId grant = w.granted();
  w.approve(grant);
  const Actor both = w.holding(Role::kAuditor);
  w.give(both, Role::kPayer, w.funder);
  const Forgery payment{TrancheDisburse{grant, w.subject(), 1, tenge(30), "P", w.now()}, kPublic};
  EXPECT_EQ(w.broken({{both, {opening({}), kScoped, Assurance::kSelf, {2}}}, {both, payment}}),
            only("DECISION_DIFFERS") + only("AUDITOR_INVOLVED"));
}

TEST_F(ViolationOfSeparation, WhoAuditedAnOrganisationAttestsNoHoursOfIts) {
  const Actor auditor = w.holding(Role::kAuditor);
  const Actor of_other = w.holding(Role::kAuditor);
  opened(auditor, w.granted());
  w.say(of_other, AuditOpen{w.subject(), w.funder, {}, w.today, w.today, w.digest(), w.now()}, kScoped);
  for (const Actor& actor : {auditor, of_other}) {
    w.give(actor, Role::kAttestor, w.grantee);
    w.give(actor, Role::kClerk);
  }
  w.wait(30);
  HoursClaim claim;
  claim.hours = w.subject();
  claim.volunteer = w.volunteer->person;
  claim.activity = w.activity;
  claim.occurred_at = w.ago(20);
  claim.minutes = Minutes(10);
  claim.role = "helper";
  w.say(*w.volunteer, claim, kPrivate);
  const HoursAttest attestation{claim.hours, Minutes(10), AttestationMethod::kPresent, HoursReason::kNone, w.now()};
  EXPECT_EQ(broken(auditor, attestation), only("AUDITOR_INVOLVED"));
  EXPECT_EQ(broken(w.lent(auditor, Role::kAttestor), attestation), only("AUDITOR_INVOLVED"));
  EXPECT_EQ(broken(of_other, attestation), "");
  // Nor does she stand by as the second person of a closed day.
  w.wait(1440);
  w.say(*w.officer, PeriodClose{w.subject(), w.grantee, w.today, w.today, w.digest(), w.now()}, kPublic);
  const Forgery proposal{attestation, kPrivate, Assurance::kSelf, kProposed};
  EXPECT_EQ(w.brokenEndorsement(*w.attestor, proposal, auditor), only("AUDITOR_INVOLVED"));
  EXPECT_EQ(w.brokenEndorsement(*w.attestor, proposal, of_other), "");
}

TEST_F(ViolationOfSeparation, NorDoesSheChangeThem) {
  const Actor auditor = w.holding(Role::kAuditor);
  const Actor of_other = w.holding(Role::kAuditor);
  opened(auditor, w.granted());
  w.say(of_other, AuditOpen{w.subject(), w.funder, {}, w.today, w.today, w.digest(), w.now()}, kScoped);
  for (const Actor& actor : {auditor, of_other}) w.give(actor, Role::kAttestor, w.grantee);
  w.wait(60);
  std::vector<SubjectId> entries;
  for (const char* role : {"claimed", "standing", "disputed"}) {
    HoursClaim claim;
    claim.hours = w.subject();
    claim.volunteer = w.volunteer->person;
    claim.activity = w.activity;
    claim.occurred_at = w.ago(20);
    claim.minutes = Minutes(10);
    claim.role = role;
    w.say(*w.volunteer, claim, kPrivate);
    entries.push_back(claim.hours);
  }
  for (const SubjectId& which : {entries[1], entries[2]})
    w.say(*w.attestor, HoursAttest{which, Minutes(8), AttestationMethod::kPresent, HoursReason::kLeftEarly, w.now()},
          kPrivate);
  w.say(*w.volunteer, HoursDispute{entries[2], HoursReason::kArithmetic, w.now()}, kPrivate);
  const std::vector<CommandBody> changes{HoursReject{entries[0], HoursReason::kNotPresent, w.now()},
                                         HoursCorrect{entries[1], Minutes(7), HoursReason::kArithmetic, w.now()},
                                         HoursVoid{entries[1], HoursReason::kDuplicate, w.now()},
                                         HoursResolve{entries[2], DisputeOutcome::kCorrected, Minutes(9), w.now()}};
  for (const CommandBody& change : changes) {
    EXPECT_EQ(broken(auditor, change), only("AUDITOR_INVOLVED"));
    EXPECT_EQ(broken(auditor, change, {2}), only("DECISION_DIFFERS"));
    EXPECT_EQ(broken(of_other, change), "");
  }
  // Upwards, as the second person.
  const Forgery raised{HoursCorrect{entries[1], Minutes(9), HoursReason::kArithmetic, w.now()}, kPrivate,
                       Assurance::kSelf, kProposed};
  EXPECT_EQ(w.brokenEndorsement(*w.attestor, raised, auditor), only("AUDITOR_INVOLVED"));
  EXPECT_EQ(w.brokenEndorsement(*w.attestor, raised, of_other), "");
}

// Of an audit of the grantee as a whole, too.
TEST_F(ViolationOfSeparation, AGrantWaitsForWhatWasFoundAtItsGrantee) {
  const SubjectId grant = w.granted();
  const auto closes = [&](std::uint16_t rules = kRulesVersion) {
    return broken(*w.funder_one, GrantClose{grant, w.now()}, {rules, Effect::kProposed, 0, 0, {}});
  };
  const auto raise = [&](const SubjectId& organisation, Severity severity) {
    const SubjectId audit = w.subject();
    const SubjectId finding = w.subject();
    w.say(*w.auditor, AuditOpen{audit, organisation, {}, w.today, w.today, w.digest(), w.now()}, kScoped);
    w.say(*w.auditor, FindingRaise{finding, audit, "E-05", severity, {}, w.digest(), w.now()}, kScoped);
    return finding;
  };
  EXPECT_EQ(closes(), "");
  raise(w.grantee, Severity::kMedium);
  raise(w.funder, Severity::kHigh);
  EXPECT_EQ(closes(), "");
  const SubjectId finding = raise(w.grantee, Severity::kHigh);
  EXPECT_EQ(closes(), only("FINDING_OPEN"));
  EXPECT_EQ(closes(2), only("DECISION_DIFFERS"));
  w.say(*w.officer, FindingRespond{finding, true, 0, w.digest(), w.now()}, kScoped);
  EXPECT_EQ(closes(), only("FINDING_OPEN"));
  w.say(*w.auditor, FindingClose{finding, w.digest(), w.now()}, kPublic);
  EXPECT_EQ(closes(), "");
  raise(w.grantee, Severity::kCritical);
  EXPECT_EQ(closes(), only("FINDING_OPEN"));
  const SubjectId audit = w.subject();
  w.say(*w.auditor, AuditOpen{audit, w.grantee, {}, w.today, w.today, w.digest(), w.now()}, kScoped);
  const auto raises = [&](Severity severity, std::uint16_t rules) {
    const FindingRaise body{w.subject(), audit, "E-05", severity, {}, w.digest(), w.now()};
    return w.broken(*w.auditor, {body, kScoped, Assurance::kSelf, {rules}});
  };
  EXPECT_EQ(raises(Severity::kCritical, kRulesVersion), "");
  EXPECT_EQ(raises(Severity::kHigh, 2), only("DECISION_DIFFERS"));
  EXPECT_EQ(raises(Severity::kCritical, 2), only("DECISION_DIFFERS") + only("KIND_TOO_NEW"));
}

}  // namespace
}  // namespace audit::tests
