// Windows and gates that a signer would pass by what she says of the time, and experts who are related to an applicant,
// put into the log although the front door refuses them. Each forgery breaks one rule and no other; beside it stands
// one that is right.
#include <gtest/gtest.h>

#include "tests/audit/call_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPublic = Visibility::kPublic;
constexpr Visibility kScoped = Visibility::kScoped;
constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr std::int64_t kDay = 1440;
const Names kNames{"a", "b", "c"};

// A separate world for each test: the clock moves on.
class ViolationOfRecordedDays : public ::testing::Test {
 protected:
  std::string broken(const Actor& actor, const CommandBody& body, const Decision& decision = {kRulesVersion}) {
    return w.broken(actor, {body, traitsOf(body.kind()).visibility, Assurance::kSelf, decision});
  }
  void relate(const Actor& actor, CivilDay from, CivilDay to) {
    const CommandBody body = RelatedPartyDeclare{w.subject(), actor.person, w.grantee, Relation::kFamily, from, to};
    w.say(*w.officer, body, traitsOf(body.kind()).visibility);
  }

  CallWorld w;
  Actor expert = w.enrol();
};

TEST_F(ViolationOfRecordedDays, AnApplicationComesInTheDaysOfItsCall) {
  CallPublish call = w.publication();
  call.to = w.today + 1;
  w.agree(*w.funder_one, *w.funder_two, call, kPublic);
  const auto applies = [&](const Instant& said, std::uint16_t rules = kRulesVersion) {
    ApplicationSubmit body = w.applying(call.call, 60);
    body.occurred_at = said;
    return broken(*w.officer, body, {rules});
  };
  w.wait(kDay);
  EXPECT_EQ(applies(w.now()), "");
  EXPECT_EQ(applies(w.ago(kDay)), "");
  EXPECT_EQ(applies(w.ago(40 * kDay)), only("OUTSIDE_CALL"));
  w.wait(kDay);
  EXPECT_EQ(applies(w.now()), only("OUTSIDE_CALL"));
  EXPECT_EQ(applies(w.ago(kDay)), only("OUTSIDE_CALL"));
  EXPECT_EQ(applies(w.ago(kDay), 2), only("DECISION_DIFFERS"));
  // By the offset of what she says: there it is still the day before.
  Instant west = w.ago(kDay);
  west.offset_minutes = -660;
  EXPECT_EQ(applies(west), "");
}

TEST_F(ViolationOfRecordedDays, ANominationComesInTheDaysOfItsRound) {
  const SubjectId distinction = w.subject();
  w.agree(w.first, w.second, DistinctionDefine{distinction, "medal", DistinctionKind::kPrize, kNames, w.digest()},
          kPublic);
  const SubjectId round = w.subject();
  w.say(*w.clerk, RoundOpen{round, distinction, w.office, w.today, w.today, w.now()}, kPublic);
  const auto nominate = [&](const Instant& said) {
    const SubjectId made = w.subject();
    w.say(*w.officer, AwardNominate{made, w.volunteer->person, w.grantee, "medal", said}, kPrivate);
    return made;
  };
  const auto admits = [&](const SubjectId& award, std::uint16_t rules = kRulesVersion) {
    return broken(*w.clerk, NominationAdmit{award, round, w.digest(), w.now()}, {rules});
  };
  const SubjectId in_time = nominate(w.now());
  w.wait(kDay);
  const SubjectId told_late = nominate(w.ago(kDay));
  const SubjectId late = nominate(w.now());
  EXPECT_EQ(admits(in_time), "");
  EXPECT_EQ(admits(told_late), only("OUTSIDE_ROUND"));
  EXPECT_EQ(admits(told_late, 2), only("DECISION_DIFFERS"));
  EXPECT_EQ(admits(late), only("OUTSIDE_ROUND"));
}

// The report was due the day before, whatever the approval says of its day; the payment that follows is a fact.
TEST_F(ViolationOfRecordedDays, AReportIsOverdueOnTheDayOfTheRecord) {
  const SubjectId grant = w.granted();
  w.say(*w.funder_one, ObligationCreate{w.subject(), w.grantee, w.funder, grant, ReportKind::kFinal, w.today, w.now()},
        kPublic);
  const SubjectId paid = w.granted();
  w.approve(paid);
  w.say(*w.funder_one, ObligationCreate{w.subject(), w.grantee, w.funder, paid, ReportKind::kFinal, w.today, w.now()},
        kPublic);
  const auto approves = [&](const Instant& said, std::uint16_t rules = kRulesVersion) {
    return broken(*w.funder_one, TrancheApprove{grant, 1, said}, {rules, Effect::kProposed, 0, 0, {}});
  };
  EXPECT_EQ(approves(w.now()), "");
  const Forgery proposal{
      TrancheApprove{grant, 1, w.now()}, kPublic, Assurance::kSelf, {kRulesVersion, Effect::kProposed, 0, 0, {}}};
  const Digest early = w.propose(*w.funder_one, proposal.body, kPublic);
  Decision endorsed{kRulesVersion};
  endorsed.endorses = w.entries().size() - 1;
  EXPECT_EQ(w.broken(*w.funder_two, {Endorse{early}, kPublic, Assurance::kSelf, endorsed}), "");
  w.wait(kDay);
  EXPECT_EQ(approves(w.now()), only("REPORT_OVERDUE"));
  EXPECT_EQ(approves(w.ago(kDay)), only("REPORT_OVERDUE"));
  EXPECT_EQ(approves(w.ago(kDay), 2), only("DECISION_DIFFERS"));
  EXPECT_EQ(w.broken(*w.funder_two, {Endorse{early}, kPublic, Assurance::kSelf, endorsed}), only("REPORT_OVERDUE"));
  EXPECT_EQ(broken(*w.payer, TrancheDisburse{paid, w.subject(), 1, {30, *Currency::parse("KZT")}, "P", w.now()}), "");
}

TEST_F(ViolationOfRecordedDays, WhatIsLateIsFlaggedWhateverItSays) {
  const SubjectId owed = w.subject();
  w.say(*w.funder_one, ObligationCreate{owed, w.grantee, w.funder, {}, ReportKind::kFinal, w.today, w.now()}, kPublic);
  const auto reports = [&](const Instant& said, std::vector<Flag> flags, std::uint16_t rules = kRulesVersion) {
    return broken(*w.officer, ReportSubmit{owed, w.digest(), {}, said},
                  {rules, Effect::kEffective, 0, 0, std::move(flags)});
  };
  EXPECT_EQ(reports(w.now(), {}), "");
  w.wait(kDay);
  EXPECT_EQ(reports(w.ago(kDay), {Flag::kLate}), "");
  EXPECT_EQ(reports(w.ago(kDay), {}), only("DECISION_DIFFERS"));
  EXPECT_EQ(reports(w.now(), {Flag::kLate}), "");
  EXPECT_EQ(reports(w.ago(kDay), {}, 2), only("DECISION_DIFFERS"));
}

TEST_F(ViolationOfRecordedDays, AnExpertIsRelatedOnEitherDayOfHerScore) {
  const SubjectId call = w.published();
  const SubjectId application = w.admitted(call);
  const Actor by_said = w.enrol();
  const Actor by_record = w.enrol();
  const Actor by_neither = w.enrol();
  w.draw(call, {expert, by_said, by_record, by_neither});
  relate(by_said, w.today, w.today);
  relate(by_record, w.today + 1, w.today + 1);
  relate(by_neither, w.today + 2, 0);
  w.wait(kDay);
  const auto scores = [&](const Actor& actor, std::uint16_t rules = kRulesVersion) {
    ScoreGive body = w.score(application, "need", 1);
    body.occurred_at = w.ago(kDay);
    return broken(actor, body, {rules});
  };
  EXPECT_EQ(scores(expert), "");
  EXPECT_EQ(scores(by_neither), "");
  EXPECT_EQ(scores(by_said), only("CONFLICT_OF_INTEREST"));
  EXPECT_EQ(scores(by_record), only("CONFLICT_OF_INTEREST"));
  EXPECT_EQ(scores(by_record, 2), only("DECISION_DIFFERS"));
}

// Declared by anyone, after the score, of one of its two days.
TEST_F(ViolationOfRecordedDays, TheScoresOfARelatedExpertDoNotCount) {
  const auto decided = [&](const Actor& scorer) {
    const SubjectId call = w.published();
    const SubjectId application = w.admitted(call);
    w.draw(call, {scorer});
    for (const char* criterion : {"need", "plan"}) {
      ScoreGive body = w.score(application, criterion, 1);
      body.occurred_at = w.ago(kDay);
      w.say(scorer, body, kScoped);
    }
    w.close(call);
    return application;
  };
  const auto awards = [&](const SubjectId& application, std::uint16_t rules = kRulesVersion) {
    return broken(*w.funder_one, w.award(application, 60), {rules, Effect::kProposed, 0, 0, {}});
  };
  w.wait(kDay);
  const CivilDay recorded = w.now().civilDay();
  for (const CivilDay day : {recorded - 1, recorded}) {
    const Actor scorer = w.enrol();
    const SubjectId application = decided(scorer);
    relate(scorer, recorded + 1, 0);
    relate(scorer, recorded - 9, recorded - 2);
    EXPECT_EQ(awards(application), "");
    relate(scorer, day, day);
    EXPECT_EQ(awards(application), only("NOT_SCORED"));
    EXPECT_EQ(awards(application, 2), only("DECISION_DIFFERS"));
  }
}

}  // namespace
}  // namespace audit::tests
