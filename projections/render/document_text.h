// DocumentText — a document as plain text for a terminal.
//
// Shape    UTF-8 without colour, each line ended by a line feed. Tables are at most 120 columns wide where their words
//          allow it.
// Threads  pure functions.
#pragma once

#include <string>

#include "projections/render/document.h"

namespace projections {

std::string documentText(const Document& document);
// "Made from the log …, size 90, witnesses=0".
std::string madeFromText(const Stamp& stamp, ledger::Language language);
// Parts of it, for commands that show them before they are recorded.
std::string sectionText(const Section& section);
std::string tableText(const Table& table);

}  // namespace projections
