#include "audit/verify/release_revision.h"

#include <algorithm>
#include <set>

namespace audit {
namespace {

struct Turn {
  Crowd now;
  Crowd change;
  bool told = true;
  bool held = false;
  bool revised = false;

  bool isCurrent() const { return told && (revised || change.empty()); }
};
using Turns = std::map<CellKey, Turn>;
using HeldRegions = std::set<std::pair<std::size_t, std::string>>;

Turns turnsOf(const std::vector<ReleasedHours>& before, const std::vector<ReleasedHours>& now, KeyOf key,
              const ReleasedCells& released) {
  Turns turns;
  for (auto& [name, crowd] : crowdsBy(now, key)) {
    turns[name].change = crowd;
    turns[name].now = std::move(crowd);
  }
  for (const auto& [name, crowd] : crowdsBy(before, key)) join(turns[name].change, crowd, -1);
  for (auto& [name, turn] : turns) {
    sweep(turn.change);
    const auto cell = released.find(name);
    turn.told = cell == released.end() || cell->second.told;
  }
  return turns;
}

bool isRevisable(const Turn& turn, const SuppressionBounds& bounds) {
  return turn.told && !turn.held && !turn.change.empty() && mayTell(turn.change, bounds) && mayTell(turn.now, bounds);
}

bool emptyOrTold(Crowd& crowd, const SuppressionBounds& bounds) {
  sweep(crowd);
  return crowd.empty() || mayTell(crowd, bounds);
}

bool stands(const Turns& turns, const SuppressionBounds& bounds) {
  Crowd revised, changes, now, mixed;
  for (const auto& [key, turn] : turns) {
    if (turn.revised) join(revised, turn.change);
    if (turn.isCurrent()) continue;
    join(changes, turn.change);
    join(now, turn.now);
    join(mixed, turn.told ? turn.change : turn.now);
  }
  sweep(changes);
  if (!emptyOrTold(revised, bounds)) return false;
  return changes.empty() || (mayTell(changes, bounds) && emptyOrTold(now, bounds) && emptyOrTold(mixed, bounds));
}

// False: it fails.
bool reviseBeside(Turns& turns, bool sum_changes, const SuppressionBounds& bounds) {
  for (auto& [key, turn] : turns) turn.revised = isRevisable(turn, bounds);
  while (!stands(turns, bounds)) {
    Turn* fewest = nullptr;
    for (auto& [key, turn] : turns) {
      if (turn.revised && (fewest == nullptr || turn.change.size() < fewest->change.size())) fewest = &turn;
    }
    if (fewest == nullptr) return !sum_changes;
    fewest->revised = false;
  }
  return true;
}

void leave(Turns& turns) {
  for (auto& [key, turn] : turns) turn.revised = false;
}

std::size_t place(const Turns& turns, Places& places) {
  std::size_t next = 0;
  for (const auto& [key, turn] : turns) {
    if (turn.isCurrent()) places[key] = next++;
  }
  for (const auto& [key, turn] : turns) places.try_emplace(key, next);
  return next + 1;
}

// Crowds now, and how they changed, by row and column.
struct Grids {
  Grid now;
  Grid change;

  Grids(std::size_t rows, std::size_t columns) : now(rows, std::vector<Crowd>(columns)), change(now) {}
  void add(std::size_t row, std::size_t column, const ReleasedHours& hours, bool is_now) {
    const Crowd one{{hours.person, {hours.minutes, hours.minor}}};
    if (is_now) join(now[row][column], one);
    join(change[row][column], one, is_now ? 1 : -1);
  }
  bool cross(const SuppressionBounds& bounds) {
    for (Grid* grid : {&now, &change}) {
      for (auto& row : *grid) {
        for (Crowd& crowd : row) sweep(crowd);
      }
      if (crossing(*grid, bounds)) return true;
    }
    return false;
  }
};

struct MonthTurns {
  bool told = false;
  Turn country;
  Turns regions;
  Turns activities;
};

class Revision {
 public:
  Revision(RevisedYear& year, const SuppressionBounds& bounds) : year_(year), bounds_(bounds) {}

  void run() {
    for (std::size_t i = 0; i < months_.size(); ++i) begin(i);
    for (bool again = true; again;) {
      for (std::size_t i = 0; i < months_.size(); ++i) reviseMonth(i);
      again = false;
      for (std::size_t i = 0; i < quarters_.size(); ++i) again = reviseQuarter(i) || again;
    }
    for (std::size_t i = 0; i < months_.size(); ++i) writeMonth(i);
    for (std::size_t i = 0; i < quarters_.size(); ++i) {
      if (year_.quarters[i]) write(quarters_[i], *year_.quarters[i]);
    }
  }

 private:
  void begin(std::size_t i) {
    const RevisedMonth& month = year_.months[i];
    MonthTurns& turns = months_[i];
    turns.told = month.is_released && (!month.told.is_there || month.told.country.told);
    if (!turns.told) return;
    const Turns country = turnsOf(month.before, month.now, byCountry, {});
    if (!country.empty()) turns.country = country.begin()->second;
    turns.regions = turnsOf(month.before, month.now, byRegion, month.told.regions);
    turns.activities = turnsOf(month.before, month.now, byActivity, month.told.activities);
  }

  void reviseMonth(std::size_t i) {
    MonthTurns& turns = months_[i];
    if (!turns.told) return;
    for (auto& [key, turn] : turns.regions) turn.held = held_.contains({i, key.first});
    turns.country.revised = isRevisable(turns.country, bounds_);
    const bool changes = turns.country.revised;
    bool fails = !turns.country.isCurrent() || !reviseBeside(turns.regions, changes, bounds_) ||
                 !reviseBeside(turns.activities, changes, bounds_);
    if (!fails && crosses(year_.months[i], turns)) {
      leave(turns.activities);
      fails = (changes && !stands(turns.activities, bounds_)) || crosses(year_.months[i], turns);
    }
    if (!fails) return;
    turns.country.revised = false;
    leave(turns.regions);
    leave(turns.activities);
  }

  bool crosses(const RevisedMonth& month, const MonthTurns& turns) const {
    Places rows, columns;
    const std::size_t height = place(turns.regions, rows);
    Grids grids(height, place(turns.activities, columns));
    for (const ReleasedHours& one : month.before)
      grids.add(rows.at(byRegion(one)), columns.at(byActivity(one)), one, false);
    for (const ReleasedHours& one : month.now)
      grids.add(rows.at(byRegion(one)), columns.at(byActivity(one)), one, true);
    return grids.cross(bounds_);
  }

  // True: a region is held that was not before.
  bool reviseQuarter(std::size_t i) {
    if (!year_.quarters[i]) return false;
    std::vector<ReleasedHours> before, now;
    for (std::size_t m = 3 * i; m < 3 * i + 3; ++m) {
      before.insert(before.end(), year_.months[m].before.begin(), year_.months[m].before.end());
      now.insert(now.end(), year_.months[m].now.begin(), year_.months[m].now.end());
    }
    std::map<std::string, Turns> regions;
    for (auto& [key, turn] : turnsOf(before, now, byOrganisation, *year_.quarters[i])) regions[key.first][key] = turn;
    bool again = false;
    quarters_[i].clear();
    for (auto& [region, turns] : regions) {
      if (!reviseRegion(i, region, turns)) {
        leave(turns);
        for (std::size_t m = 3 * i; m < 3 * i + 3; ++m) again = held_.emplace(m, region).second || again;
      }
      quarters_[i].merge(turns);
    }
    return again;
  }

  bool reviseRegion(std::size_t i, const std::string& region, Turns& turns) {
    bool told = true, current = true, changes = false;
    for (std::size_t m = 3 * i; m < 3 * i + 3; ++m) {
      told = told && months_[m].told;
      const auto found = months_[m].regions.find({region, Id{}});
      if (found == months_[m].regions.end()) continue;
      told = told && found->second.told;
      current = current && found->second.isCurrent();
      changes = changes || found->second.revised;
    }
    if (!told) return true;
    if (!current) return !changes;
    if (!reviseBeside(turns, changes, bounds_)) return false;
    const bool any = changes || std::ranges::any_of(turns, [](const auto& one) { return one.second.revised; });
    return !any || !crosses(i, region, turns);
  }

  bool crosses(std::size_t i, const std::string& region, const Turns& turns) const {
    Places rows;
    Grids grids(place(turns, rows), 3);
    for (std::size_t m = 0; m < 3; ++m) {
      const RevisedMonth& month = year_.months[3 * i + m];
      for (const bool is_now : {false, true}) {
        for (const ReleasedHours& one : is_now ? month.now : month.before) {
          if (one.region == region) grids.add(rows.at(byOrganisation(one)), m, one, is_now);
        }
      }
    }
    return grids.cross(bounds_);
  }

  static void write(const Turns& turns, ReleasedCells& cells) {
    for (const auto& [key, turn] : turns) {
      if (turn.revised) cells[key] = {turn.now, true, true};
    }
  }

  void writeMonth(std::size_t i) {
    ReleasedMonth& told = year_.months[i].told;
    if (months_[i].country.revised) {
      told.country = {months_[i].country.now, true, true};
      told.is_there = true;
    }
    write(months_[i].regions, told.regions);
    write(months_[i].activities, told.activities);
  }

  RevisedYear& year_;
  const SuppressionBounds bounds_;
  HeldRegions held_;
  std::array<MonthTurns, 12> months_;
  std::array<Turns, 4> quarters_;
};

}  // namespace

void revise(RevisedYear& year, const SuppressionBounds& bounds) {
  Revision(year, bounds).run();
}

}  // namespace audit
