// Grant policy — what published policies ask of an award and of an agreement.
//
// Shape    judged only by rules from version 2 on, not of imports, and only where a policy in force speaks of the
// class;
//          each gives the position of the document that decides, 0 where none does.
// Errors   CLASS_LIMIT, COST_PROHIBITED, ADMIN_OVER_CAP, PERIOD_OVER_RULE.
// Source   ledger/schema/README.md section 6, "Grants under policies".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// The award lies between the limits of its class, in monthly calculation indices of its year.
Result<Position> checkClassLimit(const State& state, const GrantAward& command, const Context& context);

// No prohibited costs, no more administration than allowed, no longer than allowed.
Result<Position> checkCostRule(const State& state, const GrantRecord& grant, const AgreementSign& command,
                               const Context& context);

}  // namespace ledger
