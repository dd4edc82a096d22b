// Calls — calls for applications, the applications, and the contracts of the state social order.
//
// Errors   BAD_CRITERIA, BAD_PERIOD, OUTSIDE_CALL, OVER_BUDGET, APPLICATION_TAKEN, NOT_OF_APPLICATION,
//          OVER_APPLICATION, SCORER_AWARDS, CONFLICT_OF_INTEREST, CALL_MISMATCH, CALL_OPEN, NOT_SCORED, OVER_CONTRACT,
//          and those of grants.
// Source   ledger/schema/README.md section 6, "Calls".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const CallPublish& command, const Context& context);
Result<Decision> judge(const State& state, const CallAmend& command, const Context& context);
Result<Decision> judge(const State& state, const ApplicationSubmit& command, const Context& context);
Result<Decision> judge(const State& state, const ApplicationAdmit& command, const Context& context);
Result<Decision> judge(const State& state, const ApplicationDecline& command, const Context& context);
Result<Decision> judge(const State& state, const ContractSign& command, const Context& context);
Result<Decision> judge(const State& state, const DeliverableAccept& command, const Context& context);

void evolve(State& state, const CallPublish& command, const Context& context);
void evolve(State& state, const CallAmend& command, const Context& context);
void evolve(State& state, const ApplicationSubmit& command, const Context& context);
void evolve(State& state, const ApplicationWithdraw& command, const Context& context);
void evolve(State& state, const ContractSign& command, const Context& context);
void evolve(State& state, const DeliverableAccept& command, const Context& context);

// Of an award that answers an application.
Result<void> checkApplication(const State& state, const GrantAward& command, const Context& context);
void takeApplication(State& state, const GrantAward& command);

// Whether a part fits into what is left of the whole; the refusal's name is `over`.
Result<void> checkPortion(const Portion& portion, const Money& part, const char* over, const char* what);

}  // namespace ledger
