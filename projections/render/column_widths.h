// ColumnWidths — how wide each column of a table is on a page of given width.
//
// Units    points; any unit that adds up.
// Threads  a pure function.
#pragma once

#include <vector>

namespace projections {

struct ColumnNeed {
  double natural = 0;   // no cell is broken
  double least = 0;     // no word is
  bool breaks = false;  // its cells may be broken between words: words, not figures
};

struct ColumnFit {
  std::vector<double> widths;
  bool fits = true;  // otherwise words are broken, too
};

// Without the gaps between them. Where there is room columns get more, up to a half; where there is too little, the
// widest columns of words are narrowed first.
ColumnFit fittedColumns(const std::vector<ColumnNeed>& needs, double available);

}  // namespace projections
