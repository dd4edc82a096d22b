#include "ledger/rules/amending.h"

#include <algorithm>

#include "ledger/rules/grant_money.h"
#include "ledger/rules/grant_policy.h"
#include "ledger/rules/grant_terms.h"
#include "ledger/rules/policy.h"
#include "ledger/rules/policy_bounds.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/separation.h"

namespace ledger {
namespace {

// 10^15 minor units times basis points does not fit into 64 bits with room for sums.
__extension__ using Wide = __int128;

const LineRecord* lineOf(const GrantRecord& grant, const std::string& name) {
  const auto line = std::ranges::find(grant.lines, name, &LineRecord::line);
  return line == grant.lines.end() ? nullptr : &*line;
}

Result<void> checkKeeps(const GrantRecord& grant, const LineRecord& line, std::int64_t budget) {
  if (budget >= line.bound()) return {};
  return refuse("LINE_OVER_BUDGET", "of line " + line.line + " " + amountText(line.spent, grant) + " are spent and " +
                                        amountText(line.regranted, grant) +
                                        " awarded to others: its budget cannot be " + amountText(budget, grant));
}

Result<void> checkLinesKept(const GrantRecord& grant, const AgreementAmend& command) {
  for (const LineRecord& line : grant.lines) {
    const auto kept = std::ranges::find(command.lines, line.line, &BudgetLine::line);
    if (kept == command.lines.end() || kept->cost_type != line.cost_type) {
      return refuse("LINE_MISSING", "the line " + line.line + " for " + std::string(nameOf(line.cost_type)) +
                                        " stays in the agreement, with that cost type");
    }
    ASAR_TRY(checkKeeps(grant, line, kept->amount));
  }
  return {};
}

Result<void> checkTranchesKept(const GrantRecord& grant, const AgreementAmend& command) {
  if (command.tranches.size() < grant.tranches.size()) {
    return refuse("TRANCHE_APPROVED", "the agreement has " + std::to_string(grant.tranches.size()) +
                                          " tranches: an amendment takes none of them away");
  }
  for (std::size_t i = 0; i < grant.tranches.size(); ++i) {
    if (!grant.tranches[i].approved || command.tranches[i].amount == grant.tranches[i].amount) continue;
    return refuse("TRANCHE_APPROVED", "tranche " + std::to_string(i + 1) + " is approved with " +
                                          amountText(grant.tranches[i].amount, grant) + " and keeps that amount");
  }
  return {};
}

// Where the virement moves budget to administration from elsewhere, that stays within its cap.
Result<void> checkAdministrationAfter(const State& state, const GrantRecord& grant, const BudgetVire& command) {
  const auto administers = [&](const std::string& name) {
    return lineOf(grant, name)->cost_type == CostType::kAdministration;
  };
  if (administers(command.from_line) || !administers(command.to_line)) return {};
  std::int64_t sum = command.amount.minor;
  for (const LineRecord& line : grant.lines) {
    if (line.cost_type == CostType::kAdministration) sum += line.budget;
  }
  return checkAdminCap(state, grant, sum, command.occurred_at.civilDay());
}

}  // namespace

VirementLimit virementLimit(const State& state, const BudgetVire& command) {
  const auto* document = policyOn(state, PolicyKind::kVirementLimits, command.occurred_at.civilDay());
  if (document == nullptr) return {};
  VirementLimit limit{/*over=*/true, document->document};
  const auto* line = lineOf(*state.grants.find(command.grant), command.from_line);
  if (line == nullptr) return limit;  // refused by its rules, whoever asks
  const Wide vired = Wide{line->vired} + command.amount.minor;
  limit.over = vired * kBasisPoints > Wide{line->agreed} * document->policy.virement_limits->line_most;
  return limit;
}

Result<Decision> judge(const State& state, const AgreementAmend& command, const Context& context) {
  const auto active = activeGrant(state, command.grant);
  if (!active) return active.error();
  const GrantRecord& grant = **active;
  ASAR_TRY(checkProposerNotOfGrantee(state, grant, context));
  ASAR_TRY(checkNotBefore(command.occurred_at, grant.agreed_at));
  ASAR_TRY(checkLines(command.lines, grant));
  ASAR_TRY(checkLinesKept(grant, command));
  ASAR_TRY(checkTranches(command.tranches, grant));
  ASAR_TRY(checkTranchesKept(grant, command));
  if (command.eligible_to < grant.eligible_to) {
    return refuse("BAD_PERIOD", "the eligible period ends on " + dayText(grant.eligible_to) +
                                    ": an amendment does not end it earlier, on " + dayText(command.eligible_to));
  }
  ASAR_TRY(checkWithinParent(state, grant, {grant.eligible_from, command.eligible_to}));
  ASAR_TRY(checkClassPeriod(state, grant, {{grant.eligible_from, command.eligible_to}, grant.agreed_on}, context));
  const auto policy = checkCostRule(
      state, grant, {command.lines, command.eligible_to, command.occurred_at.civilDay(), grant.agreed_on}, context);
  if (!policy) return policy.error();
  Decision decision;
  decision.policy = *policy;
  return decision;
}

void evolve(State& state, const AgreementAmend& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  // Expenditures know their lines by place: those there were keep theirs, new ones come after them.
  for (const BudgetLine& wished : command.lines) {
    const auto line = std::ranges::find(grant.lines, wished.line, &LineRecord::line);
    if (line == grant.lines.end()) {
      grant.lines.push_back(newLine(wished));
    } else {
      line->budget = line->agreed = wished.amount;
      line->vired = 0;
    }
  }
  grant.tranches.resize(command.tranches.size());
  for (std::size_t i = 0; i < command.tranches.size(); ++i) grant.tranches[i].amount = command.tranches[i].amount;
  grant.eligible_to = command.eligible_to;
  grant.terms_at = command.occurred_at.utc_ms;
}

Result<Decision> judge(const State& state, const BudgetVire& command, const Context& context) {
  const auto active = activeGrant(state, command.grant);
  if (!active) return active.error();
  const GrantRecord& grant = **active;
  ASAR_TRY(checkSecondNotOfGrantee(state, grant, context));
  ASAR_TRY(checkNotBefore(command.occurred_at, grant.terms_at));
  ASAR_TRY(checkAmount(grant, command.amount));
  if (command.from_line == command.to_line)
    return refuse("NO_CHANGE",
                  "budget is moved from one line to another, not from " + command.from_line + " to itself");
  for (const std::string& name : {command.from_line, command.to_line}) {
    if (lineOf(grant, name) == nullptr) return refuse("LINE_UNKNOWN", "the agreement has no budget line " + name);
  }
  const LineRecord& from = *lineOf(grant, command.from_line);
  ASAR_TRY(checkKeeps(grant, from, from.budget - command.amount.minor));
  ASAR_TRY(checkAdministrationAfter(state, grant, command));
  Decision decision;
  decision.policy = virementLimit(state, command).policy;
  return decision;
}

void evolve(State& state, const BudgetVire& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  const auto from = std::ranges::find(grant.lines, command.from_line, &LineRecord::line);
  from->budget -= command.amount.minor;
  if (!context.endorser) from->vired += command.amount.minor;
  std::ranges::find(grant.lines, command.to_line, &LineRecord::line)->budget += command.amount.minor;
}

}  // namespace ledger
