// Projects that start otherwise than they were proposed, or in what was retired, put into the log although the front
// door refuses it. Each forgery breaks one rule and no other; beside it stands one that is right.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

const Names kNames{"a", "b", "c"};

Forgery forged(const CommandBody& body, Effect effect = Effect::kEffective) {
  Forgery forgery{body};
  forgery.visibility = traitsOf(body.kind()).visibility;
  forgery.decision.effect = effect;
  return forgery;
}

ProjectStart startOf(const ProjectPropose& proposed) {
  return {proposed.project, proposed.programme, proposed.organisation, proposed.region,
          proposed.from,    proposed.to,        proposed.names};
}

class ProjectWorld : public World {
 public:
  ProjectWorld() {
    settle();
    wait(60);
    today = now().civilDay();
    other_programme = programmeOf("umit");
    two_hats = enrol();
    give(*two_hats, Role::kClerk);
    for (const SubjectId& organisation : {grantee, funder}) give(*two_hats, Role::kOfficer, organisation);
    proposed = proposal();
    tell(*officer, proposed);
    approved = proposal();
    tell(*officer, approved);
    wait(10);
    tell(*clerk, ProjectApprove{approved.project, digest(), now()});
  }
  ProjectPropose proposal() {
    return {subject(), programme, grantee, "KZ-AST", today, today + 30, kNames, digest(), now()};
  }
  void tell(const Actor& actor, const CommandBody& body) { say(actor, body, traitsOf(body.kind()).visibility); }
  void tell(const Actor& actor, const Actor& with, const CommandBody& body) {
    agree(actor, with, body, traitsOf(body.kind()).visibility);
  }
  SubjectId programmeOf(const std::string& direction) {
    const SubjectId made = subject();
    tell(first, second, ProgrammeDefine{made, office, direction, kNames});
    return made;
  }

  CivilDay today = 0;
  SubjectId other_programme;
  std::optional<Actor> two_hats;
  ProjectPropose proposed, approved;
};

ProjectWorld& world() {
  static ProjectWorld made;
  return made;
}

void expectOnly(const std::string& name, const Actor& actor, const CommandBody& body,
                Effect effect = Effect::kEffective) {
  EXPECT_EQ(world().broken(actor, forged(body, effect)), name.empty() ? "" : name + " ");
}

TEST(ViolationOfProjects, WhoProposesAndWhoApproves) {
  auto& w = world();
  expectOnly("", *w.officer, w.proposal());
  expectOnly("ROLE_MISSING", *w.clerk, w.proposal());
  expectOnly("ROLE_MISSING", *w.attestor, w.proposal());
  const ProjectApprove approval{w.proposed.project, {}, w.now()};
  expectOnly("", *w.clerk, approval);
  expectOnly("", *w.two_hats, approval);
  EXPECT_EQ(w.broken(*w.officer, forged(approval)), "ROLE_MISSING SAME_PERSON ") << "who proposed it";
  expectOnly("ROLE_MISSING", w.first, approval);
}

TEST(ViolationOfProjects, AProposalIsOfWhatThereIs) {
  auto& w = world();
  const auto propose = [&](const std::string& name, auto change) {
    ProjectPropose body = w.proposal();
    change(body);
    expectOnly(name, *w.officer, body);
  };
  propose("ID_TAKEN", [&](auto& body) { body.project = w.project; });
  propose("ID_TAKEN", [&](auto& body) { body.project = w.proposed.project; });
  propose("UNKNOWN_SUBJECT", [&](auto& body) { body.programme = w.subject(); });
  propose("BAD_REGION", [](auto& body) { body.region = "AST"; });
  propose("BAD_PERIOD", [](auto& body) { body.to = body.from - 1; });
  propose("", [](auto& body) { body.to = body.from; });
  propose("IN_FUTURE", [&](auto& body) { body.occurred_at = w.ago(-3); });
}

TEST(ViolationOfProjects, NobodyApprovesWhatSheProposed) {
  ProjectWorld w;
  const Actor delegate = w.enrol();
  w.tell(
      *w.two_hats,
      DelegationSet{w.subject(), w.two_hats->person, delegate.person, Role::kOfficer, {}, w.today, w.today, w.now()});
  for (const Actor& proposer : {*w.two_hats, delegate}) {
    const ProjectPropose own = w.proposal();
    w.tell(proposer, own);
    const ProjectApprove approval{own.project, {}, w.now()};
    EXPECT_EQ(w.broken(*w.two_hats, forged(approval)), only("SAME_PERSON"));
    EXPECT_EQ(w.broken(*w.clerk, forged(approval)), "");
  }
}

TEST(ViolationOfProjects, OnlyWhatIsApprovedStarts) {
  ProjectWorld w;
  const auto start = [&](const ProjectPropose& proposed) { return w.broken(*w.officer, forged(startOf(proposed))); };
  const auto approve = [&](const SubjectId& project) {
    return w.broken(*w.clerk, forged(ProjectApprove{project, {}, w.now()}));
  };
  EXPECT_EQ(start(w.proposed), only("WRONG_STATE"));
  EXPECT_EQ(start(w.approved), "");
  EXPECT_EQ(start(w.proposal()), "");
  EXPECT_EQ(approve(w.approved.project), only("WRONG_STATE"));
  EXPECT_EQ(approve(w.project), only("WRONG_STATE"));
  EXPECT_EQ(approve(w.subject()), only("UNKNOWN_SUBJECT"));
  w.tell(*w.officer, startOf(w.approved));
  EXPECT_EQ(start(w.approved), only("ID_TAKEN"));
  EXPECT_EQ(approve(w.approved.project), only("WRONG_STATE"));
  w.tell(*w.officer, ProjectCancel{w.proposed.project, EndReason::kOther, w.now()});
  EXPECT_EQ(start(w.proposed), only("ID_TAKEN"));
  EXPECT_EQ(approve(w.proposed.project), only("WRONG_STATE"));
}

TEST(ViolationOfProjects, ItStartsAsItWasProposed) {
  auto& w = world();
  const auto start = [&](const std::string& name, auto change) {
    ProjectStart body = startOf(w.approved);
    change(body);
    expectOnly(name, *w.two_hats, body);
  };
  start("", [](auto&) {});
  start("PROJECT_DIFFERS", [&](auto& body) { body.programme = w.other_programme; });
  start("PROJECT_DIFFERS", [&](auto& body) { body.organisation = w.funder; });
  start("PROJECT_DIFFERS", [](auto& body) { body.region = "KZ-ALA"; });
  start("PROJECT_DIFFERS", [](auto& body) { ++body.from; });
  start("PROJECT_DIFFERS", [](auto& body) { --body.to; });
  start("PROJECT_DIFFERS", [](auto& body) { body.names.kk = "b"; });
  start("PROJECT_DIFFERS", [](auto& body) { body.names.ru = "a"; });
  start("PROJECT_DIFFERS", [](auto& body) { body.names.en = "d"; });
}

TEST(ViolationOfProjects, NothingIsDoneBeforeItStarts) {
  ProjectWorld w;
  const auto schedule = [&](const ProjectPropose& in) {
    const ActivitySchedule body{w.subject(), in.project, ActivityKind::kEvent, "", w.now(), w.ago(-60)};
    return w.broken(*w.attestor, forged(body));
  };
  const auto output = [&](const ProjectPropose& of) {
    return w.broken(*w.officer, forged(OutputRecord{w.subject(), of.project, "tree", 1, {}, w.now()}));
  };
  for (const ProjectPropose& waiting : {w.proposed, w.approved}) {
    EXPECT_EQ(schedule(waiting), only("WRONG_STATE"));
    EXPECT_EQ(output(waiting), only("WRONG_STATE"));
  }
  w.tell(*w.officer, startOf(w.approved));
  EXPECT_EQ(schedule(w.approved), "");
  EXPECT_EQ(output(w.approved), "");
}

TEST(ViolationOfProjects, OneThatDidNotStartIsCancelledToo) {
  auto& w = world();
  const auto cancel = [&](const std::string& name, const SubjectId& project, const Instant& when) {
    expectOnly(name, *w.officer, ProjectCancel{project, EndReason::kOther, when});
  };
  cancel("", w.proposed.project, w.now());
  cancel("", w.approved.project, w.now());
  cancel("", w.project, w.now());
  cancel("", w.proposed.project, w.proposed.occurred_at);
  cancel("BEFORE_ORIGINAL", w.proposed.project, w.ago(11));
  expectOnly("BEFORE_ORIGINAL", *w.clerk, ProjectApprove{w.proposed.project, {}, w.ago(11)});
  expectOnly("WRONG_STATE", *w.officer, ProjectSuspend{w.approved.project, EndReason::kOther, w.now()});
}

TEST(ViolationOfProgrammes, ARetiredOneTakesNothingNew) {
  ProjectWorld w;
  const ProgrammeRetire retire{w.programme, w.now()};
  EXPECT_EQ(w.broken(w.first, forged(retire, Effect::kProposed)), "");
  EXPECT_EQ(w.broken(w.first, forged(retire)), only("DECISION_DIFFERS"));
  EXPECT_EQ(w.broken(*w.clerk, forged(retire)), only("ROLE_MISSING"));
  EXPECT_EQ(w.broken(w.first, forged(ProgrammeRetire{w.project, w.now()}, Effect::kProposed)), only("UNKNOWN_SUBJECT"));
  EXPECT_EQ(w.brokenEndorsement(w.first, forged(retire, Effect::kProposed), w.second), "");
  w.tell(w.first, w.second, retire);
  EXPECT_EQ(w.broken(w.first, forged(retire, Effect::kProposed)), only("WRONG_STATE"));
  const auto takes = [&](const std::string& name, const SubjectId& programme) {
    ProjectPropose next = w.proposal();
    next.programme = programme;
    EXPECT_EQ(w.broken(*w.officer, forged(next)), name);
    next.project = w.subject();
    EXPECT_EQ(w.broken(*w.officer, forged(startOf(next))), name);
    const PartnershipRegister partnership{w.subject(), programme, w.funder, kNames, w.today, 0};
    EXPECT_EQ(w.broken(w.first, forged(partnership, Effect::kProposed)), name);
  };
  takes(only("WRONG_STATE"), w.programme);
  takes("", w.other_programme);
  EXPECT_EQ(w.broken(*w.officer, forged(startOf(w.approved))), only("WRONG_STATE"));
  const ActivitySchedule running{w.subject(), w.project, ActivityKind::kEvent, "", w.now(), w.ago(-60)};
  EXPECT_EQ(w.broken(*w.attestor, forged(running)), "");
}

TEST(ViolationOfProgrammes, ARetiredDirectionTakesNone) {
  ProjectWorld w;
  const SubjectId direction = w.subject();
  w.tell(w.first, w.second, DirectionAdd{direction, "ayala", kNames});
  const auto define = [&](const char* code) {
    return w.broken(w.first, forged(ProgrammeDefine{w.subject(), w.office, code, kNames}, Effect::kProposed));
  };
  EXPECT_EQ(define("ayala"), "");
  const Forgery earlier = forged(ProgrammeDefine{w.subject(), w.office, "ayala", kNames}, Effect::kProposed);
  EXPECT_EQ(w.brokenEndorsement(w.first, earlier, w.second), "");
  w.tell(w.first, w.second, DirectionRetire{direction, w.now()});
  EXPECT_EQ(define("ayala"), only("WRONG_STATE"));
  EXPECT_EQ(define("umit"), "");
  // The entry before it was judged by later rules: that falls, and nothing else.
  Forgery early = forged(ProgrammeDefine{w.subject(), w.office, "ayala", kNames}, Effect::kProposed);
  early.decision.rules = 2;
  EXPECT_EQ(w.broken(w.first, early), only("DECISION_DIFFERS"));
}

}  // namespace
}  // namespace audit::tests
