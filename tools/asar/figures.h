// Figures — minutes and money as the ledger counts them at a size, for auditors to recount.
//
// Shape    one line of JSON, keys sorted, no spaces, a newline at the end: ledger/schema/README.md, "Figures".
// Errors   those of the replay; kCorrupt ROOT_DIFFERS where the entries do not give the checkpoint's root.
#pragma once

#include <string>

#include "ledger/rules/state.h"
#include "tools/asar/home.h"

namespace tools {

std::string figuresOf(const ledger::State& state, const ledger::Checkpoint& checkpoint);
ledger::Result<std::string> figuresAt(const Session& session, const Reading& reading,
                                      const ledger::Checkpoint& checkpoint);

}  // namespace tools
