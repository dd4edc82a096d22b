// HoursFigures — the hours of the country, by region and by direction, one figure at a time: each has a rule of its
// own that says how many minutes of an entry are in it.
//
// Shape    beside each sum stand the persons whose minutes it is of; all profiles of one person are one, and she is a
//          minor where she was one at a claim that lies there.
// Units    minutes; entries.
// Source   ledger/schema/README.md, section 6, "Hours", and section 7; projections/README.md, "How figures are named".
#pragma once

#include <array>
#include <map>
#include <string>

#include "audit/verify/national_facts.h"
#include "audit/verify/suppression.h"

namespace audit {

enum class HoursFigure { kEntries, kClaimed, kWaiting, kAttested, kDisputed, kImported };
inline constexpr std::array<HoursFigure, 6> kHoursFigures{HoursFigure::kEntries,  HoursFigure::kClaimed,
                                                          HoursFigure::kWaiting,  HoursFigure::kAttested,
                                                          HoursFigure::kDisputed, HoursFigure::kImported};
std::string_view nameOf(HoursFigure figure);  // "entries", "claimedMinutes" …

// What of the entry is in the figure, as it stands.
Sum partOf(const Hours& hours, HoursFigure figure);

// Claimed in an age band below 18.
bool byMinor(const Hours& hours);

struct HoursCell {
  std::array<Sum, kHoursFigures.size()> sums{};
  std::array<PeopleBehind, kHoursFigures.size()> people{};

  Sum sum(HoursFigure figure) const { return sums.at(static_cast<std::size_t>(figure)); }
  PeopleBehind behind(HoursFigure figure) const { return people.at(static_cast<std::size_t>(figure)); }
};

struct HoursTable {
  HoursCell total;
  std::map<std::string, HoursCell> regions;
  std::map<std::string, HoursCell> directions;
};
// Of service that began on these days.
HoursTable hoursOf(const State& state, const NationalFacts& facts, const DayRange& days);

}  // namespace audit
