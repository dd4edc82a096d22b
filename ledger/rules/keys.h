// Keys and roles — founding, registration, rotation, revocation; granting and revoking roles.
//
// Source   ledger/schema/README.md section 6, "Keys and roles".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// "asar/pop/v1" ‖ ledgerId ‖ person ‖ key: what a new key signs to prove that its holder has it.
Bytes possessionMessage(const LedgerId& ledger, const PersonId& person, const ActorKey& key);

// Whether `key` may sign for `person` now.
Result<void> checkSigningKey(const State& state, const PersonId& person, const ActorKey& key);

Result<Decision> judge(const State& state, const LedgerFound& command, const Context& context);
Result<Decision> judge(const State& state, const KeyRegister& command, const Context& context);
Result<Decision> judge(const State& state, const KeyRotate& command, const Context& context);
Result<Decision> judge(const State& state, const KeyRevoke& command, const Context& context);
Result<Decision> judge(const State& state, const RoleGrant& command, const Context& context);
Result<Decision> judge(const State& state, const RoleRevoke& command, const Context& context);
Result<Decision> judge(const State& state, const Endorse& command, const Context& context);

void evolve(State& state, const LedgerFound& command, const Context& context);
void evolve(State& state, const KeyRegister& command, const Context& context);
void evolve(State& state, const KeyRotate& command, const Context& context);
void evolve(State& state, const KeyRevoke& command, const Context& context);
void evolve(State& state, const RoleGrant& command, const Context& context);
void evolve(State& state, const RoleRevoke& command, const Context& context);
void evolve(State& state, const Endorse& command, const Context& context);

}  // namespace ledger
