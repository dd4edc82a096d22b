// Who acts in a role of another though she may not, put into the log although the front door refuses it. Each forgery
// breaks one rule and no other; beside it stands one that is right.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr Visibility kPublic = Visibility::kPublic;
constexpr Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

class ActingWorld : public World {
 public:
  ActingWorld() {
    settle();
    give(*clerk, Role::kAttestor, grantee);
    work();
    today = now().civilDay();
    entry = claimed(*volunteer, *volunteer);
    own = claimed(*attestor, *attestor);
    assisted = claimed(*volunteer, *clerk);
    delegate = lent(*attestor, Role::kAttestor);
    of_clerk = lent(*clerk, Role::kAttestor);
    newcomer = enrol();
    give(*newcomer, Role::kAttestor, grantee);
    of_newcomer = lent(*newcomer, Role::kAttestor);
    of_funder = lent(*funder_one, Role::kFunder);
    operating = enrol();
    give(*operating, Role::kOperator);
    both = enrol();
    give(*both, Role::kFunder, funder);
    give(*both, Role::kOfficer, grantee);
    of_both = lent(*both, Role::kFunder);
  }

  SubjectId claimed(const Actor& served, const Actor& by) {
    HoursClaim body;
    body.hours = subject();
    body.volunteer = served.person;
    body.activity = activity;
    body.occurred_at = ago(15);
    body.minutes = Minutes(5);
    body.role = "r" + std::to_string(++claims);
    say(by, body, kPrivate, by.person == served.person ? Assurance::kSelf : Assurance::kAssisted);
    return body.hours;
  }
  DelegationSet setting(const Actor& from, const Actor& to, Role role, SubjectId within = {}) {
    return {subject(), from.person, to.person, role, within, today, today + 9, now()};
  }
  // Somebody new, to whom that role is delegated.
  Actor lent(const Actor& from, Role role) {
    Actor actor = enrol();
    say(from, setting(from, actor, role), kPrivate);
    return actor;
  }
  Actor lent(const Actor& from, const DelegationSet& set) {
    Actor actor = enrol();
    DelegationSet named = set;
    named.delegate = actor.person;
    say(from, named, kPrivate);
    return actor;
  }
  HoursAttest attestation(const SubjectId& judged) {
    return {judged, Minutes(5), AttestationMethod::kPresent, HoursReason::kNone, now()};
  }
  GrantAward award() {
    return {subject(), "G-" + std::to_string(++grants),
            "T",       funder,
            grantee,   programme,
            "KZ-AST",  tenge(100),
            {},        FundSource::kState,
            now()};
  }

  CivilDay today = 0;
  SubjectId entry, own, assisted;
  std::optional<Actor> delegate, of_clerk, newcomer, of_newcomer, of_funder, operating, both, of_both;
  int claims = 0;
  int grants = 0;
};

ActingWorld& world() {
  static ActingWorld made;
  return made;
}

// The first finding has this name; who has no role breaks other rules besides.
void expectFirst(const std::string& name, const Actor& actor, const Forgery& forgery) {
  const std::string found = world().broken(actor, forgery);
  EXPECT_EQ(found.substr(0, found.find(' ')), name);
}

TEST(ViolationOfActing, CanaryADelegateActs) {
  expectFirst("", *world().delegate, {world().attestation(world().entry)});
  expectFirst("", *world().of_clerk, {world().attestation(world().entry)});
}

TEST(ViolationOfActing, WhatOneMayNotDoOneMayNotDoForAnother) {
  auto& w = world();
  expectFirst("SELF_ATTESTATION", *w.delegate, {w.attestation(w.own)});
  expectFirst("", *w.of_clerk, {w.attestation(w.own)});
  expectFirst("CLAIM_SIGNER_ATTESTS", *w.of_clerk, {w.attestation(w.assisted)});
  expectFirst("", *w.delegate, {w.attestation(w.assisted)});
  expectFirst("MANDATE_TOO_YOUNG", *w.of_newcomer, {w.attestation(w.entry)});
  expectFirst("CONFLICT_OF_INTEREST", *w.of_both, {w.award(), kPublic, Assurance::kSelf, kProposed});
  expectFirst("", *w.of_funder, {w.award(), kPublic, Assurance::kSelf, kProposed});
}

TEST(ViolationOfActing, ADelegationCountsForItsRoleScopeAndDays) {
  auto& w = world();
  const auto attests = [&](const std::string& name, DelegationSet set) {
    const Actor actor = w.lent(*w.attestor, set);
    expectFirst(name, actor, {w.attestation(w.entry)});
  };
  const DelegationSet set = w.setting(*w.attestor, *w.volunteer, Role::kAttestor, w.grantee);
  attests("", set);
  const auto changed = [&](auto change) {
    DelegationSet other = set;
    other.delegation = w.subject();
    change(other);
    return other;
  };
  attests("", changed([&](auto& other) { other.from = other.to = w.today; }));
  attests("ROLE_MISSING", changed([&](auto& other) { other.from = w.today + 1; }));
  attests("ROLE_MISSING", changed([&](auto& other) {
            other.from = w.today - 2;
            other.to = w.today - 1;
          }));
  w.give(*w.attestor, Role::kAttestor, w.funder);
  attests("ROLE_MISSING", changed([&](auto& other) { other.within = w.funder; }));
  w.give(*w.attestor, Role::kVerifier, w.grantee);
  attests("ROLE_MISSING", changed([&](auto& other) { other.role = Role::kVerifier; }));
}

TEST(ViolationOfActing, ADelegationCountsWhileThePersonHoldsTheRole) {
  auto& w = world();
  const Actor leaving = w.enrol();
  w.give(leaving, Role::kFunder, w.funder);
  const Actor suspended = w.enrol();
  w.give(suspended, Role::kFunder, w.funder);
  const Actor ending = w.enrol();
  w.give(ending, Role::kFunder, w.funder);
  const Actor one = w.lent(leaving, Role::kFunder);
  const Actor two = w.lent(suspended, Role::kFunder);
  const Actor three = w.enrol();
  const DelegationSet set = w.setting(ending, three, Role::kFunder);
  w.say(ending, set, kPrivate);
  const auto awards = [&](const std::string& name, const Actor& actor) {
    expectFirst(name, actor, {w.award(), kPublic, Assurance::kSelf, kProposed});
  };
  for (const Actor& actor : {one, two, three}) awards("", actor);
  w.agree(w.first, w.second, RoleRevoke{leaving.person, Role::kFunder, w.funder}, kPrivate);
  w.agree(w.first, w.second, PersonSuspend{suspended.person, SuspensionReason::kConduct, w.today + 30, w.now()},
          kPrivate);
  w.say(ending, DelegationEnd{set.delegation, w.now()}, kPrivate);
  for (const Actor& actor : {one, two, three}) awards("ROLE_MISSING", actor);
}

TEST(ViolationOfActing, NobodyIsOnBothSides) {
  auto& w = world();
  const Forgery proposal{w.award(), kPublic, Assurance::kSelf, kProposed};
  EXPECT_EQ(w.brokenEndorsement(*w.funder_two, proposal, *w.of_funder), "");
  EXPECT_EQ(w.brokenEndorsement(*w.funder_one, proposal, *w.of_funder), only("SAME_PERSON"));
  EXPECT_EQ(w.brokenEndorsement(*w.of_funder, proposal, *w.funder_one), only("SAME_PERSON"));
  EXPECT_EQ(w.brokenEndorsement(*w.of_funder, proposal, *w.funder_two), "");
  const Actor other = w.lent(*w.funder_one, Role::kFunder);
  EXPECT_EQ(w.brokenEndorsement(*w.of_funder, proposal, other), only("SAME_PERSON"));
}

TEST(ViolationOfActing, WhatOneDidBindsWhoActsForHer) {
  auto& w = world();
  w.give(*w.funder_one, Role::kPayer, w.funder);
  w.give(*w.payer, Role::kVerifier, w.funder);
  const Actor paying = w.lent(*w.funder_one, Role::kPayer);
  const Actor verifying = w.lent(*w.payer, Role::kVerifier);
  const Actor other = w.lent(*w.verifier, Role::kVerifier);
  const DisbursementReverse back{w.grant, w.disbursement, tenge(1), "P", w.now()};
  expectFirst("PAYER_APPROVED", paying, {back, kPublic});
  expectFirst("", w.lent(*w.payer, Role::kPayer), {back, kPublic});
  const ExpenditureVerify verify{w.grant, w.expenditure, w.now()};
  expectFirst("VERIFIER_PAID", verifying, {verify, kPublic});
  expectFirst("", other, {verify, kPublic});
}

TEST(ViolationOfActing, AnOperatorActsForNobody) {
  auto& w = world();
  const Actor delegate_to_be_operator = w.lent(*w.attestor, Role::kAttestor);
  expectFirst("", delegate_to_be_operator, {w.attestation(w.entry)});
  w.give(delegate_to_be_operator, Role::kOperator);
  expectFirst("ROLE_MISSING", delegate_to_be_operator, {w.attestation(w.entry)});
}

TEST(ViolationOfActing, Setting) {
  auto& w = world();
  const auto set = [&](const std::string& name, const Actor& from, DelegationSet body) {
    expectFirst(name, from, {body});
  };
  auto body = w.setting(*w.officer, *w.volunteer, Role::kOfficer, w.grantee);
  set("", *w.officer, body);
  body.to = body.from + 90;
  set("", *w.officer, body);
  ++body.to;
  set("BAD_PERIOD", *w.officer, body);
  body.to = body.from - 1;
  set("BAD_PERIOD", *w.officer, body);
  set("SAME_PERSON", *w.officer, w.setting(*w.officer, *w.officer, Role::kOfficer, w.grantee));
  set("ROLES_INCOMPATIBLE", *w.officer, w.setting(*w.officer, *w.operating, Role::kOfficer, w.grantee));
  set("ROLE_NOT_DELEGABLE", w.first, w.setting(w.first, *w.volunteer, Role::kAuthority));
  set("ROLE_NOT_DELEGABLE", *w.importer, w.setting(*w.importer, *w.volunteer, Role::kImporter));
  set("ROLE_NOT_HELD", *w.officer, w.setting(*w.officer, *w.volunteer, Role::kOfficer, w.funder));
  set("ROLE_NOT_HELD", *w.officer, w.setting(*w.officer, *w.volunteer, Role::kFunder));
  set("", *w.clerk, w.setting(*w.clerk, *w.volunteer, Role::kClerk, w.office));
  set("", *w.auditor, w.setting(*w.auditor, *w.volunteer, Role::kAuditor));
  set("ROLE_SCOPE", *w.auditor, w.setting(*w.auditor, *w.volunteer, Role::kAuditor, w.grantee));
  set("ROLE_MISSING", *w.volunteer, w.setting(*w.officer, *w.volunteer, Role::kOfficer, w.grantee));
}

TEST(ViolationOfActing, Ending) {
  auto& w = world();
  const DelegationSet set = w.setting(*w.officer, *w.volunteer, Role::kOfficer, w.grantee);
  w.say(*w.officer, set, kPrivate);
  expectFirst("", *w.officer, {DelegationEnd{set.delegation, w.now()}});
  expectFirst("ROLE_MISSING", *w.volunteer, {DelegationEnd{set.delegation, w.now()}});
  expectFirst("", w.first, {DelegationEnd{set.delegation, w.now()}, kPrivate, Assurance::kSelf, kProposed});
  expectFirst("BEFORE_ORIGINAL", *w.officer, {DelegationEnd{set.delegation, w.ago(1)}});
}

}  // namespace
}  // namespace audit::tests
