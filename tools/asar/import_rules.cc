#include "tools/asar/import_rules.h"

namespace tools {

using ledger::Result;

bool OnceTexts::take(const std::string& text) {
  if (!taken_.insert(text).second) return false;
  of_row_.push_back(text);
  return true;
}

void OnceTexts::forgetRow() {
  for (const std::string& text : of_row_) taken_.erase(text);
  of_row_.clear();
}

void OnceTexts::forget(const std::string& text) {
  taken_.erase(text);
  std::erase(of_row_, text);
}

std::vector<std::string> elementsOf(const std::string& each, const ImportRow& row) {
  if (each.empty()) return {""};
  std::vector<std::string> elements;
  for (std::size_t i = 0; row.has(each + "." + std::to_string(i)); ++i)
    elements.push_back(each + "." + std::to_string(i));
  return elements;
}

Result<void> applyRule(const ImportRule& rule, ImportScope& scope, OnceTexts& once,
                       const std::function<Result<bool>()>& take) {
  for (const std::string& element : elementsOf(rule.each, *scope.row)) {
    scope.element = element;
    const auto holds = allHold(rule.when, scope);
    if (!holds) return holds.error();
    if (!*holds) continue;
    std::string text;
    if (!rule.once.empty()) {
      const auto expanded = expandText(rule.once, scope);
      if (!expanded) return expanded.error();
      text = rule.command + " " + *expanded;
      if (!once.take(text)) continue;
    }
    const auto taken = take();
    if (!taken || !*taken) once.forget(text);
    if (!taken) return taken.error();
  }
  return {};
}

}  // namespace tools
