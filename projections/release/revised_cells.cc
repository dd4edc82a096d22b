#include "projections/release/revised_cells.h"

#include <algorithm>

namespace projections {
namespace {

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

// Of cells that do not say what there is, what they are and by how much they changed, with the old values of those that
// have one taken off or not; of those that are revised, by how much together.
bool standsBeside(const std::vector<CellHistory*>& cells, const SuppressionRule& rule) {
  const auto safe = [&](const Crowd& crowd) { return crowd.empty() || mayBeTold(crowd, rule); };
  const auto together = [&](const Crowd* (*part)(const CellHistory&)) {
    std::vector<Share> shares;
    for (const CellHistory* cell : cells) {
      const Crowd* crowd = part(*cell);
      if (crowd != nullptr) shares.insert(shares.end(), crowd->shares().begin(), crowd->shares().end());
    }
    return Crowd(std::move(shares));
  };
  if (!safe(together([](const CellHistory& cell) { return cell.revised ? &cell.change : nullptr; }))) return false;
  const Crowd change = together([](const CellHistory& cell) { return cell.isCurrent() ? nullptr : &cell.change; });
  if (change.empty()) return true;
  return mayBeTold(change, rule) &&
         safe(together([](const CellHistory& cell) { return cell.isCurrent() ? nullptr : &cell.now; })) &&
         safe(together([](const CellHistory& cell) {
           return cell.isCurrent() ? nullptr : (cell.told ? &cell.change : &cell.now);
         }));
}

bool reviseBeside(std::vector<CellHistory*>& cells, bool sum_changes, const SuppressionRule& rule) {
  for (CellHistory* cell : cells) cell->revised = isRevisable(*cell, rule);
  while (!standsBeside(cells, rule)) {
    CellHistory* next = smallestRevised(cells);
    if (next == nullptr) return !sum_changes;
    next->revised = false;
  }
  return true;
}

}  // namespace projections
