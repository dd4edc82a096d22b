// Grant policy — what published policies ask of an award and of an agreement.
//
// Shape    judged only by rules from version 2 on, not of imports, and only where a policy in force speaks of the
//          class; each gives the position of the document that decides, 0 where none does.
// Errors   CLASS_LIMIT, COST_PROHIBITED, ADMIN_OVER_CAP, PERIOD_OVER_RULE, PERIOD_OVER_CLASS,
//          TRANCHE_UNACCOUNTED.
// Source   ledger/schema/README.md section 6, "Grants under policies", "Sub-awards", "Tranches".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// The award lies between the limits of its class, in monthly calculation indices of its year or that of its call, and
// is no larger than the cost rules name.
Result<Position> checkClassLimit(const State& state, const GrantAward& command, const Context& context);

// What an agreement or its amendment puts down.
struct AgreedTerms {
  const std::vector<BudgetLine>& lines;
  CivilDay eligible_to;
  CivilDay day;        // whose policies are asked
  CivilDay agreed_on;  // from which months are counted
};
// No prohibited costs, no more administration than allowed, no longer than allowed.
Result<Position> checkCostRule(const State& state, const GrantRecord& grant, const AgreedTerms& terms,
                               const Context& context);
// Of the administration alone, where the rule of that day has a cap for the grant's class.
Result<void> checkAdminCap(const State& state, const GrantRecord& grant, std::int64_t administration, CivilDay day);

// Since version 3: enough of what was paid out is verified before another tranche is approved.
Result<Position> checkAccounted(const State& state, const TrancheApprove& command, const Context& context);

struct AgreedPeriod {
  Days eligible;
  CivilDay agreed_on{};  // whose classes are asked
};
// Since version 3: the eligible period is as long as grants of the class run.
Result<void> checkClassPeriod(const State& state, const GrantRecord& grant, const AgreedPeriod& period,
                              const Context& context);

}  // namespace ledger
