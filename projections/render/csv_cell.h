// CsvCell — a text as a cell of comma-separated values, also of public releases.
//
// Shape    a cell is quoted where it has a comma, a semicolon, a quote, a tab, a line end, or a space at either end.
//          Text that a spreadsheet would run is neutralised by an apostrophe before it: what begins with = + - @, a
//          tab or a line end, or their full-width forms, also after spaces and quotes, and after a semicolon, tab or
//          line end inside, where a spreadsheet of another locale begins a cell.
// Threads  pure functions.
// Source   RFC 4180; ledger/schema/README.md, section 11, for releases.
#pragma once

#include <string>
#include <string_view>

namespace projections {

// The text as a spreadsheet may have it.
std::string neutralised(std::string_view text);

// Quoted where it has to be.
std::string csvCell(const std::string& text);

}  // namespace projections
