#include "projections/release/hiding.h"

#include <algorithm>
#include <utility>

namespace projections {
namespace {

std::pair<std::int64_t, std::int64_t> sizeOf(const Crowd& crowd) {
  return {crowd.people(), crowd.minutes()};
}

// Whether what is hidden may be told as one.
bool coversItself(const std::vector<Crowd>& cells, const std::vector<Fate>& fates, const SuppressionRule& rule) {
  std::vector<Share> hidden;
  std::size_t count = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (isTold(fates[i])) continue;
    ++count;
    hidden.insert(hidden.end(), cells[i].shares().begin(), cells[i].shares().end());
  }
  return count == 0 || (count > 1 && mayBeTold(Crowd(std::move(hidden)), rule));
}

void cover(const std::vector<Crowd>& cells, std::vector<Fate>& fates, const SuppressionRule& rule) {
  const std::vector<bool> any(cells.size(), true);
  while (!coversItself(cells, fates, rule)) {
    const auto next = smallestTold(cells, fates, any);
    if (!next) return;
    fates[*next] = Fate::kCover;
  }
}

// What is left of the columns without the rows that lie in them; nullopt where no row does.
std::optional<Crowd> restOf(const Crossed& crossed, std::uint32_t columns, std::vector<bool>& within) {
  std::vector<Share> rest;
  bool any = false;
  for (std::size_t row = 0; row < crossed.size(); ++row) {
    bool lies = true;
    for (std::size_t column = 0; column < crossed[row].size(); ++column)
      lies = lies && (crossed[row][column].empty() || (columns >> column & 1U) != 0);
    within[row] = lies;
    any = any || lies;
    for (std::size_t column = 0; column < crossed[row].size() && !lies; ++column) {
      const auto& shares = crossed[row][column].shares();
      if ((columns >> column & 1U) != 0) rest.insert(rest.end(), shares.begin(), shares.end());
    }
  }
  if (!any) return std::nullopt;
  return Crowd(std::move(rest));
}

}  // namespace

Fate fateAlone(const Crowd& crowd, const SuppressionRule& rule) {
  if (isFew(crowd, rule)) return Fate::kFew;
  return isDominated(crowd) ? Fate::kDominated : Fate::kTold;
}

std::optional<std::size_t> smallestTold(const std::vector<Crowd>& cells, const std::vector<Fate>& fates,
                                        const std::vector<bool>& among) {
  std::optional<std::size_t> smallest;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!isTold(fates[i]) || !among[i]) continue;
    if (!smallest || sizeOf(cells[i]) < sizeOf(cells[*smallest])) smallest = i;
  }
  return smallest;
}

std::vector<Fate> fatesOf(const std::vector<Crowd>& cells, const SuppressionRule& rule) {
  std::vector<Fate> fates;
  fates.reserve(cells.size());
  for (const Crowd& cell : cells) fates.push_back(fateAlone(cell, rule));
  cover(cells, fates, rule);
  return fates;
}

void hideAlso(const std::vector<Crowd>& cells, std::size_t cell, std::vector<Fate>& fates,
              const SuppressionRule& rule) {
  fates[cell] = Fate::kCover;
  cover(cells, fates, rule);
}

std::optional<Crossing> crossingOf(const Crossed& crossed, const SuppressionRule& rule) {
  const std::size_t count = crossed.empty() ? 0 : crossed.front().size();
  std::vector<bool> within(crossed.size());
  for (std::uint32_t columns = 1; columns < (1U << count); ++columns) {
    const auto rest = restOf(crossed, columns, within);
    if (!rest || rest->empty() || mayBeTold(*rest, rule)) continue;
    Crossing found{std::vector<bool>(count), within};
    for (std::size_t column = 0; column < count; ++column) found.columns[column] = (columns >> column & 1U) != 0;
    return found;
  }
  return std::nullopt;
}

}  // namespace projections
