#include "audit/grant_policies.h"

#include "audit/civil_calendar.h"
#include "audit/policy_documents.h"

namespace audit {
namespace {

constexpr std::uint16_t kSinceRules = 2;

bool isAsked(const Case& c) {
  return c.rules >= kSinceRules && !c.imported();
}

// Among the items of a list, the one that `is` true of.
template <class List, class Is>
auto itemWhere(List list, Is is) -> std::optional<decltype(list[0])> {
  for (const auto item : list) {
    if (is(item)) return item;
  }
  return std::nullopt;
}

Refusal judgeCosts(const Grant& grant, schema::CostRule::Reader rule, schema::AgreementSign::Reader command) {
  Sum administration = 0;
  for (const auto line : command.getLines()) {
    for (const auto prohibited : rule.getProhibited()) {
      if (line.getCostType() == prohibited)
        return {"COST_PROHIBITED", "a budget line is for a cost that grants of its class do not pay for"};
    }
    if (line.getCostType() == schema::CostType::ADMINISTRATION) administration += line.getAmount();
  }
  if (administration * 10'000 > Sum{grant.awarded} * rule.getAdminMost())
    return {"ADMIN_OVER_CAP", "administration takes more of the award than is allowed"};
  const std::int64_t months = rule.getMonthsMost();
  const std::int64_t signed_on = civilDay(Moment::of(command.getOccurredAt()));
  if (months != 0 && command.getEligibleTo() > monthsOn(signed_on, months))
    return {"PERIOD_OVER_RULE", "the eligible period is longer than is allowed"};
  return {};
}

}  // namespace

Ruling ruleOfClass(const State& state, const Case& c, schema::GrantAward::Reader command) {
  if (!isAsked(c)) return {};
  const std::int64_t day = civilDay(Moment::of(command.getOccurredAt()));
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
  return {{"CLASS_LIMIT", "the award lies outside the limits of its class"}, 0, 0};
}

Ruling ruleOfCosts(const State& state, const Case& c, schema::AgreementSign::Reader command) {
  const Grant* grant = find(state.grants, idOf(command.getGrant()));
  if (!isAsked(c) || grant == nullptr) return {};
  const Policy* policy = policyOn(state, schema::PolicyKind::COST_RULES, civilDay(Moment::of(command.getOccurredAt())));
  if (policy == nullptr) return {};
  const auto rule = itemWhere(policy->document().getCostRules().getRules(),
                              [&](auto one) { return one.getGrantClass() == grant->grant_class; });
  if (!rule) return {};
  if (const auto refusal = judgeCosts(*grant, *rule, command)) return {refusal, 0, 0};
  return {{}, policy->position, 0};
}

}  // namespace audit
