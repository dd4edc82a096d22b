// New id — the id a command gives to a subject; ids are given once, over all kinds.
//
// Source   ledger/schema/README.md section 6, ID_TAKEN.
#pragma once

#include <optional>

#include "ledger/rules/state.h"

namespace ledger {

// Nothing where the command makes no new subject.
std::optional<SubjectId> newIdOf(const Command& command);
Result<void> checkNewId(const State& state, const Command& command);
// Notes the ids that a command in effect has given.
void giveIds(State& state, const Command& command, Position index);

}  // namespace ledger
