// Names of the facts of an answer, and what its verdict is about, in three languages.
//
// Threads  pure functions.
#pragma once

#include <string>
#include <string_view>

#include "ledger/schema/words/words.h"

namespace audit {

// A name without words in the language is told as it is.
std::string answerWord(std::string_view name, ledger::Language language);

}  // namespace audit
