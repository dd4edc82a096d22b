// What the front door refuses about a grant after its agreement, put into the log all the same: amendments, virement,
// appropriations, suspension, recovery, demands. Each forgery breaks one rule and no other.
#include <gtest/gtest.h>

#include "audit/replay/civil_calendar.h"
#include "tests/audit/funding_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

constexpr Visibility kPublic = Visibility::kPublic;

FundingWorld& world() {
  static FundingWorld made;
  return made;
}

Decision proposed(Position policy = 0) {
  return {kRulesVersion, Effect::kProposed, policy, 0, {}};
}
Decision effective(Position policy = 0) {
  return {kRulesVersion, Effect::kEffective, policy, 0, {}};
}

void expectOnly(const std::string& name, const Actor& actor, const CommandBody& body,
                const Decision& decision = effective()) {
  EXPECT_EQ(world().broken(actor, {body, traitsOf(body.kind()).visibility, Assurance::kSelf, decision}),
            name.empty() ? "" : name + " ");
}
void expectOfFunder(const std::string& name, const CommandBody& body) {
  expectOnly(name, *world().funder_one, body, proposed());
}
// Somebody else endorses it.
void expectEndorsed(const std::string& name, const Actor& second, const CommandBody& body) {
  auto& w = world();
  const Digest proposal = w.propose(*w.funder_one, body, kPublic);
  Decision decision = effective();
  decision.endorses = w.entries().size() - 1;
  expectOnly(name, second, Endorse{proposal}, decision);
}

// A grant that was awarded and agreed then.
SubjectId agreedAt(const Instant& when) {
  auto& w = world();
  GrantAward award = w.awarding();
  award.occurred_at = when;
  w.agree(*w.funder_one, *w.funder_two, award, kPublic);
  AgreementSign agreement = w.agreement(award.grant);
  agreement.occurred_at = when;
  w.agree(*w.funder_one, *w.officer, agreement, kPublic);
  return award.grant;
}

template <class Change>
AgreementAmend amended(const SubjectId& grant, Change change) {
  AgreementAmend body = world().amendment(grant);
  change(body);
  return body;
}

TEST(ViolationOfFunding, AmendmentsKeepWhatHangsOnTheLines) {
  auto& w = world();
  const auto lines = [&](const SubjectId& grant, std::size_t line, std::int64_t minor) {
    return amended(grant, [&](AgreementAmend& body) { body.lines[line].amount = minor; });
  };
  expectOfFunder("", w.amendment(w.spent_grant));
  expectOfFunder("", lines(w.spent_grant, 0, 100));
  expectOfFunder("LINE_OVER_BUDGET", lines(w.spent_grant, 0, 99));
  expectOfFunder("LINES_OVER_AWARD", lines(w.spent_grant, 0, 501));
  expectOfFunder("AMOUNT_NOT_POSITIVE", lines(w.grant, 0, 0));
  expectOfFunder("LINE_MISSING", amended(w.grant, [](AgreementAmend& body) { body.lines.erase(body.lines.begin()); }));
  expectOfFunder("LINE_MISSING",
                 amended(w.grant, [](AgreementAmend& body) { body.lines[1].cost_type = CostType::kOther; }));
  expectOfFunder("", amended(w.grant, [](AgreementAmend& body) {
                   body.lines[0].amount = 400;
                   body.lines.push_back({"food", CostType::kOther, 100});
                 }));
}

TEST(ViolationOfFunding, AmendmentsKeepApprovedTranchesAndThePeriod) {
  auto& w = world();
  const auto tranches = [&](const SubjectId& grant, std::vector<Tranche> list) {
    return amended(grant, [&](AgreementAmend& body) { body.tranches = std::move(list); });
  };
  const auto until = [&](CivilDay day) {
    return amended(w.grant, [&](AgreementAmend& body) { body.eligible_to = day; });
  };
  expectOfFunder("", tranches(w.spent_grant, {{1, 400, w.today}, {2, 599, w.today}, {3, 1, w.today}}));
  expectOfFunder("TRANCHE_APPROVED", tranches(w.spent_grant, {{1, 399, w.today}, {2, 600, w.today}}));
  expectOfFunder("TRANCHE_APPROVED", tranches(w.spent_grant, {{1, 400, w.today}}));
  expectOfFunder("", tranches(w.grant, {{1, 399, w.today}, {2, 600, w.today}}));
  expectOfFunder("TRANCHES_OVER_AWARD", tranches(w.grant, {{1, 400, w.today}, {2, 601, w.today}}));
  expectOfFunder("", until(w.today + 100));
  expectOfFunder("BAD_PERIOD", until(w.today + 99));
  const auto at = [&](const Instant& when) {
    return amended(w.grant, [&](AgreementAmend& body) { body.occurred_at = when; });
  };
  expectOfFunder("", at(w.ago(0)));
  expectOfFunder("BEFORE_ORIGINAL", at(w.ago(1)));
}

TEST(ViolationOfFunding, AmendmentsKeepToTheRulesOfCosts) {
  auto& w = world();
  const SubjectId grant = w.awarded(GrantClass::kShort);
  w.agree(*w.funder_one, *w.officer, w.agreement(grant), kPublic);
  const auto halfYear = [&](CivilDay more) {
    return amended(
        grant, [&](AgreementAmend& body) { body.eligible_to = static_cast<CivilDay>(monthsOn(w.today, 6)) + more; });
  };
  expectOnly("", *w.funder_one, w.amendment(grant), proposed(w.costs));
  expectOnly("DECISION_DIFFERS", *w.funder_one, w.amendment(grant), proposed());
  expectOnly("", *w.funder_one, halfYear(0), proposed(w.costs));
  expectOfFunder("PERIOD_OVER_RULE", halfYear(1));
  expectOfFunder("ADMIN_OVER_CAP", amended(grant, [](AgreementAmend& body) {
                   body.lines[0].amount = 499;
                   body.lines[2].amount = 101;
                 }));
  expectOfFunder("COST_PROHIBITED", amended(grant, [](AgreementAmend& body) {
                   body.lines[0].amount = 499;
                   body.lines.push_back({"rent", CostType::kRent, 1});
                 }));
  BudgetVire more = w.virement("materials", "office", 1);
  more.grant = grant;
  expectOnly("ADMIN_OVER_CAP", *w.officer, more, effective());
  more.to_line = "travel";
  expectOnly("", *w.officer, more, effective(w.limits));
}

TEST(ViolationOfFunding, MoneyCommandsNeedTheAgreement) {
  auto& w = world();
  expectOfFunder("NO_AGREEMENT", w.amendment(w.unsigned_grant));
  expectOfFunder("GRANT_CLOSED", w.amendment(w.closed));
  expectOfFunder("NO_AGREEMENT", GrantSuspend{w.unsigned_grant, StopReason::kMisuse, w.digest(), w.now()});
  expectOfFunder("GRANT_CLOSED", GrantTerminate{w.closed, StopReason::kMisuse, w.digest(), w.now()});
  expectOnly("NO_AGREEMENT", *w.funder_one, w.demand(w.unsigned_grant, 1));
  expectOfFunder("", GrantSuspend{w.grant, StopReason::kMisuse, w.digest(), w.now()});
  expectOfFunder("WRONG_STATE", GrantResume{w.grant, w.digest(), w.now()});
}

TEST(ViolationOfFunding, VirementsAboveTheLimitNeedTheFunder) {
  auto& w = world();
  // A tenth of 500.
  expectOnly("", *w.officer, w.virement("materials", "travel", 50), effective(w.limits));
  expectOnly("DECISION_DIFFERS", *w.officer, w.virement("materials", "travel", 51), effective(w.limits));
  expectOnly("", *w.officer, w.virement("materials", "travel", 51), proposed(w.limits));
  expectOnly("DECISION_DIFFERS", *w.officer, w.virement("materials", "travel", 50), proposed(w.limits));
  const auto moved = w.virement("materials", "travel", 20);
  w.say(*w.officer, moved, kPublic);
  expectOnly("", *w.officer, w.virement("materials", "travel", 30), effective(w.limits));
  expectOnly("", *w.officer, w.virement("materials", "travel", 31), proposed(w.limits));
  // The limit is of the line as agreed, not as it grew: a tenth of 300.
  expectOnly("", *w.officer, w.virement("travel", "materials", 30), effective(w.limits));
  expectOnly("", *w.officer, w.virement("travel", "materials", 31), proposed(w.limits));
  // An amendment starts anew.
  w.agree(*w.funder_one, *w.officer, w.amendment(w.grant), kPublic);
  expectOnly("", *w.officer, w.virement("materials", "travel", 50), effective(w.limits));
  // Of an agreement from before there were limits every virement is.
  BudgetVire early = w.virement("materials", "travel", 1);
  early.occurred_at = {w.now().utc_ms - 1000 * kMsPerDay, 300};
  early.grant = agreedAt(early.occurred_at);
  expectOnly("", *w.officer, early, proposed());
  expectOnly("DECISION_DIFFERS", *w.officer, early, effective());
}

TEST(ViolationOfFunding, VirementsFollowTheBudgetTheyMove) {
  auto& w = world();
  const SubjectId grant = agreedAt(w.ago(20));
  const auto at = [&](std::int64_t minutes) {
    BudgetVire body = w.virement("materials", "travel", 1);
    body.grant = grant;
    body.occurred_at = w.ago(minutes);
    return body;
  };
  expectOnly("", *w.officer, at(20), effective(w.limits));
  expectOnly("BEFORE_ORIGINAL", *w.officer, at(21), effective());
  AgreementAmend amendment = w.amendment(grant);
  amendment.occurred_at = w.ago(10);
  w.agree(*w.funder_one, *w.officer, amendment, kPublic);
  expectOnly("", *w.officer, at(10), effective(w.limits));
  expectOnly("BEFORE_ORIGINAL", *w.officer, at(11), effective());
}

TEST(ViolationOfFunding, OnlyMoreAdministrationIsHeldToItsCap) {
  FundingWorld w;
  const SubjectId grant = w.awarded(GrantClass::kShort);
  AgreementSign agreement = w.agreement(grant);
  agreement.lines[2].amount = 60;
  agreement.lines.push_back({"desk", CostType::kAdministration, 40});
  w.agree(*w.funder_one, *w.officer, agreement, kPublic);
  PolicyPublish stricter;
  stricter.kind = PolicyKind::kCostRules;
  stricter.cost_rules = CostRules{{{GrantClass::kShort, {}, 500, 6}}};
  w.publish(stricter);
  const auto vire = [&](const char* from, const char* to, std::int64_t minor, const Decision& decision) {
    BudgetVire body = w.virement(from, to, minor);
    body.grant = grant;
    return w.broken(*w.officer, {body, kPublic, Assurance::kSelf, decision});
  };
  // 100 are administration, where 50 are allowed by now.
  EXPECT_EQ(vire("office", "travel", 6, effective(w.limits)), "");
  EXPECT_EQ(vire("office", "desk", 6, effective(w.limits)), "");
  EXPECT_EQ(vire("materials", "travel", 6, effective(w.limits)), "");
  EXPECT_EQ(vire("materials", "desk", 1, effective()), only("ADMIN_OVER_CAP"));
  EXPECT_EQ(vire("office", "travel", 51, proposed(w.limits)), "");
}

TEST(ViolationOfFunding, AVirementAboveTheLimitIsEndorsedByTheFunderAlone) {
  auto& w = world();
  BudgetVire body = w.virement("materials", "travel", 51);
  body.grant = w.agreed();
  const Forgery proposal{body, kPublic, Assurance::kSelf, proposed(w.limits)};
  EXPECT_EQ(w.brokenEndorsement(*w.officer, proposal, *w.funder_one, effective(w.limits)), "");
  EXPECT_EQ(w.brokenEndorsement(*w.officer, proposal, *w.funder_one, effective()), only("DECISION_DIFFERS"));
  EXPECT_EQ(w.brokenEndorsement(*w.officer, proposal, *w.verifier, effective(w.limits)), only("ROLE_MISSING"));
  const Actor colleague = w.enrol();
  w.give(colleague, Role::kOfficer, w.grantee);
  EXPECT_EQ(w.brokenEndorsement(*w.officer, proposal, colleague), only("ROLE_MISSING") + only("CONFLICT_OF_INTEREST"));
  // An officer of the grantee, or who acts for one as a funder.
  EXPECT_EQ(w.brokenEndorsement(*w.officer, proposal, *w.two_hats, effective()), only("CONFLICT_OF_INTEREST"));
  const auto lent = [&](const Actor& from) {
    const Actor delegate = w.enrol();
    w.say(from, DelegationSet{w.subject(), from.person, delegate.person, Role::kFunder, {}, w.today, w.today, w.now()},
          Visibility::kPrivate);
    return delegate;
  };
  EXPECT_EQ(w.brokenEndorsement(*w.officer, proposal, lent(*w.two_hats), effective()), only("CONFLICT_OF_INTEREST"));
  EXPECT_EQ(w.brokenEndorsement(*w.officer, proposal, lent(*w.funder_one), effective(w.limits)), "");
  // Below the limit nobody endorses.
  body.amount = tenge(50);
  EXPECT_EQ(w.broken(*w.officer, {body, kPublic, Assurance::kSelf, effective(w.limits)}), "");
}

TEST(ViolationOfFunding, VirementsMoveWhatIsThere) {
  auto& w = world();
  const auto vire = [&](const char* from, const char* to, std::int64_t minor) {
    BudgetVire body = w.virement(from, to, minor);
    body.grant = w.spent_grant;
    return body;
  };
  expectOnly("NO_CHANGE", *w.officer, vire("travel", "travel", 1), effective());
  expectOnly("LINE_UNKNOWN", *w.officer, vire("travel", "food", 1), effective());
  expectOnly("LINE_UNKNOWN", *w.officer, vire("food", "travel", 1), proposed());
  // 100 are spent of 500.
  expectOnly("", *w.officer, vire("materials", "travel", 400), proposed(w.limits));
  expectOnly("LINE_OVER_BUDGET", *w.officer, vire("materials", "travel", 401), proposed());
  BudgetVire dollars = vire("materials", "travel", 1);
  dollars.amount = Money{1, *Currency::parse("USD")};
  expectOnly("CURRENCY_MISMATCH", *w.officer, dollars, effective());
}

TEST(ViolationOfFunding, LongGrantsWaitForTheBudgetsOfTheirYears) {
  auto& w = world();
  const SubjectId grant = w.agreed(GrantClass::kLong);
  expectOfFunder("NOT_LONG_TERM", w.appropriation(w.grant, 2026, 1));
  expectOfFunder("NOT_APPROPRIATED", TrancheApprove{grant, 1, w.now()});
  w.agree(*w.funder_one, *w.funder_two, w.appropriation(grant, 2026, 399), kPublic);
  w.agree(*w.funder_one, *w.funder_two, w.appropriation(grant, 2027, 1), kPublic);
  expectOfFunder("NOT_APPROPRIATED", TrancheApprove{grant, 1, w.now()});
  w.agree(*w.funder_one, *w.funder_two, w.appropriation(grant, 2025, 1), kPublic);
  expectOfFunder("", TrancheApprove{grant, 1, w.now()});
  expectOfFunder("APPROPRIATION_TAKEN", w.appropriation(grant, 2026, 1));
  expectOfFunder("APPROPRIATION_TAKEN", w.appropriation(grant, 1999, 1));
  expectOfFunder("APPROPRIATION_TAKEN", w.appropriation(grant, 2101, 1));
  expectOfFunder("", w.appropriation(grant, 2100, 599));
  expectOfFunder("OVER_AWARD", w.appropriation(grant, 2100, 600));
}

TEST(ViolationOfFunding, LongGrantsWaitForTheAnnualReportOfTheYearBefore) {
  auto& w = world();
  GrantAward award = w.awarding(GrantClass::kLong);
  award.occurred_at = w.ago(15 * 1440);
  ASSERT_NE(award.occurred_at.text().substr(0, 4), w.now().text().substr(0, 4));
  w.agree(*w.funder_one, *w.funder_two, award, kPublic);
  AgreementSign agreement = w.agreement(award.grant);
  agreement.occurred_at = award.occurred_at;
  w.agree(*w.funder_one, *w.officer, agreement, kPublic);
  w.agree(*w.funder_one, *w.funder_two, w.appropriation(award.grant, 2026, 1000), kPublic);
  const TrancheApprove approval{award.grant, 1, w.now()};
  expectOfFunder("REPORT_GATE", approval);
  const SubjectId report = w.subject();
  w.say(*w.funder_one,
        ObligationCreate{report, w.grantee, w.funder, award.grant, ReportKind::kAnnual, w.today + 30, w.now()},
        kPublic);
  w.say(*w.officer, ReportSubmit{report, w.digest(), {}, w.now()}, kPublic);
  expectOfFunder("REPORT_GATE", approval);
  w.say(*w.funder_one, ReportAccept{report, w.now()}, kPublic);
  expectOfFunder("", approval);
}

TEST(ViolationOfFunding, DemandsAndWaiversAreOfMoneyOnHand) {
  auto& w = world();
  const SubjectId grant = w.paid();  // 400 on hand
  expectOnly("", *w.funder_one, w.demand(grant, 400));
  expectOnly("OVER_ON_HAND", *w.funder_one, w.demand(grant, 401));
  const RefundDemand first = w.demand(grant, 390);
  const RefundDemand rest = w.demand(grant, 10);
  w.say(*w.funder_one, first, kPublic);
  expectOnly("", *w.funder_one, w.demand(grant, 10));
  expectOnly("OVER_ON_HAND", *w.funder_one, w.demand(grant, 11));
  w.say(*w.funder_one, rest, kPublic);
  w.agree(*w.funder_one, *w.funder_two, RefundWaive{first.demand, w.digest(), w.now()}, kPublic);
  expectOfFunder("WRONG_STATE", RefundWaive{first.demand, w.digest(), w.now()});
  expectOfFunder("MONEY_ON_HAND", GrantClose{grant, w.now()});
  w.spend(grant, "materials", 10);
  // As much is left as was waived, but another demand is open.
  expectOfFunder("MONEY_ON_HAND", GrantClose{grant, w.now()});
  w.agree(*w.funder_one, *w.funder_two, RefundWaive{rest.demand, w.digest(), w.now()}, kPublic);
  expectOfFunder("", GrantClose{grant, w.now()});
}

TEST(ViolationOfFunding, RecoveryFollowsAFindingOfItsAudit) {
  auto& w = world();
  const auto recovery = [&](const SubjectId& grant, const SubjectId& finding) {
    return RecoveryOpen{grant, finding, w.digest(), w.now()};
  };
  const SubjectId finding = w.finding(w.closed);
  expectOfFunder("", recovery(w.closed, finding));
  expectOfFunder("NOT_OF_GRANT", recovery(w.closed, w.finding(w.grant)));
  expectOfFunder("WRONG_STATE", recovery(w.grant, w.finding(w.grant)));
  expectOfFunder("UNKNOWN_SUBJECT", recovery(w.closed, w.subject()));
  const SubjectId grant = w.paid();
  const SubjectId spent = w.spend(grant, "materials", 400);
  const SubjectId bad = w.finding(grant);
  w.agree(*w.funder_one, *w.funder_two, GrantClose{grant, w.now()}, kPublic);
  expectOnly("GRANT_CLOSED", *w.verifier,
             ExpenditureDisallow{grant, spent, tenge(5), ExpenditureReason::kProhibitedCost, w.now()});
  w.agree(*w.funder_one, *w.funder_two, recovery(grant, bad), kPublic);
  w.say(*w.verifier, ExpenditureDisallow{grant, spent, tenge(5), ExpenditureReason::kProhibitedCost, w.now()}, kPublic);
  expectOnly("", *w.funder_one, w.demand(grant, 5));
  expectOnly("WRONG_STATE", *w.officer, w.spending(grant, "materials", 1));
}

TEST(ViolationOfFunding, ClosingEndsTheDemands) {
  auto& w = world();
  const SubjectId grant = w.paid();
  const SubjectId bad = w.finding(grant);
  const RefundDemand old = w.demand(grant, 400);
  w.say(*w.funder_one, old, kPublic);
  w.spend(grant, "materials", 395);
  const RefundSend sent{grant, w.subject(), tenge(5), "R", w.now()};
  w.say(*w.officer, sent, kPublic);
  w.say(*w.payer, RefundReceive{grant, sent.refund, tenge(5), w.now()}, kPublic);
  // Nothing is on hand, and so a demand may be open.
  w.agree(*w.funder_one, *w.funder_two, GrantClose{grant, w.now()}, kPublic);
  w.agree(*w.funder_one, *w.funder_two, RecoveryOpen{grant, bad, w.digest(), w.now()}, kPublic);
  expectOfFunder("WRONG_STATE", RefundWaive{old.demand, w.digest(), w.now()});
  w.say(*w.officer, InterestRecord{grant, tenge(1), w.digest(), w.now()}, kPublic);
  expectOnly("", *w.funder_one, w.demand(grant, 1));
  expectOnly("OVER_ON_HAND", *w.funder_one, w.demand(grant, 2));
}

TEST(ViolationOfFunding, OfficersOfTheGranteeDecideNothingAboutTheGrant) {
  auto& w = world();
  constexpr const char* kConflict = "CONFLICT_OF_INTEREST";
  expectOnly(kConflict, *w.two_hats, GrantSuspend{w.grant, StopReason::kMisuse, w.digest(), w.now()}, proposed());
  expectOnly(kConflict, *w.two_hats, GrantTerminate{w.grant, StopReason::kMisuse, w.digest(), w.now()}, proposed());
  expectOnly(kConflict, *w.two_hats, w.amendment(w.grant), proposed());
  expectOnly(kConflict, *w.two_hats, w.agreement(w.unsigned_grant), proposed());
  expectOnly(kConflict, *w.two_hats, TrancheApprove{w.grant, 1, w.now()}, proposed());
  expectOnly(kConflict, *w.two_hats, RecoveryOpen{w.closed, w.finding(w.closed), w.digest(), w.now()}, proposed());
  expectOnly(kConflict, *w.two_hats, w.demand(w.spent_grant, 1));
  expectOnly(kConflict, *w.two_hats, ExpenditureVerify{w.spent_grant, w.expenditure, w.now()});
  expectEndorsed("", *w.funder_two, GrantSuspend{w.grant, StopReason::kMisuse, w.digest(), w.now()});
  expectEndorsed(kConflict, *w.two_hats, GrantSuspend{w.grant, StopReason::kMisuse, w.digest(), w.now()});
  expectEndorsed(kConflict, *w.two_hats, TrancheApprove{w.grant, 1, w.now()});
  // The grantee's own side endorses an amendment.
  expectEndorsed("", *w.two_hats, w.amendment(w.grant));
  expectEndorsed("ROLE_MISSING", *w.funder_two, w.amendment(w.grant));
}

TEST(ViolationOfFunding, OfficersOfTheGranteeMoveNoMoneyOfTheGrant) {
  auto& w = world();
  constexpr const char* kConflict = "CONFLICT_OF_INTEREST";
  const SubjectId grant = w.agreed();
  w.agree(*w.funder_one, *w.funder_two, TrancheApprove{grant, 1, w.now()}, kPublic);
  const TrancheDisburse payment{grant, w.subject(), 1, tenge(400), "P", w.now()};
  expectOnly(kConflict, *w.two_hats, payment);
  w.say(*w.payer, payment, kPublic);
  const DisbursementReverse back{grant, payment.disbursement, tenge(1), "P", w.now()};
  expectOnly("", *w.payer, back);
  expectOnly(kConflict, *w.two_hats, back);
  const RefundSend sent{grant, w.subject(), tenge(400), "R", w.now()};
  w.say(*w.officer, sent, kPublic);
  const RefundReceive received{grant, sent.refund, tenge(400), w.now()};
  expectOnly(kConflict, *w.two_hats, received);
  w.say(*w.payer, received, kPublic);
  expectOnly(kConflict, *w.two_hats, GrantClose{grant, w.now()}, proposed());
  expectOfFunder("", GrantClose{grant, w.now()});
}

TEST(ViolationOfFunding, OfficersOfTheGranteeAppropriateNothingAndAcceptNoReport) {
  auto& w = world();
  constexpr const char* kConflict = "CONFLICT_OF_INTEREST";
  const SubjectId grant = w.agreed(GrantClass::kLong);
  expectOnly(kConflict, *w.two_hats, w.appropriation(grant, 2026, 1), proposed());
  expectEndorsed(kConflict, *w.two_hats, w.appropriation(grant, 2026, 1));
  expectEndorsed("", *w.funder_two, w.appropriation(grant, 2026, 1));
  const auto submitted = [&](const SubjectId& of) {
    const SubjectId report = w.subject();
    w.say(*w.funder_one, ObligationCreate{report, w.grantee, w.funder, of, ReportKind::kInterim, w.today + 30, w.now()},
          kPublic);
    w.say(*w.officer, ReportSubmit{report, w.digest(), {}, w.now()}, kPublic);
    return report;
  };
  const SubjectId report = submitted(grant);
  expectOnly(kConflict, *w.two_hats, ReportAccept{report, w.now()});
  expectOnly("", *w.funder_one, ReportAccept{report, w.now()});
  expectOnly("", *w.two_hats, ReportReturn{report, w.digest(), w.now()});
  // Of no grant.
  expectOnly("", *w.two_hats, ReportAccept{submitted({}), w.now()});
}

TEST(ViolationOfFunding, NoMoreIsWaivedThanWasOnHand) {
  auto& w = world();
  const SubjectId grant = w.paid();  // 400 on hand
  const auto waive = [&](std::int64_t minor) {
    const RefundDemand demand = w.demand(grant, minor);
    w.say(*w.funder_one, demand, kPublic);
    w.agree(*w.funder_one, *w.funder_two, RefundWaive{demand.demand, w.digest(), w.now()}, kPublic);
  };
  waive(400);
  w.spend(grant, "materials", 300);
  waive(100);
  expectOfFunder("", GrantClose{grant, w.now()});
  w.say(*w.officer, InterestRecord{grant, tenge(1), w.digest(), w.now()}, kPublic);
  expectOfFunder("MONEY_ON_HAND", GrantClose{grant, w.now()});
  w.spend(grant, "materials", 1);
  expectOfFunder("", GrantClose{grant, w.now()});
}

TEST(ViolationOfFunding, AClosedGrantHasWaivedWhatWasOnHand) {
  auto& w = world();
  const SubjectId grant = w.paid();
  const RefundDemand demand = w.demand(grant, 400);
  w.say(*w.funder_one, demand, kPublic);
  w.agree(*w.funder_one, *w.funder_two, RefundWaive{demand.demand, w.digest(), w.now()}, kPublic);
  w.spend(grant, "materials", 300);
  const SubjectId bad = w.finding(grant);
  w.agree(*w.funder_one, *w.funder_two, GrantClose{grant, w.now()}, kPublic);
  w.agree(*w.funder_one, *w.funder_two, RecoveryOpen{grant, bad, w.digest(), w.now()}, kPublic);
  expectOfFunder("", GrantClose{grant, w.now()});
  w.say(*w.officer, InterestRecord{grant, tenge(1), w.digest(), w.now()}, kPublic);
  expectOfFunder("MONEY_ON_HAND", GrantClose{grant, w.now()});
  const RefundSend sent{grant, w.subject(), tenge(1), "R", w.now()};
  w.say(*w.officer, sent, kPublic);
  w.say(*w.payer, RefundReceive{grant, sent.refund, tenge(1), w.now()}, kPublic);
  expectOfFunder("", GrantClose{grant, w.now()});
}

// It was closed while it was suspended, which it still is.
TEST(ViolationOfFunding, RecoveryFollowsASuspensionToo) {
  auto& w = world();
  const SubjectId grant = w.paid();
  w.spend(grant, "materials", 400);
  const SubjectId bad = w.finding(grant);
  w.agree(*w.funder_one, *w.funder_two, GrantSuspend{grant, StopReason::kMisuse, w.digest(), w.now()}, kPublic);
  const RecoveryOpen recovery{grant, bad, w.digest(), w.now()};
  expectOfFunder("WRONG_STATE", recovery);
  w.agree(*w.funder_one, *w.funder_two, GrantClose{grant, w.now()}, kPublic);
  expectOfFunder("", recovery);
}

TEST(ViolationOfFunding, ThePeriodIsThatOfTheClass) {
  auto& w = world();
  const SubjectId grant = w.awarded(GrantClass::kMedium);
  const auto until = [&](std::int64_t months, CivilDay more) {
    AgreementSign body = w.agreement(grant);
    body.eligible_to = static_cast<CivilDay>(monthsOn(w.today, months)) + more;
    return body;
  };
  expectOfFunder("", until(2, -1));
  expectOfFunder("PERIOD_OVER_CLASS", until(2, -2));
  expectOfFunder("", until(4, -1));
  expectOfFunder("PERIOD_OVER_CLASS", until(4, 0));
}

}  // namespace
}  // namespace audit::tests
