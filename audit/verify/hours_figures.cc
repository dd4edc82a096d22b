#include "audit/verify/hours_figures.h"

#include <algorithm>
#include <span>
#include <vector>

#include "audit/replay/profiles.h"

namespace audit {
namespace {

// An entry, whose it is, and the cells that it lies in.
struct Line {
  Id person{};
  const Hours* hours = nullptr;
  std::array<HoursCell*, 3> cells{};
};

std::vector<Line> linesOf(const State& state, const NationalFacts& facts, const DayRange& days, HoursTable& table) {
  std::vector<Line> lines;
  for (const auto& [id, hours] : state.hours) {
    if (!days.hold(civilDay(hours.occurred))) continue;
    const auto place = facts.placeOf(state, hours.activity);
    lines.push_back({profilesOf(state, hours.volunteer).front(),
                     &hours,
                     {&table.total, &table.regions[place.region], &table.directions[place.direction]}});
  }
  std::ranges::sort(lines, {}, &Line::person);
  return lines;
}

// The minutes of one person in each cell, and whether she was a minor there.
struct Share {
  Sum minutes = 0;
  bool minor = false;
};

void addPerson(std::span<const Line> lines, HoursFigure figure) {
  const auto number = static_cast<std::size_t>(figure);
  std::map<HoursCell*, Share> shares;
  for (const Line& line : lines) {
    const Sum minutes = partOf(*line.hours, figure);
    for (HoursCell* cell : line.cells) {
      Share& share = shares[cell];
      share.minutes += minutes;
      share.minor = share.minor || byMinor(*line.hours);
    }
  }
  for (const auto& [cell, share] : shares) {
    cell->sums.at(number) += share.minutes;
    if (share.minutes <= 0) continue;
    PeopleBehind& behind = cell->people.at(number);
    ++behind.people;
    if (share.minor) ++behind.minors;
  }
}

}  // namespace

std::string_view nameOf(HoursFigure figure) {
  constexpr std::array<std::string_view, kHoursFigures.size()> kNames{
      "entries", "claimedMinutes", "waitingMinutes", "attestedMinutes", "disputedMinutes", "importedMinutes"};
  return kNames.at(static_cast<std::size_t>(figure));
}

bool byMinor(const Hours& hours) {
  const auto band = hours.age_band;
  return band == schema::AgeBand::UNDER14 || band == schema::AgeBand::FROM14TO15 || band == schema::AgeBand::FROM16TO17;
}

Sum partOf(const Hours& hours, HoursFigure figure) {
  const bool here = !hours.imported;  // claimed and attested in this ledger
  if (hours.state == HoursState::kVoided) return 0;
  switch (figure) {
    case HoursFigure::kEntries:
      return 1;
    case HoursFigure::kClaimed:
      return here ? hours.claimed : 0;
    case HoursFigure::kWaiting:  // for somebody's answer
      return hours.state == HoursState::kClaimed ? hours.claimed : 0;
    case HoursFigure::kAttested:
      return here ? hours.standing : 0;
    case HoursFigure::kDisputed:  // of the attested
      return hours.state == HoursState::kDisputed ? hours.standing : 0;
    case HoursFigure::kImported:
      return here ? 0 : hours.standing;
  }
  return 0;
}

HoursTable hoursOf(const State& state, const NationalFacts& facts, const DayRange& days) {
  HoursTable table;
  const auto lines = linesOf(state, facts, days, table);
  for (const HoursFigure figure : kHoursFigures) {
    for (auto begin = lines.begin(); begin != lines.end();) {
      const auto end = std::find_if(begin, lines.end(), [&](const Line& line) { return line.person != begin->person; });
      addPerson({begin, end}, figure);
      begin = end;
    }
  }
  return table;
}

}  // namespace audit
