#include "projections/people/hours_rows.h"

namespace projections {

std::string_view nameOf(HoursState state) {
  switch (state) {
    case HoursState::kClaimed:
      return "claimed";
    case HoursState::kAttested:
      return "attested";
    case HoursState::kPartiallyAttested:
      return "partiallyAttested";
    case HoursState::kRejected:
      return "rejected";
    case HoursState::kDisputed:
      return "disputed";
    case HoursState::kCorrected:
      return "corrected";
    case HoursState::kVoided:
      return "voided";
    case HoursState::kImported:
      return "imported";
  }
  return {};
}

HoursSums& HoursSums::operator+=(const HoursSums& more) {
  entries += more.entries;
  claimed += more.claimed;
  waiting += more.waiting;
  attested += more.attested;
  disputed += more.disputed;
  imported += more.imported;
  return *this;
}

HoursSums& HoursSums::operator-=(const HoursSums& less) {
  entries -= less.entries;
  claimed -= less.claimed;
  waiting -= less.waiting;
  attested -= less.attested;
  disputed -= less.disputed;
  imported -= less.imported;
  return *this;
}

HoursSums sumsOf(const HoursEntryRow& entry) {
  HoursSums sums;
  if (entry.state == HoursState::kVoided) return sums;
  sums.entries = 1;
  if (entry.state == HoursState::kImported) {
    sums.imported = entry.minutes;
    return sums;
  }
  sums.claimed = entry.claimed;
  if (entry.state == HoursState::kClaimed) sums.waiting = entry.claimed;
  sums.attested = entry.minutes;
  if (entry.state == HoursState::kDisputed) sums.disputed = entry.minutes;
  return sums;
}

}  // namespace projections
