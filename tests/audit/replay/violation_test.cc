// What the front door refuses, put into the log all the same: with a valid chain, valid streams, valid signatures.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

World& world() {
  static World made;
  static const bool kFilled = [] {
    made.settle();
    made.work();
    return true;
  }();
  static_cast<void>(kFilled);
  return made;
}

const Currency kTenge = *Currency::parse("KZT");
constexpr Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};

void expectBroken(const std::string& name, const Actor& actor, const Forgery& forgery) {
  const std::string names = world().broken(actor, forgery);
  EXPECT_NE((" " + names).find(" " + name + " "), std::string::npos) << "expected " << name << ", found: " << names;
}

HoursClaim claim(std::int64_t minutes, std::int64_t started_ago, std::int64_t length) {
  HoursClaim body;
  body.hours = world().subject();
  body.volunteer = world().volunteer->person;
  body.activity = world().activity;
  body.occurred_at = world().ago(started_ago);
  if (length != 0) body.until = world().ago(started_ago - length);
  body.minutes = Minutes(minutes);
  body.role = "helper";
  body.split = true;
  return body;
}

TEST(Violation, CanaryAnHonestEntryBreaksNothing) {
  EXPECT_EQ(world().broken(*world().volunteer, {claim(10, 15, 12)}), "");
}

TEST(Violation, Submissions) {
  auto& w = world();
  expectBroken("KEY_UNKNOWN", w.newActor(), {claim(10, 15, 12)});
  expectBroken("KEY_OF_OTHER_PERSON", Actor{w.volunteer->person, w.officer->key}, {claim(10, 15, 12)});
  expectBroken("CLASS_MISMATCH", *w.volunteer, {claim(10, 15, 12), Visibility::kPublic});
  expectBroken("DECISION_DIFFERS", *w.volunteer,
               {claim(10, 15, 12), Visibility::kPrivate, Assurance::kSelf, kProposed});
  expectBroken("DECISION_DIFFERS", *w.volunteer,
               {claim(10, 15, 12), Visibility::kPrivate, Assurance::kSelf, {1, Effect::kEffective, 5, 0, {}}});
  expectBroken(
      "DECISION_DIFFERS", *w.volunteer,
      {claim(10, 15, 12), Visibility::kPrivate, Assurance::kSelf, {1, Effect::kEffective, 0, 0, {Flag::kClaimedLate}}});
}

TEST(Violation, TwoPersonsAndRoles) {
  auto& w = world();
  const RoleGrant role{w.volunteer->person, Role::kFunder, w.funder, 0};
  expectBroken("DECISION_DIFFERS", w.first, {role});
  expectBroken("ROLE_MISSING", *w.officer, {role, Visibility::kPrivate, Assurance::kSelf, kProposed});
  expectBroken("PROPOSAL_UNKNOWN", w.second, {Endorse{w.digest()}, Visibility::kPublic});
  expectBroken("ROLE_SCOPE", w.first, {RoleGrant{w.volunteer->person, Role::kOfficer, {}, 0}});
  expectBroken("ROLE_HELD", w.first, {RoleGrant{w.officer->person, Role::kOfficer, w.grantee, 0}});
  expectBroken("ROLE_NOT_HELD", w.first, {RoleRevoke{w.officer->person, Role::kFunder, w.grantee}});
  expectBroken("ROLES_INCOMPATIBLE", w.first, {RoleGrant{w.officer->person, Role::kOperator, {}, 0}});
  expectBroken("LAST_AUTHORITIES", w.first, {RoleRevoke{w.second.person, Role::kAuthority, {}}});
  expectBroken("KEY_TAKEN", *w.volunteer,
               {KeyRegister{w.volunteer->person, actorKeyOf(w.officer->key),
                            provePossession(w.id, w.volunteer->person, w.officer->key)}});
  expectBroken("BAD_POSSESSION", *w.volunteer, {KeyRegister{w.volunteer->person, actorKeyOf(w.newActor().key), {{1}}}});
  ActorKey small{};
  small.bytes[0] = 1;
  expectBroken("KEY_REJECTED", *w.volunteer, {KeyRegister{w.volunteer->person, small, {{1}}}});
  expectBroken("KEY_UNKNOWN", *w.volunteer, {KeyRevoke{w.volunteer->person, actorKeyOf(w.officer->key), {}, 0}});
}

TEST(Violation, Registers) {
  auto& w = world();
  const Names names{"a", "b", "c"};
  expectBroken(
      "ID_TAKEN", *w.clerk,
      {OrganisationRegister{w.funder, w.office, OrganisationKind::kNgo, names, "KZ-ALA", ""}, Visibility::kPublic});
  expectBroken("NUMBER_TAKEN", *w.clerk,
               {OrganisationRegister{w.subject(), w.office, OrganisationKind::kNgo, names, "KZ-ALA", binOf(1)},
                Visibility::kPublic});
  expectBroken(
      "BAD_REGION", *w.clerk,
      {OrganisationRegister{w.subject(), w.office, OrganisationKind::kNgo, names, "KZALA", ""}, Visibility::kPublic});
  expectBroken(
      "ROLE_MISSING", *w.officer,
      {OrganisationRegister{w.subject(), w.office, OrganisationKind::kNgo, names, "KZ-ALA", ""}, Visibility::kPublic});
  expectBroken("REGION_HAS_OFFICE", w.first,
               {OfficeEstablish{w.subject(), OfficeKind::kNational, "", names}, Visibility::kPublic});
  expectBroken(
      "BAD_PERIOD", *w.officer,
      {ProjectStart{w.subject(), w.programme, w.grantee, "KZ-AST", 20'000, 19'999, names}, Visibility::kPublic});
  expectBroken("OUTSIDE_PROJECT", *w.attestor,
               {ActivitySchedule{w.subject(), w.project, ActivityKind::kEvent, "", w.ago(100'000), w.now()},
                Visibility::kScoped});
  expectBroken("BAD_CAPACITY", *w.attestor,
               {ShiftOpen{w.subject(), w.activity, "role", w.ago(100), w.now(), 5, 4}, Visibility::kScoped});
  expectBroken("OUTSIDE_ACTIVITY", *w.attestor,
               {ShiftOpen{w.subject(), w.activity, "role", w.ago(1000), w.now(), 1, 4}, Visibility::kScoped});
}

TEST(Violation, Hours) {
  auto& w = world();
  expectBroken("MINUTES_OVER_INTERVAL", *w.volunteer, {claim(13, 15, 12)});
  expectBroken("MINUTES_OVER_INTERVAL", *w.volunteer, {claim(1441, 15, 0)});
  expectBroken("OUTSIDE_ACTIVITY", *w.volunteer, {claim(10, 1000, 12)});
  expectBroken("OUTSIDE_PROJECT", *w.volunteer, {claim(10, 100'000, 12)});
  expectBroken("IN_FUTURE", *w.volunteer, {claim(10, -10, 12)});
  expectBroken("IN_FUTURE", *w.volunteer, {claim(1400, 15, 0)});
  expectBroken("ASSURANCE_MISMATCH", *w.clerk, {claim(10, 15, 12)});
  expectBroken("ROLE_MISSING", *w.officer, {claim(10, 15, 12)});
  expectBroken("WRONG_STATE", *w.attestor,
               {HoursAttest{w.hours, Minutes(150), AttestationMethod::kPresent, HoursReason::kNone, w.now()}});
  expectBroken("UNKNOWN_SUBJECT", *w.attestor,
               {HoursAttest{w.subject(), Minutes(150), AttestationMethod::kPresent, HoursReason::kNone, w.now()}});
  expectBroken("NO_CHANGE", *w.attestor, {HoursCorrect{w.hours, Minutes(120), HoursReason::kArithmetic, w.now()}});
  expectBroken("REASON_MISSING", *w.attestor, {HoursCorrect{w.hours, Minutes(100), HoursReason::kNone, w.now()}});
  expectBroken("MINUTES_OVER_CLAIM", *w.attestor,
               {HoursCorrect{w.hours, Minutes(151), HoursReason::kArithmetic, w.now()}});
  expectBroken("DECISION_DIFFERS", *w.attestor,
               {HoursCorrect{w.hours, Minutes(140), HoursReason::kArithmetic, w.now()}});
  expectBroken("WRONG_STATE", *w.auditor, {HoursResolve{w.hours, DisputeOutcome::kVoided, Minutes(0), w.now()}});
  expectBroken("ROLE_MISSING", *w.volunteer, {HoursVoid{w.hours, HoursReason::kOther, w.now()}});
}

TEST(Violation, ADayThatIsFull) {
  World w;  // of its own: here a day passes
  w.settle();
  w.work();
  w.wait(1500);
  HoursClaim body = claim(1400, 15, 0);
  body.volunteer = w.volunteer->person;
  body.activity = w.activity;
  body.occurred_at = w.ago(1515);
  EXPECT_EQ(w.broken(*w.volunteer, {body}), std::string("DAY_OVER_1440") + " ");
}

TEST(Violation, GrantsAndTheirMoney) {
  auto& w = world();
  const auto money = [](std::int64_t minor) { return Money{minor, kTenge}; };
  const auto pub = Visibility::kPublic;
  const auto award = [&](const char* number, SubjectId grantee, std::int64_t amount) {
    return GrantAward{w.subject(), number,        "T", w.funder, grantee, w.programme,
                      "KZ-AST",    money(amount), {},  {},       w.now()};
  };
  expectBroken("DECISION_DIFFERS", *w.funder_one, {award("N-2", w.grantee, 5), pub});
  expectBroken("NUMBER_TAKEN", *w.funder_one, {award("SG-2026-0001", w.grantee, 5), pub});
  expectBroken("SAME_ORGANISATION", *w.funder_one, {award("N-2", w.funder, 5), pub});
  expectBroken("AMOUNT_NOT_POSITIVE", *w.funder_one, {award("N-2", w.grantee, 0), pub});
  expectBroken("WRONG_STATE", *w.funder_one,
               {AgreementSign{w.grant, "A", {{"x", {}, 1}}, {}, 20'000, 20'001, w.now()}, pub});
  expectBroken("WRONG_STATE", *w.funder_one, {TrancheApprove{w.grant, 1, w.now()}, pub});
  expectBroken("OVER_TRANCHE", *w.payer, {TrancheDisburse{w.grant, w.subject(), 1, money(1), "P", w.now()}, pub});
  expectBroken("ROLE_MISSING", *w.funder_one, {TrancheDisburse{w.grant, w.subject(), 1, money(1), "P", w.now()}, pub});
  expectBroken("OVER_ORIGINAL", *w.payer,
               {DisbursementReverse{w.grant, w.disbursement, money(25'000'001), "P", w.now()}, pub});
  expectBroken("NOT_ENOUGH_MONEY", *w.payer,
               {DisbursementReverse{w.grant, w.disbursement, money(19'000'000), "P", w.now()}, pub});
  expectBroken("NOT_ENOUGH_MONEY", *w.officer,
               {RefundSend{w.grant, w.subject(), money(18'000'001), "R", w.now()}, pub});
  expectBroken("UNKNOWN_SUBJECT", *w.payer, {RefundReceive{w.grant, w.subject(), money(1), w.now()}, pub});
  expectBroken("MONEY_ON_HAND", *w.funder_one, {GrantClose{w.grant, w.now()}, pub});
}

TEST(Violation, Spending) {
  auto& w = world();
  const auto pub = Visibility::kPublic;
  ExpenditureRecord spent;
  spent.grant = w.grant;
  spent.expenditure = w.subject();
  spent.line = "materials";
  spent.amount = {1'000'000, kTenge};
  spent.document_hash = w.digest();
  spent.document_number = "INV-2";
  spent.document_date = w.now().civilDay();
  spent.vendor = binOf(9);
  spent.occurred_at = w.now();
  EXPECT_EQ(world().broken(*w.officer, {spent, pub}), "");
  auto other = spent;
  other.line = "travel";
  expectBroken("LINE_UNKNOWN", *w.officer, {other, pub});
  other = spent;
  other.amount.minor = 13'000'001;
  expectBroken("LINE_OVER_BUDGET", *w.officer, {other, pub});
  other = spent;
  other.document_date -= 1;
  expectBroken("OUTSIDE_PERIOD", *w.officer, {other, pub});
  other = spent;
  other.document_number = "INV-1";
  other.amount.minor = 7'000'000;
  expectBroken("INVOICE_TAKEN", *w.officer, {other, pub});
  other = spent;
  other.amount.currency = *Currency::parse("USD");
  expectBroken("CURRENCY_MISMATCH", *w.officer, {other, pub});
  expectBroken("ROLE_MISSING", *w.officer, {ExpenditureVerify{w.grant, w.expenditure, w.now()}, pub});
  expectBroken(
      "OVER_ORIGINAL", *w.verifier,
      {ExpenditureDisallow{w.grant, w.expenditure, {7'000'001, kTenge}, ExpenditureReason::kDuplicate, w.now()}, pub});
  expectBroken("REASON_MISSING", *w.verifier,
               {ExpenditureDisallow{w.grant, w.expenditure, {1, kTenge}, ExpenditureReason::kNone, w.now()}, pub});
  expectBroken("BEFORE_ORIGINAL", *w.officer,
               {ExpenditureReverse{w.grant, w.subject(), w.expenditure, {1, kTenge}, w.digest(), {}, w.ago(50)}, pub});
}

TEST(Violation, AwardsPoliciesImports) {
  auto& w = world();
  expectBroken("SELF_NOMINATION", *w.officer, {AwardNominate{w.subject(), w.officer->person, w.grantee, "d", w.now()}});
  expectBroken("UNKNOWN_SUBJECT", w.first, {AwardConfer{w.subject(), "act", w.now()}});
  PolicyPublish policy{w.subject(), {},     "1", LegalStatus::kInForce,
                       "Act",       20'000, 0,   HoursLimits{{{AgeBand::kUnknown, Minutes(1441)}}, 0, 0}};
  expectBroken("BAD_POLICY", w.first, {policy, Visibility::kPublic});
  const ImportRecord record{w.subject(), 1, w.digest(), w.digest(), 0, 1};
  expectBroken("PART_OUT_OF_ORDER", *w.importer, {record, Visibility::kPublic, Assurance::kImported});
  expectBroken("IMPORT_WITHOUT_BATCH", *w.importer, {record, Visibility::kPublic});
  expectBroken("ROLE_MISSING", *w.officer, {record, Visibility::kPublic, Assurance::kImported});
  expectBroken("NOT_IMPORTABLE", *w.importer,
               {HoursVoid{w.hours, HoursReason::kOther, w.now()}, Visibility::kPrivate, Assurance::kImported});
  expectBroken("IMPORT_WITHOUT_BATCH", *w.importer, {claim(10, 15, 12), Visibility::kPrivate, Assurance::kImported});
}

}  // namespace
}  // namespace audit::tests
