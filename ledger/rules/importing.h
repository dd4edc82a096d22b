// Importing — batches, their parts, and voiding them.
//
// Source   ledger/schema/README.md section 6, "Imports".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const ImportRecord& command, const Context& context);
Result<Decision> judge(const State& state, const ImportVoid& command, const Context& context);

void evolve(State& state, const ImportRecord& command, const Context& context);
void evolve(State& state, const ImportVoid& command, const Context& context);

}  // namespace ledger
