#include "audit/replay/regrants.h"

#include <algorithm>

#include "audit/replay/balance.h"

namespace audit {
namespace {

constexpr Refusal kMismatch{"REGRANT_MISMATCH",
                            "on a line for sub-awards a disbursement of one from that line is paid, elsewhere none"};

Refusal judgeLine(const State& state, const Grant& parent, schema::GrantAward::Reader command) {
  const BudgetLine* line = lineOf(parent, command.getParentLine());
  if (line == nullptr) return kLineUnknown;
  if (line->cost_type != schema::CostType::REGRANT)
    return {"NOT_A_REGRANT_LINE", "the line of the parent is not for sub-awards"};
  if (stringOf(command.getAmount().getCurrency()) != parent.currency) return kCurrencyMismatch;
  if (command.getSource() != parent.source) return {"SOURCE_DIFFERS", "its money is said to come from elsewhere"};
  if (awardedFrom(state, parent, line->name) + command.getAmount().getMinor() <= line->budget) return {};
  return {"OVER_PARENT_LINE", "the sub-awards from the line sum to more than its budget"};
}

}  // namespace

Sum awardedFrom(const State& state, const Grant& parent, std::string_view line) {
  Sum sum = 0;
  for (const Id& id : parent.sub_awards) {
    const Grant* grant = find(state.grants, id);
    if (grant != nullptr && grant->parent_line == line && grant->state != GrantState::kVoided) sum += grant->awarded;
  }
  return sum;
}

Refusal judgeSubAward(const State& state, const Case& c, schema::GrantAward::Reader command) {
  if (c.rules < kVersionThree) return {};
  if (command.hasParent() != command.hasParentLine())
    return {"PARENT_LINE_MISSING", "a parent is named without its line, or a line without its grant"};
  if (!command.hasParent()) return {};
  if (c.imported()) return {"NOT_IMPORTABLE", "an award out of another grant is not imported"};
  if (const auto refusal = judgeMoney(state, c, command.getParent())) return refusal;
  const Grant& parent = *find(state.grants, idOf(command.getParent()));
  if (parent.grantee != idOf(command.getFunder()))
    return {"NOT_OF_PARENT", "the funder is not the grantee of the parent"};
  return judgeLine(state, parent, command);
}

void applySubAward(State& state, const Case& c, schema::GrantAward::Reader command) {
  Grant* parent = find(state.grants, idOf(command.getParent()));
  if (parent == nullptr || c.rules < kVersionThree) return;
  parent->sub_awards.push_back(idOf(command.getGrant()));
  parent->others_wrote = true;
}

Refusal judgeParent(const State& state, const Case& c, const Grant& grant) {
  if (grant.parent == Id{} || c.rules < kVersionThree) return {};
  return judgeMoney(state, c, {grant.parent.data(), grant.parent.size()});
}

Refusal judgeInParent(const State& state, const Case& c, const Grant& grant, const Eligible& period) {
  const Grant* parent = find(state.grants, grant.parent);
  if (parent == nullptr || c.rules < kVersionThree) return {};
  if (parent->eligible_from <= period.from_day && period.to_day <= parent->eligible_to) return {};
  return {"OUTSIDE_PARENT", "the eligible period does not lie in that of the parent"};
}

Refusal judgeRegrant(const State& state, const Case& c, schema::ExpenditureRecord::Reader command) {
  if (c.rules < kVersionThree) return {};
  const Id grant = idOf(command.getGrant());
  const BudgetLine* line = lineOf(*find(state.grants, grant), command.getLine());
  const bool regrants = !c.imported() && line != nullptr && line->cost_type == schema::CostType::REGRANT;
  if (regrants != command.hasDisbursement()) return kMismatch;
  if (!regrants) return {};
  const Id id = idOf(command.getDisbursement());
  const Disbursement* paid = find(state.disbursements, id);
  if (paid == nullptr) return kUnknownSubject;
  const Grant* sub_award = find(state.grants, paid->grant);
  if (sub_award == nullptr || sub_award->parent != grant || sub_award->parent_line != line->name) return kMismatch;
  if (paid->voided) return kWrongState;
  if (command.getAmount().getMinor() != paid->amount)
    return {"AMOUNT_DIFFERS", "another amount was disbursed to the sub-award"};
  if (!state.regranted.contains(id)) return {};
  return {"DISBURSEMENT_TAKEN", "another expenditure pays that disbursement"};
}

Refusal judgeRegranted(const State& state, const Case& c, const Id& id) {
  const Grant* grant = find(state.grants, id);
  if (grant == nullptr || c.rules < kVersionThree) return {};
  Sum got = 0;
  for (const Id& one : grant->sub_awards) {
    const Grant* sub_award = find(state.grants, one);
    if (sub_award == nullptr || sub_award->state == GrantState::kVoided) continue;
    if (sub_award->state == GrantState::kAgreed) return {"SUB_AWARD_OPEN", "a sub-award of the grant is not closed"};
    // One that sent back more than it got, interest say, does not make up for another.
    got += std::max<Sum>(0, sub_award->disbursed - sub_award->returned);
  }
  Sum paid = 0;
  for (const Id& one : grant->regrants) paid += find(state.expenditures, one)->standing();
  if (paid == got) return {};
  return {"REGRANT_DIFFERS", "its sub-awards got and kept another sum than is spent on them"};
}

}  // namespace audit
