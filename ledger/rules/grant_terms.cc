#include "ledger/rules/grant_terms.h"

#include "ledger/rules/grant_money.h"
#include "ledger/rules/refusal.h"

namespace ledger {

Result<void> checkLines(const std::vector<BudgetLine>& lines, const GrantRecord& grant) {
  if (lines.empty()) return refuse("LINE_UNKNOWN", "an agreement has at least one budget line");
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const BudgetLine& line = lines[i];
    if (line.amount < 1)
      return refuse("AMOUNT_NOT_POSITIVE", "the budget line " + line.line + " has no positive amount");
    for (std::size_t k = 0; k < i; ++k) {
      if (lines[k].line == line.line) return refuse("ID_TAKEN", "the budget line " + line.line + " appears twice");
    }
    const auto total = addChecked(sum, line.amount);
    if (!total) return total.error();
    sum = *total;
  }
  if (sum > grant.sums.awarded) {
    return refuse("LINES_OVER_AWARD", "the lines sum to " + amountText(sum, grant) + ", but " +
                                          amountText(grant.sums.awarded, grant) + " were awarded");
  }
  return {};
}

Result<void> checkTranches(const std::vector<Tranche>& tranches, const GrantRecord& grant) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < tranches.size(); ++i) {
    const Tranche& tranche = tranches[i];
    if (tranche.number != i + 1) return refuse("BAD_PERIOD", "tranches are numbered 1, 2, 3 … in order");
    if (tranche.amount < 1)
      return refuse("AMOUNT_NOT_POSITIVE", "tranche " + std::to_string(tranche.number) + " has no positive amount");
    const auto total = addChecked(sum, tranche.amount);
    if (!total) return total.error();
    sum = *total;
  }
  if (sum > grant.sums.awarded) {
    return refuse("TRANCHES_OVER_AWARD", "the tranches sum to " + amountText(sum, grant) + ", but " +
                                             amountText(grant.sums.awarded, grant) + " were awarded");
  }
  return {};
}

LineRecord newLine(const BudgetLine& line) {
  LineRecord made;
  made.line = line.line;
  made.cost_type = line.cost_type;
  made.budget = made.agreed = line.amount;
  return made;
}

Result<void> checkWithinParent(const State& state, const GrantRecord& grant, const Days& eligible) {
  if (grant.parent.isNone()) return {};
  const GrantRecord& parent = *state.grants.find(grant.parent);
  if (eligible.from >= parent.eligible_from && eligible.to <= parent.eligible_to) return {};
  return refuse("OUTSIDE_PARENT", "the eligible period from " + dayText(eligible.from) + " to " + dayText(eligible.to) +
                                      " does not lie in that of the grant that funds it, " +
                                      dayText(parent.eligible_from) + " to " + dayText(parent.eligible_to));
}

}  // namespace ledger
