// The names of the schema's fields in three languages. In English the schema's own name is the text, taken apart.
#pragma once

#include <string>

#include "ledger/schema/words/words.h"

namespace audit {

// Of a field of a command, spelt as in the schema; the spelling itself where no other text is known.
std::string fieldIn(ledger::Language language, std::string_view field);
bool hasFieldWord(std::string_view field);

}  // namespace audit
