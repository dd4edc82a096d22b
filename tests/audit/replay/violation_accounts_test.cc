// Tranches approved before those paid are accounted for, and documents older than the agreement that are not flagged
// so: put into the log although the ledger would not write it. Each forgery breaks one rule and no other.
#include <gtest/gtest.h>

#include "tests/audit/funding_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

constexpr Visibility kPublic = Visibility::kPublic;
constexpr auto kReason = ExpenditureReason::kOther;

Decision proposed(Position policy = 0) {
  return {kRulesVersion, Effect::kProposed, policy, 0, {}};
}
Decision effective(Position policy) {
  return {kRulesVersion, Effect::kEffective, policy, 0, {}};
}

// Cost rules that ask for half of what was paid out of grants of class other, and for nothing of those of class medium.
class ViolationOfAccounts : public ::testing::Test {
 protected:
  FundingWorld w;
  Position rules = w.publish(asking(5000));

  static PolicyPublish asking(std::uint16_t least) {
    PolicyPublish policy;
    policy.kind = PolicyKind::kCostRules;
    policy.cost_rules =
        CostRules{{{GrantClass::kMedium, {}, 10'000, 0, 0}, {GrantClass::kOther, {}, 10'000, 0, least}}};
    return policy;
  }
  std::string broken(const Actor& actor, const CommandBody& body, const Decision& decision = {kRulesVersion}) {
    return w.broken(actor, {body, traitsOf(body.kind()).visibility, Assurance::kSelf, decision});
  }
  std::string approves(const SubjectId& grant, std::uint16_t tranche, Position policy) {
    return broken(*w.funder_one, TrancheApprove{grant, tranche, w.now()}, proposed(policy));
  }
  // Refused; then no policy is named.
  void expectUnaccounted(const SubjectId& grant) { EXPECT_EQ(approves(grant, 2, 0), only("TRANCHE_UNACCOUNTED")); }
  SubjectId verified(const SubjectId& grant, std::int64_t minor) {
    const SubjectId spent = w.spend(grant, "materials", minor);
    w.say(*w.verifier, ExpenditureVerify{grant, spent, w.now()}, kPublic);
    return spent;
  }
};

TEST_F(ViolationOfAccounts, NothingIsAskedBeforeTheFirstPayment) {
  const SubjectId grant = w.agreed();
  EXPECT_EQ(approves(grant, 1, rules), "");
  EXPECT_EQ(approves(grant, 1, 0), only("DECISION_DIFFERS"));
  EXPECT_EQ(broken(*w.funder_one, TrancheApprove{grant, 1, w.now()}, {2, Effect::kProposed, 0, 0, {}}),
            only("DECISION_DIFFERS"));
}

// Half of 400.
TEST_F(ViolationOfAccounts, AnotherTrancheWaitsForWhatIsVerified) {
  const SubjectId grant = w.paid();
  expectUnaccounted(grant);
  const SubjectId spent = w.spend(grant, "materials", 199);
  w.spend(grant, "materials", 1);
  expectUnaccounted(grant);
  w.say(*w.verifier, ExpenditureVerify{grant, spent, w.now()}, kPublic);
  expectUnaccounted(grant);
  verified(grant, 1);
  EXPECT_EQ(approves(grant, 2, rules), "");
  EXPECT_EQ(approves(grant, 2, 0), only("DECISION_DIFFERS"));
  const Forgery proposal{TrancheApprove{grant, 2, w.now()}, kPublic, Assurance::kSelf, proposed(rules)};
  EXPECT_EQ(w.brokenEndorsement(*w.funder_one, proposal, *w.funder_two, effective(rules)), "");
  EXPECT_EQ(w.brokenEndorsement(*w.funder_one, proposal, *w.funder_two, effective(0)), only("DECISION_DIFFERS"));
}

TEST_F(ViolationOfAccounts, TheEndorsementIsJudgedAgain) {
  const SubjectId grant = w.paid();
  const SubjectId spent = verified(grant, 200);
  const TrancheApprove approval{grant, 2, w.now()};
  const Digest proposal = w.propose(*w.funder_one, approval, kPublic);
  Decision endorsed = effective(rules);
  endorsed.endorses = w.entries().size() - 1;
  EXPECT_EQ(broken(*w.funder_two, approval, proposed(rules)), "");
  const auto endorse = [&] {
    return w.broken(*w.funder_two, {Endorse{proposal}, kPublic, Assurance::kSelf, endorsed});
  };
  EXPECT_EQ(endorse(), "");
  w.say(*w.verifier, ExpenditureDisallow{grant, spent, tenge(1), kReason, w.now()}, kPublic);
  endorsed.policy = 0;
  EXPECT_EQ(endorse(), only("TRANCHE_UNACCOUNTED"));
}

TEST_F(ViolationOfAccounts, OnlyWhatStandsOfVerifiedOnesCounts) {
  const SubjectId grant = w.paid();
  const SubjectId spent = verified(grant, 200);
  EXPECT_EQ(approves(grant, 2, rules), "");
  // What a vendor gave back of it.
  w.say(*w.officer, ExpenditureReverse{grant, w.subject(), spent, tenge(1), w.digest(), kReason, w.now()}, kPublic);
  expectUnaccounted(grant);
  verified(grant, 1);
  EXPECT_EQ(approves(grant, 2, rules), "");
  // What is disallowed in part is not verified any more.
  const SubjectId other = verified(grant, 100);
  w.say(*w.verifier, ExpenditureDisallow{grant, spent, tenge(1), kReason, w.now()}, kPublic);
  expectUnaccounted(grant);
  verified(grant, 99);
  EXPECT_EQ(approves(grant, 2, rules), "");
  w.say(*w.verifier, ExpenditureDisallow{grant, other, tenge(100), kReason, w.now()}, kPublic);
  expectUnaccounted(grant);
}

TEST_F(ViolationOfAccounts, WhatIsReturnedOrQueriedIsNotVerified) {
  const SubjectId grant = w.paid();
  verified(grant, 199);
  w.say(*w.officer, RefundSend{grant, w.subject(), tenge(1), "R", w.now()}, kPublic);
  expectUnaccounted(grant);
  const SubjectId spent = w.spend(grant, "materials", 1);
  w.say(*w.verifier, ExpenditureQuery{grant, spent, kReason, w.now()}, kPublic);
  expectUnaccounted(grant);
  w.say(*w.verifier, ExpenditureVerify{grant, spent, w.now()}, kPublic);
  EXPECT_EQ(approves(grant, 2, rules), "");
}

TEST_F(ViolationOfAccounts, OtherClassesAndRulesAskForNothing) {
  const SubjectId other = w.paid();
  const SubjectId medium = w.awarded(GrantClass::kMedium);
  AgreementSign agreement = w.agreement(medium);
  agreement.eligible_to = w.today + 70;
  w.agree(*w.funder_one, *w.officer, agreement, kPublic);
  const SubjectId small = w.agreed(GrantClass::kSmall);
  for (const SubjectId& grant : {medium, small}) {
    EXPECT_EQ(approves(grant, 1, 0), "");
    w.agree(*w.funder_one, *w.funder_two, TrancheApprove{grant, 1, w.now()}, kPublic);
    w.say(*w.payer, TrancheDisburse{grant, w.subject(), 1, tenge(400), "P", w.now()}, kPublic);
    EXPECT_EQ(approves(grant, 2, 0), "");
  }
  expectUnaccounted(other);
  w.publish(asking(0));
  EXPECT_EQ(approves(other, 2, 0), "");
  const Position all = w.publish(asking(10'000));
  expectUnaccounted(other);
  verified(other, 400);
  EXPECT_EQ(approves(other, 2, all), "");
}

TEST_F(ViolationOfAccounts, ImportsAreNotAsked) {
  const GrantAward award = w.awarding();
  const AgreementSign agreement = w.agreement(award.grant);
  const std::vector<CommandBody> whole{ImportRecord{w.subject(), 0, w.digest(), w.digest(), 0, 1},
                                       award,
                                       agreement,
                                       TrancheApprove{award.grant, 1, w.now()},
                                       TrancheDisburse{award.grant, w.subject(), 1, tenge(400), "P", w.now()},
                                       TrancheApprove{award.grant, 2, w.now()}};
  EXPECT_EQ(w.broken(w.signImport(*w.importer, whole, kPublic), {kRulesVersion}), "");
}

TEST_F(ViolationOfAccounts, TheShareHasItsBoundsAndIsNewToTheseRules) {
  const auto publishes = [&](PolicyPublish policy, std::uint16_t version) {
    policy.policy = w.subject();
    policy.version = "1";
    policy.status = LegalStatus::kInForce;
    policy.source = "act";
    policy.valid_from = w.today;
    return broken(w.first, policy, {version, Effect::kProposed, 0, 0, {}});
  };
  EXPECT_EQ(publishes(asking(10'000), kRulesVersion), "");
  EXPECT_EQ(publishes(asking(10'001), kRulesVersion), only("BAD_POLICY"));
  EXPECT_EQ(publishes(asking(1), 2), only("DECISION_DIFFERS") + only("KIND_TOO_NEW"));
  EXPECT_EQ(publishes(asking(0), 2), only("DECISION_DIFFERS"));
}

// Agreed today, for a period that began ten days before.
class ViolationOfDocumentDates : public ::testing::Test {
 protected:
  ViolationOfDocumentDates() {
    AgreementSign agreement = w.agreement(grant);
    agreement.eligible_from = w.today - 10;
    w.agree(*w.funder_one, *w.officer, agreement, kPublic);
    w.agree(*w.funder_one, *w.funder_two, TrancheApprove{grant, 1, w.now()}, kPublic);
    w.say(*w.payer, TrancheDisburse{grant, w.subject(), 1, tenge(400), "P", w.now()}, kPublic);
  }
  ExpenditureRecord dated(CivilDay day) {
    ExpenditureRecord spent = w.spending(grant, "materials", 1);
    spent.document_date = day;
    return spent;
  }
  std::string records(CivilDay day, std::vector<Flag> flags) {
    return w.broken(
        *w.officer,
        {dated(day), kPublic, Assurance::kSelf, {kRulesVersion, Effect::kEffective, 0, 0, std::move(flags)}});
  }

  FundingWorld w;
  SubjectId grant = w.awarded();
};

TEST_F(ViolationOfDocumentDates, OneOlderThanTheAgreementIsFlagged) {
  EXPECT_EQ(records(w.today - 1, {Flag::kBeforeAgreement}), "");
  EXPECT_EQ(records(w.today - 1, {}), only("DECISION_DIFFERS"));
  EXPECT_EQ(records(w.today, {}), "");
  EXPECT_EQ(records(w.today, {Flag::kBeforeAgreement}), only("DECISION_DIFFERS"));
  EXPECT_EQ(records(w.today - 10, {Flag::kBeforeAgreement}), "");
  EXPECT_EQ(records(w.today - 11, {}), only("OUTSIDE_PERIOD"));
}

TEST_F(ViolationOfDocumentDates, AnAmendmentChangesNothingOfThat) {
  w.wait(3 * 1440);
  AgreementAmend amendment = w.amendment(grant);
  amendment.eligible_to = w.today + 200;
  w.agree(*w.funder_one, *w.officer, amendment, kPublic);
  EXPECT_EQ(records(w.today, {}), "");
  EXPECT_EQ(records(w.today + 1, {}), "");
  EXPECT_EQ(records(w.today - 1, {Flag::kBeforeAgreement}), "");
}

// Under a second person, and from an import, which the front door flags as the audit does.
TEST_F(ViolationOfDocumentDates, HoweverItIsRecorded) {
  w.import(w.subject(), {dated(w.today - 1), dated(w.today)}, kPublic);
  EXPECT_EQ(records(w.today, {}), "");
  w.wait(1440);
  w.say(*w.officer, PeriodClose{w.subject(), w.grantee, w.today, w.today, w.digest(), w.now()}, kPublic);
  ExpenditureRecord spent = dated(w.today - 1);
  spent.occurred_at = w.ago(1440);
  const auto decided = [](Effect effect, std::vector<Flag> flags) {
    return Decision{kRulesVersion, effect, 0, 0, std::move(flags)};
  };
  const Forgery proposal{spent, kPublic, Assurance::kSelf, decided(Effect::kProposed, {Flag::kBeforeAgreement})};
  const Actor second = w.enrol();
  w.give(second, Role::kOfficer, w.grantee);
  EXPECT_EQ(w.brokenEndorsement(*w.officer, proposal, second, decided(Effect::kEffective, {Flag::kBeforeAgreement})),
            "");
  EXPECT_EQ(w.brokenEndorsement(*w.officer, proposal, second, decided(Effect::kEffective, {})),
            only("DECISION_DIFFERS"));
}

}  // namespace
}  // namespace audit::tests
