#include "tests/audit/rules/rules_world.h"

#include <algorithm>

namespace audit::tests {

using namespace ledger;  // every command and code of the catalogue

Money kzt(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

RulesWorld::RulesWorld() {
  settle();
  wait(60);
}

GrantAward RulesWorld::awarding(GrantClass grant_class) {
  return {subject(),   "SG-" + std::to_string(++numbers_),
          "T",         funder,
          grantee,     programme,
          "KZ-AST",    kzt(100'000'000),
          grant_class, FundSource::kState,
          now()};
}

AgreementSign RulesWorld::agreement(const SubjectId& granted) {
  return {granted,
          "A",
          {{"materials", CostType::kMaterials, 20'000'000},
           {"labour", CostType::kLabour, 20'000'000},
           {"rent", CostType::kRent, 20'000'000},
           {"office", CostType::kAdministration, 20'000'000},
           {"regrant", CostType::kRegrant, 10'000'000}},
          {{1, 100'000'000, today()}},
          today(),
          today() + 99,
          now()};
}

SubjectId RulesWorld::agreed(const GrantAward& award) {
  agree(*funder_one, *funder_two, award, kPublicClass);
  agree(*funder_one, *officer, agreement(award.grant), kPublicClass);
  return award.grant;
}

TrancheDisburse RulesWorld::disbursing(const SubjectId& granted, std::int64_t minor) {
  return {granted, subject(), 1, kzt(minor), "P-" + std::to_string(++numbers_), now()};
}

SubjectId RulesWorld::paid(GrantClass grant_class) {
  const SubjectId granted = agreed(awarding(grant_class));
  agree(*funder_one, *funder_two, TrancheApprove{granted, 1, now()}, kPublicClass);
  say(*payer, disbursing(granted, 100'000'000), kPublicClass);
  return granted;
}

SubjectId RulesWorld::importedGrant(const SubjectId& of_funder, const SubjectId& to_grantee) {
  GrantAward award = awarding();
  award.funder = of_funder;
  award.grantee = to_grantee;
  award.amount = kzt(1'000'000'000'000);
  AgreementSign agreed_on = agreement(award.grant);
  agreed_on.lines.front().amount = 900'000'000'000;
  agreed_on.tranches.front().amount = 1'000'000'000'000;
  import(subject(),
         {award, agreed_on, TrancheApprove{award.grant, 1, now()}, disbursing(award.grant, 1'000'000'000'000)},
         kPublicClass);
  return award.grant;
}

void RulesWorld::importSpending(const std::vector<ExpenditureRecord>& list) {
  import(subject(), {list.begin(), list.end()}, kPublicClass);
}

ExpenditureRecord RulesWorld::spending(const SubjectId& granted, std::int64_t minor, const Change& change) {
  ExpenditureRecord body;
  body.grant = granted;
  body.expenditure = subject();
  body.line = "materials";
  body.amount = kzt(minor);
  body.document_hash = digest();
  body.document_number = body.expenditure.text();
  body.document_date = today();
  body.vendor = binOf(9);
  body.occurred_at = now();
  if (change) change(body);
  return body;
}

SubjectId RulesWorld::spend(const SubjectId& granted, std::int64_t minor, const Change& change) {
  const auto body = spending(granted, minor, change);
  say(*officer, body, kPublicClass);
  return body.expenditure;
}

SubjectId RulesWorld::organisation(unsigned number) {
  const SubjectId made = subject();
  say(*clerk, OrganisationRegister{made, office, OrganisationKind::kNgo, {"b", "b", "b"}, "KZ-AST", binOf(number)},
      kPublicClass);
  return made;
}

SubjectId RulesWorld::contracted() {
  ContractSign contract;
  contract.contract = subject();
  contract.number = "C-1";
  contract.programme = programme;
  contract.funder = funder;
  contract.grantee = grantee;
  contract.amount = kzt(900'000);
  contract.names = {"a", "b", "c"};
  contract.from = today();
  contract.to = today() + 9;
  contract.document = digest();
  contract.occurred_at = now();
  agree(*funder_one, *officer, contract, kPublicClass);
  return contract.contract;
}

void RulesWorld::threshold(const std::string& key, std::int64_t parameter, ledger::RuleSeverity severity) {
  thresholds_.push_back({key, severity, parameter});
  std::ranges::sort(thresholds_, {}, &AuditThreshold::rule);
  PolicyPublish policy;
  policy.policy = subject();
  policy.kind = PolicyKind::kAuditThresholds;
  policy.version = "1";
  policy.status = LegalStatus::kInForce;
  policy.source = "act";
  policy.valid_from = today() - 900;
  policy.audit_thresholds = AuditThresholds{thresholds_};
  agree(first, second, policy, kPublicClass);
}

void RulesWorld::pass() {
  say(first, PersonRegister{fresh<PersonId>(), office, "KZ-ALA", AgeBand::kUnknown, AgeBasis::kDeclared, {}},
      kPrivateClass);
}

RulesReport RulesWorld::report(const std::vector<Buffer>& log, std::vector<const Rule*> only) {
  RulesReport report;
  RulesQuestion question;
  question.only = std::move(only);
  question.evidence = evidence;
  auditRules(*archiveOf(sealedLog(log, log_key)), question, report);
  return report;
}

Outcome RulesWorld::look(const char* rule, const std::vector<Buffer>& log) {
  return std::move(report(log, {ruleOf(rule)}).outcomes.at(0));
}

}  // namespace audit::tests
