// Exchange — other systems, links to their ids, matched bank statements: the rules beyond the lives of their subjects.
//
// Errors   SYSTEM_TAKEN, UNKNOWN_SUBJECT, PERSON_LINKED, LINK_TAKEN, BAD_COUNT.
// Source   ledger/schema/README.md section 6, "Exchange".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const ExternalSystemRegister& command, const Context& context);
Result<Decision> judge(const State& state, const ExternalIdLink& command, const Context& context);
Result<Decision> judge(const State& state, const StatementMatch& command, const Context& context);

void evolve(State& state, const ExternalSystemRegister& command, const Context& context);
void evolve(State& state, const ExternalIdLink& command, const Context& context);

}  // namespace ledger
