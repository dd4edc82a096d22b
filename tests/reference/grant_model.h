// Grants, as the page tells of them: which commands about their money are taken.
#pragma once

#include "tests/reference/grant_money.h"

namespace reference {

// Whether it spoke of such a command.
bool judgeGrants(const World& world, const ledger::CommandBody& body, const Asking& asking, Verdict& verdict);

}  // namespace reference
