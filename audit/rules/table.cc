#include "audit/rules/table.h"

namespace audit {

std::vector<const Rule*> allRules() {
  std::vector<const Rule*> all;
  for (const auto rules : {moneyRules(), hoursRules(), integrityRules()}) {
    for (const Rule& rule : rules) all.push_back(&rule);
  }
  return all;
}

const Rule* ruleOf(std::string_view id) {
  for (const Rule* rule : allRules()) {
    if (rule->id == id) return rule;
  }
  return nullptr;
}

}  // namespace audit
