// Succession — the log's key after another one, and this ledger after one that lost entries.
//
// Errors   KEY_REJECTED, KEY_TAKEN, BAD_POSSESSION; WRONG_LEDGER, BAD_ORIGIN, BAD_RANGE, WRONG_STATE.
// Source   ledger/schema/README.md section 6, "Succession".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// What both keys sign.
Bytes logKeyMessage(const LedgerId& ledger, const ActorKey& before, const ActorKey& key);
// It is, or was, the key of this log.
bool isLogKey(const State& state, const ActorKey& key);

Result<Decision> judge(const State& state, const LogKeyRotate& command, const Context& context);
Result<Decision> judge(const State& state, const RecoveryDeclare& command, const Context& context);

void evolve(State& state, const LogKeyRotate& command, const Context& context);
void evolve(State& state, const RecoveryDeclare& command, const Context& context);

}  // namespace ledger
