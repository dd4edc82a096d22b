// Who checks what she corrected or scored for, years without their reports, and fields in entries of earlier rules, put
// into the log although the front door refuses them. Each forgery breaks one rule and no other.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "ledger/rules/draw.h"
#include "tests/audit/funding_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

constexpr Visibility kPublic = Visibility::kPublic;
constexpr auto kReason = ExpenditureReason::kWrongAmount;
const Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};

// A separate world: the clock moves on, and roles pile up.
class ViolationOfChecking : public ::testing::Test {
 protected:
  FundingWorld w;

  std::string broken(const Actor& actor, const CommandBody& body, const Decision& decision = {kRulesVersion}) {
    return w.broken(actor, {body, traitsOf(body.kind()).visibility, Assurance::kSelf, decision});
  }
};

TEST_F(ViolationOfChecking, WhoScoredTheApplicationChecksNoExpenditure) {
  const SubjectId call = w.subject();
  const Names names{"a", "b", "c"};
  w.agree(*w.funder_one, *w.funder_two,
          CallPublish{call,
                      "C",
                      w.programme,
                      w.funder,
                      GrantClass::kOther,
                      tenge(1000),
                      names,
                      {{"need", 5}},
                      w.today,
                      w.today + 9,
                      w.digest(),
                      w.now()},
          kPublic);
  const SubjectId application = w.subject();
  w.say(*w.officer, ApplicationSubmit{application, call, w.grantee, tenge(1000), {}, {}, w.digest(), w.now()},
        Visibility::kScoped);
  w.say(*w.funder_one, ApplicationAdmit{application, w.now()}, Visibility::kScoped);
  const SubjectId panel = w.subject();
  w.agree(*w.funder_one, *w.funder_two, ExpertsName{panel, call, {{w.verifier->person}}, 1, w.now()},
          Visibility::kPrivate);
  Digest seed;
  w.front().inspect([&](const ledger::State& state) { seed = state.panels.find(panel)->seed; });
  w.say(*w.funder_one, ExpertsDraw{panel, seed, {{w.verifier->person}}, w.now()}, Visibility::kPrivate);
  w.say(*w.verifier, ScoreGive{w.subject(), application, "need", 3, w.now()}, Visibility::kScoped);
  w.agree(*w.funder_one, *w.funder_two, CallClose{call, w.now()}, kPublic);
  GrantAward award = w.awarding();
  award.application = application;
  w.agree(*w.funder_one, *w.funder_two, award, kPublic);
  w.agree(*w.funder_one, *w.officer, w.agreement(award.grant), kPublic);
  w.agree(*w.funder_one, *w.funder_two, TrancheApprove{award.grant, 1, w.now()}, kPublic);
  w.say(*w.payer, TrancheDisburse{award.grant, w.subject(), 1, tenge(400), "P", w.now()}, kPublic);
  const SubjectId spent = w.spend(award.grant, "materials", 5);
  EXPECT_EQ(broken(*w.verifier, ExpenditureVerify{award.grant, spent, w.now()}), "SCORER_VERIFIES ");
  EXPECT_EQ(broken(*w.verifier, ExpenditureQuery{award.grant, spent, kReason, w.now()}), "SCORER_VERIFIES ");
  EXPECT_EQ(broken(*w.verifier, ExpenditureDisallow{award.grant, spent, tenge(1), kReason, w.now()}),
            "SCORER_VERIFIES ");
  EXPECT_EQ(broken(*w.verifier, ExpenditureVerify{w.spent_grant, w.expenditure, w.now()}), "");
}

TEST_F(ViolationOfChecking, WhoCorrectedAnExpenditureChecksItNot) {
  const auto delegated = [&](const Actor& from, Role role) {
    const Actor delegate = w.enrol();
    w.say(from, DelegationSet{w.subject(), from.person, delegate.person, role, {}, w.today, w.today + 9, w.now()},
          Visibility::kPrivate);
    return delegate;
  };
  const auto correct = [&](const Actor& actor, const SubjectId& which) {
    w.say(actor, ExpenditureCorrect{w.spent_grant, which, "materials", tenge(9), kReason, w.now()}, kPublic);
    w.say(actor, ExpenditureCorrect{w.spent_grant, which, "materials", tenge(8), kReason, w.now()}, kPublic);
  };
  const auto expectChecks = [&](const std::string& name, const Actor& actor, const SubjectId& which) {
    const std::string found = name.empty() ? "" : name + " ";
    EXPECT_EQ(broken(actor, ExpenditureVerify{w.spent_grant, which, w.now()}), found);
    EXPECT_EQ(broken(actor, ExpenditureQuery{w.spent_grant, which, kReason, w.now()}), found);
    EXPECT_EQ(broken(actor, ExpenditureDisallow{w.spent_grant, which, tenge(1), kReason, w.now()}), found);
  };
  // An officer who became a verifier.
  const Actor changing = w.enrol();
  w.give(changing, Role::kOfficer, w.grantee);
  const SubjectId untouched = w.spend(w.spent_grant, "materials", 10);
  const SubjectId corrected = w.spend(w.spent_grant, "materials", 11);
  correct(changing, corrected);
  w.say(*w.officer, ExpenditureCorrect{w.spent_grant, corrected, "materials", tenge(7), kReason, w.now()}, kPublic);
  w.agree(w.first, w.second, RoleRevoke{changing.person, Role::kOfficer, w.grantee}, Visibility::kPrivate);
  w.give(changing, Role::kVerifier, w.funder);
  expectChecks("SAME_PERSON", changing, corrected);
  expectChecks("", changing, untouched);
  expectChecks("SAME_PERSON", delegated(changing, Role::kVerifier), corrected);
  expectChecks("", *w.verifier, corrected);
  // A verifier who acts for an officer.
  const Actor acting = delegated(*w.officer, Role::kOfficer);
  w.give(acting, Role::kVerifier, w.funder);
  const SubjectId by_delegate = w.spend(w.spent_grant, "materials", 12);
  expectChecks("", acting, by_delegate);
  correct(acting, by_delegate);
  expectChecks("SAME_PERSON", acting, by_delegate);
}

// The entries before these were judged by later rules: that falls, too.
TEST_F(ViolationOfChecking, FieldsOfTheThirdRulesAreInNoEntryOfEarlierOnes) {
  const auto early = [&](const Actor& actor, const CommandBody& body, Effect effect = Effect::kEffective) {
    return broken(actor, body, {2, effect, 0, 0, {}});
  };
  const std::string falls = only("DECISION_DIFFERS");
  const std::string too_new = falls + only("KIND_TOO_NEW");
  HoursClaim claim;
  claim.hours = w.subject();
  claim.volunteer = w.volunteer->person;
  claim.activity = w.activity;
  claim.occurred_at = w.ago(10);
  claim.minutes = Minutes(5);
  claim.role = "r";
  EXPECT_EQ(early(*w.volunteer, claim), falls);
  claim.split = true;
  EXPECT_EQ(early(*w.volunteer, claim), too_new);
  claim.split = false;
  claim.employment = w.subject();
  EXPECT_EQ(early(*w.volunteer, claim), too_new);
  GrantAward award = w.subAward(40);
  EXPECT_EQ(early(*w.regrant_one, award, Effect::kProposed), too_new);
  award.parent = {};
  EXPECT_EQ(early(*w.regrant_one, award, Effect::kProposed), too_new);
  award.parent_line.clear();
  EXPECT_EQ(early(*w.regrant_one, award, Effect::kProposed), falls);
  ExpenditureRecord spent = w.spending(w.spent_grant, "materials", 1);
  EXPECT_EQ(early(*w.officer, spent), falls);
  spent.disbursement = w.subject();
  EXPECT_EQ(early(*w.officer, spent), too_new);
  const Actor newcomer = w.newActor();
  w.say(w.first, PersonRegister{newcomer.person, w.office, "KZ-ALA", {}, {}, {}}, Visibility::kPrivate);
  KeyRegister key{newcomer.person, actorKeyOf(newcomer.key), provePossession(w.id, newcomer.person, newcomer.key)};
  EXPECT_EQ(early(*w.clerk, key), falls);
  key.ticket = w.digest();
  EXPECT_EQ(early(*w.clerk, key), too_new);
  const SubjectId offer = w.subject();
  w.say(*w.clerk, EnrolmentOffer{offer, newcomer.person, w.digest()}, Visibility::kPrivate);
  key.enrolment = offer;
  EXPECT_EQ(early(*w.clerk, key), too_new);
}

TEST_F(ViolationOfChecking, DocumentsOfEarlierRulesHaveNoFieldsOfTheThird) {
  const auto early = [&](const PolicyPublish& policy) {
    return broken(w.first, policy, {2, Effect::kProposed, 0, 0, {}});
  };
  const std::string falls = only("DECISION_DIFFERS");
  PolicyPublish policy;
  policy.policy = w.subject();
  policy.version = "1";
  policy.status = LegalStatus::kInForce;
  policy.source = "act";
  policy.valid_from = w.today;
  policy.hours_limits = HoursLimits{};
  EXPECT_EQ(early(policy), falls);
  policy.hours_limits->reciprocal_most = 1;
  EXPECT_EQ(early(policy), falls + only("KIND_TOO_NEW"));
  EXPECT_EQ(broken(w.first, policy, kProposed), "");
  policy.hours_limits.reset();
  policy.kind = PolicyKind::kCreditRules;
  policy.credit_rules = CreditRules{};
  policy.credit_rules->unit = "credit";
  policy.credit_rules->time_bases = {TimeBasis::kUnpaid};
  policy.credit_rules->window = CreditWindow::kUnlimited;
  policy.credit_rules->rounding = CreditRounding::kWholeHours;
  policy.credit_rules->double_use = "use";
  EXPECT_EQ(early(policy), falls);
  policy.credit_rules->verified_only = true;
  EXPECT_EQ(early(policy), falls + only("KIND_TOO_NEW"));
  EXPECT_EQ(broken(w.first, policy, kProposed), "");
}

TEST_F(ViolationOfChecking, AParentNamedTooEarlyLeavesNoTotals) {
  const auto awarded = [&](std::uint16_t rules) {
    const Decision proposed{rules, Effect::kProposed, 0, 0, {}};
    const auto log = w.forged({{*w.regrant_one, {w.subAward(40), kPublic, Assurance::kSelf, proposed}},
                               {*w.regrant_two, {Endorse{}, kPublic, Assurance::kSelf, {rules}}}});
    const auto figures = nlohmann::json::parse(textOf(bundleOf(log, w.log_key).at("figures.json")));
    return std::int64_t{figures["totals"]["grants"]["KZT"]["awarded"]};
  };
  EXPECT_EQ(awarded(2), awarded(kRulesVersion) + 40);
}

TEST_F(ViolationOfChecking, AYearBeginsWithAReportAboutTheOneBefore) {
  const SubjectId grant = w.agreed(GrantClass::kLong);
  w.agree(*w.funder_one, *w.funder_two, w.appropriation(grant, 2026, 400), kPublic);
  const SubjectId yearly = w.subject();
  const SubjectId other = w.subject();
  w.say(*w.funder_one,
        ObligationCreate{yearly, w.grantee, w.funder, grant, ReportKind::kAnnual, w.today + 900, w.now()}, kPublic);
  w.say(*w.funder_one,
        ObligationCreate{other, w.grantee, w.funder, grant, ReportKind::kInterim, w.today + 900, w.now()}, kPublic);
  const auto approval = [&] { return broken(*w.funder_one, TrancheApprove{grant, 1, w.now()}, kProposed); };
  const auto accept = [&](const SubjectId& which) {
    w.say(*w.officer, ReportSubmit{which, w.digest(), {}, w.now()}, kPublic);
    w.say(*w.funder_one, ReportAccept{which, w.now()}, kPublic);
  };
  EXPECT_EQ(approval(), "");
  w.wait(365 * 1440);
  EXPECT_EQ(approval(), "REPORT_GATE ");
  // The year is that of the record, whatever the approval says.
  const auto backdated = [&](std::uint16_t rules = kRulesVersion) {
    return broken(*w.funder_one, TrancheApprove{grant, 1, w.ago(365 * 1440)}, {rules, Effect::kProposed, 0, 0, {}});
  };
  EXPECT_EQ(backdated(), "REPORT_GATE ");
  EXPECT_EQ(backdated(2), "DECISION_DIFFERS ");
  accept(other);
  EXPECT_EQ(approval(), "REPORT_GATE ");
  accept(yearly);
  EXPECT_EQ(approval(), "");
  w.wait(365 * 1440);
  EXPECT_EQ(approval(), "REPORT_GATE ");
}

TEST_F(ViolationOfChecking, TheMoneyOfAYearIsThereWhenThatYearHasBegun) {
  const SubjectId grant = w.agreed(GrantClass::kLong);
  w.agree(*w.funder_one, *w.funder_two, w.appropriation(grant, 2027, 400), kPublic);
  const SubjectId yearly = w.subject();
  w.say(*w.funder_one,
        ObligationCreate{yearly, w.grantee, w.funder, grant, ReportKind::kAnnual, w.today + 900, w.now()}, kPublic);
  w.say(*w.officer, ReportSubmit{yearly, w.digest(), {}, w.now()}, kPublic);
  w.say(*w.funder_one, ReportAccept{yearly, w.now()}, kPublic);
  const auto approval = [&](const Instant& said) {
    return broken(*w.funder_one, TrancheApprove{grant, 1, said}, kProposed);
  };
  EXPECT_EQ(approval(w.now()), "NOT_APPROPRIATED ");
  w.wait(365 * 1440);
  EXPECT_EQ(approval(w.now()), "");
  EXPECT_EQ(approval(w.ago(365 * 1440)), "");
}

}  // namespace
}  // namespace audit::tests
