// Who does in one of her profiles what she may not do for what she did in another, put into the log although the front
// door refuses it. Each forgery breaks one rule and no other; before the profiles were joined it breaks none.
#include <gtest/gtest.h>

#include "tests/audit/call_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr Visibility kPublic = Visibility::kPublic;
constexpr Visibility kScoped = Visibility::kScoped;
const Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

class ViolationOfOnePerson : public ::testing::Test {
 protected:
  std::string broken(const Actor& actor, const CommandBody& body, const Decision& decision = {kRulesVersion}) {
    return w.broken(actor, {body, traitsOf(body.kind()).visibility, Assurance::kSelf, decision});
  }
  void join() {
    w.agree(w.first, w.second, ProfilesMerge{stays.person, absorbed.person, w.digest(), w.now()}, kPrivate);
  }
  // Nothing before the profiles are one, and that alone afterwards.
  template <class Find>
  void expectOnceJoined(const std::string& name, Find found) {
    EXPECT_EQ(found(), "");
    join();
    EXPECT_EQ(found(), only(name));
  }
  HoursClaim claim(const Actor& served) {
    HoursClaim body;
    body.hours = w.subject();
    body.volunteer = served.person;
    body.activity = w.activity;
    body.occurred_at = w.ago(20);
    body.minutes = Minutes(10);
    body.role = "helper";
    return body;
  }
  HoursAttest attestation(const HoursClaim& of) {
    return {of.hours, Minutes(10), AttestationMethod::kPresent, HoursReason::kNone, w.now()};
  }

  CallWorld w;
  Actor stays = w.enrol();
  Actor absorbed = w.enrol();
};

TEST_F(ViolationOfOnePerson, WhoScoredAwardsAndMovesNothing) {
  const SubjectId application = w.decided(absorbed);
  const SubjectId grant = w.granted(w.decided(absorbed));
  const SubjectId plain = w.granted();
  for (const SubjectId& which : {grant, plain}) w.approve(which);
  w.give(stays, Role::kFunder, w.funder);
  w.give(stays, Role::kPayer, w.funder);
  const GrantAward award = w.award(application, 60);
  const auto pays = [&](const SubjectId& which) {
    return broken(stays, TrancheDisburse{which, w.subject(), 1, tenge(30), "P", w.now()});
  };
  EXPECT_EQ(broken(stays, award, kProposed), "");
  EXPECT_EQ(pays(grant), "");
  join();
  EXPECT_EQ(broken(stays, award, kProposed), only("SCORER_AWARDS"));
  EXPECT_EQ(broken(stays, award, {2, Effect::kProposed, 0, 0, {}}), only("DECISION_DIFFERS"));
  EXPECT_EQ(w.brokenEndorsement(*w.funder_one, {award, kPublic, Assurance::kSelf, kProposed}, stays),
            only("SCORER_AWARDS"));
  EXPECT_EQ(pays(grant), only("SCORER_PAYS"));
  EXPECT_EQ(pays(plain), "");
}

TEST_F(ViolationOfOnePerson, WhoApprovedDoesNotPay) {
  w.give(absorbed, Role::kFunder, w.funder);
  const SubjectId grant = w.granted();
  w.agree(*w.funder_one, absorbed, TrancheApprove{grant, 1, w.now()}, kPublic);
  w.take(absorbed, Role::kFunder, w.funder);
  w.give(stays, Role::kPayer, w.funder);
  expectOnceJoined("PAYER_APPROVED", [&] {
    return broken(stays, TrancheDisburse{grant, w.subject(), 1, tenge(30), "P", w.now()});
  });
}

TEST_F(ViolationOfOnePerson, WhoRecordedDoesNotVerify) {
  w.give(absorbed, Role::kOfficer, w.grantee);
  const SubjectId grant = w.granted();
  w.approve(grant);
  w.pay(grant);
  const ExpenditureRecord spent = w.spending(grant, 10);
  w.say(absorbed, spent, kPublic);
  w.take(absorbed, Role::kOfficer, w.grantee);
  w.give(stays, Role::kVerifier, w.funder);
  expectOnceJoined("SAME_PERSON", [&] { return broken(stays, ExpenditureVerify{grant, spent.expenditure, w.now()}); });
}

TEST_F(ViolationOfOnePerson, WhoAuditedAttestsNothing) {
  w.give(absorbed, Role::kAuditor);
  w.say(absorbed, AuditOpen{w.subject(), w.grantee, {}, w.today, w.today, w.digest(), w.now()}, kScoped);
  w.take(absorbed, Role::kAuditor);
  w.give(stays, Role::kAttestor, w.grantee);
  w.wait(60);
  const HoursClaim told = claim(*w.volunteer);
  w.say(*w.volunteer, told, kPrivate);
  expectOnceJoined("AUDITOR_INVOLVED", [&] { return broken(stays, attestation(told)); });
}

TEST_F(ViolationOfOnePerson, WhoSignedTheClaimDoesNotAttest) {
  w.give(absorbed, Role::kClerk);
  w.give(stays, Role::kAttestor, w.grantee);
  w.wait(60);
  const HoursClaim told = claim(*w.volunteer);
  w.say(absorbed, told, kPrivate, Assurance::kAssisted);
  w.take(absorbed, Role::kClerk);
  expectOnceJoined("CLAIM_SIGNER_ATTESTS", [&] { return broken(stays, attestation(told)); });
}

TEST_F(ViolationOfOnePerson, NobodyHonoursHerself) {
  const SubjectId distinction = w.subject();
  w.agree(w.first, w.second,
          DistinctionDefine{distinction, "medal", DistinctionKind::kPrize, {"a", "b", "c"}, w.digest()}, kPublic);
  const SubjectId award = w.subject();
  w.say(*w.officer, AwardNominate{award, absorbed.person, w.grantee, "medal", w.now()}, kPrivate);
  w.give(stays, Role::kAuthority);
  const AwardConfer conferral{award, "act", w.now()};
  EXPECT_EQ(broken(stays, conferral, kProposed), "");
  join();
  EXPECT_EQ(broken(stays, conferral, kProposed), only("SELF_CONFERRAL"));
  EXPECT_EQ(w.brokenEndorsement(w.first, {conferral, kPrivate, Assurance::kSelf, kProposed}, stays),
            only("SELF_CONFERRAL"));
}

TEST_F(ViolationOfOnePerson, NobodyMendsWhatSheIs) {
  w.give(stays, Role::kClerk);
  const AgeBandSet older{absorbed.person, AgeBand::kFrom36to59, AgeBasis::kDeclared, w.now(), {}};
  const PersonCorrect named{absorbed.person, CorrectionReason::kMistake, w.digest(), w.now(), {{7, w.digest()}}};
  EXPECT_EQ(broken(stays, older), "");
  EXPECT_EQ(broken(stays, named), "");
  join();
  EXPECT_EQ(broken(stays, older), only("SAME_PERSON"));
  EXPECT_EQ(broken(stays, named), only("SAME_PERSON"));
  EXPECT_EQ(broken(*w.clerk, named), "");
}

TEST_F(ViolationOfOnePerson, AnOfficerScoresInNoProfile) {
  const SubjectId call = w.published();
  const SubjectId application = w.admitted(call);
  w.draw(call, {absorbed});
  w.give(stays, Role::kOfficer, w.grantee);
  expectOnceJoined("CONFLICT_OF_INTEREST", [&] { return broken(absorbed, w.score(application, "need", 1)); });
}

TEST_F(ViolationOfOnePerson, NobodyIsOnBothSidesInAnyProfile) {
  w.agree(w.first, w.second,
          PolicyPublish{w.subject(), {}, "1", LegalStatus::kInForce, "act", w.today - 9, 0, HoursLimits{{}, 1, 0}},
          kPublic);
  const Position policy = w.front().sealed().size - 3;
  const Actor other = w.enrol();
  for (const Actor& clerk : {stays, other}) w.give(clerk, Role::kClerk);
  w.wait(3 * 1440);
  const CivilDay today = w.now().civilDay();
  w.say(*w.clerk, DelegationSet{w.subject(), w.clerk->person, absorbed.person, Role::kClerk, {}, today, today, w.now()},
        kPrivate);
  HoursClaim late = claim(*w.volunteer);
  late.occurred_at = w.ago(3 * 1440);
  const Decision proposed{kRulesVersion, Effect::kProposed, policy, 0, {Flag::kClaimedLate}};
  const Decision endorsed{kRulesVersion, Effect::kEffective, policy, 0, {Flag::kClaimedLate}};
  const auto found = [&](const Actor& endorser) {
    return w.brokenEndorsement(absorbed, {late, kPrivate, Assurance::kAssisted, proposed}, endorser, endorsed);
  };
  EXPECT_EQ(found(stays), "");
  join();
  EXPECT_EQ(found(stays), only("SAME_PERSON"));
  EXPECT_EQ(found(other), "");
}

TEST_F(ViolationOfOnePerson, AnAbsorbedProfileIsGrantedNothing) {
  const RoleGrant grant{absorbed.person, Role::kVerifier, w.funder, 0};
  expectOnceJoined("WRONG_STATE", [&] { return broken(w.first, grant, kProposed); });
  EXPECT_EQ(broken(w.first, RoleGrant{stays.person, Role::kVerifier, w.funder, 0}, kProposed), "");
  EXPECT_EQ(broken(w.first, grant, {2, Effect::kProposed, 0, 0, {}}), only("DECISION_DIFFERS"));
}

// Who erases a person erases each.
TEST_F(ViolationOfOnePerson, ErasingOneProfileErasesThatOne) {
  join();
  w.say(absorbed, PersonErase{absorbed.person, ErasureBasis::kRequest}, kPrivate);
  EXPECT_EQ(broken(stays, PersonErase{stays.person, ErasureBasis::kRequest}), "");
  const PersonCorrect reached{stays.person, CorrectionReason::kChanged, {}, w.now(), {{4, w.digest()}}};
  EXPECT_EQ(broken(stays, reached), "");
}

}  // namespace
}  // namespace audit::tests
