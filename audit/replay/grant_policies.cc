#include "audit/replay/grant_policies.h"

#include "audit/replay/civil_calendar.h"
#include "audit/replay/policy_documents.h"

namespace audit {
namespace {

constexpr std::uint16_t kSinceRules = 2;

bool isAsked(const Case& c) {
  return c.rules >= kSinceRules && !c.imported();
}

// What the cost rules are asked about.
struct Costs {
  capnp::List<schema::BudgetLine>::Reader lines;
  std::int64_t eligible_to = 0;
  std::int64_t agreed_day = 0;
};

constexpr Refusal kOverCap{"ADMIN_OVER_CAP", "administration takes more of the award than is allowed"};

bool isOverCap(const Grant& grant, schema::CostRule::Reader rule, Sum administration) {
  return administration * 10'000 > Sum{grant.awarded} * rule.getAdminMost();
}

// The rule for that class, where the policy has one.
std::optional<schema::CostRule::Reader> ruleOf(const Policy* policy, schema::GrantClass grant_class) {
  if (policy == nullptr) return std::nullopt;
  return itemWhere(policy->document().getCostRules().getRules(),
                   [&](auto one) { return one.getGrantClass() == grant_class; });
}

std::optional<schema::CostRule::Reader> ruleOf(const Policy* policy, const Grant& grant) {
  return ruleOf(policy, grant.grant_class);
}

Refusal judgeCosts(const Grant& grant, schema::CostRule::Reader rule, const Costs& costs) {
  Sum administration = 0;
  for (const auto line : costs.lines) {
    for (const auto prohibited : rule.getProhibited()) {
      if (line.getCostType() == prohibited)
        return {"COST_PROHIBITED", "a budget line is for a cost that grants of its class do not pay for"};
    }
    if (line.getCostType() == schema::CostType::ADMINISTRATION) administration += line.getAmount();
  }
  if (isOverCap(grant, rule, administration)) return kOverCap;
  const std::int64_t months = rule.getMonthsMost();
  if (months != 0 && costs.eligible_to > monthsOn(costs.agreed_day, months))
    return {"PERIOD_OVER_RULE", "the eligible period is longer than is allowed"};
  return {};
}

// The day whose classes and indices count: that on which the call was published whose application is answered.
std::int64_t classDayOf(const State& state, const Case& c, const Id& application, std::int64_t else_day) {
  const Application* answered = find(state.applications, application);
  const Call* call = answered == nullptr ? nullptr : find(state.calls, answered->call);
  return c.rules < kVersionThree || call == nullptr ? else_day : call->published_day;
}

constexpr Refusal kClassLimit{"CLASS_LIMIT", "the award lies outside the limits of its class"};

// What one award of a class may come to, whatever its index is.
bool isOverMost(const State& state, std::int64_t day, schema::GrantAward::Reader command) {
  const auto rule = ruleOf(policyOn(state, schema::PolicyKind::COST_RULES, day), command.getGrantClass());
  if (!rule || !rule->hasAmountMost()) return false;
  const auto most = rule->getAmountMost();
  return stringOf(most.getCurrency()) == stringOf(command.getAmount().getCurrency()) &&
         command.getAmount().getMinor() > most.getMinor();
}

Sum verifiedOf(const State& state, const Grant& grant) {
  Sum sum = 0;
  for (const Id& id : grant.spending) {
    const Expenditure* spent = find(state.expenditures, id);
    if (spent != nullptr && spent->state == ExpenditureState::kVerified) sum += spent->standing();
  }
  return sum;
}

Ruling ruleOfCosts(const State& state, const Grant& grant, std::int64_t day, const Costs& costs) {
  const Policy* policy = policyOn(state, schema::PolicyKind::COST_RULES, day);
  const auto rule = ruleOf(policy, grant);
  if (!rule) return {};
  if (const auto refusal = judgeCosts(grant, *rule, costs)) return {refusal, 0, 0};
  return {{}, policy->position, 0};
}

}  // namespace

Ruling ruleOfClass(const State& state, const Case& c, schema::GrantAward::Reader command) {
  if (!isAsked(c)) return {};
  const std::int64_t said = civilDay(Moment::of(command.getOccurredAt()));
  const std::int64_t day = classDayOf(state, c, idOf(command.getApplication()), said);
  if (c.rules >= kVersionThree && isOverMost(state, day, command)) return {kClassLimit, 0, 0};
  const Policy* classes = policyOn(state, schema::PolicyKind::GRANT_CLASSES, day);
  const Policy* indices = policyOn(state, schema::PolicyKind::MCI_VALUES, day);
  if (classes == nullptr || indices == nullptr) return {};
  const auto limit = itemWhere(classes->document().getGrantClasses().getClasses(),
                               [&](auto one) { return one.getGrantClass() == command.getGrantClass(); });
  const auto index = itemWhere(indices->document().getMciValues().getValues(),
                               [&](auto one) { return one.getYear() == dateOf(day).year; });
  if (!limit || !index) return {};
  const auto value = index->getValue();
  if (stringOf(value.getCurrency()) != stringOf(command.getAmount().getCurrency())) return {};
  const Sum amount = command.getAmount().getMinor();
  const bool fits = amount >= Sum{limit->getMciLeast()} * value.getMinor() &&
                    (limit->getMciMost() == 0 || amount <= Sum{limit->getMciMost()} * value.getMinor());
  if (fits) return {{}, classes->position, 0};
  return {kClassLimit, 0, 0};
}

Ruling ruleOfCosts(const State& state, const Case& c, schema::AgreementSign::Reader command) {
  const Grant* grant = find(state.grants, idOf(command.getGrant()));
  if (!isAsked(c) || grant == nullptr) return {};
  const std::int64_t day = civilDay(Moment::of(command.getOccurredAt()));
  return ruleOfCosts(state, *grant, day, {command.getLines(), command.getEligibleTo(), day});
}

Ruling ruleOfCosts(const State& state, const Case& c, schema::AgreementAmend::Reader command) {
  const Grant* grant = find(state.grants, idOf(command.getGrant()));
  if (!isAsked(c) || grant == nullptr) return {};
  const std::int64_t day = civilDay(Moment::of(command.getOccurredAt()));
  return ruleOfCosts(state, *grant, day, {command.getLines(), command.getEligibleTo(), grant->agreed_day});
}

Ruling ruleOfAccounts(const State& state, const Case& c, schema::TrancheApprove::Reader command) {
  const Grant* grant = find(state.grants, idOf(command.getGrant()));
  if (c.rules < kVersionThree || c.imported() || grant == nullptr) return {};
  const std::int64_t day = civilDay(Moment::of(command.getOccurredAt()));
  const Policy* policy = policyOn(state, schema::PolicyKind::COST_RULES, day);
  const auto rule = ruleOf(policy, *grant);
  if (!rule || rule->getVerifiedLeast() == 0) return {};
  if (verifiedOf(state, *grant) * 10'000 >= grant->disbursed * rule->getVerifiedLeast())
    return {{}, policy->position, 0};
  return {{"TRANCHE_UNACCOUNTED", "too little of what was paid out is verified"}, 0, 0};
}

Refusal judgeAdministration(const State& state, const Grant& grant, const Administration& after) {
  const auto rule = ruleOf(policyOn(state, schema::PolicyKind::COST_RULES, after.day), grant);
  return rule && isOverCap(grant, *rule, after.budget) ? kOverCap : Refusal{};
}

Refusal judgeClassPeriod(const State& state, const Case& c, const Grant& grant, const AgreedPeriod& period) {
  if (c.rules < kVersionThree || grant.batch != Id{}) return {};
  const std::int64_t day = classDayOf(state, c, grant.application, period.agreed_day);
  const Policy* policy = policyOn(state, schema::PolicyKind::GRANT_CLASSES, day);
  if (policy == nullptr) return {};
  const auto limit = itemWhere(policy->document().getGrantClasses().getClasses(),
                               [&](auto one) { return one.getGrantClass() == grant.grant_class; });
  if (!limit) return {};
  const bool fits = period.to + 1 >= monthsOn(period.from, limit->getMonthsLeast()) &&
                    (limit->getMonthsMost() == 0 || period.to < monthsOn(period.from, limit->getMonthsMost() + 1));
  return fits ? Refusal{} : Refusal{"PERIOD_OVER_CLASS", "the eligible period is shorter or longer than its class has"};
}

}  // namespace audit
