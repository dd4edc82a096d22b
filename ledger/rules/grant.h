// Grant — award, agreement, tranches, disbursements, closure.
//
// Source   ledger/schema/README.md section 6, "Grants".
#pragma once

#include "ledger/rules/grant_money.h"

namespace ledger {

Result<Decision> judge(const State& state, const GrantAward& command, const Context& context);
Result<Decision> judge(const State& state, const AgreementSign& command, const Context& context);
Result<Decision> judge(const State& state, const TrancheApprove& command, const Context& context);
Result<Decision> judge(const State& state, const TrancheDisburse& command, const Context& context);
Result<Decision> judge(const State& state, const DisbursementConfirm& command, const Context& context);
Result<Decision> judge(const State& state, const DisbursementReverse& command, const Context& context);
Result<Decision> judge(const State& state, const GrantClose& command, const Context& context);

void evolve(State& state, const GrantAward& command, const Context& context);
void evolve(State& state, const AgreementSign& command, const Context& context);
void evolve(State& state, const TrancheApprove& command, const Context& context);
void evolve(State& state, const TrancheDisburse& command, const Context& context);
void evolve(State& state, const DisbursementConfirm& command, const Context& context);
void evolve(State& state, const DisbursementReverse& command, const Context& context);
void evolve(State& state, const GrantClose& command, const Context& context);

}  // namespace ledger
