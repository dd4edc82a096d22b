// Hiding — which cells of a table are told beside their sum, and where two tables together would tell too much.
//
// Shape    what is hidden can be reckoned from the sum and the cells that are told: so all that is hidden together is
//          two cells or more, and may be told as one. Until it may, the smallest of the others is hidden with it; where
//          none is left the sum stands alone. People are counted over the union of the cells: they serve in several.
// Threads  pure functions.
#pragma once

#include <optional>
#include <vector>

#include "projections/release/crowd.h"

namespace projections {

enum class Fate {
  kTold,
  kFew,        // too few people
  kDominated,  // one or two of them hold most of it
  kCover,      // what is hidden beside it could be reckoned
  kUnder,      // its sum is hidden
};

inline bool isTold(Fate fate) {
  return fate == Fate::kTold;
}

Fate fateAlone(const Crowd& crowd, const SuppressionRule& rule);

// Of the cells of a sum that is told; in their order.
std::vector<Fate> fatesOf(const std::vector<Crowd>& cells, const SuppressionRule& rule);
// Hides one more of the cells that are told, and what has to go with it.
void hideAlso(const std::vector<Crowd>& cells, std::size_t cell, std::vector<Fate>& fates, const SuppressionRule& rule);
// The smallest of the cells that are told and `among`; nullopt: none. By people, then minutes, then place.
std::optional<std::size_t> smallestTold(const std::vector<Crowd>& cells, const std::vector<Fate>& fates,
                                        const std::vector<bool>& among);

// The same hours divided in two ways, as rows and columns: what lies in both is a crowd. Sums of rows and of columns
// are known. Where all hours of some rows lie in some columns, the rest of these columns can be reckoned.
using Crossed = std::vector<std::vector<Crowd>>;  // rows of columns
struct Crossing {
  std::vector<bool> columns;
  std::vector<bool> rows;  // that lie in them
};
// One whose rest may not be told; nullopt: there is none. At most 16 columns.
std::optional<Crossing> crossingOf(const Crossed& crossed, const SuppressionRule& rule);

}  // namespace projections
