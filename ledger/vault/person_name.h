// Person names — how a name is written so that equal names are equal bytes.
//
// Shape    Unicode NFC; 1 to 200 letters, marks, spaces, hyphens, apostrophes and dots; every word wholly Cyrillic
// (with
//          the letters of Kazakh) or wholly Latin.
// Errors   kInvalid BAD_NAME with what is wrong and at which character, never with the name.
// Threads  pure functions.
// Source   Unicode Standard Annex 15 (normalisation), 24 (scripts).
#pragma once

#include <string>
#include <string_view>

#include "ledger/base/result.h"

namespace ledger {

// The name in NFC, single spaces between its words.
Result<std::string> normalisedName(std::string_view name);
// That it is spelt so already.
Result<void> checkName(std::string_view name);

}  // namespace ledger
