#include "ledger/rules/grant_policy.h"

#include <algorithm>

#include "ledger/base/civil_months.h"
#include "ledger/base/limits.h"
#include "ledger/rules/policy.h"
#include "ledger/rules/policy_bounds.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

constexpr std::uint16_t kSinceRules = 2;

bool isJudged(const Context& context) {
  return context.rules >= kSinceRules && !context.imported();
}

// 10^15 minor units times a limit of 32 bits does not fit into 64.
__extension__ using Wide = __int128;

std::string limitText(std::uint32_t indices, const Money& value) {
  const Wide minor = Wide{indices} * value.minor;
  if (minor > limits::kMinorMax) return "more than any award";
  return Money{static_cast<std::int64_t>(minor), value.currency}.text();
}

Error overLimit(const GrantAward& command, const GrantClassLimit& limit, const Money& value) {
  const std::string most =
      limit.mci_most == 0 ? ""
                          : " to " + std::to_string(limit.mci_most) + " (" + limitText(limit.mci_most, value) + ")";
  return refuse("CLASS_LIMIT", "an award of the class " + std::string(nameOf(command.grant_class)) + " has from " +
                                   std::to_string(limit.mci_least) + " (" + limitText(limit.mci_least, value) + ")" +
                                   most + " monthly calculation indices of " + value.text() + "; this one has " +
                                   command.amount.text());
}

Result<void> checkProhibited(const CostRule& rule, const AgreementSign& command) {
  for (const BudgetLine& line : command.lines) {
    if (std::ranges::find(rule.prohibited, line.cost_type) == rule.prohibited.end()) continue;
    return refuse("COST_PROHIBITED", "the line " + line.line + " is for " + std::string(nameOf(line.cost_type)) +
                                         ", which grants of the class " + std::string(nameOf(rule.grant_class)) +
                                         " do not pay for");
  }
  return {};
}

Result<void> checkAdministration(const CostRule& rule, const GrantRecord& grant, const AgreementSign& command) {
  Wide administration = 0;
  for (const BudgetLine& line : command.lines) {
    if (line.cost_type == CostType::kAdministration) administration += line.amount;
  }
  if (administration * kBasisPoints <= Wide{grant.sums.awarded} * rule.admin_most) return {};
  return refuse("ADMIN_OVER_CAP", "administration takes " +
                                      Money{static_cast<std::int64_t>(administration), grant.currency}.text() + " of " +
                                      Money{grant.sums.awarded, grant.currency}.text() + "; at most " +
                                      std::to_string(rule.admin_most) + " of 10000 parts are allowed");
}

Result<void> checkMonths(const CostRule& rule, const AgreementSign& command) {
  if (rule.months_most == 0) return {};
  const CivilDay last = addMonths(command.occurred_at.civilDay(), rule.months_most);
  if (command.eligible_to <= last) return {};
  return refuse("PERIOD_OVER_RULE", "the eligible period ends on " + dayText(command.eligible_to) + ", but " +
                                        std::to_string(rule.months_most) + " months from the agreement end on " +
                                        dayText(last));
}

}  // namespace

Result<Position> checkClassLimit(const State& state, const GrantAward& command, const Context& context) {
  if (!isJudged(context)) return Position{0};
  const CivilDay day = command.occurred_at.civilDay();
  const auto* classes = policyOn(state, PolicyKind::kGrantClasses, day);
  const auto* indices = policyOn(state, PolicyKind::kMciValues, day);
  if (classes == nullptr || indices == nullptr) return Position{0};
  const auto& known = classes->policy.grant_classes->classes;
  const auto limit = std::ranges::find(known, command.grant_class, &GrantClassLimit::grant_class);
  const auto& values = indices->policy.mci_values->values;
  const auto value = std::ranges::find(values, static_cast<std::uint16_t>(yearOf(day)), &MciValue::year);
  if (limit == known.end() || value == values.end()) return Position{0};
  if (value->value.currency != command.amount.currency) return Position{0};
  const Wide amount = command.amount.minor;
  const bool under = amount < Wide{limit->mci_least} * value->value.minor;
  const bool over = limit->mci_most != 0 && amount > Wide{limit->mci_most} * value->value.minor;
  if (under || over) return overLimit(command, *limit, value->value);
  return classes->document;
}

Result<Position> checkCostRule(const State& state, const GrantRecord& grant, const AgreementSign& command,
                               const Context& context) {
  if (!isJudged(context)) return Position{0};
  const auto* document = policyOn(state, PolicyKind::kCostRules, command.occurred_at.civilDay());
  if (document == nullptr) return Position{0};
  const auto& rules = document->policy.cost_rules->rules;
  const auto rule = std::ranges::find(rules, grant.grant_class, &CostRule::grant_class);
  if (rule == rules.end()) return Position{0};
  ASAR_TRY(checkProhibited(*rule, command));
  ASAR_TRY(checkAdministration(*rule, grant, command));
  ASAR_TRY(checkMonths(*rule, command));
  return document->document;
}

}  // namespace ledger
