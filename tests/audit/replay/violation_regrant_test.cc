// What the front door refuses about sub-awards, put into the log all the same. Each forgery breaks one rule and no
// other.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "audit/verify/report.h"
#include "tests/audit/funding_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

constexpr Visibility kPublic = Visibility::kPublic;
constexpr auto kReason = ExpenditureReason::kWrongAmount;

FundingWorld& world() {
  static FundingWorld made;
  return made;
}

const Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};

void expectOnly(const std::string& name, const Actor& actor, const CommandBody& body,
                const Decision& decision = {kRulesVersion}) {
  EXPECT_EQ(world().broken(actor, {body, traitsOf(body.kind()).visibility, Assurance::kSelf, decision}),
            name.empty() ? "" : name + " ");
}
void expectOfOfficer(const std::string& name, const CommandBody& body) {
  expectOnly(name, *world().officer, body);
}

template <class Change>
void expectAward(const std::string& name, Change change) {
  GrantAward award = world().subAward(40);
  change(award);
  expectOnly(name, *world().regrant_one, award, kProposed);
}

TEST(ViolationOfSubAwards, AwardsFitTheLineThatFundsThem) {
  auto& w = world();
  expectAward("", [](GrantAward& a) { a.amount = tenge(100); });
  expectAward("OVER_PARENT_LINE", [](GrantAward& a) { a.amount = tenge(101); });
  expectAward("PARENT_LINE_MISSING", [](GrantAward& a) { a.parent_line.clear(); });
  expectAward("PARENT_LINE_MISSING", [](GrantAward& a) { a.parent = {}; });
  expectAward("LINE_UNKNOWN", [](GrantAward& a) { a.parent_line = "food"; });
  expectAward("NOT_A_REGRANT_LINE", [](GrantAward& a) { a.parent_line = "travel"; });
  expectAward("UNKNOWN_SUBJECT", [&](GrantAward& a) { a.parent = w.subject(); });
  expectAward("NO_AGREEMENT", [&](GrantAward& a) { a.parent = w.unsigned_grant; });
  expectAward("GRANT_CLOSED", [&](GrantAward& a) { a.parent = w.closed; });
  expectAward("CURRENCY_MISMATCH", [](GrantAward& a) { a.amount = Money{1, *Currency::parse("USD")}; });
  expectAward("SOURCE_DIFFERS", [](GrantAward& a) { a.source = FundSource::kPrivate; });
  GrantAward other = w.subAward(40);
  other.funder = w.funder;
  expectOnly("NOT_OF_PARENT", *w.funder_one, other, kProposed);
  const SubjectId suspended = w.agreed();
  w.agree(*w.funder_one, *w.funder_two, GrantSuspend{suspended, StopReason::kMisuse, w.digest(), w.now()}, kPublic);
  expectAward("WRONG_STATE", [&](GrantAward& a) { a.parent = suspended; });
}

TEST(ViolationOfSubAwards, AwardsOutOfOthersAreNotImported) {
  auto& w = world();
  const auto forged = [&](const GrantAward& award) {
    return w.broken(
        w.signImport(*w.importer, {ImportRecord{w.subject(), 0, w.digest(), w.digest(), 0, 1}, award}, kPublic),
        {kRulesVersion});
  };
  EXPECT_EQ(forged(w.subAward(1)), "NOT_IMPORTABLE ");
  EXPECT_EQ(forged(w.awarding()), "");
}

TEST(ViolationOfSubAwards, ThePeriodLiesInThatOfTheParent) {
  auto& w = world();
  const GrantAward award = w.subAward(1);
  w.agree(*w.regrant_one, *w.regrant_two, award, kPublic);
  const auto period = [&](CivilDay from, CivilDay to) {
    AgreementSign body = w.subAgreement(award.grant, 1);
    body.eligible_from = w.today + from;
    body.eligible_to = w.today + to;
    return body;
  };
  expectOnly("", *w.regrant_one, period(0, 100), kProposed);
  expectOnly("OUTSIDE_PARENT", *w.regrant_one, period(0, 101), kProposed);
  expectOnly("OUTSIDE_PARENT", *w.regrant_one, period(-1, 100), kProposed);
  w.agree(*w.regrant_one, *w.branch_officer, period(0, 50), kPublic);
  const AgreementSign same = w.subAgreement(award.grant, 1);
  const auto amended = [&](CivilDay to) {
    return AgreementAmend{award.grant, "A-1", same.lines, same.tranches, w.today + to, w.digest(), w.now()};
  };
  expectOnly("", *w.regrant_one, amended(100), kProposed);
  expectOnly("OUTSIDE_PARENT", *w.regrant_one, amended(101), kProposed);
}

// A parent with one sub-award of 40, paid out, and room for another.
struct Regranted {
  Regranted() {
    auto& w = world();
    parent = w.paid();
    GrantAward award = w.subAward(40);
    award.parent = parent;
    sub_award = award.grant;
    w.agree(*w.regrant_one, *w.regrant_two, award, kPublic);
    disbursement = w.subPaid(sub_award);
  }
  ExpenditureRecord payment(std::int64_t minor) const {
    ExpenditureRecord body = world().spending(parent, "regrant", minor);
    body.disbursement = disbursement;
    return body;
  }

  SubjectId parent, sub_award, disbursement;
};

TEST(ViolationOfSubAwards, ExpendituresOnTheLinePayOneDisbursement) {
  auto& w = world();
  const Regranted made;
  expectOfOfficer("", made.payment(40));
  expectOfOfficer("AMOUNT_DIFFERS", made.payment(39));
  ExpenditureRecord body = made.payment(40);
  body.disbursement = {};
  expectOfOfficer("REGRANT_MISMATCH", body);
  body = made.payment(40);
  body.line = "travel";
  expectOfOfficer("REGRANT_MISMATCH", body);
  const Regranted other;
  body.line = "regrant";
  body.disbursement = other.disbursement;
  expectOfOfficer("REGRANT_MISMATCH", body);
  body.disbursement = w.subject();
  expectOfOfficer("UNKNOWN_SUBJECT", body);
  const ExpenditureRecord paid = made.payment(40);
  w.say(*w.officer, paid, kPublic);
  expectOfOfficer("DISBURSEMENT_TAKEN", made.payment(40));
  expectOfOfficer("WRONG_STATE",
                  ExpenditureCorrect{made.parent, paid.expenditure, "travel", tenge(40), kReason, w.now()});
  w.say(*w.officer, ExpenditureVoid{made.parent, paid.expenditure, kReason, w.now()}, kPublic);
  expectOfOfficer("", made.payment(40));
}

TEST(ViolationOfSubAwards, TheLineKeepsWhatIsAwardedFromIt) {
  auto& w = world();
  const Regranted made;
  const auto regrants = [&](std::int64_t minor) {
    AgreementAmend body = w.amendment(made.parent);
    body.lines[3].amount = minor;
    return body;
  };
  expectOnly("", *w.funder_one, regrants(40), kProposed);
  expectOnly("LINE_OVER_BUDGET", *w.funder_one, regrants(39), kProposed);
  BudgetVire away = w.virement("regrant", "travel", 61);
  away.grant = made.parent;
  expectOnly("LINE_OVER_BUDGET", *w.officer, away, kProposed);
  away.amount = tenge(60);
  expectOnly("", *w.officer, away, {kRulesVersion, Effect::kProposed, w.limits, 0, {}});
}

TEST(ViolationOfSubAwards, AParentClosesAfterThemWithWhatTheyKept) {
  auto& w = world();
  const Regranted made;
  const GrantClose close{made.parent, w.now()};
  const auto expectClose = [&](const std::string& name) { expectOnly(name, *w.funder_one, close, kProposed); };
  w.say(*w.officer, made.payment(40), kPublic);
  w.spend(made.parent, "materials", 360);
  expectClose("SUB_AWARD_OPEN");
  // The branch spends 30 and sends 10 back.
  const auto spent = w.spending(made.sub_award, "materials", 30);
  w.say(*w.branch_officer, spent, kPublic);
  const SubjectId refund = w.subject();
  w.say(*w.branch_officer, RefundSend{made.sub_award, refund, tenge(10), "R", w.now()}, kPublic);
  w.say(*w.regrant_payer, RefundReceive{made.sub_award, refund, tenge(10), w.now()}, kPublic);
  w.agree(*w.regrant_one, *w.regrant_two, GrantClose{made.sub_award, w.now()}, kPublic);
  expectClose("REGRANT_DIFFERS");
}

TEST(ViolationOfSubAwards, AParentClosesWithWhatTheyGot) {
  auto& w = world();
  const Regranted made;
  const ExpenditureRecord paid = made.payment(40);
  w.say(*w.officer, paid, kPublic);
  w.spend(made.parent, "materials", 360);
  const SubjectId refund = w.subject();
  w.say(*w.branch_officer, RefundSend{made.sub_award, refund, tenge(40), "R", w.now()}, kPublic);
  w.say(*w.regrant_payer, RefundReceive{made.sub_award, refund, tenge(40), w.now()}, kPublic);
  w.agree(*w.regrant_one, *w.regrant_two, GrantClose{made.sub_award, w.now()}, kPublic);
  w.say(*w.officer,
        ExpenditureReverse{made.parent, w.subject(), paid.expenditure, tenge(40), w.digest(), kReason, w.now()},
        kPublic);
  w.spend(made.parent, "materials", 40);
  expectOnly("", *w.funder_one, GrantClose{made.parent, w.now()}, kProposed);
}

TEST(ViolationOfSubAwards, OneWithoutAgreementKeepsNoParentOpen) {
  auto& w = world();
  GrantAward award = w.subAward(40);
  award.parent = w.paid();
  w.agree(*w.regrant_one, *w.regrant_two, award, kPublic);
  w.spend(award.parent, "materials", 400);
  const Forgery close{GrantClose{award.parent, w.now()}, kPublic, Assurance::kSelf, kProposed};
  const Forgery agreement{w.subAgreement(award.grant, 40), kPublic, Assurance::kSelf, kProposed};
  EXPECT_EQ(w.broken(*w.funder_one, close), "");
  EXPECT_EQ(w.broken(*w.regrant_one, agreement), "");
  // Nor is it agreed once the parent is closed.
  EXPECT_EQ(w.broken({{*w.funder_one, close}, {*w.funder_two, {Endorse{}, kPublic}}, {*w.regrant_one, agreement}}),
            only("GRANT_CLOSED"));
  w.agree(*w.regrant_one, *w.branch_officer, w.subAgreement(award.grant, 40), kPublic);
  EXPECT_EQ(w.broken(*w.funder_one, close), only("SUB_AWARD_OPEN"));
}

TEST(ViolationOfSubAwards, NoneIsAgreedBeforeItsParent) {
  auto& w = world();
  GrantAward award = w.subAward(40);
  award.parent = w.unsigned_grant;
  const Forgery agreement{w.subAgreement(award.grant, 40), kPublic, Assurance::kSelf, kProposed};
  EXPECT_EQ(w.broken({{*w.regrant_one, {award, kPublic, Assurance::kSelf, kProposed}},
                      {*w.regrant_two, {Endorse{}, kPublic}},
                      {*w.regrant_one, agreement}}),
            "NO_AGREEMENT NO_AGREEMENT NO_AGREEMENT ");
}

// What one sends back beyond what it got, its interest say, makes up for nothing that another got.
TEST(ViolationOfSubAwards, EachCountsWithWhatItKept) {
  auto& w = world();
  const Regranted made;
  GrantAward award = w.subAward(40);
  award.parent = made.parent;
  w.agree(*w.regrant_one, *w.regrant_two, award, kPublic);
  ExpenditureRecord second = w.spending(made.parent, "regrant", 40);
  second.disbursement = w.subPaid(award.grant);
  const ExpenditureRecord first = made.payment(40);
  w.say(*w.officer, first, kPublic);
  w.say(*w.officer, second, kPublic);
  // The first sends back all of it, and 5 of interest; the second spends what it got.
  w.say(*w.branch_officer, InterestRecord{made.sub_award, tenge(5), w.digest(), w.now()}, kPublic);
  const SubjectId refund = w.subject();
  w.say(*w.branch_officer, RefundSend{made.sub_award, refund, tenge(45), "R", w.now()}, kPublic);
  w.say(*w.regrant_payer, RefundReceive{made.sub_award, refund, tenge(45), w.now()}, kPublic);
  w.say(*w.branch_officer, w.spending(award.grant, "materials", 40), kPublic);
  for (const SubjectId& which : {made.sub_award, award.grant})
    w.agree(*w.regrant_one, *w.regrant_two, GrantClose{which, w.now()}, kPublic);
  const auto reverse = [&](const ExpenditureRecord& spent, std::int64_t minor) {
    w.say(*w.officer,
          ExpenditureReverse{made.parent, w.subject(), spent.expenditure, tenge(minor), w.digest(), kReason, w.now()},
          kPublic);
    w.spend(made.parent, "materials", minor);
  };
  w.spend(made.parent, "materials", 320);
  reverse(first, 40);
  expectOnly("", *w.funder_one, GrantClose{made.parent, w.now()}, kProposed);
  reverse(second, 5);
  expectOnly("REGRANT_DIFFERS", *w.funder_one, GrantClose{made.parent, w.now()}, kProposed);
}

TEST(ViolationOfSubAwards, SpendingThatNamesNoDisbursementIsNotComparedWithThem) {
  auto& w = world();
  const SubjectId parent = w.paid();
  w.import(w.subject(), {w.spending(parent, "regrant", 10)}, kPublic);
  w.spend(parent, "materials", 390);
  expectOnly("", *w.funder_one, GrantClose{parent, w.now()}, kProposed);
}

TEST(ViolationOfSubAwards, TotalsLeaveThemOut) {
  auto& w = world();
  const auto totals = [&] {
    const auto members = bundleOf(w.entries(), w.log_key);
    Audit audit;
    verifyMembers(members, {}, audit);
    EXPECT_EQ(audit.findings.verdict(), "OK") << textReport(audit, false);
    return nlohmann::json::parse(textOf(members.at("figures.json")));
  };
  const auto before = totals();
  GrantAward award = w.subAward(1);
  award.parent = w.agreed();
  w.agree(*w.regrant_one, *w.regrant_two, award, kPublic);
  const auto after = totals();
  const std::int64_t sum = before["totals"]["grants"]["KZT"]["awarded"];
  EXPECT_EQ(after["totals"]["grants"]["KZT"]["awarded"], sum + 1000);
  EXPECT_EQ(after["grants"][award.grant.text()]["awarded"], 1);
}

TEST(ViolationOfSubAwards, ImportedSpendingOnTheLinePaysNobody) {
  auto& w = world();
  const Regranted made;
  const auto forged = [&](const ExpenditureRecord& body) {
    const ImportRecord part{w.subject(), 0, w.digest(), w.digest(), 0, 1};
    return w.broken(w.signImport(*w.importer, {part, body}, kPublic), {kRulesVersion});
  };
  const ExpenditureRecord spent = w.spending(made.parent, "regrant", 1);
  EXPECT_EQ(forged(spent), "");
  EXPECT_EQ(forged(made.payment(40)), "REGRANT_MISMATCH ");
  w.import(w.subject(), {spent}, kPublic);
  const auto corrected = [&](const SubjectId& which, const char* line, std::int64_t minor) {
    return ExpenditureCorrect{made.parent, which, line, tenge(minor), kReason, w.now()};
  };
  expectOfOfficer("", corrected(spent.expenditure, "regrant", 2));
  expectOfOfficer("", corrected(spent.expenditure, "travel", 1));
  expectOfOfficer("REGRANT_MISMATCH", corrected(w.spend(made.parent, "travel", 1), "regrant", 1));
}

}  // namespace
}  // namespace audit::tests
