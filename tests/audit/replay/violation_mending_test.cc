// What the front door refuses about mended expenditures, put into the log all the same. Each forgery breaks one rule
// and no other.
#include <gtest/gtest.h>

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

TEST(ViolationOfMending, CorrectionsHoldWithTheNewFigures) {
  auto& w = world();
  const auto corrected = [&](const SubjectId& which, const char* line, std::int64_t minor) {
    return ExpenditureCorrect{w.spent_grant, which, line, tenge(minor), kReason, w.now()};
  };
  const auto expectCorrected = [&](const std::string& name, const char* line, std::int64_t minor) {
    SCOPED_TRACE(name);
    expectOfOfficer(name, corrected(w.expenditure, line, minor));
  };
  expectCorrected("NO_CHANGE", "materials", 100);
  expectCorrected("", "materials", 101);
  expectCorrected("", "travel", 100);
  expectCorrected("LINE_UNKNOWN", "food", 100);
  expectCorrected("REGRANT_MISMATCH", "regrant", 100);
  expectCorrected("AMOUNT_NOT_POSITIVE", "materials", 0);
  // Of 400 paid out, 50 are spent on travel, whose line holds 300.
  expectCorrected("", "travel", 250);
  expectCorrected("LINE_OVER_BUDGET", "travel", 251);
  expectCorrected("", "materials", 350);
  expectCorrected("NOT_ENOUGH_MONEY", "materials", 351);
  expectOfOfficer("UNKNOWN_SUBJECT", corrected(w.subject(), "materials", 1));
  expectOfOfficer("", corrected(w.queried, "travel", 51));
  ExpenditureCorrect body = corrected(w.expenditure, "materials", 1);
  body.reason = ExpenditureReason::kNone;
  expectOfOfficer("REASON_MISSING", body);
  body.reason = kReason;
  body.occurred_at = w.ago(1);
  expectOfOfficer("BEFORE_ORIGINAL", body);
}

TEST(ViolationOfMending, InvoicesStayDifferent) {
  auto& w = world();
  auto one = w.spending(w.spent_grant, "materials", 5);
  auto two = w.spending(w.spent_grant, "materials", 6);
  one.document_number = two.document_number = "TWICE";
  w.say(*w.officer, one, kPublic);
  w.say(*w.officer, two, kPublic);
  const auto corrected = [&](std::int64_t minor) {
    return ExpenditureCorrect{w.spent_grant, one.expenditure, "materials", tenge(minor), kReason, w.now()};
  };
  expectOfOfficer("INVOICE_TAKEN", corrected(6));
  expectOfOfficer("", corrected(7));
  w.say(*w.officer, ExpenditureVoid{w.spent_grant, two.expenditure, kReason, w.now()}, kPublic);
  expectOfOfficer("", corrected(6));
  // Document and invoice are free again.
  two.expenditure = w.subject();
  expectOfOfficer("", two);
  two.document_hash = one.document_hash;
  expectOfOfficer("DOCUMENT_TAKEN", two);
}

TEST(ViolationOfMending, NothingIsMendedThatSomebodyCheckedOrTookBack) {
  auto& w = world();
  const SubjectId grant = w.paid();
  const auto voided = [&](const SubjectId& which) { return ExpenditureVoid{grant, which, kReason, w.now()}; };
  const auto corrected = [&](const SubjectId& which) {
    return ExpenditureCorrect{grant, which, "materials", tenge(1), kReason, w.now()};
  };
  const auto expectNothing = [&](const SubjectId& which) {
    expectOfOfficer("WRONG_STATE", voided(which));
    expectOfOfficer("WRONG_STATE", corrected(which));
  };
  const SubjectId verified = w.spend(grant, "materials", 10);
  expectOfOfficer("", voided(verified));
  w.say(*w.verifier, ExpenditureVerify{grant, verified, w.now()}, kPublic);
  expectNothing(verified);
  const SubjectId disallowed = w.spend(grant, "materials", 10);
  w.say(*w.verifier, ExpenditureDisallow{grant, disallowed, tenge(1), kReason, w.now()}, kPublic);
  expectNothing(disallowed);
  const SubjectId reversed = w.spend(grant, "materials", 10);
  w.say(*w.officer, ExpenditureReverse{grant, w.subject(), reversed, tenge(1), w.digest(), kReason, w.now()}, kPublic);
  expectNothing(reversed);
  const SubjectId gone = w.spend(grant, "materials", 10);
  w.say(*w.officer, voided(gone), kPublic);
  expectNothing(gone);
  expectOnly("WRONG_STATE", *w.verifier, ExpenditureVerify{grant, gone, w.now()});
  expectOnly("WRONG_STATE", *w.verifier, ExpenditureQuery{grant, gone, kReason, w.now()});
}

TEST(ViolationOfMending, WhatIsToGoBackIsNotSpentByACorrection) {
  auto& w = world();
  const auto corrected = [&](const SubjectId& grant, const SubjectId& which, const char* line, std::int64_t minor) {
    return ExpenditureCorrect{grant, which, line, tenge(minor), kReason, w.now()};
  };
  const auto expectNoMore = [&](const SubjectId& grant, const SubjectId& which) {
    expectOfOfficer("OVER_ORIGINAL", corrected(grant, which, "materials", 101));
    expectOfOfficer("OVER_ORIGINAL", corrected(grant, which, "travel", 101));
    expectOfOfficer("", corrected(grant, which, "travel", 100));
    expectOfOfficer("", corrected(grant, which, "materials", 99));
  };
  const SubjectId terminated = w.paid();
  const SubjectId one = w.spend(terminated, "materials", 100);
  expectOfOfficer("", corrected(terminated, one, "materials", 101));
  w.agree(*w.funder_one, *w.funder_two, GrantTerminate{terminated, StopReason::kNoMoney, w.digest(), w.now()}, kPublic);
  expectNoMore(terminated, one);
  const SubjectId demanded = w.paid();
  const SubjectId other = w.spend(demanded, "materials", 100);
  const RefundDemand demand = w.demand(demanded, 1);
  w.say(*w.funder_one, demand, kPublic);
  expectNoMore(demanded, other);
  w.agree(*w.funder_one, *w.funder_two, RefundWaive{demand.demand, w.digest(), w.now()}, kPublic);
  expectOfOfficer("", corrected(demanded, other, "materials", 101));
}

TEST(ViolationOfMending, AQueryEndsWithTheCorrection) {
  auto& w = world();
  const SubjectId grant = w.paid();
  const SubjectId spent = w.spend(grant, "materials", 399);
  w.say(*w.verifier, ExpenditureQuery{grant, spent, kReason, w.now()}, kPublic);
  expectOnly("WRONG_STATE", *w.verifier, ExpenditureQuery{grant, spent, kReason, w.now()});
  w.say(*w.officer, ExpenditureCorrect{grant, spent, "materials", tenge(400), kReason, w.now()}, kPublic);
  expectOnly("", *w.verifier, ExpenditureQuery{grant, spent, kReason, w.now()});
  expectOnly("", *w.funder_one, GrantClose{grant, w.now()}, kProposed);
}

// What a batch brought in is mended by others, or awarded on: the batch stays.
TEST(ViolationOfMending, ABatchStaysWhenOthersBuildUponIt) {
  auto& w = world();
  const auto spending = [&](const SubjectId& batch) {
    const ExpenditureRecord body = w.spending(w.spent_grant, "office", 1);
    w.import(batch, {body}, kPublic);
    return body.expenditure;
  };
  const auto expectVoid = [&](const std::string& name, const SubjectId& batch) {
    EXPECT_EQ(w.broken(*w.importer, {ImportVoid{batch, w.now()}, kPublic, Assurance::kImported}),
              name.empty() ? "" : name + " ");
  };
  const SubjectId untouched = w.subject();
  const SubjectId corrected = w.subject();
  const SubjectId voided = w.subject();
  spending(untouched);
  w.say(*w.officer, ExpenditureCorrect{w.spent_grant, spending(corrected), "office", tenge(2), kReason, w.now()},
        kPublic);
  w.say(*w.officer, ExpenditureVoid{w.spent_grant, spending(voided), kReason, w.now()}, kPublic);
  expectVoid("", untouched);
  expectVoid("BATCH_IN_USE", corrected);
  expectVoid("BATCH_IN_USE", voided);
  const SubjectId batch = w.subject();
  const GrantAward whole = w.awarding();
  w.import(batch, {whole, w.agreement(whole.grant)}, kPublic);
  expectVoid("", batch);
  GrantAward award = w.subAward(1);
  award.parent = whole.grant;
  w.agree(*w.regrant_one, *w.regrant_two, award, kPublic);
  expectVoid("BATCH_IN_USE", batch);
}

}  // namespace
}  // namespace audit::tests
