#include "audit/answers/answer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace audit {
namespace {

std::string list(const char* title, const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& sentence : sentences) out += "  " + harmless(sentence) + "\n";
  return out.empty() ? out : title + out;
}

std::string lineOf(const Finding& finding) {
  std::string out = "  " + std::string(wordOf(finding.wrong));
  if (finding.index) out += " " + std::to_string(*finding.index);
  if (!finding.name.empty()) out += " " + finding.name;
  return out + ": " + harmless(finding.sentence) + "\n";
}

std::string linesOf(std::string_view document) {
  std::string out;
  while (!document.empty()) {
    const auto line = document.substr(0, document.find('\n'));
    out += harmless(line) + "\n";
    document.remove_prefix(std::min(line.size() + 1, document.size()));
  }
  return out;
}

}  // namespace

std::string textOf(const Answer& answer) {
  std::string out;
  for (const auto& [name, value] : answer.facts) {
    const auto other = answer.facts_for_people.find(name);
    out += name + " " + harmless(other == answer.facts_for_people.end() ? value : other->second) + "\n";
  }
  if (!answer.document.empty()) out += "\n" + linesOf(answer.document) + "\n";
  out += list("checked\n", answer.findings.checkedList());
  out += list("not checked\n", answer.findings.notCheckedList());
  std::string findings;
  for (const Finding& finding : answer.findings.sorted()) findings += lineOf(finding);
  if (!findings.empty()) out += "findings: " + std::to_string(answer.findings.total()) + "\n" + findings;
  out += "verdict " + answer.verdict();
  if (!answer.scope.empty()) out += " (" + answer.scope + ")";
  if (answer.exitCode() == kExitOk && !answer.pinned) out += " (key not pinned)";
  return out + "\n";
}

std::string jsonOf(const Answer& answer) {
  using nlohmann::json;
  json findings = json::array();
  for (const Finding& finding : answer.findings.sorted()) {
    json one = {{"verdict", wordOf(finding.wrong)}, {"sentence", finding.sentence}};
    if (finding.index) one["index"] = *finding.index;
    if (!finding.name.empty()) one["name"] = finding.name;
    findings.push_back(std::move(one));
  }
  json facts = json::object();
  for (const auto& [name, value] : answer.facts) facts[name] = value;
  json out = {{"verdict", answer.verdict()},
              {"exit", answer.exitCode()},
              {"pinned", answer.pinned},
              {"facts", facts},
              {"checked", answer.findings.checkedList()},
              {"notChecked", answer.findings.notCheckedList()},
              {"findings", findings},
              {"findingsTotal", answer.findings.total()}};
  if (!answer.document.empty()) out["document"] = answer.document;
  return out.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace audit
