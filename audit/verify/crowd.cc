#include "audit/verify/crowd.h"

#include <algorithm>

namespace audit {
namespace {

bool less(const Crowd& one, const Crowd& other) {
  if (one.size() != other.size()) return one.size() < other.size();
  return minutesOf(one) < minutesOf(other);
}

bool standAlone(const std::vector<Crowd>& cells, const std::vector<bool>& told, const SuppressionBounds& bounds) {
  Crowd hidden;
  std::size_t count = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (told[i]) continue;
    join(hidden, cells[i]);
    ++count;
  }
  sweep(hidden);
  return count == 0 || (count > 1 && mayTell(hidden, bounds));
}

void coverUp(const std::vector<Crowd>& cells, std::vector<bool>& told, const SuppressionBounds& bounds) {
  while (!standAlone(cells, told, bounds)) {
    const auto next = smallestOf(cells, told, std::vector<bool>(cells.size(), true));
    if (!next) return;
    told[*next] = false;
  }
}

}  // namespace

void join(Crowd& crowd, const Crowd& more, std::int64_t times) {
  for (const auto& [person, part] : more) {
    Part& sum = crowd[person];
    sum.minutes += times * part.minutes;
    sum.minor = sum.minor || part.minor;
  }
}

void sweep(Crowd& crowd) {
  std::erase_if(crowd, [](const auto& one) { return one.second.minutes == 0; });
}

std::int64_t minutesOf(const Crowd& crowd) {
  std::int64_t sum = 0;
  for (const auto& [person, part] : crowd) sum += part.minutes;
  return sum;
}

bool mayTell(const Crowd& crowd, const SuppressionBounds& bounds) {
  std::vector<std::int64_t> amounts;
  bool minors = false;
  std::int64_t sum = 0;
  for (const auto& [person, part] : crowd) {
    amounts.push_back(std::abs(part.minutes));
    sum += amounts.back();
    minors = minors || part.minor;
  }
  if (static_cast<std::int64_t>(amounts.size()) < (minors ? bounds.least_with_minors : bounds.least)) return false;
  std::ranges::sort(amounts, std::greater<>());
  const std::int64_t most = amounts.empty() ? 0 : amounts[0];
  const std::int64_t two = most + (amounts.size() > 1 ? amounts[1] : 0);
  return 2 * most <= sum && 5 * two <= 4 * sum;
}

std::vector<bool> toldBeside(const std::vector<Crowd>& cells, const SuppressionBounds& bounds) {
  std::vector<bool> told;
  told.reserve(cells.size());
  for (const Crowd& cell : cells) told.push_back(mayTell(cell, bounds));
  coverUp(cells, told, bounds);
  return told;
}

void hideToo(const std::vector<Crowd>& cells, std::size_t cell, std::vector<bool>& told,
             const SuppressionBounds& bounds) {
  told[cell] = false;
  coverUp(cells, told, bounds);
}

std::optional<std::size_t> smallestOf(const std::vector<Crowd>& cells, const std::vector<bool>& told,
                                      const std::vector<bool>& among) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (told[i] && among[i] && (!found || less(cells[i], cells[*found]))) found = i;
  }
  return found;
}

std::optional<CrossedAt> crossing(const Grid& grid, const SuppressionBounds& bounds) {
  const std::size_t width = grid.empty() ? 0 : grid.front().size();
  for (std::uint64_t set = 1; set < std::uint64_t{1} << width; ++set) {
    CrossedAt at{std::vector<bool>(grid.size()), std::vector<bool>(width)};
    for (std::size_t column = 0; column < width; ++column) at.columns[column] = (set >> column & 1U) != 0;
    Crowd left;
    for (std::size_t row = 0; row < grid.size(); ++row) {
      at.rows[row] = true;
      for (std::size_t column = 0; column < width; ++column)
        if (!at.columns[column] && !grid[row][column].empty()) at.rows[row] = false;
      for (std::size_t column = 0; column < width && !at.rows[row]; ++column)
        if (at.columns[column]) join(left, grid[row][column]);
    }
    sweep(left);
    const bool any = std::ranges::find(at.rows, true) != at.rows.end();
    if (any && !left.empty() && !mayTell(left, bounds)) return at;
  }
  return std::nullopt;
}

}  // namespace audit
