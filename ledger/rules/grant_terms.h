// Grant terms — the lines and tranches that an agreement or its amendment puts down, and the period they run.
//
// Errors   LINE_UNKNOWN, AMOUNT_NOT_POSITIVE, ID_TAKEN, LINES_OVER_AWARD, TRANCHES_OVER_AWARD, BAD_PERIOD,
//          OUTSIDE_PARENT.
// Units    minor units of the grant's currency; civil days.
// Source   ledger/schema/README.md section 6, "Grants", "Sub-awards".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// One line or more, distinct, within the award.
Result<void> checkLines(const std::vector<BudgetLine>& lines, const GrantRecord& grant);
// Numbered 1, 2, 3 …, within the award.
Result<void> checkTranches(const std::vector<Tranche>& tranches, const GrantRecord& grant);
LineRecord newLine(const BudgetLine& line);
// Of a sub-award: within that of the grant that funds it.
Result<void> checkWithinParent(const State& state, const GrantRecord& grant, const Days& eligible);

}  // namespace ledger
