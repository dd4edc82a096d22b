#include "audit/rules/audit_rules.h"

#include <algorithm>

#include "audit/log/bundle.h"
#include "audit/rules/table.h"

namespace audit {

std::uint64_t RulesReport::raised() const {
  std::uint64_t all = 0;
  for (const Outcome& outcome : outcomes) all += outcome.raised;
  return all;
}

std::uint64_t RulesReport::raised(RuleSeverity severity) const {
  std::uint64_t all = 0;
  for (const Outcome& outcome : outcomes) {
    all += static_cast<std::uint64_t>(std::ranges::count(outcome.findings, severity, &Raised::severity));
    if (outcome.severity == severity) all += outcome.raised - outcome.findings.size();
  }
  return all;
}

int RulesReport::exitCode() const {
  const int of_log = audit.findings.exitCode();
  return raised() != 0 && of_log != kExitWrong ? kExitRaised : of_log;
}

void auditRules(const Archive& archive, const RulesQuestion& question, RulesReport& report) {
  FactsListener listener([&](const State& state, const RuleFacts& facts, bool complete) {
    report.today = facts.today;
    report.complete = complete;
    report.settings = Settings(state, facts.today);
    const Evidence evidence{state, facts, report.audit.findings, complete};
    for (const Rule* rule : question.only.empty() ? allRules() : question.only) {
      Run run(*rule, evidence, report.settings);
      rule->check(run);
      report.outcomes.push_back(run.outcome());
    }
  });
  listener.facts().old_checkpoints = question.request.old_checkpoints.size();
  listener.facts().witnesses = question.request.witnesses.has_value();
  listener.facts().evidence = question.evidence;
  listener.facts().figures = archive.has("figures.json");
  Request request = question.request;
  request.listener = &listener;
  verify(archive, request, report.audit);
}

RulesReport auditRules(const RulesQuestion& question) {
  RulesReport report;
  const auto archive = openWholeLog(question.log, report.audit.findings);
  if (archive) auditRules(*archive, question, report);
  return report;
}

}  // namespace audit
