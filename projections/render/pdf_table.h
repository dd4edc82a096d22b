// PdfTable — a table on pages: its headings on each of them, rows that are not parted, a double rule under totals.
//
// Threads  one.
#pragma once

#include "projections/render/document.h"
#include "projections/render/pdf_pages.h"

namespace projections {

// Requires a row.
void drawTable(PdfPages& pages, const Table& table);

}  // namespace projections
