// Csv — one table of a document as comma-separated values.
//
// Shape    UTF-8, CRLF after each row, the headings first; numbers as plain decimals, days as 2026-03-01; texts as
//          csv_cell.h has them, neutralised unless they are wished raw. Numbers are numbers, and stay as they are.
// Errors   kInvalid TABLE_NEEDED with the names; kNotFound TABLE_UNKNOWN.
// Threads  pure functions.
// Source   RFC 4180.
#pragma once

#include <string>

#include "ledger/base/result.h"
#include "projections/render/document.h"

namespace projections {

struct CsvWishes {
  std::string table;   // none: the only one there is, beside the particulars
  bool raw = false;    // nothing is neutralised: for programs
  bool mark = false;   // begins with a byte-order mark
  bool names = false;  // columns under their names, the same in every language
};

ledger::Result<std::string> documentCsv(const Document& document, const CsvWishes& wishes);

}  // namespace projections
