// Pdf — a document as pages of paper, in the look of an account book: ink rules, a double rule under totals.
//
// Shape    210 × 297 mm upright; headings of a table come again on each of its pages; at the foot of each page stand
//          the log, its size and root, and "page n of m". Times in the file are that of the newest fact: the same
//          document gives the same bytes on every run where the same fonts are installed.
// Errors   those of the canvas; kInvalid TABLE_TOO_LONG: more than 5,000 rows.
// Threads  pure functions.
#pragma once

#include <string>

#include "ledger/base/result.h"
#include "projections/render/document.h"

namespace projections {

ledger::Result<std::string> documentPdf(const Document& document);

}  // namespace projections
