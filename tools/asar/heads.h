// Heads — the operator's record of how far every stream has come, from which on an export of one can be proved whole.
//
// Errors   those of keys.h and of the ledger: ROLE_MISSING where the key is not an operator's.
// Threads  one.
#pragma once

#include "tools/asar/command.h"
#include "tools/asar/home.h"

namespace tools {

// Signed with --key, at --signed-at where the command has it; --person names the key's owner, where she is not in it.
ledger::Result<ledger::Receipt> recordHeads(Session& session, const Arguments& arguments, Writing& writing);

// Whether the last entry under that checkpoint binds the heads of all before it.
ledger::Result<bool> endsInHeads(const Reading& reading, const ledger::Checkpoint& checkpoint);

}  // namespace tools
