// Awards on applications that the front door refuses, put into the log all the same: of calls that are open, of
// applications that nobody scored, beyond the class of the year of the call. Each forgery breaks one rule and no other.
#include <gtest/gtest.h>

#include "audit/replay/civil_calendar.h"
#include "tests/audit/call_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPublic = Visibility::kPublic;
constexpr Visibility kScoped = Visibility::kScoped;

Decision proposed(Position policy = 0) {
  return {kRulesVersion, Effect::kProposed, policy, 0, {}};
}

// A separate world for each test: roles pile up.
class ViolationOfAwarding : public ::testing::Test {
 protected:
  std::string broken(const Actor& actor, const CommandBody& body, const Decision& decision = {kRulesVersion}) {
    return w.broken(actor, {body, traitsOf(body.kind()).visibility, Assurance::kSelf, decision});
  }
  std::string awarding(const GrantAward& award, Position policy = 0) {
    return broken(*w.funder_one, award, proposed(policy));
  }

  CallWorld w;
  Actor expert = w.enrol();
};

TEST_F(ViolationOfAwarding, AwardsAnswerTheirApplications) {
  const SubjectId application = w.decided(expert);
  EXPECT_EQ(awarding(w.award(application, 60)), "");
  EXPECT_EQ(awarding(w.award(application, 61)), only("OVER_APPLICATION"));
  const SubjectId stranger = w.subject();
  w.say(*w.clerk, OrganisationRegister{stranger, w.office, OrganisationKind::kNgo, {"a", "b", "c"}, "KZ-AST", binOf(7)},
        kPublic);
  GrantAward other = w.award(application, 60);
  other.grantee = stranger;
  EXPECT_EQ(awarding(other), only("NOT_OF_APPLICATION"));
  w.give(expert, Role::kFunder, w.funder);
  const GrantAward award = w.award(application, 60);
  const Forgery proposal{award, kPublic, Assurance::kSelf, proposed()};
  EXPECT_EQ(broken(expert, award, proposed()), only("SCORER_AWARDS"));
  EXPECT_EQ(w.brokenEndorsement(*w.funder_one, proposal, expert), only("SCORER_AWARDS"));
  EXPECT_EQ(w.brokenEndorsement(*w.funder_one, proposal, *w.funder_two), "");
}

TEST_F(ViolationOfAwarding, TheClassAndTheProgrammeAreThoseOfTheCall) {
  const SubjectId application = w.decided(expert);
  const SubjectId programme = w.subject();
  w.agree(w.first, w.second, ProgrammeDefine{programme, w.office, "other", {"a", "b", "c"}}, kPublic);
  GrantAward award = w.award(application, 60);
  award.grant_class = GrantClass::kSmall;
  EXPECT_EQ(awarding(award), only("CALL_MISMATCH"));
  award = w.award(application, 60);
  award.programme = programme;
  EXPECT_EQ(awarding(award), only("CALL_MISMATCH"));
  // An award on no application is of any.
  award.application = {};
  award.grant_class = GrantClass::kSmall;
  EXPECT_EQ(awarding(award), "");
}

TEST_F(ViolationOfAwarding, TheCallIsClosed) {
  const SubjectId call = w.published();
  const SubjectId application = w.admitted(call);
  w.draw(call, {expert});
  for (const char* criterion : {"need", "plan"}) w.say(expert, w.score(application, criterion, 1), kScoped);
  const GrantAward award = w.award(application, 60);
  EXPECT_EQ(awarding(award), only("CALL_OPEN"));
  // By earlier rules it may be open; only that they are earlier is wrong.
  EXPECT_EQ(broken(*w.funder_one, award, {2, Effect::kProposed, 0, 0, {}}), only("DECISION_DIFFERS"));
  const Forgery proposal{award, kPublic, Assurance::kSelf, proposed()};
  EXPECT_EQ(w.broken({{*w.funder_one, proposal}, {*w.funder_two, {Endorse{}, kPublic}}}), "CALL_OPEN CALL_OPEN ");
  w.close(call);
  EXPECT_EQ(awarding(award), "");
}

TEST_F(ViolationOfAwarding, EachCriterionHasAScoreThatCounts) {
  const Actor other = w.enrol();
  const SubjectId call = w.published();
  const SubjectId application = w.admitted(call);
  w.draw(call, {expert, other});
  w.close(call);
  const GrantAward award = w.award(application, 60);
  EXPECT_EQ(awarding(award), only("NOT_SCORED"));
  w.say(expert, w.score(application, "need", 5), kScoped);
  EXPECT_EQ(awarding(award), only("NOT_SCORED"));
  w.say(expert, w.score(application, "plan", 0), kScoped);
  EXPECT_EQ(awarding(award), "");
  // Who stands aside afterwards has scored for nothing.
  w.say(expert, ConflictDeclare{w.subject(), application, w.now()}, kScoped);
  EXPECT_EQ(awarding(award), only("NOT_SCORED"));
  EXPECT_EQ(broken(*w.funder_one, award, {2, Effect::kProposed, 0, 0, {}}), only("DECISION_DIFFERS"));
  w.say(other, w.score(application, "need", 5), kScoped);
  EXPECT_EQ(awarding(award), only("NOT_SCORED"));
  w.say(other, w.score(application, "plan", 5), kScoped);
  EXPECT_EQ(awarding(award), "");
  // She stays one who scored.
  w.give(expert, Role::kFunder, w.funder);
  EXPECT_EQ(broken(expert, award, proposed()), only("SCORER_AWARDS"));
}

// Who submitted it, and who lent her the role, whether they are in office still or not.
TEST_F(ViolationOfAwarding, WhoAppliedNeitherScoresNorAwards) {
  const Actor applicant = w.holding(Role::kOfficer, w.grantee);
  const Actor delegate = w.lent(applicant, Role::kOfficer);
  const Actor colleague = w.holding(Role::kOfficer, w.grantee);
  const SubjectId call = w.published();
  const SubjectId application = w.admitted(call, delegate);
  w.draw(call, {applicant, delegate, colleague, expert});
  for (const Actor& actor : {applicant, colleague}) w.take(actor, Role::kOfficer, w.grantee);
  for (const Actor& actor : {applicant, delegate, colleague}) w.give(actor, Role::kFunder, w.funder);
  for (const Actor& actor : {applicant, delegate}) {
    EXPECT_EQ(broken(actor, w.score(application, "need", 1)), only("CONFLICT_OF_INTEREST"));
    EXPECT_EQ(broken(actor, w.score(application, "need", 1), {2}), only("DECISION_DIFFERS"));
  }
  EXPECT_EQ(broken(colleague, w.score(application, "need", 1)), "");
  for (const char* criterion : {"need", "plan"}) w.say(expert, w.score(application, criterion, 1), kScoped);
  w.close(call);
  const GrantAward award = w.award(application, 60);
  const Forgery proposal{award, kPublic, Assurance::kSelf, proposed()};
  for (const Actor& actor : {applicant, delegate}) {
    EXPECT_EQ(broken(actor, award, proposed()), only("CONFLICT_OF_INTEREST"));
    EXPECT_EQ(w.brokenEndorsement(*w.funder_one, proposal, actor), only("CONFLICT_OF_INTEREST"));
    EXPECT_EQ(broken(actor, w.award({}, 60), proposed()), "");
  }
  EXPECT_EQ(broken(colleague, award, proposed()), "");
}

// The call was published in the year before: that year's index counts, and the classes that applied on that day.
class ViolationOfClasses : public ViolationOfAwarding {
 protected:
  ViolationOfClasses() {
    PolicyPublish indices;
    indices.kind = PolicyKind::kMciValues;
    indices.mci_values = MciValues{{{2025, money(10)}, {2026, money(5)}}};
    publish(indices, w.today - 30);
    classes = publish(of({GrantClass::kOther, 2, 3, 0, 2}), w.today - 30);
    CallPublish call = w.publication();
    call.occurred_at = w.ago(2 * 1440);
    w.agree(*w.funder_one, *w.funder_two, call, kPublic);
    application = w.admitted(call.call);
    w.draw(call.call, {expert});
    for (const char* criterion : {"need", "plan"}) w.say(expert, w.score(application, criterion, 1), kScoped);
    w.close(call.call);
    newer = publish(of({GrantClass::kOther, 2, 3, 0, 1}), w.today);
  }
  static Money money(std::int64_t minor) { return {minor, *Currency::parse("KZT")}; }
  static PolicyPublish of(const GrantClassLimit& limit) {
    PolicyPublish policy;
    policy.kind = PolicyKind::kGrantClasses;
    policy.grant_classes = GrantClasses{{limit}};
    return policy;
  }
  Position publish(PolicyPublish policy, CivilDay from) {
    policy.policy = w.subject();
    policy.version = "1";
    policy.status = LegalStatus::kInForce;
    policy.source = "act";
    policy.valid_from = from;
    w.agree(w.first, w.second, policy, kPublic);
    return w.entries().size() - 3;
  }

  Position classes = 0;
  Position newer = 0;
  SubjectId application;
};

TEST_F(ViolationOfClasses, AnAwardKeepsToThoseOfItsCall) {
  ASSERT_NE(w.ago(2 * 1440).text().substr(0, 4), w.now().text().substr(0, 4));
  EXPECT_EQ(awarding(w.award(application, 20), classes), "");
  EXPECT_EQ(awarding(w.award(application, 19)), only("CLASS_LIMIT"));
  EXPECT_EQ(awarding(w.award(application, 30), classes), "");
  EXPECT_EQ(awarding(w.award(application, 31)), only("CLASS_LIMIT"));
  EXPECT_EQ(awarding(w.award(application, 20), newer), only("DECISION_DIFFERS"));
  // Without an application, and by earlier rules, it is the day of the award.
  EXPECT_EQ(awarding(w.award({}, 15), newer), "");
  EXPECT_EQ(awarding(w.award({}, 16)), only("CLASS_LIMIT"));
  EXPECT_EQ(broken(*w.funder_one, w.award(application, 15), {2, Effect::kProposed, newer, 0, {}}),
            only("DECISION_DIFFERS"));
}

TEST_F(ViolationOfClasses, SoDoesThePeriodOfTheAgreement) {
  const auto awarded = [&](const SubjectId& answered, std::int64_t minor) {
    const GrantAward award = w.award(answered, minor);
    w.agree(*w.funder_one, *w.funder_two, award, kPublic);
    return award.grant;
  };
  const auto signs = [&](const SubjectId& grant, std::int64_t months, CivilDay more) {
    AgreementSign body = w.agreement(grant);
    body.lines[0].amount = 15;
    body.tranches = {{1, 15, w.today}};
    body.eligible_to = static_cast<CivilDay>(monthsOn(w.today, months)) + more;
    return broken(*w.funder_one, body, proposed());
  };
  const SubjectId answering = awarded(application, 20);
  const SubjectId plain = awarded({}, 15);
  EXPECT_EQ(signs(answering, 3, -1), "");
  EXPECT_EQ(signs(answering, 3, 0), only("PERIOD_OVER_CLASS"));
  EXPECT_EQ(signs(plain, 2, -1), "");
  EXPECT_EQ(signs(plain, 2, 0), only("PERIOD_OVER_CLASS"));
}

}  // namespace
}  // namespace audit::tests
