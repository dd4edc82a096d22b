// Personal data, as far as the log speaks of it: that a person's was destroyed, and who had read how much of it.
//
// Source   ledger/schema/README.md section 6, "Personal data".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const PersonErase& command, const Context& context);
Result<Decision> judge(const State& state, const VaultAccessHash& command, const Context& context);

void evolve(State& state, const PersonErase& command, const Context& context);
void evolve(State& state, const VaultAccessHash& command, const Context& context);

}  // namespace ledger
