// Languages, measures, acts of law, findings of visits, places of check-ins and systems of imports as they may not be,
// put into the log although the front door refuses them. Each forgery breaks one rule and no other; beside it stands
// one that is right.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

const Names kNames{"a", "b", "c"};
const Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};
const Decision kEarlier{2, Effect::kEffective, 0, 0, {}};
const Decision kEarlierProposed{2, Effect::kProposed, 0, 0, {}};

class FieldWorld : public World {
 public:
  FieldWorld() {
    settle();
    wait(60);
    today = now().civilDay();
    plan();
    for (const LegalStatus status : {LegalStatus::kInForce, LegalStatus::kRepealed}) {
      SubjectId& made = status == LegalStatus::kInForce ? basis : repealed;
      made = subject();
      decide(LegalBasisRecord{made, "N", kNames, status, "act", today, 0});
    }
    shift = subject();
    tell(*attestor, ShiftOpen{shift, activity, "helper", ago(50), ago(20), 0, 9});
    for (SubjectId* made : {&signup, &arrived}) {
      *made = subject();
      const Actor served = enrol();
      tell(served, ShiftSignUp{*made, shift, served.person, now()});
    }
    tell(*attestor, CheckIn{arrived, CheckMethod::kManual, "", now(), "", {}});
    for (SubjectId* made : {&portal, &old_portal}) {
      *made = subject();
      decide(ExternalSystemRegister{*made, made == &portal ? "portal" : "old-portal", kNames, office});
    }
  }
  void decide(const CommandBody& body) { agree(first, second, body, traitsOf(body.kind()).visibility); }
  void tell(const Actor& actor, const CommandBody& body) { say(actor, body, traitsOf(body.kind()).visibility); }

  CivilDay today = 0;
  SubjectId roadmap, measure, completed, basis, repealed, shift, signup, arrived, portal, old_portal;

 private:
  void plan() {
    roadmap = subject();
    decide(RoadmapAdopt{roadmap, office, "A", kNames, today, today + 9, digest()});
    for (SubjectId* made : {&measure, &completed}) {
      *made = subject();
      tell(*clerk, MeasureDefine{*made, roadmap, grantee, "1", kNames, today + 9});
    }
    tell(*clerk, MeasureComplete{completed, digest(), now()});
  }
};

FieldWorld& world() {
  static FieldWorld made;
  return made;
}

std::string broken(const Actor& actor, const CommandBody& body, const Decision& decision = {kRulesVersion}) {
  return world().broken(actor, {body, traitsOf(body.kind()).visibility, Assurance::kSelf, decision});
}
const std::string kTooNew = only("DECISION_DIFFERS") + only("KIND_TOO_NEW");

TEST(ViolationOfFields, LanguagesStandInTheirOrder) {
  auto& w = world();
  const auto speaking = [&](std::vector<SpokenLanguage> languages, RegistrationChannel channel = {}) {
    PersonRegister body{w.fresh<PersonId>(), w.office, "KZ-ALA", {}, {}, {}};
    body.languages = std::move(languages);
    body.channel = channel;
    return body;
  };
  using enum SpokenLanguage;
  EXPECT_EQ(broken(*w.clerk, speaking({})), "");
  EXPECT_EQ(broken(*w.clerk, speaking({kKk, kRu, kEn, kOther}, RegistrationChannel::kInstitution)), "");
  EXPECT_EQ(broken(*w.clerk, speaking({kKk, kOther})), "");
  EXPECT_EQ(broken(*w.clerk, speaking({kRu, kKk})), only("BAD_LANGUAGES"));
  EXPECT_EQ(broken(*w.clerk, speaking({kKk, kRu, kRu})), only("BAD_LANGUAGES"));
  const auto imported = [&](std::vector<SpokenLanguage> languages) {
    const ImportRecord record{w.subject(), 0, w.digest(), w.digest(), 0, 1};
    return w.broken(w.signImport(*w.importer, {record, speaking(std::move(languages))}, Visibility::kPrivate),
                    {kRulesVersion});
  };
  EXPECT_EQ(imported({kKk, kRu}), "");
  EXPECT_EQ(imported({kRu, kKk}), only("BAD_LANGUAGES"));
  EXPECT_EQ(broken(*w.clerk, speaking({}), kEarlier), only("DECISION_DIFFERS"));
  EXPECT_EQ(broken(*w.clerk, speaking({kKk}), kEarlier), kTooNew);
  EXPECT_EQ(broken(*w.clerk, speaking({}, RegistrationChannel::kPortal), kEarlier), kTooNew);
}

TEST(ViolationOfFields, AProgrammeServesAMeasureThatIsDefined) {
  auto& w = world();
  const auto defines = [&](const SubjectId& served, const Decision& decision = kProposed) {
    return broken(w.first, ProgrammeDefine{w.subject(), w.office, "umit", kNames, served}, decision);
  };
  EXPECT_EQ(defines({}), "");
  EXPECT_EQ(defines(w.measure), "");
  EXPECT_EQ(defines(w.completed), only("WRONG_STATE"));
  EXPECT_EQ(defines(w.subject()), only("UNKNOWN_SUBJECT"));
  EXPECT_EQ(defines(w.roadmap), only("UNKNOWN_SUBJECT"));
  EXPECT_EQ(defines({}, kEarlierProposed), only("DECISION_DIFFERS"));
  EXPECT_EQ(defines(w.measure, kEarlierProposed), kTooNew);
}

// Whether the act bears it is not asked.
TEST(ViolationOfFields, MandatesAndPoliciesRestOnActsThatAreThere) {
  auto& w = world();
  const auto mandates = [&](const SubjectId& act, const Decision& decision = kProposed) {
    return broken(w.first, OfficeMandateSet{w.office, "M", w.digest(), w.today, 0, act}, decision);
  };
  const auto publishes = [&](const SubjectId& act, const Decision& decision = kProposed) {
    PolicyPublish policy{w.subject(), {}, "1", LegalStatus::kInForce, "act", w.today, 0, HoursLimits{}};
    policy.legal_basis = act;
    return broken(w.first, policy, decision);
  };
  for (const SubjectId& act : {SubjectId{}, w.basis, w.repealed}) {
    EXPECT_EQ(mandates(act), "");
    EXPECT_EQ(publishes(act), "");
  }
  for (const SubjectId& act : {w.subject(), w.roadmap}) {
    EXPECT_EQ(mandates(act), only("UNKNOWN_SUBJECT"));
    EXPECT_EQ(publishes(act), only("UNKNOWN_SUBJECT"));
  }
  EXPECT_EQ(mandates({}, kEarlierProposed), only("DECISION_DIFFERS"));
  EXPECT_EQ(mandates(w.basis, kEarlierProposed), kTooNew);
  EXPECT_EQ(publishes({}, kEarlierProposed), only("DECISION_DIFFERS"));
  EXPECT_EQ(publishes(w.basis, kEarlierProposed), kTooNew);
}

TEST(ViolationOfFields, FindingsOfAVisitAreThoseOfItsVerdict) {
  auto& w = world();
  const auto visits = [&](VisitVerdict verdict, std::vector<VisitFinding> findings,
                          const Decision& decision = {kRulesVersion}) {
    MonitoringVisitRecord body{w.subject(), w.office, w.project, verdict, w.digest(), w.now()};
    body.findings = std::move(findings);
    return broken(*w.clerk, body, decision);
  };
  const VisitFinding light{VisitAspect::kMinors, false, w.digest()};
  const VisitFinding other{VisitAspect::kMoney, false, {}};
  const VisitFinding grave{VisitAspect::kSafety, true, {}};
  for (const VisitVerdict verdict : {VisitVerdict::kOnTrack, VisitVerdict::kRemarks, VisitVerdict::kSeriousRemarks})
    EXPECT_EQ(visits(verdict, {}), "");
  EXPECT_EQ(visits(VisitVerdict::kRemarks, {light, other}), "");
  EXPECT_EQ(visits(VisitVerdict::kSeriousRemarks, {light, grave, other}), "");
  EXPECT_EQ(visits(VisitVerdict::kSeriousRemarks, {light}), "");
  EXPECT_EQ(visits(VisitVerdict::kRemarks, {other, light}), only("BAD_FINDINGS"));
  EXPECT_EQ(visits(VisitVerdict::kRemarks, {light, light}), only("BAD_FINDINGS"));
  EXPECT_EQ(visits(VisitVerdict::kOnTrack, {light}), only("VERDICT_DIFFERS"));
  EXPECT_EQ(visits(VisitVerdict::kRemarks, {light, grave}), only("VERDICT_DIFFERS"));
  EXPECT_EQ(visits(VisitVerdict::kOnTrack, {}, kEarlier), only("DECISION_DIFFERS"));
  EXPECT_EQ(visits(VisitVerdict::kRemarks, {light}, kEarlier), kTooNew);
}

TEST(ViolationOfFields, APlaceIsACodeOfNineDigits) {
  auto& w = world();
  const auto checks = [&](CheckMethod method, const std::string& place, const Decision& decision = {kRulesVersion}) {
    const std::string in = broken(*w.attestor, CheckIn{w.signup, method, "", w.now(), place, {}}, decision);
    EXPECT_EQ(broken(*w.attestor, CheckOut{w.arrived, method, "", w.now(), place, {}}, decision), in);
    return in;
  };
  EXPECT_EQ(checks(CheckMethod::kQr, ""), "");
  EXPECT_EQ(checks(CheckMethod::kQr, "710000000"), "");
  EXPECT_EQ(checks(CheckMethod::kGeo, "750000000"), "");
  EXPECT_EQ(checks(CheckMethod::kGeo, ""), only("PLACE_MISSING"));
  for (const char* place : {"71000000", "7100000000", "71000000a", "KZ-AST"}) {
    EXPECT_EQ(checks(CheckMethod::kGeo, place), only("BAD_PLACE")) << place;
    EXPECT_EQ(checks(CheckMethod::kPaper, place), only("BAD_PLACE")) << place;
  }
  EXPECT_EQ(checks(CheckMethod::kGeo, "", kEarlier), only("DECISION_DIFFERS"));
  EXPECT_EQ(checks(CheckMethod::kGeo, "710000000", kEarlier), kTooNew);
  EXPECT_EQ(broken(*w.attestor, CheckIn{w.signup, CheckMethod::kQr, "", w.now(), "", w.digest()}), "");
  EXPECT_EQ(broken(*w.attestor, CheckIn{w.signup, CheckMethod::kQr, "", w.now(), "", w.digest()}, kEarlier), kTooNew);
}

// Of its own: a part that was recorded stays.
TEST(ViolationOfFields, PartsOfAnImportComeFromOneSystem) {
  FieldWorld w;
  const auto imports = [&](const ImportRecord& record, const Decision& decision = {kRulesVersion}) {
    return w.broken(*w.importer, {record, Visibility::kPublic, Assurance::kImported, decision});
  };
  const auto part = [&](const SubjectId& system) {
    return ImportRecord{w.subject(), 0, w.digest(), w.digest(), 0, 1, system};
  };
  const auto next = [](ImportRecord record, const SubjectId& system) {
    record.part = 1;
    record.system = system;
    return record;
  };
  EXPECT_EQ(imports(part({})), "");
  EXPECT_EQ(imports(part(w.portal)), "");
  EXPECT_EQ(imports(part(w.subject())), only("UNKNOWN_SUBJECT"));
  EXPECT_EQ(imports(part(w.roadmap)), only("UNKNOWN_SUBJECT"));
  EXPECT_EQ(imports(part({}), kEarlier), only("DECISION_DIFFERS"));
  EXPECT_EQ(imports(part(w.portal), kEarlier), kTooNew);
  const ImportRecord of_portal = part(w.portal);
  const ImportRecord of_none = part({});
  for (const ImportRecord& record : {of_portal, of_none})
    w.submit(w.signImport(*w.importer, {record}, Visibility::kPublic));
  EXPECT_EQ(imports(next(of_portal, w.portal)), "");
  EXPECT_EQ(imports(next(of_portal, w.old_portal)), only("PART_OUT_OF_ORDER"));
  EXPECT_EQ(imports(next(of_portal, {})), only("PART_OUT_OF_ORDER"));
  EXPECT_EQ(imports(next(of_none, {})), "");
  EXPECT_EQ(imports(next(of_none, w.portal)), only("PART_OUT_OF_ORDER"));
  w.decide(ExternalSystemRetire{w.portal, w.now()});
  EXPECT_EQ(imports(part(w.portal)), only("WRONG_STATE"));
  EXPECT_EQ(imports(next(of_portal, w.portal)), only("WRONG_STATE"));
}

TEST(ViolationOfFields, WithARetiredSystemNothingIsLinked) {
  FieldWorld w;
  const auto of_first = [&](const CommandBody& body) {
    return w.broken(w.first, {body, Visibility::kPublic, Assurance::kSelf, kProposed});
  };
  const auto links = [&](const SubjectId& system) {
    const CommandBody body = ExternalIdLink{w.subject(), system, w.project, "17", w.now()};
    return w.broken(*w.clerk, {body, traitsOf(body.kind()).visibility});
  };
  const ExternalSystemRetire retirement{w.old_portal, w.now()};
  EXPECT_EQ(links(w.old_portal), "");
  EXPECT_EQ(of_first(retirement), "");
  EXPECT_EQ(w.broken(w.first, {retirement, Visibility::kPublic}), only("DECISION_DIFFERS"));
  EXPECT_EQ(w.broken(*w.clerk, {retirement, Visibility::kPublic, Assurance::kSelf, kProposed}),
            only("ROLE_MISSING") + only("DECISION_DIFFERS"));
  EXPECT_EQ(of_first(ExternalSystemRetire{w.subject(), w.now()}), only("UNKNOWN_SUBJECT"));
  w.decide(retirement);
  EXPECT_EQ(of_first(retirement), only("WRONG_STATE"));
  EXPECT_EQ(links(w.old_portal), only("WRONG_STATE"));
  EXPECT_EQ(links(w.portal), "");
  // Its code is not free again, and what was there is still compared.
  EXPECT_EQ(of_first(ExternalSystemRegister{w.subject(), "old-portal", kNames, w.office}), only("SYSTEM_TAKEN"));
  const CommandBody reconciled =
      ReconciliationRecord{w.subject(), w.old_portal, w.today, w.today, w.digest(), {}, w.now()};
  EXPECT_EQ(w.broken(*w.clerk, {reconciled, traitsOf(reconciled.kind()).visibility}), "");
}

}  // namespace
}  // namespace audit::tests
