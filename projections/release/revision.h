// Revision — which figures of a year's releases are told anew once, after what came late.
//
// Shape    a figure takes its new value where it was told before, still may be, and those whose minutes changed may be
//          told as a crowd of their own; else the old one stays. Old values are public for good: so what stays old or
//          hidden beside a sum that changes has to change by nothing or as a crowd, and to be one. Cells are held back,
//          the smallest change first, until it does; where none is left, their sum is held back. A region takes new
//          values in all three months of a quarter or in none, once its organisations are out.
// Units    minutes; persons as in release_figures.h, merged as they are now in what was known before, too.
// Threads  pure functions.
#pragma once

#include <array>
#include <optional>

#include "projections/release/release_figures.h"

namespace projections {

inline constexpr std::size_t kMonthsOfYear = 12;
inline constexpr std::size_t kQuartersOfYear = 4;

struct YearMonth {
  bool is_released = false;
  MonthFigures published;
  ReleaseEntries before;  // what the release was made from
  ReleaseEntries now;
};
struct YearQuarter {
  bool is_released = false;
  CellsByOrganisation published;
};
struct YearSource {
  std::array<YearMonth, kMonthsOfYear> months;
  std::array<YearQuarter, kQuartersOfYear> quarters;
};
// A cell that is `revised` holds the crowd of now, another one what was published.
struct YearFigures {
  std::array<MonthFigures, kMonthsOfYear> months;
  std::array<CellsByOrganisation, kQuartersOfYear> quarters;
};

YearFigures revisedFigures(const YearSource& source, const SuppressionRule& rule);

}  // namespace projections
