#include "tests/audit/funding_world.h"

namespace audit::tests {

using namespace ledger;  // every command and code of the catalogue

namespace {

constexpr Visibility kPublic = Visibility::kPublic;
constexpr Visibility kScoped = Visibility::kScoped;

}  // namespace

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

FundingWorld::FundingWorld() {
  settle();
  wait(60);
  today = now().civilDay();
  staff();
  rules();
  fund();
}

void FundingWorld::staff() {
  branch = subject();
  say(*clerk, OrganisationRegister{branch, office, OrganisationKind::kNgo, {"b", "b", "b"}, "KZ-AST", binOf(3)},
      kPublic);
  for (auto* one : {&two_hats, &regrant_one, &regrant_two, &regrant_payer, &branch_officer}) *one = enrol();
  for (const Role role : {Role::kFunder, Role::kPayer, Role::kVerifier}) give(*two_hats, role, funder);
  give(*two_hats, Role::kOfficer, grantee);
  give(*regrant_one, Role::kFunder, grantee);
  give(*regrant_two, Role::kFunder, grantee);
  give(*regrant_payer, Role::kPayer, grantee);
  give(*branch_officer, Role::kOfficer, branch);
}

Position FundingWorld::publish(PolicyPublish policy) {
  policy.policy = subject();
  policy.version = "1";
  policy.status = LegalStatus::kInForce;
  policy.source = "act";
  policy.valid_from = today - 900;
  agree(first, second, policy, kPublic);
  return entries().size() - 3;
}

void FundingWorld::rules() {
  PolicyPublish virement;
  virement.kind = PolicyKind::kVirementLimits;
  virement.virement_limits = VirementLimits{1000};
  limits = publish(virement);
  PolicyPublish cost;
  cost.kind = PolicyKind::kCostRules;
  cost.cost_rules = CostRules{{{GrantClass::kShort, {CostType::kRent}, 1000, 6}}};
  costs = publish(cost);
  PolicyPublish classes;
  classes.kind = PolicyKind::kGrantClasses;
  classes.grant_classes = GrantClasses{{{GrantClass::kMedium, 0, 0, 2, 3}}};
  publish(classes);
}

void FundingWorld::fund() {
  unsigned_grant = awarded();
  grant = agreed();
  spent_grant = paid();
  expenditure = spend(spent_grant, "materials", 100);
  queried = spend(spent_grant, "travel", 50);
  say(*verifier, ExpenditureQuery{spent_grant, queried, ExpenditureReason::kOther, now()}, kPublic);
  parent = paid();
  closed = paid();
  spend(closed, "materials", 400);
  agree(*funder_one, *funder_two, GrantClose{closed, now()}, kPublic);
}

GrantAward FundingWorld::awarding(GrantClass grant_class) {
  return {subject(),   "G-" + std::to_string(++numbers_),
          "T",         funder,
          grantee,     programme,
          "KZ-AST",    tenge(1000),
          grant_class, FundSource::kState,
          now()};
}

AgreementSign FundingWorld::agreement(const SubjectId& which) {
  return {which,
          "A",
          {{"materials", CostType::kMaterials, 500},
           {"travel", CostType::kTransport, 300},
           {"office", CostType::kAdministration, 100},
           {"regrant", CostType::kRegrant, 100}},
          {{1, 400, today}, {2, 600, today}},
          today,
          today + 100,
          now()};
}

AgreementAmend FundingWorld::amendment(const SubjectId& which) {
  const AgreementSign same = agreement(which);
  return {which, "A-1", same.lines, same.tranches, same.eligible_to, digest(), now()};
}

BudgetVire FundingWorld::virement(const char* from, const char* to, std::int64_t minor) {
  return {grant, from, to, tenge(minor), digest(), now()};
}

AppropriationRecord FundingWorld::appropriation(const SubjectId& which, std::uint16_t year, std::int64_t minor) {
  return {subject(), which, year, tenge(minor), digest(), now()};
}

RefundDemand FundingWorld::demand(const SubjectId& which, std::int64_t minor) {
  return {subject(), which, tenge(minor), today + 30, digest(), now()};
}

ExpenditureRecord FundingWorld::spending(const SubjectId& which, const char* line, std::int64_t minor) {
  ExpenditureRecord body;
  body.grant = which;
  body.expenditure = subject();
  body.line = line;
  body.amount = tenge(minor);
  body.document_hash = digest();
  body.document_number = "INV-" + body.expenditure.text();
  body.document_date = now().civilDay();
  body.vendor = binOf(9);
  body.occurred_at = now();
  return body;
}

GrantAward FundingWorld::subAward(std::int64_t minor) {
  GrantAward award = awarding();
  award.funder = grantee;
  award.grantee = branch;
  award.amount = tenge(minor);
  award.parent = parent;
  award.parent_line = "regrant";
  return award;
}

AgreementSign FundingWorld::subAgreement(const SubjectId& which, std::int64_t minor) {
  return {which, "A", {{"materials", CostType::kMaterials, minor}}, {{1, minor, today}}, today, today + 100, now()};
}

SubjectId FundingWorld::awarded(GrantClass grant_class) {
  const GrantAward award = awarding(grant_class);
  agree(*funder_one, *funder_two, award, kPublic);
  return award.grant;
}

SubjectId FundingWorld::agreed(GrantClass grant_class) {
  const SubjectId which = awarded(grant_class);
  agree(*funder_one, *officer, agreement(which), kPublic);
  return which;
}

SubjectId FundingWorld::paid() {
  const SubjectId which = agreed();
  agree(*funder_one, *funder_two, TrancheApprove{which, 1, now()}, kPublic);
  say(*payer, TrancheDisburse{which, subject(), 1, tenge(400), "P", now()}, kPublic);
  return which;
}

SubjectId FundingWorld::spend(const SubjectId& which, const char* line, std::int64_t minor) {
  const ExpenditureRecord body = spending(which, line, minor);
  say(*officer, body, kPublic);
  return body.expenditure;
}

SubjectId FundingWorld::subPaid(const SubjectId& sub_award) {
  const SubjectId payment = subject();
  agree(*regrant_one, *branch_officer, subAgreement(sub_award, 40), kPublic);
  agree(*regrant_one, *regrant_two, TrancheApprove{sub_award, 1, now()}, kPublic);
  say(*regrant_payer, TrancheDisburse{sub_award, payment, 1, tenge(40), "P", now()}, kPublic);
  return payment;
}

SubjectId FundingWorld::finding(const SubjectId& which) {
  const SubjectId audit = subject();
  const SubjectId made = subject();
  say(*auditor, AuditOpen{audit, grantee, which, today - 9, today, digest(), now()}, kScoped);
  say(*auditor, FindingRaise{made, audit, "E-05", Severity::kLow, {}, digest(), now()}, kScoped);
  return made;
}

}  // namespace audit::tests
