// HeadedText — the frame of every text report: its title, the demonstration line, sections, and what it was made from.
//
// Threads  pure functions.
#pragma once

#include <string>

#include "projections/language/phrases.h"
#include "projections/render/cells.h"
#include "projections/render/text_table.h"
#include "projections/report/stamp.h"

namespace projections {

std::string titleText(const std::string& title, const Stamp& stamp, ledger::Language language);
// A heading and its body, parted from what stands before by an empty line; nothing where the body is empty.
std::string sectionText(const std::string& heading, const std::string& body);
std::string stampText(const Stamp& stamp, ledger::Language language);

TextTable::Column left(const Phrase& heading, ledger::Language language);
TextTable::Column right(const Phrase& heading, ledger::Language language);

}  // namespace projections
