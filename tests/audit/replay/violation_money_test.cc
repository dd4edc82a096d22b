// What the front door refuses about grants, spending and imports, put into the log all the same. Each forgery breaks
// one rule and no other.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};
constexpr Visibility kPublic = Visibility::kPublic;

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

class MoneyWorld : public World {
 public:
  MoneyWorld() {
    settle();
    for (auto* one : {&approving_payer, &paying_verifier, &two_hats, &other_importer}) *one = enrol();
    give(*approving_payer, Role::kFunder, funder);
    give(*approving_payer, Role::kPayer, funder);
    give(*paying_verifier, Role::kPayer, funder);
    give(*paying_verifier, Role::kVerifier, funder);
    give(*two_hats, Role::kFunder, funder);
    give(*two_hats, Role::kOfficer, grantee);
    give(*two_hats, Role::kVerifier, funder);
    give(*other_importer, Role::kImporter);
    awarded = award();
    approved = agreed();
    agree(*approving_payer, *funder_one, TrancheApprove{approved, 1, now()}, kPublic);
    spent = paid(*paying_verifier);
    refund = subject();
    document = digest();
    expenditure = spend(spent, 6, document);
    say(*officer, RefundSend{spent, refund, tenge(1), "R", now()}, kPublic);
    queried = paid(*payer);
    say(*verifier, ExpenditureQuery{queried, spend(queried, 10, digest()), ExpenditureReason::kOther, now()}, kPublic);
    refunded = paid(*payer);
    say(*officer, RefundSend{refunded, subject(), tenge(10), "R", now()}, kPublic);
    closed = paid(*payer);
    spend(closed, 10, digest());
    agree(*funder_one, *funder_two, GrantClose{closed, now()}, kPublic);
    importTwo();
  }

  GrantAward awarding(const SubjectId& which) {
    return {which, "SG-" + which.text(), "T", funder, grantee, programme, "KZ-AST", tenge(20), {}, {}, now()};
  }
  AgreementSign agreement(const SubjectId& which, std::int64_t line, std::int64_t tranche) {
    const CivilDay today = now().civilDay();
    return {
        which,       "A",  {{"materials", CostType::kMaterials, line}}, {{1, 10, today}, {2, tranche, today}}, today,
        today + 100, now()};
  }
  ExpenditureRecord spending(const SubjectId& which, std::int64_t amount, const Digest& evidence) {
    ExpenditureRecord body;
    body.grant = which;
    body.expenditure = subject();
    body.line = "materials";
    body.amount = tenge(amount);
    body.document_hash = evidence;
    body.document_number = "INV-" + body.expenditure.text();
    body.document_date = now().civilDay();
    body.vendor = binOf(9);
    body.occurred_at = now();
    return body;
  }

  std::optional<Actor> approving_payer, paying_verifier, two_hats, other_importer;
  SubjectId awarded, approved, spent, queried, refunded, closed, expenditure, refund, batch, used_batch, imported;
  Digest document;

 private:
  SubjectId award() {
    const SubjectId which = subject();
    agree(*funder_one, *funder_two, awarding(which), kPublic);
    return which;
  }
  SubjectId agreed() {
    const SubjectId which = award();
    agree(*funder_one, *officer, agreement(which, 20, 10), kPublic);
    return which;
  }
  SubjectId paid(const Actor& by) {
    const SubjectId which = agreed();
    agree(*funder_one, *funder_two, TrancheApprove{which, 1, now()}, kPublic);
    say(by, TrancheDisburse{which, subject(), 1, tenge(10), "P", now()}, kPublic);
    return which;
  }
  SubjectId spend(const SubjectId& which, std::int64_t amount, const Digest& evidence) {
    const auto body = spending(which, amount, evidence);
    say(*officer, body, kPublic);
    return body.expenditure;
  }
  // Two grants by imports; of one the grantee spends later.
  void importTwo() {
    for (SubjectId* one : {&batch, &used_batch}) {
      *one = subject();
      imported = subject();
      import(*one,
             {awarding(imported), agreement(imported, 20, 10), TrancheApprove{imported, 1, now()},
              TrancheDisburse {
                imported,
                subject(),
                1,
                tenge(10),
                "P",
                now()
              }},
             kPublic);
    }
    spend(imported, 5, digest());
  }
};

MoneyWorld& world() {
  static MoneyWorld made;
  return made;
}

void expectOnly(const std::string& name, const Actor& actor, const Forgery& forgery) {
  EXPECT_EQ(world().broken(actor, forgery), name.empty() ? "" : name + " ");
}
void expectOnly(const std::string& name, const Actor& actor, const CommandBody& body,
                const Decision& decision = {kRulesVersion}) {
  expectOnly(name, actor, Forgery{body, kPublic, Assurance::kSelf, decision});
}

TEST(ViolationOfMoney, CanaryHonestMoneyBreaksNothing) {
  auto& w = world();
  expectOnly("", *w.officer, w.spending(w.spent, 1, w.digest()));
  expectOnly("", *w.payer, TrancheDisburse{w.approved, w.subject(), 1, tenge(10), "P", w.now()});
}

TEST(ViolationOfMoney, AwardsAndAgreements) {
  auto& w = world();
  expectOnly("CONFLICT_OF_INTEREST", *w.two_hats, w.awarding(w.subject()), kProposed);
  expectOnly("", *w.funder_one, w.agreement(w.awarded, 20, 10), kProposed);
  expectOnly("LINES_OVER_AWARD", *w.funder_one, w.agreement(w.awarded, 21, 10), kProposed);
  expectOnly("TRANCHES_OVER_AWARD", *w.funder_one, w.agreement(w.awarded, 20, 11), kProposed);
  expectOnly("NO_AGREEMENT", *w.funder_one, TrancheApprove{w.awarded, 1, w.now()}, kProposed);
  expectOnly("TRANCHE_OPEN", *w.funder_one, TrancheApprove{w.approved, 2, w.now()}, kProposed);
  expectOnly("GRANT_CLOSED", *w.officer, InterestRecord{w.closed, tenge(1), w.digest(), w.now()});
}

TEST(ViolationOfMoney, WhoPaysAndWhoVerifies) {
  auto& w = world();
  expectOnly("PAYER_APPROVED", *w.approving_payer,
             TrancheDisburse{w.approved, w.subject(), 1, tenge(10), "P", w.now()});
  expectOnly("VERIFIER_PAID", *w.paying_verifier, ExpenditureVerify{w.spent, w.expenditure, w.now()});
  auto own = w.spending(w.spent, 1, w.digest());
  w.say(*w.two_hats, own, kPublic);
  expectOnly("SAME_PERSON", *w.two_hats, ExpenditureVerify{w.spent, own.expenditure, w.now()});
  expectOnly("", *w.verifier, ExpenditureVerify{w.spent, own.expenditure, w.now()});
}

TEST(ViolationOfMoney, DocumentsAndTimes) {
  auto& w = world();
  expectOnly("DOCUMENT_TAKEN", *w.officer, w.spending(w.spent, 1, w.document));
  expectOnly("DOCUMENT_TAKEN", *w.officer, InterestRecord{w.spent, tenge(1), w.document, w.now()});
  expectOnly("DOCUMENT_TAKEN", *w.officer,
             ExpenditureReverse{w.spent, w.subject(), w.expenditure, tenge(1), w.document,
                                ExpenditureReason::kReturnedGoods, w.now()});
  const Instant early = w.ago(1);
  expectOnly("BEFORE_ORIGINAL", *w.verifier, ExpenditureVerify{w.spent, w.expenditure, early});
  expectOnly("BEFORE_ORIGINAL", *w.verifier,
             ExpenditureQuery{w.spent, w.expenditure, ExpenditureReason::kOther, early});
  expectOnly("BEFORE_ORIGINAL", *w.verifier,
             ExpenditureDisallow{w.spent, w.expenditure, tenge(1), ExpenditureReason::kOther, early});
}

TEST(ViolationOfMoney, ClosingAndRefunds) {
  auto& w = world();
  expectOnly("AMOUNT_DIFFERS", *w.payer, RefundReceive{w.spent, w.refund, tenge(2), w.now()});
  expectOnly("REFUND_UNCONFIRMED", *w.funder_one, GrantClose{w.refunded, w.now()}, kProposed);
  expectOnly("EXPENDITURE_QUERIED", *w.funder_one, GrantClose{w.queried, w.now()}, kProposed);
}

TEST(ViolationOfMoney, NothingComesBackUnpaidAndSumsHaveABound) {
  auto& w = world();
  const auto interest = [&](const SubjectId& which, std::int64_t minor) {
    return InterestRecord{which, tenge(minor), w.digest(), w.now()};
  };
  const auto refund = [&](const SubjectId& which, std::int64_t minor, ExpenditureReason reason) {
    return ExpenditureReverse{which, w.subject(), {}, tenge(minor), w.digest(), reason, w.now()};
  };
  expectOnly("NOTHING_DISBURSED", *w.officer, interest(w.approved, 1));
  expectOnly("NOTHING_DISBURSED", *w.officer, refund(w.approved, 1, ExpenditureReason::kOther));
  expectOnly("MONEY_OVERFLOW", *w.officer, interest(w.spent, 201));
  expectOnly("", *w.officer, interest(w.spent, 200));
  expectOnly("MONEY_OVERFLOW", *w.officer, refund(w.spent, 201, ExpenditureReason::kOther));
  expectOnly("REASON_MISSING", *w.officer, refund(w.spent, 200, ExpenditureReason::kNone));
  expectOnly("", *w.officer, refund(w.spent, 200, ExpenditureReason::kOther));
}

TEST(ViolationOfMoney, StepsFollowEachOtherAndPayersStayOthers) {
  auto& w = world();
  const Instant early{w.now().utc_ms - 30 * kMsPerDay, 300};
  AgreementSign agreement = w.agreement(w.awarded, 20, 10);
  agreement.occurred_at = early;
  expectOnly("BEFORE_ORIGINAL", *w.funder_one, agreement, kProposed);
  expectOnly("BEFORE_ORIGINAL", *w.payer, TrancheDisburse{w.approved, w.subject(), 1, tenge(10), "P", early});
  expectOnly("BEFORE_ORIGINAL", *w.payer, RefundReceive{w.spent, w.refund, tenge(1), early});
  w.agree(w.first, w.second, RoleGrant{w.payer->person, Role::kFunder, w.funder, 0}, Visibility::kPrivate);
  w.agree(w.first, w.second, RoleGrant{w.verifier->person, Role::kPayer, w.funder, 0}, Visibility::kPrivate);
  expectOnly("PAYER_APPROVED", *w.payer, TrancheApprove{w.refunded, 2, w.now()}, kProposed);
  expectOnly("", *w.verifier, RefundReceive{w.spent, w.refund, tenge(1), w.now()});
  w.say(*w.verifier, ExpenditureVerify{w.spent, w.expenditure, w.now()}, kPublic);
  expectOnly("VERIFIER_PAID", *w.verifier, RefundReceive{w.spent, w.refund, tenge(1), w.now()});
}

TEST(ViolationOfMoney, Batches) {
  auto& w = world();
  const auto forge = [&](const SubjectId& batch) {
    return Forgery{ImportVoid{batch, w.now()}, kPublic, Assurance::kImported};
  };
  expectOnly("", *w.importer, forge(w.batch));
  expectOnly("NOT_YOUR_BATCH", *w.other_importer, forge(w.batch));
  expectOnly("BATCH_IN_USE", *w.importer, forge(w.used_batch));
}

// An importer records what others decided: no conflict of interests arises from the own offices.
TEST(ViolationOfMoney, AnImporterMayBeOfficerOfTheGrantee) {
  auto& w = world();
  w.give(*w.importer, Role::kOfficer, w.grantee);
  w.import(w.subject(), {w.awarding(w.subject())}, kPublic);
  EXPECT_EQ(w.broken(w.first, {PersonRegister{w.fresh<PersonId>(), w.office, "KZ-ALA", {}, {}, {}}}), "");
}

}  // namespace
}  // namespace audit::tests
