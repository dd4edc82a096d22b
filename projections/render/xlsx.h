// Xlsx — a document as a workbook: a sheet for each table, and a last one that says where it comes from.
//
// Shape    numbers are numbers with their decimals, days are dates, all else is text and never a formula; the headings
//          stay in sight. The sheet "about" names the query, the log, its size and root, and the licence.
//          The same document gives the same bytes on every machine: its times are that of the newest fact.
// Errors   kInvalid CELL_TOO_LONG, TABLE_TOO_LONG: what a sheet cannot hold; kUnavailable WORKBOOK_UNWRITTEN.
// Threads  pure functions.
// Source   ECMA-376; libxlsxwriter.
#pragma once

#include <string>

#include "ledger/base/result.h"
#include "projections/render/document.h"

namespace projections {

ledger::Result<std::string> documentXlsx(const Document& document);

}  // namespace projections
