// The table of national figures for people, in Kazakh, Russian and English.
#pragma once

#include <string>

#include "audit/verify/national.h"
#include "ledger/schema/words/words.h"

namespace audit {

// `x` where a figure is hidden.
std::string figuresTable(const NationalFigures& figures, ledger::Language language, bool exact);

}  // namespace audit
