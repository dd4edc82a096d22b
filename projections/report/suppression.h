// Suppression — which figures about people are told, and which are hidden because too few people stand behind them.
//
// Shape    a figure is told where at least `least` people stand behind it, and `least_with_minors` where a minor is
//          among them. Nobody is too few, too, except where there is nothing that a figure could tell of. Where a sum
//          is hidden its cells are. What is hidden could be reckoned from the sum and the other cells: so two cells
//          at least are hidden, and one of them has people enough by itself, for the people of several cells may be
//          the same. Until that holds, the smallest of the others is hidden with them.
// Units    people, each counted once in a cell.
// Threads  pure functions.
#pragma once

#include <cstdint>
#include <vector>

namespace projections {

// What stands where no policy says anything else.
struct SuppressionRule {
  std::int64_t least = 10;
  std::int64_t least_with_minors = 20;
};

struct PeopleBehind {
  std::int64_t people = 0;
  std::int64_t minors = 0;  // of them
  bool nothing = false;     // there is nothing of that sort: 0 tells of nobody
};

struct HiddenCells {
  bool total = false;
  std::vector<bool> cells;  // in the order of what was asked
};

bool isTooFew(const PeopleBehind& behind, const SuppressionRule& rule);

// Of one figure in all cells of a table, and of its sum. Each cell holds some of those behind the sum.
HiddenCells hiddenCells(const PeopleBehind& total, const std::vector<PeopleBehind>& cells, const SuppressionRule& rule);

}  // namespace projections
