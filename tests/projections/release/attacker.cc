#include "tests/projections/release/attacker.h"

#include <algorithm>
#include <cstdlib>
#include <functional>

namespace projections::tests {
namespace {

using Known = Attacker::Known;
using Figure = Attacker::Figure;
using Children = Attacker::Children;
using Grid = std::map<std::string, std::map<std::string, Figure>>;

void add(Figure& figure, std::uint32_t person, std::int64_t minutes) {
  figure[person] += minutes;
}

template <class KeyOf>
Children childrenBy(const ReleaseEntries& before, const ReleaseEntries& now, KeyOf key_of) {
  Children children;
  for (const ReleaseEntry& entry : before) add(children[key_of(entry)].old_value, entry.person, entry.minutes);
  for (const ReleaseEntry& entry : now) add(children[key_of(entry)].new_value, entry.person, entry.minutes);
  return children;
}

template <class Cells, class Name>
void tell(Children& children, const Cells& published, const Cells& year, Name name) {
  // What is in no table is known to be 0.
  for (auto& [key, known] : children) known.told = known.old_value.empty();
  for (const auto& [key, cell] : published) children[name(key)].told = cell.fate == Fate::kTold;
  for (const auto& [key, cell] : year) {
    if (cell.revised) children[name(key)].revised = true;
  }
}

std::string same(const std::string& code) {
  return code;
}
std::string keyText(const OrganisationKey& key) {
  return key.region + "/" + std::to_string(key.organisation);
}
std::string keyOfEntry(const ReleaseEntry& entry) {
  return keyText({entry.region, entry.organisation});
}

std::set<std::string> toldIn(const Children& children) {
  std::set<std::string> told;
  for (const auto& [key, known] : children) {
    if (known.told) told.insert(key);
  }
  return told;
}

// Those that say what there is now.
bool isCurrent(const Known& known) {
  if (!known.told || known.revised) return known.told;
  Figure change = known.new_value;
  for (const auto& [person, minutes] : known.old_value) change[person] -= minutes;
  return std::all_of(change.begin(), change.end(), [](const auto& one) { return one.second == 0; });
}
std::set<std::string> currentIn(const Children& children) {
  std::set<std::string> current;
  for (const auto& [key, known] : children) {
    if (isCurrent(known)) current.insert(key);
  }
  return current;
}
bool anyRevised(const Children& children) {
  return std::any_of(children.begin(), children.end(), [](const auto& one) { return one.second.revised; });
}

Grid byRegionAndActivity(const ReleaseEntries& entries) {
  Grid grid;
  for (const ReleaseEntry& entry : entries) add(grid[entry.region][entry.activity], entry.person, entry.minutes);
  return grid;
}

// Of the rows and columns that are current: then and now.
struct Crossing {
  const Grid& before;
  Grid now;
  std::set<std::string> rows;
  std::set<std::string> columns;
};

void crossNewest(Attacker& attacker, const std::string& name, const Crossing& known) {
  attacker.cross(name + ", newest", known.now, known.rows, known.columns);
  Grid change = known.now;
  for (const auto& [row, cells] : known.before) {
    for (const auto& [column, figure] : cells) {
      for (const auto& [person, minutes] : figure) change[row][column][person] -= minutes;
    }
  }
  attacker.cross(name + ", changes", change, known.rows, known.columns);
}

struct Month {
  Known national;
  Children regions;
  Children activities;
};

Month attackMonth(Attacker& attacker, const std::string& name, const YearMonth& source, const MonthFigures& year) {
  Month month;
  for (const ReleaseEntry& entry : source.before) add(month.national.old_value, entry.person, entry.minutes);
  for (const ReleaseEntry& entry : source.now) add(month.national.new_value, entry.person, entry.minutes);
  month.national.told = !source.published.is_there || source.published.national.fate == Fate::kTold;
  month.national.revised = year.national.revised;
  month.regions = childrenBy(source.before, source.now, [](const ReleaseEntry& entry) { return entry.region; });
  month.activities = childrenBy(source.before, source.now, [](const ReleaseEntry& entry) { return entry.activity; });
  tell(month.regions, source.published.regions, year.regions, same);
  tell(month.activities, source.published.activities, year.activities, same);
  attacker.read(name, month.national);
  attacker.subtract(name + " regions", month.national, month.regions);
  attacker.subtract(name + " activities", month.national, month.activities);
  const std::string crossing = name + " regions by activities";
  const Grid before = byRegionAndActivity(source.before);
  if (month.national.told) attacker.cross(crossing, before, toldIn(month.regions), toldIn(month.activities));
  const bool revised = month.national.revised || anyRevised(month.regions) || anyRevised(month.activities);
  if (revised && isCurrent(month.national)) {
    crossNewest(attacker, crossing,
                {before, byRegionAndActivity(source.now), currentIn(month.regions), currentIn(month.activities)});
  }
  return month;
}

Grid byOrganisationAndMonth(const YearSource& source, const std::string& region, bool now) {
  Grid grid;
  for (std::size_t i = 0; i < kMonthsOfQuarter; ++i) {
    for (const ReleaseEntry& entry : now ? source.months[i].now : source.months[i].before) {
      if (entry.region == region) add(grid[keyOfEntry(entry)][std::to_string(i)], entry.person, entry.minutes);
    }
  }
  return grid;
}

void attackQuarter(Attacker& attacker, const YearSource& source, const CellsByOrganisation& year,
                   const std::array<Month, kMonthsOfQuarter>& months) {
  ReleaseEntries before;
  ReleaseEntries now;
  for (std::size_t i = 0; i < kMonthsOfQuarter; ++i) {
    before.insert(before.end(), source.months[i].before.begin(), source.months[i].before.end());
    now.insert(now.end(), source.months[i].now.begin(), source.months[i].now.end());
  }
  Children organisations = childrenBy(before, now, keyOfEntry);
  tell(organisations, source.quarters[0].published, year, keyText);
  std::map<std::string, Children> by_region;
  for (const auto& [key, known] : organisations) by_region[key.substr(0, key.find('/'))][key] = known;
  for (const auto& [region, children] : by_region) {
    Known sum;
    sum.told = true;
    bool current = true;
    for (const Month& month : months) {
      const auto found = month.regions.find(region);
      if (found == month.regions.end()) continue;
      sum.told = sum.told && found->second.told;
      current = current && isCurrent(found->second);
      for (const auto& [person, minutes] : found->second.old_value) add(sum.old_value, person, minutes);
      for (const auto& [person, minutes] : found->second.newest()) add(sum.new_value, person, minutes);
      sum.revised = sum.revised || found->second.revised;
    }
    attacker.subtract("quarter " + region, sum, children);
    const std::string crossing = "quarter " + region + " by months";
    const std::set<std::string> columns = {"0", "1", "2"};
    const Grid then = byOrganisationAndMonth(source, region, false);
    if (sum.told) attacker.cross(crossing, then, toldIn(children), columns);
    if (current && (sum.revised || anyRevised(children))) {
      crossNewest(attacker, crossing,
                  {then, byOrganisationAndMonth(source, region, true), currentIn(children), columns});
    }
  }
}

}  // namespace

Figure Attacker::less(Figure figure, const Figure& other) {
  for (const auto& [person, minutes] : other) figure[person] -= minutes;
  return figure;
}

void Attacker::judge(const std::string& name, const Figure& figure) {
  std::vector<std::int64_t> sizes;
  bool with_minors = false;
  for (const auto& [person, minutes] : figure) {
    if (minutes == 0) continue;
    sizes.push_back(std::abs(minutes));
    with_minors = with_minors || minors_.contains(person);
  }
  if (sizes.empty()) return;
  std::sort(sizes.rbegin(), sizes.rend());
  std::int64_t all = 0;
  for (const std::int64_t size : sizes) all += size;
  const auto people = static_cast<std::int64_t>(sizes.size());
  const bool few = people < (with_minors ? least_with_minors_ : least_);
  const bool one = sizes[0] * 2 > all;
  const bool two = sizes.size() > 1 && (sizes[0] + sizes[1]) * 5 > all * 4;
  if (few || one || two) leaks_.push_back(name + " tells of " + std::to_string(people) + (few ? "" : ", dominated"));
}

void Attacker::read(const std::string& name, const Known& known) {
  if (!known.told) return;
  judge(name, known.old_value);
  if (!known.revised) return;
  judge(name + " revised", known.new_value);
  judge(name + " change", less(known.new_value, known.old_value));
}

void Attacker::subtract(const std::string& name, const Known& parent, const Children& children) {
  Figure revised;
  for (const auto& [key, known] : children) {
    read(name + " " + key, known);
    if (!known.told || !known.revised) continue;
    for (const auto& [person, minutes] : less(known.new_value, known.old_value)) revised[person] += minutes;
  }
  judge(name + " changes together", revised);
  if (!parent.told) return;
  Figure then = parent.old_value;
  Figure since = parent.newest();
  Figure since_current = parent.newest();
  for (const auto& [key, known] : children) {
    if (!known.told) continue;
    then = less(then, known.old_value);
    since = less(since, known.newest());
    // Leaves out what it sees to be out of date.
    const bool current = known.revised || known.old_value == known.new_value;
    if (current) since_current = less(since_current, known.newest());
  }
  judge(name + " rest then", then);
  judge(name + " rest since", since);
  if (parent.revised) judge(name + " rest of what is new", since_current);
  judge(name + " change of the rest", less(since, then));
}

void Attacker::cross(const std::string& name,
                     const std::map<std::string, std::map<std::string, Figure>>& by_row_and_column,
                     const std::set<std::string>& rows_told, const std::set<std::string>& columns_told) {
  // What is hidden in a table is known as one.
  std::map<std::string, std::map<std::string, Figure>> merged;
  std::set<std::string> columns;
  for (const auto& [row, cells] : by_row_and_column) {
    for (const auto& [column, figure] : cells) {
      const std::string known_row = rows_told.contains(row) ? row : "?";
      const std::string known_column = columns_told.contains(column) ? column : "?";
      columns.insert(known_column);
      for (const auto& [person, minutes] : figure) merged[known_row][known_column][person] += minutes;
    }
  }
  const std::vector<std::string> all(columns.begin(), columns.end());
  for (unsigned chosen = 1; chosen < (1U << all.size()); ++chosen) {
    std::set<std::string> some;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if ((chosen >> i & 1U) != 0) some.insert(all[i]);
    }
    Figure rest;
    for (const auto& [row, cells] : merged) {
      const bool within = std::all_of(cells.begin(), cells.end(), [&](const auto& cell) {
        const bool counts = std::any_of(cell.second.begin(), cell.second.end(), [](auto& one) { return one.second; });
        return !counts || some.contains(cell.first);
      });
      for (const auto& [column, figure] : cells) {
        if (within || !some.contains(column)) continue;
        for (const auto& [person, minutes] : figure) rest[person] += minutes;
      }
    }
    judge(name, rest);
  }
}

std::string firstLeak(const YearSource& source, const YearFigures& year, const SuppressionRule& rule) {
  Attacker attacker(rule.least, rule.least_with_minors);
  std::array<Month, kMonthsOfQuarter> months;
  for (std::size_t i = 0; i < kMonthsOfQuarter; ++i) {
    for (const ReleaseEntries* entries : {&source.months[i].before, &source.months[i].now}) {
      for (const ReleaseEntry& entry : *entries) {
        if (entry.minor) attacker.minor(entry.person);
      }
    }
  }
  for (std::size_t i = 0; i < kMonthsOfQuarter; ++i)
    months[i] = attackMonth(attacker, "month " + std::to_string(i), source.months[i], year.months[i]);
  attackQuarter(attacker, source, year.quarters[0], months);
  return attacker.leaks().empty() ? "" : attacker.leaks().front();
}

}  // namespace projections::tests
