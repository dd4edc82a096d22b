#include "audit/rules/settings.h"

#include <algorithm>

#include "audit/replay/policy_documents.h"
#include "audit/rules/table.h"

namespace audit {
namespace {

std::int64_t greatestOf(Unit unit) {
  switch (unit) {
    case Unit::kDays:
      return 36'600;
    case Unit::kBasisPoints:
      return 1'000'000;
    case Unit::kMinorUnits:
      return 1'000'000'000'000'000;
    case Unit::kMinutes:
      return 10'000'000'000;
    case Unit::kCount:
    case Unit::kKilometresAnHour:
    case Unit::kTenThousandths:
    case Unit::kTenths:
      break;
  }
  return 1'000'000'000;
}

struct Named {
  const Rule* rule = nullptr;
  const Parameter* parameter = nullptr;
};

// Of `E09` or `E09.days`; no parameter where the rule has none of that name.
Named namedBy(std::string_view key) {
  const auto dot = key.find('.');
  const Rule* rule = ruleOf(key.substr(0, dot));
  if (rule == nullptr) return {};
  const std::string_view name = dot == std::string_view::npos ? std::string_view{} : key.substr(dot + 1);
  const auto found = std::ranges::find(rule->parameters, name, &Parameter::name);
  return {rule, found == rule->parameters.end() ? nullptr : &*found};
}

}  // namespace

Settings::Settings(const State& state, std::int64_t today) {
  const Policy* policy = policyOn(state, schema::PolicyKind::AUDIT_THRESHOLDS, today);
  if (policy == nullptr) return;
  policy_ = policy->position;
  for (const auto threshold : policy->document().getAuditThresholds().getThresholds())
    take(threshold.getRule().cStr(), threshold);
}

void Settings::take(const std::string& key, schema::AuditThreshold::Reader threshold) {
  const auto [rule, parameter] = namedBy(key);
  const bool of_rule = key.find('.') == std::string::npos;
  if (rule == nullptr || (!of_rule && parameter == nullptr)) {
    not_taken_.push_back(key);
    return;
  }
  const auto severity = static_cast<unsigned>(threshold.getSeverity());
  if (of_rule && severity <= static_cast<unsigned>(RuleSeverity::kCritical))
    severities_[key] = static_cast<RuleSeverity>(severity);
  const std::int64_t value = threshold.getParameter();
  if (value == 0) return;  // absent
  if (parameter == nullptr || value < 0 || value > greatestOf(parameter->unit)) {
    not_taken_.push_back(key + "=" + std::to_string(value));
    return;
  }
  parameters_[key] = value;
}

RuleSeverity Settings::severityOf(const Rule& rule) const {
  const auto found = severities_.find(std::string(rule.id));
  return found == severities_.end() ? rule.severity : found->second;
}

std::optional<std::int64_t> Settings::parameterOf(const Rule& rule, std::string_view name) const {
  const std::string key = std::string(rule.id) + (name.empty() ? "" : ".") + std::string(name);
  if (const auto found = parameters_.find(key); found != parameters_.end()) return found->second;
  const auto found = std::ranges::find(rule.parameters, name, &Parameter::name);
  if (found == rule.parameters.end() || !found->has_default) return std::nullopt;
  return found->value;
}

}  // namespace audit
