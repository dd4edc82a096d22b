#include "projections/release/release_figures.h"

#include <algorithm>

namespace projections {
namespace {

// The cells of a sum as lists, and back.
template <class Cells>
std::vector<Crowd> crowdsIn(const Cells& cells) {
  std::vector<Crowd> crowds;
  crowds.reserve(cells.size());
  for (const auto& [key, cell] : cells) crowds.push_back(cell.crowd);
  return crowds;
}

template <class Cells>
std::vector<Fate> fatesIn(const Cells& cells) {
  std::vector<Fate> fates;
  fates.reserve(cells.size());
  for (const auto& [key, cell] : cells) fates.push_back(cell.fate);
  return fates;
}

template <class Cells>
void setFates(const std::vector<Fate>& fates, Cells& cells) {
  std::size_t i = 0;
  for (auto& [key, cell] : cells) cell.fate = fates[i++];
}

CellsByCode cellsOf(Crowds<std::string>&& crowds, bool told, const SuppressionRule& rule) {
  CellsByCode cells;
  for (auto& [code, crowd] : crowds) cells[code] = {std::move(crowd), Fate::kUnder, false};
  if (told) setFates(fatesOf(crowdsIn(cells), rule), cells);
  return cells;
}

// Place of a cell among those that are told, from 0; the hidden ones share the last.
template <class Cells, class Key>
std::size_t placeOf(const Cells& cells, const Key& key) {
  std::size_t place = 0;
  std::size_t told = 0;
  for (const auto& [other, cell] : cells) {
    if (isTold(cell) && other == key) place = told;
    if (isTold(cell)) ++told;
  }
  return isTold(cells.at(key)) ? place : told;
}

template <class Cells>
std::size_t toldOf(const Cells& cells) {
  return static_cast<std::size_t>(std::ranges::count_if(cells, [](const auto& one) { return isTold(one.second); }));
}

Crossed crossedFrom(std::vector<std::vector<std::vector<Share>>> shares) {
  Crossed crossed;
  for (auto& row : shares) {
    auto& columns = crossed.emplace_back();
    for (auto& column : row) columns.emplace_back(std::move(column));
  }
  return crossed;
}

// The kinds of the columns that a crossing names.
std::vector<bool> columnsTold(const Crossing& crossing, const std::vector<Fate>& fates) {
  std::vector<bool> among;
  among.reserve(fates.size());
  std::size_t told = 0;
  for (const Fate fate : fates) among.push_back(isTold(fate) && crossing.columns[told++]);
  return among;
}

void hideActivitiesBesideRegions(const ReleaseEntries& entries, MonthFigures& month, const SuppressionRule& rule) {
  for (;;) {
    const auto crossing = crossingOf(crossedOf(entries, month.regions, month.activities), rule);
    if (!crossing) return;
    const auto crowds = crowdsIn(month.activities);
    auto fates = fatesIn(month.activities);
    auto next = smallestTold(crowds, fates, columnsTold(*crossing, fates));
    if (!next) next = smallestTold(crowds, fates, std::vector<bool>(fates.size(), true));
    if (!next) return;
    hideAlso(crowds, *next, fates, rule);
    setFates(fates, month.activities);
  }
}

bool isToldIn(const QuarterMonths& months, const std::string& region) {
  return std::ranges::all_of(months, [&](const MonthFigures* month) {
    const auto found = month->regions.find(region);
    return found == month->regions.end() || isTold(found->second);
  });
}

// The organisations of one region.
void hideOrganisations(const QuarterEntries& entries, const std::string& region, CellsByOrganisation& cells,
                       const SuppressionRule& rule) {
  const auto crowds = crowdsIn(cells);
  auto fates = fatesOf(crowds, rule);
  setFates(fates, cells);
  for (;;) {
    const auto crossing = crossingOf(crossedOf(entries, region, cells), rule);
    if (!crossing) return;
    std::vector<bool> among;
    among.reserve(fates.size());
    std::size_t told = 0;
    for (const Fate fate : fates) among.push_back(isTold(fate) && crossing->rows[told++]);
    auto next = smallestTold(crowds, fates, among);
    if (!next) next = smallestTold(crowds, fates, std::vector<bool>(fates.size(), true));
    if (!next) return;
    hideAlso(crowds, *next, fates, rule);
    setFates(fates, cells);
  }
}

}  // namespace

Crowd crowdOf(const ReleaseEntries& entries) {
  std::vector<Share> shares;
  for (const ReleaseEntry& entry : entries) shares.push_back({entry.person, entry.minutes, entry.minor});
  return Crowd(std::move(shares));
}

Crossed crossedOf(const ReleaseEntries& entries, const CellsByCode& regions, const CellsByCode& activities) {
  std::map<std::string, std::size_t> rows;
  std::map<std::string, std::size_t> columns;
  for (const auto& [code, cell] : regions) rows[code] = placeOf(regions, code);
  for (const auto& [code, cell] : activities) columns[code] = placeOf(activities, code);
  std::vector<std::vector<std::vector<Share>>> shares(toldOf(regions) + 1);
  for (auto& row : shares) row.resize(toldOf(activities) + 1);
  for (const ReleaseEntry& entry : entries)
    shares[rows[entry.region]][columns[entry.activity]].push_back({entry.person, entry.minutes, entry.minor});
  return crossedFrom(std::move(shares));
}

Crossed crossedOf(const QuarterEntries& entries, const std::string& region, const CellsByOrganisation& organisations) {
  std::map<OrganisationKey, std::size_t> rows;
  for (const auto& [key, cell] : organisations) rows[key] = placeOf(organisations, key);
  std::vector<std::vector<std::vector<Share>>> shares(toldOf(organisations) + 1);
  for (auto& row : shares) row.resize(kMonthsOfQuarter);
  for (std::size_t month = 0; month < kMonthsOfQuarter; ++month) {
    for (const ReleaseEntry& entry : *entries[month]) {
      if (entry.region != region) continue;
      shares[rows.at(organisationOf(entry))][month].push_back({entry.person, entry.minutes, entry.minor});
    }
  }
  return crossedFrom(std::move(shares));
}

MonthFigures monthFigures(const ReleaseEntries& entries, const SuppressionRule& rule) {
  MonthFigures month;
  month.is_there = !entries.empty();
  if (!month.is_there) return month;
  month.national.crowd = crowdOf(entries);
  month.national.fate = fateAlone(month.national.crowd, rule);
  const bool told = isTold(month.national);
  month.regions = cellsOf(crowdsBy(entries, regionOf), told, rule);
  month.activities = cellsOf(crowdsBy(entries, activityOf), told, rule);
  if (told) hideActivitiesBesideRegions(entries, month, rule);
  return month;
}

CellsByOrganisation quarterFigures(const QuarterEntries& entries, const QuarterMonths& months,
                                   const SuppressionRule& rule) {
  ReleaseEntries all;
  for (const ReleaseEntries* month : entries) all.insert(all.end(), month->begin(), month->end());
  std::map<std::string, CellsByOrganisation> regions;
  for (auto& [key, crowd] : crowdsBy(all, organisationOf))
    regions[key.region][key] = {std::move(crowd), Fate::kUnder, false};
  CellsByOrganisation cells;
  for (auto& [region, of_region] : regions) {
    if (isToldIn(months, region)) hideOrganisations(entries, region, of_region, rule);
    cells.merge(of_region);
  }
  return cells;
}

}  // namespace projections
