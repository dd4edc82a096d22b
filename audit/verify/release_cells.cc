#include "audit/verify/release_cells.h"

#include <algorithm>

namespace audit {
namespace {

std::vector<Crowd> crowdsOf(const ReleasedCells& cells) {
  std::vector<Crowd> crowds;
  for (const auto& [key, cell] : cells) crowds.push_back(cell.crowd);
  return crowds;
}

std::vector<bool> toldOf(const ReleasedCells& cells) {
  std::vector<bool> told;
  for (const auto& [key, cell] : cells) told.push_back(cell.told);
  return told;
}

void tell(ReleasedCells& cells, const std::vector<bool>& told) {
  std::size_t i = 0;
  for (auto& [key, cell] : cells) cell.told = told[i++];
}

ReleasedCells cellsBy(const std::vector<ReleasedHours>& hours, KeyOf key) {
  ReleasedCells cells;
  for (auto& [name, crowd] : crowdsBy(hours, key)) cells[name].crowd = std::move(crowd);
  return cells;
}

void add(Grid& grid, std::size_t row, std::size_t column, const ReleasedHours& hours) {
  Part& part = grid[row][column][hours.person];
  part.minutes += hours.minutes;
  part.minor = part.minor || hours.minor;
}

void sweepAll(Grid& grid) {
  for (auto& row : grid) {
    for (Crowd& crowd : row) sweep(crowd);
  }
}

// Hides the smallest of those named, else of all, and what goes with it; false where nothing is told any more.
bool hideOne(ReleasedCells& cells, const std::vector<bool>& places_named, const SuppressionBounds& bounds) {
  const auto crowds = crowdsOf(cells);
  auto told = toldOf(cells);
  std::vector<bool> among;
  among.reserve(told.size());
  std::size_t place = 0;
  for (const bool one : told) among.push_back(one && places_named[place++]);
  auto next = smallestOf(crowds, told, among);
  if (!next) next = smallestOf(crowds, told, std::vector<bool>(told.size(), true));
  if (!next) return false;
  hideToo(crowds, *next, told, bounds);
  tell(cells, told);
  return true;
}

Grid gridOf(const std::vector<ReleasedHours>& hours, const ReleasedMonth& month) {
  Grid grid(widthOf(month.regions), std::vector<Crowd>(widthOf(month.activities)));
  const Places rows = placesOf(month.regions);
  const Places columns = placesOf(month.activities);
  for (const ReleasedHours& one : hours) add(grid, rows.at(byRegion(one)), columns.at(byActivity(one)), one);
  sweepAll(grid);
  return grid;
}

Grid gridOf(const std::vector<MadeMonth>& months, const std::string& region, const ReleasedCells& organisations) {
  Grid grid(widthOf(organisations), std::vector<Crowd>(months.size()));
  const Places rows = placesOf(organisations);
  for (std::size_t month = 0; month < months.size(); ++month) {
    for (const ReleasedHours& one : months[month].hours) {
      if (one.region == region) add(grid, rows.at(byOrganisation(one)), month, one);
    }
  }
  sweepAll(grid);
  return grid;
}

bool isToldInAll(const std::vector<MadeMonth>& months, const std::string& region) {
  return std::ranges::all_of(months, [&](const MadeMonth& month) {
    const auto found = month.told.regions.find({region, Id{}});
    return found == month.told.regions.end() || found->second.told;
  });
}

}  // namespace

CellKey byCountry(const ReleasedHours&) {
  return {};
}
CellKey byRegion(const ReleasedHours& hours) {
  return {hours.region, Id{}};
}
CellKey byActivity(const ReleasedHours& hours) {
  return {hours.activity, Id{}};
}
CellKey byOrganisation(const ReleasedHours& hours) {
  return {hours.region, hours.organisation};
}

std::map<CellKey, Crowd> crowdsBy(const std::vector<ReleasedHours>& hours, KeyOf key) {
  std::map<CellKey, Crowd> crowds;
  for (const ReleasedHours& one : hours) {
    Part& part = crowds[key(one)][one.person];
    part.minutes += one.minutes;
    part.minor = part.minor || one.minor;
  }
  for (auto& [name, crowd] : crowds) sweep(crowd);
  return crowds;
}

Places placesOf(const ReleasedCells& cells) {
  Places places;
  std::size_t told = 0;
  for (const auto& [key, cell] : cells) {
    if (cell.told) places[key] = told++;
  }
  for (const auto& [key, cell] : cells) places.try_emplace(key, told);
  return places;
}

std::size_t widthOf(const ReleasedCells& cells) {
  return 1 + static_cast<std::size_t>(std::ranges::count_if(cells, [](const auto& one) { return one.second.told; }));
}

ReleasedMonth monthOf(const std::vector<ReleasedHours>& hours, const SuppressionBounds& bounds) {
  ReleasedMonth month;
  month.is_there = !hours.empty();
  if (!month.is_there) return month;
  month.country.crowd = crowdsBy(hours, byCountry)[CellKey{}];
  month.country.told = mayTell(month.country.crowd, bounds);
  month.regions = cellsBy(hours, byRegion);
  month.activities = cellsBy(hours, byActivity);
  if (!month.country.told) return month;
  tell(month.regions, toldBeside(crowdsOf(month.regions), bounds));
  tell(month.activities, toldBeside(crowdsOf(month.activities), bounds));
  for (auto at = crossing(gridOf(hours, month), bounds); at; at = crossing(gridOf(hours, month), bounds)) {
    if (!hideOne(month.activities, at->columns, bounds)) break;
  }
  return month;
}

ReleasedCells quarterOf(const std::vector<MadeMonth>& months, const SuppressionBounds& bounds) {
  std::vector<ReleasedHours> all;
  for (const MadeMonth& month : months) all.insert(all.end(), month.hours.begin(), month.hours.end());
  std::map<std::string, ReleasedCells> regions;
  for (auto& [key, cell] : cellsBy(all, byOrganisation)) regions[key.first][key] = cell;
  ReleasedCells cells;
  for (auto& [region, organisations] : regions) {
    if (isToldInAll(months, region)) {
      tell(organisations, toldBeside(crowdsOf(organisations), bounds));
      for (auto at = crossing(gridOf(months, region, organisations), bounds); at;
           at = crossing(gridOf(months, region, organisations), bounds)) {
        if (!hideOne(organisations, at->rows, bounds)) break;
      }
    }
    cells.merge(organisations);
  }
  return cells;
}

}  // namespace audit
