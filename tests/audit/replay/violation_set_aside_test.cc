// Who is suspended or excluded and yet has a say, and who decides in her own matter, put into the log although the
// front door refuses it. Each forgery breaks one rule and no other; beside it stands one that is right.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr Visibility kPublic = Visibility::kPublic;
const Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};

class SettledWorld : public World {
 public:
  SettledWorld() { settle(); }
  Actor authority() {
    const Actor actor = enrol();
    give(actor, Role::kAuthority);
    return actor;
  }
};

// A separate world for each test: who is set aside stays so.
class ViolationOfSetAside : public ::testing::Test {
 protected:
  void suspend(const Actor& whom, const Actor& one, const Actor& two) {
    w.agree(one, two, PersonSuspend{whom.person, SuspensionReason::kConduct, today + 30, w.now()}, kPrivate);
  }
  void exclude(const Actor& whom, const Actor& one, const Actor& two) {
    w.agree(one, two, PersonExclude{whom.person, SuspensionReason::kConduct, today + 30, w.digest(), w.now()},
            kPrivate);
  }
  void reinstate(const Actor& whom) { w.agree(third, fourth, PersonReinstate{whom.person, w.now()}, kPrivate); }
  std::string registers(const Actor& actor, std::uint16_t rules = kRulesVersion) {
    const OrganisationRegister body{w.subject(), w.office, OrganisationKind::kNgo, {"a", "b", "c"}, "KZ-ALA", ""};
    return w.broken(actor, {body, kPublic, Assurance::kSelf, {rules}});
  }
  std::string proposes(const Actor& actor, const CommandBody& body, std::uint16_t rules = kRulesVersion) {
    return w.broken(actor,
                    {body, traitsOf(body.kind()).visibility, Assurance::kSelf, {rules, Effect::kProposed, 0, 0, {}}});
  }
  std::string endorses(const Actor& proposer, const CommandBody& body, const Actor& endorser) {
    return w.brokenEndorsement(proposer, {body, traitsOf(body.kind()).visibility, Assurance::kSelf, kProposed},
                               endorser);
  }

  SettledWorld w;
  CivilDay today = w.now().civilDay();
  Actor third = w.authority();
  Actor fourth = w.authority();
};

TEST_F(ViolationOfSetAside, HerRolesRestWhileThatLasts) {
  const Actor other = w.enrol();
  w.give(other, Role::kClerk);
  EXPECT_EQ(registers(*w.clerk), "");
  suspend(*w.clerk, third, fourth);
  EXPECT_EQ(registers(*w.clerk), only("ROLE_MISSING"));
  EXPECT_EQ(registers(*w.clerk, 2), only("DECISION_DIFFERS"));
  EXPECT_EQ(registers(other), "");
  exclude(*w.clerk, third, fourth);
  EXPECT_EQ(registers(*w.clerk), only("ROLE_MISSING"));
  // Nothing is granted anew.
  reinstate(*w.clerk);
  EXPECT_EQ(registers(*w.clerk), "");
}

TEST_F(ViolationOfSetAside, ButForThatOfAnAuthority) {
  const OfficeEstablish body{w.subject(), OfficeKind::kRegional, "KZ-AST", {"a", "b", "c"}};
  suspend(w.second, third, fourth);
  EXPECT_EQ(proposes(w.second, body), "");
  EXPECT_EQ(endorses(w.first, body, w.second), "");
  w.give(*w.clerk, Role::kAuthority);
  suspend(*w.clerk, third, fourth);
  EXPECT_EQ(proposes(*w.clerk, body), "");
  EXPECT_EQ(registers(*w.clerk), only("ROLE_MISSING"));
}

TEST_F(ViolationOfSetAside, SheActsForNobodyEither) {
  const Actor delegate = w.enrol();
  const Actor of_clerk = w.enrol();
  for (const Actor& actor : {delegate, of_clerk}) {
    w.say(*w.clerk, DelegationSet{w.subject(), w.clerk->person, actor.person, Role::kClerk, {}, today, today, w.now()},
          kPrivate);
    EXPECT_EQ(registers(actor), "");
  }
  suspend(delegate, third, fourth);
  EXPECT_EQ(registers(delegate), only("ROLE_MISSING"));
  EXPECT_EQ(registers(of_clerk), "");
  suspend(*w.clerk, third, fourth);
  EXPECT_EQ(registers(of_clerk), only("ROLE_MISSING"));
  const DelegationSet set{w.subject(), w.clerk->person, w.volunteer->person, Role::kClerk, {}, today, today, w.now()};
  EXPECT_EQ(w.broken(*w.clerk, {set}), only("ROLE_NOT_HELD"));
}

TEST_F(ViolationOfSetAside, NorDoesSheStandByAsTheSecondPerson) {
  const RoleGrant grant{w.volunteer->person, Role::kVerifier, w.funder, 0};
  const GrantAward award{
      w.subject(),        "G-2",  "T", w.funder, w.grantee, w.programme, "KZ-AST", {100, *Currency::parse("KZT")}, {},
      FundSource::kState, w.now()};
  EXPECT_EQ(endorses(*w.funder_one, award, *w.funder_two), "");
  suspend(*w.funder_two, third, fourth);
  EXPECT_EQ(endorses(*w.funder_one, award, *w.funder_two), only("ROLE_MISSING"));
  EXPECT_EQ(proposes(w.first, grant), "");
}

TEST_F(ViolationOfSetAside, NobodyReinstatesHerself) {
  suspend(w.second, third, fourth);
  const PersonReinstate body{w.second.person, w.now()};
  EXPECT_EQ(proposes(w.second, body), only("SAME_PERSON"));
  EXPECT_EQ(proposes(w.second, body, 2), only("DECISION_DIFFERS"));
  EXPECT_EQ(proposes(w.first, body), "");
  EXPECT_EQ(endorses(w.first, body, w.second), only("SAME_PERSON"));
  // Who suspended her may end it.
  EXPECT_EQ(endorses(w.first, body, third), "");
}

// By the last decision about the person, whoever decided before.
TEST_F(ViolationOfSetAside, WhoSetHerAsideHearsNoAppealOfHers) {
  const auto file = [&](const Actor& whose) {
    const SubjectId appeal = w.subject();
    w.say(whose, AppealFile{appeal, whose.person, w.digest(), w.now()}, kPrivate);
    return AppealDecide{appeal, AppealOutcome::kUpheld, w.digest(), w.now()};
  };
  suspend(*w.volunteer, w.first, third);
  const AppealDecide decision = file(*w.volunteer);
  for (const Actor& actor : {w.first, third}) {
    EXPECT_EQ(proposes(actor, decision), only("SAME_PERSON"));
    EXPECT_EQ(proposes(actor, decision, 2), only("DECISION_DIFFERS"));
    EXPECT_EQ(endorses(w.second, decision, actor), only("SAME_PERSON"));
  }
  EXPECT_EQ(proposes(w.second, decision), "");
  EXPECT_EQ(endorses(w.second, decision, fourth), "");
  suspend(*w.attestor, w.second, fourth);
  const AppealDecide of_attestor = file(*w.attestor);
  EXPECT_EQ(endorses(w.first, of_attestor, third), "");
  EXPECT_EQ(endorses(w.first, of_attestor, w.second), only("SAME_PERSON"));
  exclude(*w.volunteer, w.second, fourth);
  EXPECT_EQ(endorses(w.first, decision, third), "");
  EXPECT_EQ(endorses(w.first, decision, w.second), only("SAME_PERSON"));
  EXPECT_EQ(proposes(fourth, decision), only("SAME_PERSON"));
}

// Nor who lent her the role in which she did.
TEST_F(ViolationOfSetAside, NorWhoLentHerTheRole) {
  const Actor delegate = w.enrol();
  w.say(*w.clerk, DelegationSet{w.subject(), w.clerk->person, delegate.person, Role::kClerk, {}, today, today, w.now()},
        kPrivate);
  suspend(*w.volunteer, w.first, delegate);
  const SubjectId appeal = w.subject();
  w.say(*w.volunteer, AppealFile{appeal, w.volunteer->person, w.digest(), w.now()}, kPrivate);
  const AppealDecide decision{appeal, AppealOutcome::kOverturned, w.digest(), w.now()};
  w.give(*w.clerk, Role::kAuthority);
  EXPECT_EQ(proposes(*w.clerk, decision), only("SAME_PERSON"));
  EXPECT_EQ(proposes(w.second, decision), "");
}

}  // namespace
}  // namespace audit::tests
