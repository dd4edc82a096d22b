#include "projections/report/suppression.h"

#include <algorithm>

namespace projections {
namespace {

// Whether the sum of what is hidden, which anybody can reckon, tells of people enough.
bool isSafe(const std::vector<PeopleBehind>& cells, const std::vector<bool>& hidden, const SuppressionRule& rule) {
  std::int64_t count = 0;
  PeopleBehind most;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!hidden[i]) continue;
    ++count;
    most.people = std::max(most.people, cells[i].people);
    most.minors = std::max(most.minors, cells[i].minors);
  }
  return count == 0 || (count > 1 && !isTooFew(most, rule));
}

// Of the cells that are told the one with the fewest people; as many as there are cells where none is left.
std::size_t smallestTold(const std::vector<PeopleBehind>& cells, const std::vector<bool>& hidden) {
  std::size_t smallest = cells.size();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (hidden[i] || cells[i].nothing) continue;
    if (smallest == cells.size() || cells[i].people < cells[smallest].people) smallest = i;
  }
  return smallest;
}

}  // namespace

bool isTooFew(const PeopleBehind& behind, const SuppressionRule& rule) {
  if (behind.nothing) return false;
  return behind.people < (behind.minors > 0 ? rule.least_with_minors : rule.least);
}

HiddenCells hiddenCells(const PeopleBehind& total, const std::vector<PeopleBehind>& cells,
                        const SuppressionRule& rule) {
  HiddenCells hidden;
  hidden.total = isTooFew(total, rule);
  for (const PeopleBehind& cell : cells) hidden.cells.push_back(hidden.total || isTooFew(cell, rule));
  while (!isSafe(cells, hidden.cells, rule)) {
    const std::size_t next = smallestTold(cells, hidden.cells);
    if (next == cells.size()) break;  // only the sum is told
    hidden.cells[next] = true;
  }
  return hidden;
}

}  // namespace projections
