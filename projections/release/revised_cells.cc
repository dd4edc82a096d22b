#include "projections/release/revised_cells.h"

#include <algorithm>

namespace projections {
namespace {

// What can be reckoned beside a sum that says what there is: of cells that do not, what they are and by how much they
// changed, with the old values of those that have one taken off or not; of those that are revised, by how much
// together.
bool standsTogether(const std::vector<CellHistory*>& cells, const SuppressionRule& rule) {
  const auto safe = [&](const Crowd& crowd) { return crowd.empty() || mayBeTold(crowd, rule); };
  Crowd change;
  Crowd now;
  Crowd rest;
  Crowd revised;
  for (const CellHistory* cell : cells) {
    if (cell->revised) revised += cell->change;
    if (cell->isCurrent()) continue;
    change += cell->change;
    now += cell->now;
    rest += cell->told ? cell->change : cell->now;
  }
  return safe(revised) && (change.empty() || (mayBeTold(change, rule) && safe(now) && safe(rest)));
}

CellHistory* smallestRevised(const std::vector<CellHistory*>& cells) {
  CellHistory* smallest = nullptr;
  for (CellHistory* cell : cells) {
    if (!cell->revised) continue;
    if (smallest == nullptr || cell->change.people() < smallest->change.people()) smallest = cell;
  }
  return smallest;
}

}  // namespace

bool isRevisable(const CellHistory& cell, const SuppressionRule& rule) {
  return cell.told && !cell.held && !cell.change.empty() && mayBeTold(cell.change, rule) && mayBeTold(cell.now, rule);
}

bool reviseBeside(std::vector<CellHistory*>& cells, bool sum_changes, const SuppressionRule& rule) {
  for (CellHistory* cell : cells) cell->revised = isRevisable(*cell, rule);
  while (!standsTogether(cells, rule)) {
    CellHistory* next = smallestRevised(cells);
    if (next == nullptr) return !sum_changes;
    next->revised = false;
  }
  return true;
}

}  // namespace projections
