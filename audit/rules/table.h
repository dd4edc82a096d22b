// The table of audit rules, in order of their ids: E money, H hours, L integrity.
#pragma once

#include <vector>

#include "audit/rules/rule.h"

namespace audit {

std::span<const Rule> moneyRules();
std::span<const Rule> hoursRules();
std::span<const Rule> integrityRules();

std::vector<const Rule*> allRules();
// Null where there is none of that id.
const Rule* ruleOf(std::string_view id);

}  // namespace audit
