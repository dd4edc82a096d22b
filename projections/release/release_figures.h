// ReleaseFigures — the cells of a release: of a month the country, its regions and its kinds of activities; of a
// quarter the organisations in each region. Which are told, by their hours alone.
//
// Shape    a cell is there where an hours entry that is not voided lies in it, though none of its minutes be attested.
//          The organisations of a region are told where the region is in all three months: its sum is that of these.
//          Beside regions, kinds are hidden until no group can be reckoned from both tables; beside the months of a
//          region, its organisations.
// Units    minutes; persons by a number of the caller's, the same for one person everywhere.
// Threads  pure functions.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "projections/release/hiding.h"

namespace projections {

// Hours that count: attested, and not imported. Minutes may be 0.
struct ReleaseEntry {
  std::uint32_t person = 0;
  std::uint32_t organisation = 0;
  std::string region;
  std::string activity;  // its kind
  std::int64_t minutes = 0;
  bool minor = false;
};
using ReleaseEntries = std::vector<ReleaseEntry>;

struct ReleaseCell {
  Crowd crowd;
  Fate fate = Fate::kTold;
  bool revised = false;
  friend bool isTold(const ReleaseCell& cell) { return isTold(cell.fate); }
};

using CellsByCode = std::map<std::string, ReleaseCell>;
struct MonthFigures {
  ReleaseCell national;
  bool is_there = false;  // the country has an entry
  CellsByCode regions;
  CellsByCode activities;
};

struct OrganisationKey {
  std::string region;
  std::uint32_t organisation = 0;
  friend auto operator<=>(const OrganisationKey&, const OrganisationKey&) = default;
};
using CellsByOrganisation = std::map<OrganisationKey, ReleaseCell>;

template <class Key>
using Crowds = std::map<Key, Crowd>;
// Everybody with such a key, by it.
template <class KeyOf>
auto crowdsBy(const ReleaseEntries& entries, KeyOf key_of) {
  std::map<decltype(key_of(entries.front())), std::vector<Share>> shares;
  for (const ReleaseEntry& entry : entries) shares[key_of(entry)].push_back({entry.person, entry.minutes, entry.minor});
  Crowds<decltype(key_of(entries.front()))> crowds;
  for (auto& [key, all] : shares) crowds.emplace(key, Crowd(std::move(all)));
  return crowds;
}
Crowd crowdOf(const ReleaseEntries& entries);
inline std::string regionOf(const ReleaseEntry& entry) {
  return entry.region;
}
inline std::string activityOf(const ReleaseEntry& entry) {
  return entry.activity;
}
inline OrganisationKey organisationOf(const ReleaseEntry& entry) {
  return {entry.region, entry.organisation};
}

MonthFigures monthFigures(const ReleaseEntries& entries, const SuppressionRule& rule);

inline constexpr std::size_t kMonthsOfQuarter = 3;
using QuarterEntries = std::array<const ReleaseEntries*, kMonthsOfQuarter>;
using QuarterMonths = std::array<const MonthFigures*, kMonthsOfQuarter>;
CellsByOrganisation quarterFigures(const QuarterEntries& entries, const QuarterMonths& months,
                                   const SuppressionRule& rule);

// Regions and kinds of activities of a month, crossed: what is hidden in each table is one row, one column.
Crossed crossedOf(const ReleaseEntries& entries, const CellsByCode& regions, const CellsByCode& activities);
// Organisations of a region and the months of the quarter, crossed: what is hidden is one row.
Crossed crossedOf(const QuarterEntries& entries, const std::string& region, const CellsByOrganisation& organisations);

}  // namespace projections
