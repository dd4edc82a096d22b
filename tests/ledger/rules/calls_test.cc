#include "tests/ledger/rules/calls_world.h"

namespace ledger {
namespace {

using Calls = CallsWorld;

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
  EXPECT_EQ(apply(grantees_officer_, application(1, at("2026-05-31T23:59:59+05:00"))), "OUTSIDE_CALL");
  EXPECT_EQ(apply(grantees_officer_, application(1, kLater)), "OUTSIDE_CALL");
  EXPECT_EQ(send(funder_, CallAmend{call_, day("2026-06-10"), sha256(asBytes("a")), kLater}), "BAD_PERIOD");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, CallAmend{call_, day("2026-06-11"), sha256(asBytes("a")), kLater}), "");
  EXPECT_EQ(apply(grantees_officer_, application(1, kLater)), "");
}

TEST_F(Calls, ApplicationsAreRecordedOnTheDaysOfTheCall) {
  const ApplicationSubmit last = application(1, at("2026-06-10T23:59:59+05:00"));
  EXPECT_EQ(sendOn("2026-06-11T00:00:00+05:00", grantees_officer_, last), "OUTSIDE_CALL");
  const ApplicationSubmit first = application(1, at("2026-06-01T00:00:30+05:00"));
  EXPECT_EQ(sendOn("2026-05-31T23:59:59+05:00", grantees_officer_, first), "OUTSIDE_CALL") << "by a fast clock";
  EXPECT_EQ(sendOn("2026-06-01T00:00:00+05:00", grantees_officer_, first), "");
  ASSERT_EQ(send(grantees_officer_, ApplicationWithdraw{first.application, kLater}), "");
  EXPECT_EQ(sendOn("2026-06-10T23:59:59+05:00", grantees_officer_, last), "");
  ASSERT_EQ(send(grantees_officer_, ApplicationWithdraw{last.application, kLater}), "");
  rules_ = 2;
  EXPECT_EQ(send(grantees_officer_, application(1, at("2026-06-10T23:59:59+05:00"))), "");
}

TEST_F(Calls, AnApplicationFitsItsCall) {
  EXPECT_EQ(apply(grantees_officer_, application(100'001)), "OVER_BUDGET");
  EXPECT_EQ(apply(grantees_officer_, application(0)), "AMOUNT_NOT_POSITIVE");
  ApplicationSubmit made = application(60'000);
  made.amount = {60'000, *Currency::parse("USD")};
  EXPECT_EQ(apply(grantees_officer_, made), "CURRENCY_MISMATCH");
  made = application(60'000);
  made.lines[0].amount = 60'001;
  EXPECT_EQ(apply(grantees_officer_, made), "LINES_OVER_AWARD");
  made.co_funding = tenge(1);
  EXPECT_EQ(apply(grantees_officer_, made), "");
  EXPECT_EQ(apply(grantees_officer_, application()), "APPLICATION_TAKEN");
  ASSERT_EQ(send(grantees_officer_, ApplicationWithdraw{made.application, kLater}), "");
  EXPECT_EQ(apply(grantees_officer_, application(100'000)), "");
  ApplicationSubmit own = application();
  own.organisation = fund_;
  EXPECT_EQ(apply(newPerson(Role::kOfficer, fund_), own), "SAME_ORGANISATION");
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

// The scores are said to be of 11 June and recorded on 15 June.
TEST_F(Calls, ARelatedPartyOnEitherDayScoresNothing) {
  const SubjectId scored = admitted();
  const PersonId expert = drawnExpert();
  ASSERT_EQ(relate(expert, "2026-06-12", "2026-06-14"), "");
  EXPECT_EQ(send(expert, score(scored)), "") << "neither day";
  ASSERT_EQ(relate(expert, "2026-06-15", "2026-06-15"), "");
  EXPECT_EQ(send(expert, score(scored, 5, "plan")), "CONFLICT_OF_INTEREST") << "on the recorded day";
  rules_ = 2;
  EXPECT_EQ(send(expert, score(scored, 5, "plan")), "");
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
