// ReleasePeriod — the days of a release, and its name: "2026-10", "2026-Q4", "2026".
//
// Shape    a month, a quarter or a year of the calendar.
// Errors   kInvalid BAD_PERIOD.
// Threads  values and pure functions.
#pragma once

#include <string>
#include <string_view>

#include "ledger/event/values.h"

namespace projections {

struct ReleasePeriod {
  ledger::ReleaseSpan span{};
  ledger::CivilDay from = 0;
  ledger::CivilDay to = 0;

  std::string name() const;
  friend bool operator==(const ReleasePeriod&, const ReleasePeriod&) = default;
};

ledger::Result<ReleasePeriod> parseReleasePeriod(std::string_view name);
// Of that month, from 0, or quarter of a year, from 0.
ReleasePeriod monthOfYear(int year, std::size_t month);
ReleasePeriod quarterOfYear(int year, std::size_t quarter);

}  // namespace projections
