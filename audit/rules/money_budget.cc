// E02, E03, E23, E35: what was spent and paid out against what was agreed and allowed.
#include <algorithm>

#include "audit/replay/policy_documents.h"
#include "audit/rules/money_rules.h"

namespace audit {
namespace {

constexpr InThree kNoLine{"«{0}» деген бюджет жолы жоқ.", "Строки бюджета «{0}» нет.",
                          "The budget has no line \"{0}\"."};
constexpr InThree kOverLine{"«{0}» жолынан {1} жұмсалған, бюджеті {2}.",
                            "По строке «{0}» потрачено {1} при бюджете {2}.",
                            "{1} was spent of the line \"{0}\", whose budget is {2}."};
constexpr InThree kForbidden{"{0} гранты «{1}» шығынына {2} жұмсаған; бұл санаттағы грантқа ол тыйым салынған.",
                             "Грант {0} потратил {2} на «{1}»; для этого класса грантов это запрещено.",
                             "Grant {0} spent {2} on {1}, which is prohibited for grants of its class."};
constexpr InThree kAdminShare{"Әкімшілік шығыс {0}: гранттың {1}, шегі {2}.",
                              "Административные расходы {0}: {1} гранта при пределе {2}.",
                              "Administration took {0}: {1} of the grant, where {2} is the cap."};
constexpr InThree kOverAward{"Төленгені {0}, берілгені {1}.", "Выплачено {0} при гранте в {1}.",
                             "{0} was paid out of an award of {1}."};

std::string costTypeCode(schema::CostType type) {
  constexpr std::array<std::string_view, 9> kCodes{"materials", "transport",      "services", "equipment", "labour",
                                                   "rent",      "administration", "regrant",  "other"};
  const auto place = static_cast<std::size_t>(type);
  return std::string(place < kCodes.size() ? kCodes.at(place) : "other");
}

// What the policy costRules of the agreement's day says of the class; nullopt where none applies or speaks of it.
std::optional<schema::CostRule::Reader> costRuleOf(const Run& run, const Grant& grant) {
  const Policy* policy = policyOn(run.state(), schema::PolicyKind::COST_RULES, grant.agreed_day);
  if (policy == nullptr) return std::nullopt;
  return itemWhere(policy->document().getCostRules().getRules(),
                   [&](auto rule) { return rule.getGrantClass() == grant.grant_class; });
}

bool isForbidden(const Run& run, const Grant& grant, schema::CostType type) {
  if (const auto rule = costRuleOf(run, grant))
    return itemWhere(rule->getProhibited(), [&](auto one) { return one == type; }).has_value();
  // Small grants pay no labour, no rent and no administration.
  return grant.grant_class == schema::GrantClass::SMALL &&
         (type == schema::CostType::LABOUR || type == schema::CostType::RENT ||
          type == schema::CostType::ADMINISTRATION);
}

const BudgetLine* lineNamed(const Grant& grant, const std::string& name) {
  const auto found = std::ranges::find(grant.lines, name, &BudgetLine::name);
  return found == grant.lines.end() ? nullptr : &*found;
}

Sum sumOf(const Run& run, const SpentList& list) {
  Sum sum = 0;
  for (const SpentFact* spent : list) sum += standingOf(run, *spent);
  return sum;
}

std::map<std::string, SpentList> byLine(const Run& run) {
  return standingBy(run, [](const SpentFact& spent) { return joinedKey({keyOf(spent.grant), spent.line}); });
}

Raised aboutGrant(const Run& run, const SpentList& list, Sentence sentence) {
  Raised raised = raisedOf(run, list, std::move(sentence));
  raised.subjects.insert(raised.subjects.begin(), {"grant", list.front()->grant});
  return raised;
}

}  // namespace

void checkE02(Run& run) {
  for (const auto& [key, list] : byLine(run)) {
    run.look();
    const Grant& grant = *grantOf(run, *list.front());
    const Told name = textTold(list.front()->line);
    const BudgetLine* line = lineNamed(grant, list.front()->line);
    if (line == nullptr) {
      run.raise(aboutGrant(run, list, {kNoLine, {name}}));
      continue;
    }
    const Sum spent = sumOf(run, list);
    if (spent <= line->budget) continue;
    Raised raised = aboutGrant(
        run, list, {kOverLine, {name, amountTold(spent, grant.currency), amountTold(line->budget, grant.currency)}});
    raised.amount = AtRisk{spent - line->budget, grant.currency};
    run.raise(std::move(raised));
  }
}

void checkE03(Run& run) {
  for (const auto& [key, list] : byLine(run)) {
    run.look();
    const Grant& grant = *grantOf(run, *list.front());
    const BudgetLine* line = lineNamed(grant, list.front()->line);
    if (line == nullptr || !isForbidden(run, grant, line->cost_type)) continue;
    run.raise(aboutGrant(run, list,
                         {kForbidden,
                          {textTold(grant.number),
                           {costTypeCode(line->cost_type), "CostType"},
                           amountTold(sumOf(run, list), grant.currency)}}));
  }
}

void checkE23(Run& run) {
  for (const AwardFact& award : run.facts().money.awards) {
    const Grant* found = find(run.state().grants, award.grant);
    if (found == nullptr || found->state == GrantState::kVoided) continue;
    run.look();
    const Grant& grant = *found;
    if (grant.disbursed <= grant.awarded) continue;
    Raised raised{
        .sentence = {kOverAward,
                     {amountTold(grant.disbursed, grant.currency), amountTold(grant.awarded, grant.currency)}},
        .subjects = {{"grant", award.grant}},
        .evidence = {}};
    for (const std::size_t place : listOf(run.facts().money.paid_of, award.grant))
      raised.evidence.push_back(run.facts().money.paid[place].index);
    raised.amount = AtRisk{grant.disbursed - grant.awarded, grant.currency};
    run.raise(std::move(raised));
  }
}

void checkE35(Run& run) {
  std::map<std::string, SpentList> administration;
  for (const SpentFact* spent : standing(run)) {
    const BudgetLine* line = lineNamed(*grantOf(run, *spent), spent->line);
    if (line != nullptr && line->cost_type == schema::CostType::ADMINISTRATION)
      administration[keyOf(spent->grant)].push_back(spent);
  }
  for (const auto& [id, list] : administration) {
    run.look();
    const Grant& grant = *grantOf(run, *list.front());
    const auto rule = costRuleOf(run, grant);
    const std::int64_t cap = rule ? rule->getAdminMost() : run.parameter();
    const Sum spent = sumOf(run, list);
    if (grant.awarded <= 0 || spent * 10'000 <= Sum{grant.awarded} * cap) continue;
    const auto share = static_cast<std::int64_t>(spent * 10'000 / grant.awarded);
    Raised raised =
        aboutGrant(run, list, {kAdminShare, {amountTold(spent, grant.currency), shareTold(share), shareTold(cap)}});
    raised.amount = AtRisk{spent - Sum{grant.awarded} * cap / 10'000, grant.currency};
    run.raise(std::move(raised));
  }
}

}  // namespace audit
