// The one revision of a year: which released cells take new values, judged anew.
//
// Threads  pure functions.
// Source   ledger/schema/README.md, section 11, "A year".
#pragma once

#include <array>

#include "audit/verify/release_cells.h"

namespace audit {

struct RevisedMonth {
  bool is_released = false;
  ReleasedMonth told;
  std::vector<ReleasedHours> before;  // persons merged as now
  std::vector<ReleasedHours> now;
};
struct RevisedYear {
  std::array<RevisedMonth, 12> months;
  std::array<std::optional<ReleasedCells>, 4> quarters;
};

// In place: the cells that take new values hold these.
void revise(RevisedYear& year, const SuppressionBounds& bounds);

}  // namespace audit
