// A text as a cell of the CSV that is made public: neutralised, and quoted where it has to be.
//
// Source   ledger/schema/README.md, section 11.
#pragma once

#include <string>

namespace audit {

std::string csvCell(std::string text);

}  // namespace audit
