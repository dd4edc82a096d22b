#include "audit/answers/answer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "audit/answers/answer_words.h"
#include "audit/verify/meaning.h"

namespace audit {
namespace {

using ledger::Language;

std::string list(const std::string& title, const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& sentence : sentences) out += "  " + harmless(sentence) + "\n";
  return out.empty() ? out : title + "\n" + out;
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

FrameWord meaningOfAnswer(const Answer& answer) {
  return answer.found ? meaningOf(answer.findings, answer.pinned) : meaningOfNotFound();
}

std::string lastLines(const Answer& answer, Language language) {
  std::string out = kVerdictWord.in(language) + " " + answer.verdict();
  if (!answer.scope.empty()) out += " (" + answerWord(answer.scope, language) + ")";
  if (answer.exitCode() == kExitOk && !answer.pinned) out += " (" + kNotPinnedWord.in(language) + ")";
  return out + "\n" + meaningOfAnswer(answer).in(language) + "\n";
}

}  // namespace

std::string textOf(const Answer& answer, Language language) {
  std::string out;
  for (const auto& [name, value] : answer.facts) {
    const auto other = answer.facts_for_people.find(name);
    const std::string& told = other == answer.facts_for_people.end() ? value : other->second;
    out += answerWord(name, language) + " " + harmless(told) + "\n";
  }
  if (!answer.document.empty()) out += "\n" + linesOf(answer.document) + "\n";
  out += list(kCheckedWord.in(language), answer.findings.checkedList());
  out += list(kNotCheckedWord.in(language), answer.findings.notCheckedList());
  std::string findings;
  for (const Finding& finding : answer.findings.sorted()) findings += lineOf(finding);
  if (!findings.empty())
    out += kFindingsWord.in(language) + ": " + std::to_string(answer.findings.total()) + "\n" + findings;
  return out + lastLines(answer, language);
}

std::string jsonOf(const Answer& answer, Language language) {
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
              {"meaning", meaningOfAnswer(answer).in(language)},
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
