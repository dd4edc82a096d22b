// Invariants — promises about the state that no accepted command may break, whatever the rules said.
//
// Errors   the first broken one, as a sentence; it is our bug, and the ledger stops writing.
// Source   ledger/schema/README.md section 6: balance of a grant, its lines, sub-awards and demands, minutes of
//          a day.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "ledger/rules/state.h"

namespace ledger {

// Looks at what the pending change touches.
std::optional<std::string> brokenInvariant(const State& state);

// What a ledger asks after each submission: the above, unless a test has another answer.
using InvariantCheck = std::function<std::optional<std::string>(const State& state)>;

}  // namespace ledger
