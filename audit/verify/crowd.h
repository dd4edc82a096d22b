// Crowd — who stands behind a released figure, and whether it may be told: judged anew.
//
// Units    minutes; of a change they may be below 0.
// Threads  values and pure functions.
// Source   ledger/schema/README.md, section 11.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "audit/replay/id_maps.h"
#include "audit/verify/suppression.h"

namespace audit {

struct Part {
  std::int64_t minutes = 0;
  bool minor = false;
};
// Nobody in it has 0 minutes, once it is swept.
using Crowd = std::map<Id, Part>;

void join(Crowd& crowd, const Crowd& more, std::int64_t times = 1);
void sweep(Crowd& crowd);
bool mayTell(const Crowd& crowd, const SuppressionBounds& bounds);
std::int64_t minutesOf(const Crowd& crowd);

// Which cells beside their sum are told.
std::vector<bool> toldBeside(const std::vector<Crowd>& cells, const SuppressionBounds& bounds);
// Hides that one, too, and what has to go with it.
void hideToo(const std::vector<Crowd>& cells, std::size_t cell, std::vector<bool>& told,
             const SuppressionBounds& bounds);
// The smallest of the told among these; nullopt: none.
std::optional<std::size_t> smallestOf(const std::vector<Crowd>& cells, const std::vector<bool>& told,
                                      const std::vector<bool>& among);

// Crowds by row and column; told rows and columns first, the hidden ones together last.
using Grid = std::vector<std::vector<Crowd>>;
struct CrossedAt {
  std::vector<bool> rows;
  std::vector<bool> columns;
};
std::optional<CrossedAt> crossing(const Grid& grid, const SuppressionBounds& bounds);

}  // namespace audit
