#include "ledger/rules/draw.h"
#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

const Instant kEarlier = at("2026-06-10T10:00:00+05:00");
const Instant kLater = at("2026-06-11T10:00:00+05:00");

class Calls : public RulesWorld {
 protected:
  Calls() { EXPECT_EQ(sendByTwo(funder_, second_funder_, call()), ""); }

  CallPublish call() {
    return {call_,
            "C-1",
            programme_,
            fund_,
            GrantClass::kSmall,
            tenge(100'000),
            {"а", "б", "c"},
            {{"need", 10}, {"plan", 5}},
            day("2026-06-01"),
            day("2026-06-10"),
            sha256(asBytes("call")),
            at("2026-05-20T10:00:00+05:00")};
  }
  ApplicationSubmit application(std::int64_t minor = 60'000, Instant when = kEarlier) {
    return {
        id(), call_, grantee_, tenge(minor), {}, {{"materials", CostType::kMaterials, minor}}, sha256(asBytes("plan")),
        when};
  }
  SubjectId admitted() {
    const ApplicationSubmit made = application();
    EXPECT_EQ(send(grantees_officer_, made), "");
    EXPECT_EQ(send(funder_, ApplicationAdmit{made.application, kLater}), "");
    return made.application;
  }
  // Names `count` new persons and draws one of them; the one drawn.
  PersonId drawnExpert(std::size_t count = 3) {
    std::vector<Expert> candidates;
    for (std::size_t i = 0; i < count; ++i) candidates.push_back({newPerson(Role::kCoordinator, organisation_)});
    std::ranges::sort(candidates, {}, &Expert::person);
    const SubjectId panel = id();
    EXPECT_EQ(sendByTwo(funder_, second_funder_, ExpertsName{panel, call_, candidates, 1, kLater}), "");
    const Digest seed = state_.panels.find(panel)->seed;
    const auto drawn = drawExperts(seed, candidates, 1);
    EXPECT_EQ(send(funder_, ExpertsDraw{panel, seed, drawn, kLater}), "");
    return drawn.at(0).person;
  }
  GrantAward award(const SubjectId& application, std::int64_t minor) {
    return {id(),         "SG-2026-1",        "Sample",           fund_,  grantee_,   programme_, "KZ-75",
            tenge(minor), GrantClass::kSmall, FundSource::kState, kLater, application};
  }
  ScoreGive score(const SubjectId& application, std::uint16_t points = 10) {
    return {id(), application, "need", points, kLater};
  }

  const SubjectId call_ = id();
};

TEST_F(Calls, CriteriaAreDistinctAndGivePoints) {
  CallPublish bad = call();
  bad.call = id();
  bad.criteria = {};
  EXPECT_EQ(send(funder_, bad), "BAD_CRITERIA");
  bad.criteria = {{"need", 0}};
  EXPECT_EQ(send(funder_, bad), "BAD_CRITERIA");
  bad.criteria = {{"need", 5}, {"need", 6}};
  EXPECT_EQ(send(funder_, bad), "BAD_CRITERIA");
}

TEST_F(Calls, ApplicationsComeOnTheDaysOfTheCall) {
  EXPECT_EQ(send(grantees_officer_, application(1, at("2026-05-31T23:59:59+05:00"))), "OUTSIDE_CALL");
  EXPECT_EQ(send(grantees_officer_, application(1, kLater)), "OUTSIDE_CALL");
  EXPECT_EQ(send(funder_, CallAmend{call_, day("2026-06-10"), sha256(asBytes("a")), kLater}), "BAD_PERIOD");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, CallAmend{call_, day("2026-06-11"), sha256(asBytes("a")), kLater}), "");
  EXPECT_EQ(send(grantees_officer_, application(1, kLater)), "");
}

TEST_F(Calls, AnApplicationFitsItsCall) {
  EXPECT_EQ(send(grantees_officer_, application(100'001)), "OVER_BUDGET");
  EXPECT_EQ(send(grantees_officer_, application(0)), "AMOUNT_NOT_POSITIVE");
  ApplicationSubmit made = application(60'000);
  made.amount = {60'000, *Currency::parse("USD")};
  EXPECT_EQ(send(grantees_officer_, made), "CURRENCY_MISMATCH");
  made = application(60'000);
  made.lines[0].amount = 60'001;
  EXPECT_EQ(send(grantees_officer_, made), "LINES_OVER_AWARD");
  made.co_funding = tenge(1);
  EXPECT_EQ(send(grantees_officer_, made), "");
  EXPECT_EQ(send(grantees_officer_, application()), "APPLICATION_TAKEN");
  ASSERT_EQ(send(grantees_officer_, ApplicationWithdraw{made.application, kLater}), "");
  EXPECT_EQ(send(grantees_officer_, application(100'000)), "");
  ApplicationSubmit own = application();
  own.organisation = fund_;
  EXPECT_EQ(send(newPerson(Role::kOfficer, fund_), own), "SAME_ORGANISATION");
}

TEST_F(Calls, TheDrawIsThatOfTheSeedAndNoOther) {
  std::vector<Expert> candidates{{attestor_}, {coordinator_}, {volunteer_}};
  std::ranges::sort(candidates, {}, &Expert::person);
  const SubjectId panel = id();
  EXPECT_EQ(send(funder_, ExpertsName{panel, call_, candidates, 0, kLater}), "BAD_PANEL");
  EXPECT_EQ(send(funder_, ExpertsName{panel, call_, candidates, 4, kLater}), "BAD_PANEL");
  auto unordered = candidates;
  std::swap(unordered[0], unordered[1]);
  EXPECT_EQ(send(funder_, ExpertsName{panel, call_, unordered, 2, kLater}), "BAD_PANEL");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, ExpertsName{panel, call_, candidates, 2, kLater}), "");
  const Digest seed = state_.panels.find(panel)->seed;
  auto drawn = drawExperts(seed, candidates, 2);
  EXPECT_EQ(send(funder_, ExpertsDraw{panel, sha256(asBytes("mine")), drawn, kLater}), "DRAW_DIFFERS");
  std::swap(drawn[0], drawn[1]);
  EXPECT_EQ(send(funder_, ExpertsDraw{panel, seed, drawn, kLater}), "DRAW_DIFFERS");
  std::swap(drawn[0], drawn[1]);
  EXPECT_EQ(send(funder_, ExpertsDraw{panel, seed, drawn, kLater}), "");
}

TEST_F(Calls, OnlyADrawnExpertScoresOnceAndWithinThePoints) {
  const SubjectId scored = admitted();
  EXPECT_EQ(send(attestor_, score(scored)), "NOT_AN_EXPERT");
  const PersonId expert = drawnExpert();
  EXPECT_EQ(send(expert, score(scored, 11)), "POINTS_OVER_MAX");
  ScoreGive other = score(scored);
  other.criterion = "beauty";
  EXPECT_EQ(send(expert, other), "CRITERION_UNKNOWN");
  EXPECT_EQ(send(expert, score(scored, 10)), "");
  EXPECT_EQ(send(expert, score(scored, 9)), "SCORE_TAKEN");
}

TEST_F(Calls, AnExpertInConflictScoresNothing) {
  const SubjectId scored = admitted();
  const PersonId expert = drawnExpert();
  ASSERT_EQ(send(expert,
                 RelatedPartyDeclare{id(), expert, grantee_, Relation::kFamily, day("2026-01-01"), day("2026-06-10")}),
            "");
  EXPECT_EQ(send(expert, score(scored)), "");  // that ended the day before
  ASSERT_EQ(send(expert, RelatedPartyDeclare{id(), expert, grantee_, Relation::kFamily, day("2026-06-11"), 0}), "");
  ScoreGive second = score(scored, 5);
  second.criterion = "plan";
  EXPECT_EQ(send(expert, second), "CONFLICT_OF_INTEREST");
  const PersonId aside = drawnExpert(1);
  ASSERT_EQ(send(aside, ConflictDeclare{id(), scored, kLater}), "");
  EXPECT_EQ(send(aside, score(scored)), "CONFLICT_OF_INTEREST");
}

TEST_F(Calls, AnAwardAnswersItsApplication) {
  const SubjectId answered = admitted();
  GrantAward made = award(answered, 60'001);
  EXPECT_EQ(send(funder_, made), "OVER_APPLICATION");
  made = award(answered, 60'000);
  made.grantee = organisation_;
  EXPECT_EQ(send(funder_, made), "NOT_OF_APPLICATION");
  made.grantee = grantee_;
  ASSERT_EQ(sendByTwo(funder_, second_funder_, made), "");
  EXPECT_EQ(state_.lives.find(answered)->state, SubjectState::kAwarded);
  EXPECT_EQ(send(funder_, ApplicationDecline{answered, DeclineReason::kNoMoney, kLater}), "WRONG_STATE");
  EXPECT_EQ(send(funder_, award(answered, 1)), "WRONG_STATE");
}

TEST_F(Calls, TheAwardsOfACallStayWithinItsBudget) {
  const SubjectId answered = admitted();
  ApplicationSubmit other = application(50'000);
  other.organisation = organisation_;
  ASSERT_EQ(send(officer_, other), "");
  ASSERT_EQ(send(funder_, ApplicationAdmit{other.application, kLater}), "");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, award(answered, 60'000)), "");
  GrantAward next = award(other.application, 40'001);
  next.number = "SG-2026-2";
  next.grantee = organisation_;
  EXPECT_EQ(send(funder_, next), "OVER_BUDGET");
  next.amount = tenge(40'000);
  EXPECT_EQ(send(funder_, next), "");
}

TEST_F(Calls, WhoScoredDoesNotAward) {
  const SubjectId answered = admitted();
  const PersonId expert = drawnExpert();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{expert, Role::kFunder, fund_, 0}), "");
  ASSERT_EQ(send(expert, score(answered)), "");
  EXPECT_EQ(send(expert, award(answered, 1'000)), "SCORER_AWARDS");
  EXPECT_EQ(sendByTwo(funder_, expert, award(answered, 1'000)), "SCORER_AWARDS");
  EXPECT_EQ(endorse(second_funder_), "");
}

TEST_F(Calls, WhoScoredDoesNotAwardThroughADeputy) {
  const SubjectId answered = admitted();
  const PersonId expert = drawnExpert();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{expert, Role::kFunder, fund_, 0}), "");
  ASSERT_EQ(send(expert, score(answered)), "");
  ASSERT_EQ(send(expert, DelegationSet{id(), expert, volunteer_, Role::kFunder, fund_, day("2026-06-15"),
                                       day("2026-06-16"), at("2026-06-15T11:00:00+05:00")}),
            "");
  EXPECT_EQ(send(volunteer_, award(answered, 1'000)), "SCORER_AWARDS");
  EXPECT_EQ(sendByTwo(funder_, volunteer_, award(answered, 1'000)), "SCORER_AWARDS");
}

TEST_F(Calls, ADecisionIsAppealedUpheldOrOverturned) {
  const SubjectId answered = admitted();
  const Digest paper = sha256(asBytes("paper"));
  EXPECT_EQ(send(grantees_officer_, DecisionAppeal{answered, paper, kLater}), "WRONG_STATE");
  ASSERT_EQ(send(funder_, ApplicationDecline{answered, DeclineReason::kLowScore, kLater}), "");
  ASSERT_EQ(send(grantees_officer_, DecisionAppeal{answered, paper, kLater}), "");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, DecisionOverturn{answered, paper, kLater}), "");
  EXPECT_EQ(send(funder_, ApplicationShortlist{answered, kLater}), "");
}

TEST_F(Calls, DeliverablesStayWithinTheContractOfTheSocialOrder) {
  const SubjectId contract = id();
  ContractSign signed_by_two{contract,
                             "SO-1",
                             programme_,
                             fund_,
                             fund_,
                             tenge(1'000),
                             {"а", "б", "c"},
                             day("2026-06-01"),
                             day("2026-12-31"),
                             sha256(asBytes("contract")),
                             kEarlier};
  EXPECT_EQ(send(funder_, signed_by_two), "SAME_ORGANISATION");
  signed_by_two.grantee = grantee_;
  EXPECT_EQ(sendByTwo(funder_, second_funder_, signed_by_two), "ROLE_MISSING");
  ASSERT_EQ(endorse(grantees_officer_), "");
  const auto deliver = [&](std::int64_t minor) {
    return DeliverableAccept{id(), contract, tenge(minor), sha256(asBytes("act")), kLater};
  };
  EXPECT_EQ(send(funder_, deliver(1'001)), "OVER_CONTRACT");
  EXPECT_EQ(send(funder_, deliver(600)), "");
  EXPECT_EQ(send(funder_, deliver(401)), "OVER_CONTRACT");
  EXPECT_EQ(send(funder_, deliver(400)), "");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, ContractEnd{contract, kLater}), "");
  EXPECT_EQ(send(funder_, deliver(1)), "WRONG_STATE");
}

}  // namespace
}  // namespace ledger
