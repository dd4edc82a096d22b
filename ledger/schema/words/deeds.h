// Deeds — what each command of the schema does, in Kazakh and Russian; in English the schema itself says it.
#pragma once

#include "ledger/schema/words/words.h"

namespace ledger {

// `command` as the schema spells it; `english` where no other text is known.
std::string_view deedIn(Language language, std::string_view command, std::string_view english);

}  // namespace ledger
