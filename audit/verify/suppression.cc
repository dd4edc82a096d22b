#include "audit/verify/suppression.h"

#include <algorithm>
#include <optional>

namespace audit {
namespace {

std::int64_t leastFor(std::int64_t minors, const SuppressionBounds& bounds) {
  return minors > 0 ? bounds.least_with_minors : bounds.least;
}

bool tooFew(const PeopleBehind& behind, const SuppressionBounds& bounds) {
  return !behind.nothing && behind.people < leastFor(behind.minors, bounds);
}

// What is hidden covers itself: nobody learns of few people by subtracting what is told from the sum.
bool covers(const std::vector<PeopleBehind>& cells, const std::vector<bool>& hidden, const SuppressionBounds& bounds) {
  const auto count = std::count(hidden.begin(), hidden.end(), true);
  if (count == 0) return true;
  std::int64_t people = 0;
  std::int64_t minors = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!hidden[i]) continue;
    people = std::max(people, cells[i].people);
    minors = std::max(minors, cells[i].minors);
  }
  return count > 1 && people >= leastFor(minors, bounds);
}

std::optional<std::size_t> smallestTold(const std::vector<PeopleBehind>& cells, const std::vector<bool>& hidden) {
  std::optional<std::size_t> smallest;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (hidden[i] || cells[i].nothing) continue;
    if (!smallest || cells[i].people < cells[*smallest].people) smallest = i;
  }
  return smallest;
}

}  // namespace

Hiding hidingOf(const PeopleBehind& sum, const std::vector<PeopleBehind>& cells, const SuppressionBounds& bounds) {
  Hiding hiding{tooFew(sum, bounds), {}};
  for (const PeopleBehind& cell : cells) hiding.cells.push_back(hiding.sum || tooFew(cell, bounds));
  while (!covers(cells, hiding.cells, bounds)) {
    const auto next = smallestTold(cells, hiding.cells);
    if (!next) break;
    hiding.cells[*next] = true;
  }
  return hiding;
}

}  // namespace audit
