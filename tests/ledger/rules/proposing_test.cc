#include "ledger/rules/proposing.h"

#include "ledger/rules/lifecycle.h"
#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Proposing : public RulesWorld {
 protected:
  ProjectPropose plan() {
    return {id(),
            programme_,
            organisation_,
            "KZ-75",
            day("2026-07-01"),
            day("2026-08-31"),
            {"Жоба", "Проект", "Project"},
            sha256(asBytes("plan")),
            kEarlier};
  }
  ProjectPropose proposed() {
    ProjectPropose made = plan();
    EXPECT_EQ(send(officer_, made), "");
    return made;
  }
  ProjectPropose approved() {
    ProjectPropose made = proposed();
    EXPECT_EQ(send(clerk_, ProjectApprove{made.project, {}, kLater}), "");
    return made;
  }
  static ProjectStart startOf(const ProjectPropose& plan) {
    return {plan.project, plan.programme, plan.organisation, plan.region, plan.from, plan.to, plan.names};
  }
  SubjectState standing(const SubjectId& project) { return *stateOf(state_, StreamRole::kProject, project); }
  std::string retire() { return sendByTwo(authority_, second_authority_, ProgrammeRetire{programme_, kLater}); }
};

TEST_F(Proposing, AProposedProjectStartsOnceApproved) {
  const ProjectPropose made = plan();
  EXPECT_EQ(send(clerk_, made), "ROLE_MISSING");
  ASSERT_EQ(send(officer_, made), "");
  EXPECT_EQ(send(officer_, made), "ID_TAKEN");
  EXPECT_EQ(standing(made.project), SubjectState::kProposed);
  EXPECT_EQ(send(officer_, startOf(made)), "WRONG_STATE");
  EXPECT_EQ(import({startOf(made)}), "WRONG_STATE");
  const ProjectApprove approval{made.project, {}, kLater};
  EXPECT_EQ(send(officer_, approval), "ROLE_MISSING");
  const SubjectId elsewhere = id();
  ASSERT_EQ(sendByTwo(authority_, second_authority_,
                      OfficeEstablish{elsewhere, OfficeKind::kRegional, "KZ-71", {"к", "о", "o"}}),
            "");
  EXPECT_EQ(send(newPerson(Role::kClerk, elsewhere), approval), "ROLE_MISSING");
  ASSERT_EQ(send(clerk_, approval), "");
  EXPECT_EQ(send(clerk_, approval), "WRONG_STATE");
  EXPECT_EQ(standing(made.project), SubjectState::kApproved);
  const ActivitySchedule activity{
      id(), made.project, ActivityKind::kEvent, "", at("2026-07-02T10:00:00+05:00"), at("2026-07-02T12:00:00+05:00")};
  EXPECT_EQ(send(coordinator_, activity), "WRONG_STATE");
  ASSERT_EQ(send(officer_, startOf(made)), "");
  EXPECT_EQ(standing(made.project), SubjectState::kRunning);
  EXPECT_EQ(send(officer_, startOf(made)), "ID_TAKEN");
  EXPECT_EQ(send(coordinator_, activity), "");
  EXPECT_EQ(send(officer_, ProjectSuspend{made.project, EndReason::kWeather, kEarlier}), "");
}

TEST_F(Proposing, ItStartsAsItWasProposed) {
  const ProjectPropose made = approved();
  const auto differs = [&](auto change) {
    ProjectStart start = startOf(made);
    change(start);
    return send(officer_, start);
  };
  const SubjectId other = id();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, ProgrammeDefine{other, office_, "umit", {"к", "о", "o"}}), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{officer_, Role::kOfficer, grantee_, 0}), "");
  EXPECT_EQ(differs([&](auto& start) { start.programme = other; }), "PROJECT_DIFFERS");
  EXPECT_EQ(differs([&](auto& start) { start.organisation = grantee_; }), "PROJECT_DIFFERS");
  EXPECT_EQ(differs([](auto& start) { start.region = "KZ-71"; }), "PROJECT_DIFFERS");
  EXPECT_EQ(differs([](auto& start) { ++start.from; }), "PROJECT_DIFFERS");
  EXPECT_EQ(differs([](auto& start) { ++start.to; }), "PROJECT_DIFFERS");
  EXPECT_EQ(differs([](auto& start) { start.names.en = "Another"; }), "PROJECT_DIFFERS");
  EXPECT_EQ(differs([](auto&) {}), "");
}

TEST_F(Proposing, AnyOtherProjectStartsAsBefore) {
  const ProjectPropose never = plan();
  EXPECT_EQ(send(clerk_, ProjectApprove{never.project, {}, kLater}), "UNKNOWN_SUBJECT");
  ASSERT_EQ(send(officer_, startOf(never)), "");
  EXPECT_EQ(standing(never.project), SubjectState::kRunning);
  EXPECT_EQ(send(clerk_, ProjectApprove{never.project, {}, kLater}), "WRONG_STATE");
  EXPECT_EQ(send(officer_, never), "ID_TAKEN");
  // An idea may become one or the other.
  for (const SubjectId& project : {never.project, proposed().project}) {
    const SubjectId idea = id();
    ASSERT_EQ(send(clerk_, IdeaSubmit{idea, office_, "umit", "KZ-75", sha256(asBytes("idea")), kEarlier}), "");
    ASSERT_EQ(send(clerk_, IdeaTriage{idea, kEarlier}), "");
    EXPECT_EQ(send(clerk_, IdeaConvert{idea, project, kLater}), "");
  }
}

TEST_F(Proposing, WhoProposedDoesNotApprove) {
  const ProjectPropose made = proposed();
  const ProjectApprove approval{made.project, {}, kLater};
  ASSERT_EQ(send(clerk_, DelegationSet{id(), clerk_, officer_, Role::kClerk, office_, day("2026-06-15"),
                                       day("2026-06-16"), kLater}),
            "");
  EXPECT_EQ(send(officer_, approval), "SAME_PERSON") << "she acts for the clerk";
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{officer_, Role::kClerk, office_, 0}), "");
  EXPECT_EQ(send(officer_, approval), "SAME_PERSON");
  EXPECT_EQ(send(clerk_, approval), "");
}

TEST_F(Proposing, ItMayBeCancelledAndMadeNothingYet) {
  const ProjectPropose first = proposed(), second = approved();
  for (const SubjectId& project : {first.project, second.project}) {
    const OutputRecord output{id(), project, "trees", 5, {}, kLater};
    EXPECT_EQ(send(coordinator_, output), "WRONG_STATE");
    EXPECT_EQ(send(officer_, OutputTargetSet{id(), project, "trees", 5, day("2026-08-01")}), "");
    EXPECT_EQ(send(officer_, ProjectCancel{project, EndReason::kNoMoney, at("2026-06-10T09:59:59+05:00")}),
              "BEFORE_ORIGINAL");
    EXPECT_EQ(send(officer_, ProjectCancel{project, EndReason::kNoMoney, kEarlier}), "");
    EXPECT_EQ(send(coordinator_, output), "");
  }
  EXPECT_EQ(send(clerk_, ProjectApprove{first.project, {}, kLater}), "WRONG_STATE");
  EXPECT_EQ(send(officer_, startOf(second)), "ID_TAKEN");
}

TEST_F(Proposing, NothingNewStartsInARetiredProgramme) {
  const ProjectPropose made = approved();
  EXPECT_EQ(send(officer_, ProgrammeRetire{programme_, kLater}), "ROLE_MISSING");
  ASSERT_EQ(send(authority_, ProgrammeRetire{programme_, kLater}), "");
  const CallPublish call{id(),
                         "C-1",
                         programme_,
                         fund_,
                         GrantClass::kSmall,
                         tenge(100'000),
                         {"а", "б", "c"},
                         {{"need", 10}},
                         day("2026-06-01"),
                         day("2026-06-20"),
                         sha256(asBytes("call")),
                         kEarlier};
  EXPECT_EQ(send(funder_, call), "") << "it is retired when two have said so";
  ASSERT_EQ(retire(), "");
  EXPECT_EQ(send(authority_, ProgrammeRetire{programme_, kLater}), "WRONG_STATE");
  EXPECT_EQ(send(officer_, plan()), "WRONG_STATE");
  EXPECT_EQ(send(officer_, startOf(plan())), "WRONG_STATE");
  EXPECT_EQ(import({startOf(plan())}), "WRONG_STATE");
  EXPECT_EQ(send(officer_, startOf(made)), "WRONG_STATE") << "approved while it stood";
  EXPECT_EQ(send(funder_, call), "WRONG_STATE");
  EXPECT_EQ(
      send(authority_, PartnershipRegister{id(), programme_, organisation_, {"к", "о", "o"}, day("2026-06-01"), 0}),
      "WRONG_STATE");
  // What runs goes on, and so does the money.
  EXPECT_EQ(send(coordinator_, ActivitySchedule{id(), project_, ActivityKind::kEvent, "",
                                                at("2026-06-20T10:00:00+05:00"), at("2026-06-20T12:00:00+05:00")}),
            "");
  EXPECT_FALSE(agreedGrant().isNone());
}

TEST_F(Proposing, NoProgrammeIsDefinedInARetiredDirection) {
  const SubjectId direction = id();
  const auto define = [&](const char* code) {
    return send(authority_, ProgrammeDefine{id(), office_, code, {"к", "о", "o"}});
  };
  EXPECT_EQ(define("ayala"), "") << "a direction need not be in the ledger";
  ASSERT_EQ(sendByTwo(authority_, second_authority_, DirectionAdd{direction, "ayala", {"к", "о", "o"}}), "");
  ASSERT_EQ(define("ayala"), "");
  ASSERT_EQ(send(authority_, DirectionRetire{direction, kLater}), "");
  const Digest retirement = last_;
  ASSERT_EQ(define("ayala"), "") << "it is retired when two have said so";
  const Digest late = last_;
  ASSERT_EQ(send(second_authority_, Endorse{retirement}), "");
  EXPECT_EQ(define("ayala"), "WRONG_STATE");
  EXPECT_EQ(send(second_authority_, Endorse{late}), "WRONG_STATE");
  EXPECT_EQ(define("umit"), "");
  rules_ = kRules3 - 1;
  EXPECT_EQ(define("ayala"), "");
}

TEST_F(Proposing, TheKindsCameWithVersionThree) {
  rules_ = kRules3 - 1;
  EXPECT_EQ(send(officer_, plan()), "KIND_TOO_NEW");
  EXPECT_EQ(send(clerk_, ProjectApprove{project_, {}, kLater}), "KIND_TOO_NEW");
  EXPECT_EQ(send(authority_, ProgrammeRetire{programme_, kLater}), "KIND_TOO_NEW");
  EXPECT_EQ(send(officer_, startOf(plan())), "");
}

}  // namespace
}  // namespace ledger
