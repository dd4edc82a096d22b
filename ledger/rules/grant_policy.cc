#include "ledger/rules/grant_policy.h"

#include <algorithm>

#include "ledger/base/civil_months.h"
#include "ledger/base/limits.h"
#include "ledger/rules/policy.h"
#include "ledger/rules/policy_bounds.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

constexpr std::uint16_t kGrantPoliciesSince = 2;

bool isJudged(const Context& context) {
  return context.rules >= kGrantPoliciesSince && !context.imported();
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

Result<void> checkProhibited(const CostRule& rule, const AgreedTerms& terms) {
  for (const BudgetLine& line : terms.lines) {
    if (std::ranges::find(rule.prohibited, line.cost_type) == rule.prohibited.end()) continue;
    return refuse("COST_PROHIBITED", "the line " + line.line + " is for " + std::string(nameOf(line.cost_type)) +
                                         ", which grants of the class " + std::string(nameOf(rule.grant_class)) +
                                         " do not pay for");
  }
  return {};
}

std::int64_t administrationOf(const std::vector<BudgetLine>& lines) {
  std::int64_t sum = 0;  // no more than the award: the lines were added up before
  for (const BudgetLine& line : lines) {
    if (line.cost_type == CostType::kAdministration) sum += line.amount;
  }
  return sum;
}

Result<void> checkAdministration(const CostRule& rule, const GrantRecord& grant, std::int64_t administration) {
  if (Wide{administration} * kBasisPoints <= Wide{grant.sums.awarded} * rule.admin_most) return {};
  return refuse("ADMIN_OVER_CAP", "administration takes " + Money{administration, grant.currency}.text() + " of " +
                                      Money{grant.sums.awarded, grant.currency}.text() + "; at most " +
                                      std::to_string(rule.admin_most) + " of 10000 parts are allowed");
}

Result<void> checkMonths(const CostRule& rule, const AgreedTerms& terms) {
  if (rule.months_most == 0) return {};
  const CivilDay last = addMonths(terms.agreed_on, rule.months_most);
  if (terms.eligible_to <= last) return {};
  return refuse("PERIOD_OVER_RULE", "the eligible period ends on " + dayText(terms.eligible_to) + ", but " +
                                        std::to_string(rule.months_most) + " months from the agreement end on " +
                                        dayText(last));
}

// The rule for grants of that class, and the document it stands in.
struct FoundRule {
  const CostRule* rule = nullptr;
  Position document = 0;
};
FoundRule costRuleOn(const State& state, GrantClass grant_class, CivilDay day) {
  const auto* document = policyOn(state, PolicyKind::kCostRules, day);
  if (document == nullptr) return {};
  const auto& rules = document->policy.cost_rules->rules;
  const auto rule = std::ranges::find(rules, grant_class, &CostRule::grant_class);
  return rule == rules.end() ? FoundRule{} : FoundRule{&*rule, document->document};
}

// Whose classes and indices an award goes by: since version 3 those of the day on which the call it answers was
// published.
CivilDay classDay(const State& state, const SubjectId& application, CivilDay own, const Context& context) {
  const auto* answered = context.rules < kRules3 ? nullptr : state.applications.find(application);
  const auto* call = answered == nullptr ? nullptr : state.calls.find(answered->call);
  return call == nullptr ? own : call->published_on;
}

const GrantClassLimit* classLimitOn(const PolicyRecord& document, GrantClass grant_class) {
  const auto& known = document.policy.grant_classes->classes;
  const auto limit = std::ranges::find(known, grant_class, &GrantClassLimit::grant_class);
  return limit == known.end() ? nullptr : &*limit;
}

// The largest award that the cost rules of the day name for the class, whatever its classes say.
Result<void> checkLargest(const State& state, const GrantAward& command, CivilDay day, const Context& context) {
  if (context.rules < kRules3) return {};
  const FoundRule found = costRuleOn(state, command.grant_class, day);
  if (found.rule == nullptr || !found.rule->amount_most) return {};
  const Money& most = *found.rule->amount_most;
  if (most.currency != command.amount.currency || command.amount.minor <= most.minor) return {};
  return refuse("CLASS_LIMIT", "an award of the class " + std::string(nameOf(command.grant_class)) + " has at most " +
                                   most.text() + " by the cost rules; this one has " + command.amount.text());
}

}  // namespace

Result<Position> checkClassLimit(const State& state, const GrantAward& command, const Context& context) {
  if (!isJudged(context)) return Position{0};
  const CivilDay day = classDay(state, command.application, command.occurred_at.civilDay(), context);
  ASAR_TRY(checkLargest(state, command, day, context));
  const auto* classes = policyOn(state, PolicyKind::kGrantClasses, day);
  const auto* indices = policyOn(state, PolicyKind::kMciValues, day);
  if (classes == nullptr || indices == nullptr) return Position{0};
  const auto* limit = classLimitOn(*classes, command.grant_class);
  const auto& values = indices->policy.mci_values->values;
  const auto value = std::ranges::find(values, static_cast<std::uint16_t>(yearOf(day)), &MciValue::year);
  if (limit == nullptr || value == values.end()) return Position{0};
  if (value->value.currency != command.amount.currency) return Position{0};
  const Wide amount = command.amount.minor;
  const bool under = amount < Wide{limit->mci_least} * value->value.minor;
  const bool over = limit->mci_most != 0 && amount > Wide{limit->mci_most} * value->value.minor;
  if (under || over) return overLimit(command, *limit, value->value);
  return classes->document;
}

Result<Position> checkCostRule(const State& state, const GrantRecord& grant, const AgreedTerms& terms,
                               const Context& context) {
  if (!isJudged(context)) return Position{0};
  const FoundRule found = costRuleOn(state, grant.grant_class, terms.day);
  if (found.rule == nullptr) return Position{0};
  ASAR_TRY(checkProhibited(*found.rule, terms));
  ASAR_TRY(checkAdministration(*found.rule, grant, administrationOf(terms.lines)));
  ASAR_TRY(checkMonths(*found.rule, terms));
  return found.document;
}

Result<void> checkAdminCap(const State& state, const GrantRecord& grant, std::int64_t administration, CivilDay day) {
  const FoundRule found = costRuleOn(state, grant.grant_class, day);
  return found.rule == nullptr ? Result<void>() : checkAdministration(*found.rule, grant, administration);
}

Result<Position> checkAccounted(const State& state, const TrancheApprove& command, const Context& context) {
  if (context.rules < kRules3 || context.imported()) return Position{0};
  const GrantRecord& grant = *state.grants.find(command.grant);
  const FoundRule found = costRuleOn(state, grant.grant_class, command.occurred_at.civilDay());
  if (found.rule == nullptr || found.rule->verified_least == 0) return Position{0};
  const std::int64_t paid = grant.sums.disbursed - grant.sums.reversed;
  if (Wide{grant.verified} * kBasisPoints >= Wide{paid} * found.rule->verified_least) return found.document;
  return refuse("TRANCHE_UNACCOUNTED",
                Money{grant.verified, grant.currency}.text() + " of the " + Money{paid, grant.currency}.text() +
                    " paid out are verified, and before another tranche " + std::to_string(found.rule->verified_least) +
                    " of 10000 parts have to be: verify what was spent first");
}

Result<void> checkClassPeriod(const State& state, const GrantRecord& grant, const AgreedPeriod& period,
                              const Context& context) {
  if (context.rules < kRules3 || !grant.batch.isNone()) return {};
  const auto [from, to] = period.eligible;
  const CivilDay day = classDay(state, grant.application, period.agreed_on, context);
  const auto* document = policyOn(state, PolicyKind::kGrantClasses, day);
  const auto* limit = document == nullptr ? nullptr : classLimitOn(*document, grant.grant_class);
  if (limit == nullptr) return {};
  const bool over = limit->months_most != 0 && to >= addMonths(from, limit->months_most + 1);
  const bool under = to + 1 < addMonths(from, limit->months_least);
  if (!over && !under) return {};
  const std::string most = limit->months_most == 0 ? "" : " to " + std::to_string(limit->months_most);
  return refuse("PERIOD_OVER_CLASS", "grants of the class " + std::string(nameOf(grant.grant_class)) + " run " +
                                         std::to_string(limit->months_least) + most + " months, this one from " +
                                         dayText(from) + " to " + dayText(to));
}

}  // namespace ledger
