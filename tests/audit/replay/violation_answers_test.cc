// What the front door refuses about shifts, gifts, reports, audits, honours and other systems, put into the log all the
// same. Each forgery breaks one rule and no other.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr Visibility kScoped = Visibility::kScoped;
constexpr Visibility kPublic = Visibility::kPublic;
const Names kNames{"a", "b", "c"};

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

class AnswerWorld : public World {
 public:
  AnswerWorld() {
    settle();
    wait(60);
    today = now().civilDay();
    serve();
    give();
    owe();
    investigate();
    plan();
    honour();
    system = subject();
    agree(first, second, ExternalSystemRegister{system, "portal", kNames, office}, kPublic);
    say(*clerk, ExternalIdLink{subject(), system, project, "17", now()}, kScoped);
  }

  Position audit_entry = 0;  // that opened it
  SubjectId shift, training, donation, spent_donation, agreed, audit, finding, indicator, round, other_round, award,
      late_award, other_award, distinction, other_distinction, system;
  CivilDay today = 0;

 private:
  void serve() {
    shift = subject();
    say(*attestor, ShiftOpen{shift, activity, "helper", ago(50), ago(20), 0, 1}, kScoped);
    say(*volunteer, ShiftSignUp{subject(), shift, volunteer->person, now()}, kPrivate);
    training = subject();
    say(*officer, TrainingHold{training, grantee, TrainingKind::kCourse, "first-aid", Minutes{60}, 9, now()}, kScoped);
  }
  void give() {
    for (SubjectId* made : {&donation, &spent_donation}) {
      *made = subject();
      say(*officer, DonationRecord{*made, grantee, {}, DonorKind::kAnonymous, tenge(10), {}, "P", digest(), now()},
          kPublic);
    }
    say(*officer, DonationReceiptIssue{donation, "R-1", digest(), now()}, kPublic);
    say(*officer, DonationAllocate{subject(), project, spent_donation, tenge(5), now()}, kPublic);
  }
  // A grant of two tranches that owes a report since yesterday.
  void owe() {
    agreed = subject();
    agree(*funder_one, *funder_two,
          GrantAward{agreed, "G-1", "T", funder, grantee, programme, "KZ-AST", tenge(100), GrantClass::kOther,
                     FundSource::kState, now()},
          kPublic);
    agree(*funder_one, *officer,
          AgreementSign{
              agreed, "A-1", {{"materials", CostType::kMaterials, 100}}, {{1, 100, today}}, today, today + 9, now()},
          kPublic);
    say(*funder_one, ObligationCreate{subject(), grantee, funder, agreed, ReportKind::kFinal, today - 1, now()},
        kPublic);
  }
  void investigate() {
    audit = subject();
    finding = subject();
    audit_entry = front().sealed().size + 1;
    say(*auditor, AuditOpen{audit, grantee, {}, today - 9, today, digest(), now()}, kScoped);
    say(*auditor, SampleDraw{audit, "documents", 10, 2, now()}, kScoped);
    say(*auditor, FindingRaise{finding, audit, "E-05", Severity::kLow, {}, digest(), now()}, kScoped);
    World::give(*officer, Role::kAuditor);
  }
  void plan() {
    const SubjectId roadmap = subject();
    indicator = subject();
    agree(first, second, RoadmapAdopt{roadmap, office, "A", kNames, today, today + 9, digest()}, kPublic);
    say(*clerk, IndicatorDefine{indicator, roadmap, "volunteers", "people", kNames, FigureBasis::kReported, 1},
        kPublic);
    say(*clerk, TargetSet{indicator, 2026, 5}, kPublic);
  }
  void honour() {
    distinction = subject();
    agree(first, second, DistinctionDefine{distinction, "medal", DistinctionKind::kPrize, kNames, digest()}, kPublic);
    other_distinction = subject();
    agree(first, second, DistinctionDefine{other_distinction, "cup", DistinctionKind::kPrize, kNames, digest()},
          kPublic);
    for (SubjectId* made : {&round, &other_round}) {
      *made = subject();
      say(*clerk, RoundOpen{*made, distinction, office, today, today, now()}, kPublic);
    }
    const auto nominate = [&](const char* what, const Instant& when) {
      const SubjectId made = subject();
      say(*officer, AwardNominate{made, volunteer->person, grantee, what, when}, kPrivate);
      return made;
    };
    award = nominate("medal", now());
    late_award = nominate("medal", ago(2 * 1440));
    other_award = nominate("cup", now());
    say(*clerk, NominationAdmit{award, round, digest(), now()}, kPrivate);
  }
};

AnswerWorld& world() {
  static AnswerWorld made;
  return made;
}

const Decision kProposal{kRulesVersion, Effect::kProposed, 0, 0, {}};

void expectOnly(const std::string& name, const Actor& actor, const CommandBody& body,
                const Decision& decision = {kRulesVersion}) {
  const Forgery forgery{body, traitsOf(body.kind()).visibility, Assurance::kSelf, decision};
  EXPECT_EQ(world().broken(actor, forgery), name.empty() ? "" : name + " ");
}
void expectOfOfficer(const std::string& name, const CommandBody& body) {
  expectOnly(name, *world().officer, body);
}
void expectOfClerk(const std::string& name, const CommandBody& body) {
  expectOnly(name, *world().clerk, body);
}

TEST(ViolationOfAnswers, CanaryHonestCommandsBreakNothing) {
  auto& w = world();
  expectOfOfficer("", DonationAllocate{w.subject(), w.project, w.donation, tenge(10), w.now()});
  expectOfClerk("", VoteTally{w.award, w.round, 4, w.digest(), w.now()});
  expectOnly("", *w.auditor, SampleDraw{w.audit, "hours", 10, 10, w.now()});
}

TEST(ViolationOfAnswers, ShiftsAndTrainingsHaveTheirBounds) {
  auto& w = world();
  expectOnly("SIGNUP_TAKEN", *w.volunteer, ShiftSignUp{w.subject(), w.shift, w.volunteer->person, w.now()});
  expectOnly("SHIFT_FULL", *w.attestor, ShiftSignUp{w.subject(), w.shift, w.attestor->person, w.now()});
  expectOfOfficer("MINUTES_OVER_TRAINING", TrainingAttend{w.subject(), w.training, w.volunteer->person, Minutes{61}});
}

TEST(ViolationOfAnswers, DonationsAreSpentOnce) {
  auto& w = world();
  expectOfOfficer("BAD_DONOR",
                  DonationPledge{w.subject(), w.grantee, {}, DonorKind::kOrganisation, tenge(1), {}, w.today, w.now()});
  expectOfOfficer("OVER_DONATION", DonationAllocate{w.subject(), w.project, w.donation, tenge(11), w.now()});
  expectOfOfficer("DONATION_ALLOCATED", DonationReturn{w.spent_donation, "P", w.now()});
  expectOfOfficer("RECEIPT_TAKEN", DonationReceiptIssue{w.donation, "R-2", w.digest(), w.now()});
}

TEST(ViolationOfAnswers, AFindingNamesEntriesThatAreThereInTheirOrder) {
  auto& w = world();
  const Decision earlier{2, Effect::kEffective, 0, 0, {}};
  const auto raised = [&](std::vector<EvidenceEntry> entries) {
    FindingRaise body{w.subject(), w.audit, "E05", Severity::kLow, {}, w.digest(), w.now()};
    body.entries = std::move(entries);
    return body;
  };
  const Position own = w.front().sealed().size + 1;  // after the entry of its submission
  expectOnly("", *w.auditor, raised({{0}}));
  expectOnly("", *w.auditor, raised({{0}, {5}, {own - 1}}));
  expectOnly("BAD_EVIDENCE", *w.auditor, raised({{own}}));
  expectOnly("BAD_EVIDENCE", *w.auditor, raised({{5}, {4}}));
  expectOnly("BAD_EVIDENCE", *w.auditor, raised({{5}, {5}}));
  expectOnly("BAD_EVIDENCE", *w.auditor, raised(std::vector<EvidenceEntry>(1025, EvidenceEntry{1})));
  FindingRaise minutes = raised({});
  minutes.minutes_at_risk = Minutes{-1};
  expectOnly("COUNT_ZERO", *w.auditor, minutes);
  minutes.minutes_at_risk = Minutes{1};
  expectOnly("", *w.auditor, minutes);
  // Each of these fields came with version 3.
  FindingRaise versioned = raised({});
  versioned.rule_version = 1;
  for (const FindingRaise& body : {minutes, versioned, raised({{5}})})
    EXPECT_EQ(w.broken(*w.auditor, {body, Visibility::kScoped, Assurance::kSelf, earlier}),
              only("DECISION_DIFFERS") + only("KIND_TOO_NEW"));
  EXPECT_EQ(w.broken(*w.auditor, {raised({}), Visibility::kScoped, Assurance::kSelf, earlier}),
            only("DECISION_DIFFERS"));
}

TEST(ViolationOfAnswers, AGrantWaitsForItsReports) {
  auto& w = world();
  expectOnly("NOT_OF_GRANT", *w.funder_one,
             ObligationCreate{w.subject(), w.funder, w.funder, w.agreed, ReportKind::kFinal, w.today, w.now()});
  expectOnly("REPORT_OVERDUE", *w.funder_one, TrancheApprove{w.agreed, 1, w.now()}, kProposal);
  expectOnly("REPORT_OPEN", *w.funder_one, GrantClose{w.agreed, w.now()}, kProposal);
}

TEST(ViolationOfAnswers, AuditsAreOfOutsidersAndEndWhenAnswered) {
  auto& w = world();
  expectOfOfficer("AUDITOR_INVOLVED", AuditOpen{w.subject(), w.grantee, {}, w.today, w.today, w.digest(), w.now()});
  expectOnly("BAD_SAMPLE", *w.auditor, SampleDraw{w.audit, "hours", 3, 4, w.now()});
  expectOnly("SAMPLE_TAKEN", *w.auditor, SampleDraw{w.audit, "documents", 10, 2, w.now()});
  // The tree of that size does not hold the entry that opened the audit; that of one more does.
  const auto seeing = [&](Position size) {
    Forgery forgery{SampleDraw{w.audit, "hours", 10, 2, w.now()}, Visibility::kScoped};
    forgery.before = [&w, size](SubmissionDraft& draft) { draft.seen = {size, w.front().rootAt(size).value()}; };
    return w.broken(*w.auditor, forgery);
  };
  EXPECT_EQ(seeing(w.audit_entry), only("SAMPLE_UNSEALED"));
  EXPECT_EQ(seeing(w.audit_entry + 1), "");
  expectOnly("FINDING_OPEN", *w.auditor, AuditReport{w.audit, Opinion::kClean, w.digest(), w.now()});
}

TEST(ViolationOfAnswers, FiguresSayWhereTheyComeFrom) {
  auto& w = world();
  expectOfClerk("TARGET_TAKEN", TargetSet{w.indicator, 2026, 6});
  expectOfClerk("BASIS_DIFFERS", ActualReport{w.indicator, 2026, 1, FigureBasis::kDerived, "s", w.now()});
}

TEST(ViolationOfAnswers, NominationsBelongToTheirRound) {
  auto& w = world();
  expectOnly("DISTINCTION_TAKEN", w.first,
             DistinctionDefine{w.subject(), "medal", DistinctionKind::kPrize, kNames, w.digest()}, kProposal);
  expectOfClerk("OTHER_DISTINCTION", NominationAdmit{w.other_award, w.round, w.digest(), w.now()});
  expectOfClerk("OUTSIDE_ROUND", NominationAdmit{w.late_award, w.round, w.digest(), w.now()});
  expectOfClerk("OTHER_ROUND", VoteTally{w.award, w.other_round, 1, w.digest(), w.now()});
}

TEST(ViolationOfAnswers, TheNomineeHasNoPartInIt) {
  AnswerWorld w;
  const Actor nominee = w.enrol();
  World& plain = w;
  plain.give(nominee, Role::kClerk);
  const Actor delegate = w.enrol();
  w.say(nominee,
        DelegationSet{w.subject(), nominee.person, delegate.person, Role::kClerk, {}, w.today, w.today, w.now()},
        kPrivate);
  const SubjectId own = w.subject();
  w.say(*w.officer, AwardNominate{own, nominee.person, w.grantee, "medal", w.now()}, kPrivate);
  const auto expectOf = [&](const CommandBody& body) {
    const auto found = [&](const Actor& actor, std::uint16_t rules = kRulesVersion) {
      return w.broken(actor, {body, traitsOf(body.kind()).visibility, Assurance::kSelf, {rules}});
    };
    EXPECT_EQ(found(*w.clerk), "");
    EXPECT_EQ(found(nominee), only("SELF_CONFERRAL"));
    EXPECT_EQ(found(delegate), only("SELF_CONFERRAL"));
    EXPECT_EQ(found(nominee, 2), only("DECISION_DIFFERS"));
  };
  expectOf(NominationAdmit{own, w.round, w.digest(), w.now()});
  w.say(*w.clerk, NominationAdmit{own, w.round, w.digest(), w.now()}, kPrivate);
  expectOf(VoteTally{own, w.round, 4, w.digest(), w.now()});
  expectOf(CommissionScore{own, w.round, 4, w.digest(), w.now()});
  // Of others she does.
  const CommandBody tally = VoteTally{w.award, w.round, 4, w.digest(), w.now()};
  EXPECT_EQ(w.broken(nominee, {tally, traitsOf(tally.kind()).visibility}), "");
}

TEST(ViolationOfAnswers, NominationsAreForDistinctionsThatAreDefined) {
  AnswerWorld w;
  const auto nominates = [&](const char* what, std::uint16_t rules = kRulesVersion) {
    return w.broken(*w.officer, {AwardNominate{w.subject(), w.volunteer->person, w.grantee, what, w.now()},
                                 kPrivate,
                                 Assurance::kSelf,
                                 {rules}});
  };
  EXPECT_EQ(nominates("medal"), "");
  EXPECT_EQ(nominates("spoon"), only("UNKNOWN_SUBJECT"));
  EXPECT_EQ(nominates("spoon", 2), only("DECISION_DIFFERS"));
  const DistinctionDefine spoon{w.subject(), "spoon", DistinctionKind::kBadge, kNames, w.digest()};
  const Digest proposal = w.propose(w.first, spoon, kPublic);
  EXPECT_EQ(nominates("spoon"), only("UNKNOWN_SUBJECT"));
  w.say(w.second, Endorse{proposal}, kPublic);
  EXPECT_EQ(nominates("spoon"), "");
  w.agree(w.first, w.second, DistinctionRetire{w.distinction, w.now()}, kPublic);
  EXPECT_EQ(nominates("medal"), only("WRONG_STATE"));
  EXPECT_EQ(nominates("medal", 2), only("DECISION_DIFFERS"));
  // What was nominated before is conferred all the same.
  EXPECT_EQ(w.broken(w.first, {AwardConfer{w.award, "act", w.now()}, kPrivate, Assurance::kSelf, kProposal}), "");
}

TEST(ViolationOfAnswers, WhileARoundIsOpenOnlyWhatWasAdmittedIsConferred) {
  AnswerWorld w;
  const auto confers = [&](const SubjectId& which, std::uint16_t rules = kRulesVersion) {
    return w.broken(
        w.first,
        {AwardConfer{which, "act", w.now()}, kPrivate, Assurance::kSelf, {rules, Effect::kProposed, 0, 0, {}}});
  };
  EXPECT_EQ(confers(w.award), "");
  EXPECT_EQ(confers(w.other_award), "");
  EXPECT_EQ(confers(w.late_award), only("NOT_ADMITTED"));
  EXPECT_EQ(confers(w.late_award, 2), only("DECISION_DIFFERS"));
  const Forgery proposal{AwardConfer{w.award, "act", w.now()}, kPrivate, Assurance::kSelf, kProposal};
  EXPECT_EQ(w.brokenEndorsement(w.first, proposal, w.second), "");
  const Digest early = w.propose(w.first, AwardConfer{w.other_award, "act", w.now()}, kPrivate);
  Decision endorsed{kRulesVersion};
  endorsed.endorses = w.entries().size() - 1;
  // A round that opens meanwhile.
  w.say(*w.clerk, RoundOpen{w.subject(), w.other_distinction, w.office, w.today, w.today, w.now()}, kPublic);
  EXPECT_EQ(w.broken(w.second, {Endorse{early}, kPrivate, Assurance::kSelf, endorsed}), only("NOT_ADMITTED"));
  w.say(*w.clerk, RoundClose{w.round, w.now()}, kPublic);
  EXPECT_EQ(confers(w.late_award), only("NOT_ADMITTED"));
  w.say(*w.clerk, RoundClose{w.other_round, w.now()}, kPublic);
  EXPECT_EQ(confers(w.late_award), "");
}

TEST(ViolationOfAnswers, OtherSystemsNameSubjectsOnceAndNoPersons) {
  auto& w = world();
  expectOnly("SYSTEM_TAKEN", w.first, ExternalSystemRegister{w.subject(), "portal", kNames, w.office}, kProposal);
  expectOfClerk("LINK_TAKEN", ExternalIdLink{w.subject(), w.system, w.activity, "17", w.now()});
  expectOfClerk("PERSON_LINKED",
                ExternalIdLink{w.subject(), w.system, SubjectId{w.volunteer->person.bytes}, "18", w.now()});
  expectOfOfficer("BAD_COUNT", StatementMatch{w.subject(), w.grantee, w.today, w.today, w.digest(), 3, 4, 0, w.now()});
}

}  // namespace
}  // namespace audit::tests
