#include <array>
#include <nlohmann/json.hpp>

#include "audit/answers/answer.h"
#include "audit/rules/rules_text.h"
#include "audit/rules/table.h"
#include "audit/verify/recount.h"

namespace audit {
namespace {

using nlohmann::json;

json inThree(const InThree& words) {
  return {{"kk", words.kk}, {"ru", words.ru}, {"en", words.en}};
}

json inThree(const Sentence& sentence) {
  json out = json::object();
  for (const ledger::Language language : ledger::kLanguages)
    out[std::string(ledger::codeOf(language))] = textOf(sentence, language);
  return out;
}

json raisedJson(const Outcome& outcome, const Raised& raised) {
  json subjects = json::array();
  for (const Subject& subject : raised.subjects)
    subjects.push_back({{"kind", subject.kind}, {"id", idText(subject.id)}});
  json out = {{"rule", outcome.rule->id},
              {"version", outcome.rule->version},
              {"severity", wordOf(raised.severity.value_or(outcome.severity))},
              {"subjects", subjects},
              {"evidence", raised.evidence},
              {"explanation", inThree(raised.sentence)}};
  // A sum may be longer than a number of JSON is everywhere read.
  if (raised.amount)
    out["amount"] = {{"minor", sumText(raised.amount->minor)}, {"currency", harmless(raised.amount->currency)}};
  if (raised.minutes) out["minutes"] = *raised.minutes;
  return out;
}

json outcomeJson(const Outcome& outcome) {
  json missing = json::array();
  for (const Sentence& why : outcome.missing) missing.push_back(inThree(why));
  return {{"rule", outcome.rule->id},
          {"version", outcome.rule->version},
          {"name", inThree(outcome.rule->name)},
          {"severity", wordOf(outcome.severity)},
          {"checked", wordOf(outcome.checked)},
          {"missing", missing},
          {"compared", outcome.looked},
          {"findings", outcome.raised}};
}

std::string_view wordOfUnit(Unit unit) {
  constexpr std::array<std::string_view, 8> kWords{"days",    "basisPoints",      "minorUnits",     "count",
                                                   "minutes", "kilometresAnHour", "tenThousandths", "tenths"};
  return kWords.at(static_cast<std::size_t>(unit));
}

}  // namespace

std::string_view wordOf(RuleSeverity severity) {
  constexpr std::array<std::string_view, 4> kWords{"low", "medium", "high", "critical"};
  return kWords.at(static_cast<std::size_t>(severity));
}

std::string_view wordOf(Checked checked) {
  constexpr std::array<std::string_view, 3> kWords{"whole", "part", "not"};
  return kWords.at(static_cast<std::size_t>(checked));
}

std::string jsonOf(const RulesReport& report) {
  json rules = json::array();
  json findings = json::array();
  for (const Outcome& outcome : report.outcomes) {
    rules.push_back(outcomeJson(outcome));
    for (const Raised& raised : outcome.findings) findings.push_back(raisedJson(outcome, raised));
  }
  const json out = {{"verdict", report.audit.findings.verdict()},
                    {"exit", report.exitCode()},
                    {"origin", report.audit.facts.origin},
                    {"size", report.audit.facts.size},
                    {"pinned", report.audit.facts.pinned},
                    {"demo", report.audit.facts.demo},
                    {"complete", report.complete},
                    {"policy", report.settings.policy()},
                    {"notTaken", report.settings.notTaken()},
                    {"rules", rules},
                    {"findings", findings},
                    {"findingsTotal", report.raised()}};
  return out.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string tableJson() {
  json rules = json::array();
  for (const Rule* rule : allRules()) {
    json thresholds = json::array();
    for (const Parameter& parameter : rule->parameters) {
      json one = {{"key", std::string(rule->id) + (parameter.name.empty() ? "" : ".") + std::string(parameter.name)},
                  {"unit", wordOfUnit(parameter.unit)}};
      if (parameter.has_default) one["default"] = parameter.value;
      thresholds.push_back(std::move(one));
    }
    rules.push_back({{"rule", rule->id},
                     {"version", rule->version},
                     {"severity", wordOf(rule->severity)},
                     {"name", inThree(rule->name)},
                     {"inputs", inThree(rule->inputs)},
                     {"thresholds", thresholds}});
  }
  return json{{"rules", rules}}.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace audit
