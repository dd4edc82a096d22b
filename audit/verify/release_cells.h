// Release cells — which figures of a month or a quarter are told: judged anew.
//
// Threads  pure functions.
// Source   ledger/schema/README.md, section 11.
#pragma once

#include "audit/verify/release_history.h"

namespace audit {

struct ReleasedCell {
  Crowd crowd;
  bool told = false;
  bool revised = false;
};
// By code; of organisations by region and id.
using CellKey = std::pair<std::string, Id>;
using ReleasedCells = std::map<CellKey, ReleasedCell>;

struct ReleasedMonth {
  bool is_there = false;
  ReleasedCell country;
  ReleasedCells regions;
  ReleasedCells activities;
};

using KeyOf = CellKey (*)(const ReleasedHours& hours);
CellKey byCountry(const ReleasedHours& hours);
CellKey byRegion(const ReleasedHours& hours);
CellKey byActivity(const ReleasedHours& hours);
CellKey byOrganisation(const ReleasedHours& hours);
std::map<CellKey, Crowd> crowdsBy(const std::vector<ReleasedHours>& hours, KeyOf key);

ReleasedMonth monthOf(const std::vector<ReleasedHours>& hours, const SuppressionBounds& bounds);

struct MadeMonth {
  std::vector<ReleasedHours> hours;
  ReleasedMonth told;
};
ReleasedCells quarterOf(const std::vector<MadeMonth>& months, const SuppressionBounds& bounds);

// Rows and columns by the place that each key has.
using Places = std::map<CellKey, std::size_t>;
Places placesOf(const ReleasedCells& cells);
// The last of the places, and one more.
std::size_t widthOf(const ReleasedCells& cells);

}  // namespace audit
