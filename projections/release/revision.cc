#include "projections/release/revision.h"

#include <algorithm>
#include <set>
#include <utility>

#include "projections/release/revised_cells.h"

namespace projections {
namespace {

template <class Key>
using Histories = std::map<Key, CellHistory>;

template <class Key, class Cells>
Histories<Key> historiesOf(Crowds<Key> before, Crowds<Key> now, const Cells& published) {
  Histories<Key> histories;
  for (auto& [key, crowd] : before) histories[key].before = std::move(crowd);
  for (auto& [key, crowd] : now) histories[key].now = std::move(crowd);
  for (auto& [key, history] : histories) {
    history.change = changeOf(history.before, history.now);
    const auto cell = published.find(key);
    history.told = cell == published.end() || isTold(cell->second);
  }
  return histories;
}

template <class Key>
std::vector<CellHistory*> listed(Histories<Key>& histories) {
  std::vector<CellHistory*> all;
  for (auto& [key, history] : histories) all.push_back(&history);
  return all;
}

template <class Key>
void forget(Histories<Key>& histories) {
  for (auto& [key, history] : histories) history.revised = false;
}

struct MonthHistory {
  bool told = false;  // the country's figure is public
  CellHistory national;
  Histories<std::string> regions;
  Histories<std::string> activities;
};
using Held = std::set<std::pair<std::size_t, std::string>>;  // regions by month

MonthHistory monthHistoryOf(const YearMonth& month) {
  MonthHistory history;
  history.told = month.is_released && (!month.published.is_there || isTold(month.published.national));
  if (!history.told) return history;
  history.national.before = crowdOf(month.before);
  history.national.now = crowdOf(month.now);
  history.national.change = changeOf(history.national.before, history.national.now);
  history.regions =
      historiesOf(crowdsBy(month.before, regionOf), crowdsBy(month.now, regionOf), month.published.regions);
  history.activities =
      historiesOf(crowdsBy(month.before, activityOf), crowdsBy(month.now, activityOf), month.published.activities);
  return history;
}

// Rows and columns of those that say what there is; the others share the last.
template <class Key>
std::map<Key, std::size_t> placesOf(const Histories<Key>& histories, std::size_t& count) {
  std::map<Key, std::size_t> places;
  count = 0;
  for (const auto& [key, history] : histories) {
    if (history.isCurrent()) places[key] = count++;
  }
  for (const auto& [key, history] : histories) places.try_emplace(key, count);
  ++count;
  return places;
}

// Both as they are now and by how much they changed.
class CrossedHours {
 public:
  CrossedHours(std::size_t rows, std::size_t columns)
      : before_(rows, std::vector<std::vector<Share>>(columns)), now_(before_) {}

  void add(std::size_t row, std::size_t column, const ReleaseEntry& entry, bool is_now) {
    (is_now ? now_ : before_)[row][column].push_back({entry.person, entry.minutes, entry.minor});
  }
  bool isSafe(const SuppressionRule& rule) {
    Crossed now;
    Crossed change;
    for (std::size_t row = 0; row < now_.size(); ++row) {
      auto& rows = now.emplace_back();
      auto& changes = change.emplace_back();
      for (std::size_t column = 0; column < now_[row].size(); ++column) {
        rows.emplace_back(std::move(now_[row][column]));
        changes.push_back(changeOf(Crowd(std::move(before_[row][column])), rows.back()));
      }
    }
    return !crossingOf(now, rule) && !crossingOf(change, rule);
  }

 private:
  std::vector<std::vector<std::vector<Share>>> before_;
  std::vector<std::vector<std::vector<Share>>> now_;
};

bool crossesSafely(const YearMonth& month, const MonthHistory& history, const SuppressionRule& rule) {
  std::size_t rows = 0;
  std::size_t columns = 0;
  const auto row = placesOf(history.regions, rows);
  const auto column = placesOf(history.activities, columns);
  CrossedHours crossed(rows, columns);
  for (const ReleaseEntry& entry : month.before)
    crossed.add(row.at(entry.region), column.at(entry.activity), entry, false);
  for (const ReleaseEntry& entry : month.now) crossed.add(row.at(entry.region), column.at(entry.activity), entry, true);
  return crossed.isSafe(rule);
}

void reviseMonth(const YearMonth& month, MonthHistory& history, const SuppressionRule& rule) {
  if (!history.told) return;
  const bool changes = isRevisable(history.national, rule);
  history.national.revised = changes;
  auto regions = listed(history.regions);
  auto activities = listed(history.activities);
  bool stands =
      history.national.isCurrent() && reviseBeside(regions, changes, rule) && reviseBeside(activities, changes, rule);
  if (stands && !crossesSafely(month, history, rule)) {
    forget(history.activities);
    // Beside kinds that did not change, the others are still known as one.
    stands = (!changes || standsBeside(activities, rule)) && crossesSafely(month, history, rule);
  }
  if (stands) return;
  history.national.revised = false;
  forget(history.regions);
  forget(history.activities);
}

class Year {
 public:
  Year(const YearSource& source, const SuppressionRule& rule) : source_(source), rule_(rule) {}

  void revise() {
    for (std::size_t month = 0; month < kMonthsOfYear; ++month) months_[month] = monthHistoryOf(source_.months[month]);
    for (bool again = true; again;) {
      for (std::size_t month = 0; month < kMonthsOfYear; ++month) {
        for (auto& [region, history] : months_[month].regions) history.held = held_.contains({month, region});
        reviseMonth(source_.months[month], months_[month], rule_);
      }
      again = false;
      for (std::size_t quarter = 0; quarter < kQuartersOfYear; ++quarter) again = reviseQuarter(quarter) || again;
    }
  }

  YearFigures figures() const;

 private:
  QuarterEntries entriesOf(std::size_t quarter, bool now) const {
    QuarterEntries entries{};
    for (std::size_t i = 0; i < kMonthsOfQuarter; ++i) {
      const YearMonth& month = source_.months[quarter * kMonthsOfQuarter + i];
      entries[i] = now ? &month.now : &month.before;
    }
    return entries;
  }

  // True where a region is held back in its months for it.
  bool reviseQuarter(std::size_t quarter) {
    if (!source_.quarters[quarter].is_released) return false;
    const auto all = [](const QuarterEntries& entries) {
      ReleaseEntries joined;
      for (const ReleaseEntries* month : entries) joined.insert(joined.end(), month->begin(), month->end());
      return joined;
    };
    auto histories =
        historiesOf(crowdsBy(all(entriesOf(quarter, false)), organisationOf),
                    crowdsBy(all(entriesOf(quarter, true)), organisationOf), source_.quarters[quarter].published);
    std::map<std::string, Histories<OrganisationKey>> regions;
    for (auto& [key, history] : histories) regions[key.region].emplace(key, std::move(history));
    bool holds = false;
    quarters_[quarter].clear();
    for (auto& [region, organisations] : regions) {
      if (!reviseRegion(quarter, region, organisations)) {
        forget(organisations);
        holds = hold(quarter, region) || holds;
      }
      quarters_[quarter].merge(organisations);
    }
    return holds;
  }

  bool reviseRegion(std::size_t quarter, const std::string& region, Histories<OrganisationKey>& organisations) {
    bool changes = false;
    bool current = true;
    bool told = true;
    for (std::size_t i = 0; i < kMonthsOfQuarter; ++i) {
      const MonthHistory& month = months_[quarter * kMonthsOfQuarter + i];
      told = told && month.told;
      const auto found = month.regions.find(region);
      if (found == month.regions.end()) continue;
      told = told && found->second.told;
      changes = changes || found->second.revised;
      current = current && found->second.isCurrent();
    }
    // Where the region is hidden its organisations are, too.
    if (!told) return true;
    if (!current) return !changes;
    auto cells = listed(organisations);
    if (!reviseBeside(cells, changes, rule_)) return false;
    changes = changes || std::ranges::any_of(cells, &CellHistory::revised);
    return !changes || crossesSafely(quarter, region, organisations);
  }

  bool crossesSafely(std::size_t quarter, const std::string& region,
                     const Histories<OrganisationKey>& organisations) const {
    std::size_t rows = 0;
    const auto row = placesOf(organisations, rows);
    CrossedHours crossed(rows, kMonthsOfQuarter);
    for (const bool now : {false, true}) {
      const QuarterEntries entries = entriesOf(quarter, now);
      for (std::size_t month = 0; month < kMonthsOfQuarter; ++month) {
        for (const ReleaseEntry& entry : *entries[month]) {
          if (entry.region == region) crossed.add(row.at(organisationOf(entry)), month, entry, now);
        }
      }
    }
    return crossed.isSafe(rule_);
  }

  bool hold(std::size_t quarter, const std::string& region) {
    bool any = false;
    for (std::size_t i = 0; i < kMonthsOfQuarter; ++i)
      any = held_.emplace(quarter * kMonthsOfQuarter + i, region).second || any;
    return any;
  }

  const YearSource& source_;
  const SuppressionRule rule_;
  Held held_;
  std::array<MonthHistory, kMonthsOfYear> months_;
  std::array<Histories<OrganisationKey>, kQuartersOfYear> quarters_;
};

// What was published, with the new values of what is revised.
template <class Key>
std::map<Key, ReleaseCell> revisedCells(std::map<Key, ReleaseCell> cells, const Histories<Key>& histories) {
  for (const auto& [key, history] : histories) {
    if (history.revised) cells[key] = {history.now, Fate::kTold, true};
  }
  return cells;
}

YearFigures Year::figures() const {
  YearFigures figures;
  for (std::size_t month = 0; month < kMonthsOfYear; ++month) {
    if (!source_.months[month].is_released) continue;
    const MonthHistory& history = months_[month];
    MonthFigures& out = figures.months[month];
    out = source_.months[month].published;
    if (history.national.revised) {
      out.national = {history.national.now, Fate::kTold, true};
      out.is_there = true;
    }
    out.regions = revisedCells(std::move(out.regions), history.regions);
    out.activities = revisedCells(std::move(out.activities), history.activities);
  }
  for (std::size_t quarter = 0; quarter < kQuartersOfYear; ++quarter) {
    if (source_.quarters[quarter].is_released)
      figures.quarters[quarter] = revisedCells(source_.quarters[quarter].published, quarters_[quarter]);
  }
  return figures;
}

}  // namespace

YearFigures revisedFigures(const YearSource& source, const SuppressionRule& rule) {
  Year year(source, rule);
  year.revise();
  return year.figures();
}

}  // namespace projections
