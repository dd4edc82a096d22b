#include "audit/rules/run.h"

#include <algorithm>

#include "audit/rules/table.h"

namespace audit {

Run::Run(const Rule& rule, const Evidence& evidence, const Settings& settings)
    : rule_(rule), evidence_(evidence), settings_(settings) {
  outcome_.rule = &rule;
  outcome_.severity = settings.severityOf(rule);
}

std::optional<std::int64_t> Run::givenOf(std::string_view rule) const {
  const Rule* other = ruleOf(rule);
  return other == nullptr ? std::nullopt : settings_.parameterOf(*other, {});
}

void Run::raise(Raised raised) {
  ++outcome_.raised;
  if (outcome_.findings.size() >= kFindingsKept) return;
  if (!raised.severity || settings_.namesSeverity(rule_)) raised.severity = outcome_.severity;
  std::ranges::sort(raised.evidence);
  raised.evidence.erase(std::unique(raised.evidence.begin(), raised.evidence.end()), raised.evidence.end());
  if (raised.evidence.size() > kEvidenceKept) raised.evidence.resize(kEvidenceKept);
  if (raised.subjects.size() > kEvidenceKept) raised.subjects.resize(kEvidenceKept);
  outcome_.findings.push_back(std::move(raised));
}

void Run::lacks(Sentence why) {
  if (outcome_.checked == Checked::kWhole) outcome_.checked = Checked::kPart;
  outcome_.missing.push_back(std::move(why));
}

void Run::cannot(Sentence why) {
  outcome_.checked = Checked::kNot;
  outcome_.missing.push_back(std::move(why));
}

}  // namespace audit
