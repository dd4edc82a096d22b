#include "audit/verify/national.h"

#include <algorithm>

#include "audit/replay/policy_documents.h"
#include "audit/replay/profiles.h"

namespace audit {
namespace {

constexpr std::int64_t kEastMinutes = 300;  // of UTC, where days end

struct HoursSums {
  Sum entries = 0;
  Sum claimed = 0;
  Sum waiting = 0;
  Sum attested = 0;
  Sum disputed = 0;
  Sum imported = 0;

  void add(const HoursSums& more) {
    entries += more.entries;
    claimed += more.claimed;
    waiting += more.waiting;
    attested += more.attested;
    disputed += more.disputed;
    imported += more.imported;
  }
};

// Of a region, a direction or the country.
struct Cell {
  std::int64_t organisations = 0;
  std::int64_t activities = 0;
  HoursSums sums;
  std::int64_t attended_people = 0;
  Sum attended_minutes = 0;
  PeopleBehind attested;
  PeopleBehind waiting;
  PeopleBehind disputed;
  PeopleBehind imported;
};
using Cells = std::map<std::string, Cell>;

struct MoneySums {
  Sum grants = 0;
  Sum awarded = 0;
  Sum disbursed = 0;
  Sum spent = 0;
  Sum returned = 0;
  Sum on_hand = 0;
};

HoursSums sumsOf(const Hours& hours) {
  HoursSums sums;
  if (hours.state == HoursState::kVoided) return sums;
  sums.entries = 1;
  if (hours.state == HoursState::kImported) {
    sums.imported = hours.standing;
    return sums;
  }
  sums.claimed = hours.claimed;
  if (hours.state == HoursState::kClaimed) sums.waiting = hours.claimed;
  sums.attested = hours.standing;
  if (hours.state == HoursState::kDisputed) sums.disputed = hours.standing;
  return sums;
}

bool isMinor(schema::AgeBand band) {
  return band == schema::AgeBand::UNDER14 || band == schema::AgeBand::FROM14TO15 || band == schema::AgeBand::FROM16TO17;
}

// What one person has in one place.
struct Share {
  HoursSums sums;
  bool minor = false;

  void add(const Hours& hours) {
    sums.add(sumsOf(hours));
    minor = minor || isMinor(hours.age_band);
  }
  void countIn(Cell& cell) const {
    const auto one = [&](Sum minutes, PeopleBehind& behind) {
      if (minutes <= 0) return;
      ++behind.people;
      if (minor) ++behind.minors;
    };
    cell.sums.add(sums);
    one(sums.attested, cell.attested);
    one(sums.waiting, cell.waiting);
    one(sums.disputed, cell.disputed);
    one(sums.imported, cell.imported);
  }
};

class Count {
 public:
  Count(const State& state, const NationalFacts& facts) : state_(state), facts_(facts) {}

  void run() {
    countPeople();
    countPlaces();
  }

  Cell total;
  Cells regions;
  Cells directions;

 private:
  struct Place {
    std::string region;
    std::string direction;
  };
  Place placeOf(const Id& activity_id) const {
    const Activity* activity = find(state_.activities, activity_id);
    const Project* project = activity != nullptr ? find(state_.projects, activity->project) : nullptr;
    if (project == nullptr) return {};
    return {regionOf(project->region), facts_.directionOf(project->programme)};
  }

  // All profiles of one person together.
  void countPeople() {
    IdMap<std::vector<Id>> persons;
    for (const auto& [volunteer, hours] : state_.hours_of)
      persons[profilesOf(state_, volunteer).front()].push_back(volunteer);
    for (const auto& [person, profiles] : persons) countPerson(profiles);
  }

  void countPerson(const std::vector<Id>& profiles) {
    Share whole;
    std::map<std::string, Share> by_region;
    std::map<std::string, Share> by_direction;
    for (const Id& profile : profiles) {
      for (const Id& id : listOf(state_.hours_of, profile)) {
        const Hours* hours = find(state_.hours, id);
        if (hours == nullptr) continue;
        const Place place = placeOf(hours->activity);
        whole.add(*hours);
        by_region[place.region].add(*hours);
        by_direction[place.direction].add(*hours);
      }
    }
    whole.countIn(total);
    for (const auto& [code, share] : by_region) share.countIn(regions[code]);
    for (const auto& [code, share] : by_direction) share.countIn(directions[code]);
  }

  void countPlaces() {
    for (const auto& [region, count] : facts_.organisationsByRegion()) {
      regions[region].organisations = count;
      total.organisations += count;
    }
    for (const auto& [direction, organisation] : facts_.organisationsByDirection())
      ++directions[direction].organisations;
    for (const auto& [id, activity] : state_.activities) {
      const Place place = placeOf(id);
      for (Cell* cell : {&total, &regions[place.region], &directions[place.direction]}) ++cell->activities;
    }
    for (const auto& attended : facts_.attendance()) {
      const Place place = placeOf(attended.activity);
      for (Cell* cell : {&total, &regions[place.region], &directions[place.direction]}) {
        cell->attended_people += attended.people;
        cell->attended_minutes += attended.minutes;
      }
    }
  }

  const State& state_;
  const NationalFacts& facts_;
};

// The figures that are judged each by itself.
struct Hidden {
  bool attested = false;
  bool waiting = false;
  bool disputed = false;
  bool imported = false;
  bool attended = false;
};

PeopleBehind orNothing(PeopleBehind behind) {
  behind.nothing = behind.people == 0;
  return behind;
}

struct Judged {
  PeopleBehind (*behind)(const Cell&);
  bool Hidden::*hidden;
};
constexpr std::array<Judged, 5> kJudged{{
    {[](const Cell& cell) {
       PeopleBehind behind = cell.attested;
       behind.nothing = cell.sums.entries == 0;
       return behind;
     },
     &Hidden::attested},
    {[](const Cell& cell) { return orNothing(cell.waiting); }, &Hidden::waiting},
    {[](const Cell& cell) { return orNothing(cell.disputed); }, &Hidden::disputed},
    {[](const Cell& cell) { return orNothing(cell.imported); }, &Hidden::imported},
    {[](const Cell& cell) {
       return orNothing({cell.attended_people, 0, false});
     },
     &Hidden::attended},
}};

void writeCell(const std::string& path, const Cell& cell, const Hidden& hidden, NationalFigures& figures) {
  const auto write = [&](const char* name, Sum value, bool hide) { figures.by_path[path + name] = {value, hide}; };
  const bool waiting = hidden.waiting || hidden.attested;
  const bool disputed = hidden.disputed || hidden.attested;
  write("/organisations", cell.organisations, false);
  write("/activities", cell.activities, false);
  write("/volunteers", cell.attested.people, hidden.attested);
  write("/attestedMinutes", cell.sums.attested, hidden.attested);
  // From these what is hidden could be reckoned.
  write("/entries", cell.sums.entries, waiting || hidden.imported);
  write("/claimedMinutes", cell.sums.claimed, waiting);
  write("/waitingMinutes", cell.sums.waiting, waiting);
  write("/disputedMinutes", cell.sums.disputed, disputed);
  write("/importedMinutes", cell.sums.imported, hidden.imported);
  write("/attendedPeople", cell.attended_people, hidden.attended);
  write("/attendedMinutes", cell.attended_minutes, hidden.attended);
}

// The sum is hidden by itself alone, whatever the cells are.
Hidden writeCells(const std::string& path, const Cell& total, const Cells& cells, NationalFigures& figures) {
  Hidden sum;
  std::vector<Hidden> hidden(cells.size());
  for (const Judged& judged : kJudged) {
    std::vector<PeopleBehind> behind;
    for (const auto& [code, cell] : cells) behind.push_back(judged.behind(cell));
    const Hiding hiding = hidingOf(judged.behind(total), behind, figures.bounds);
    sum.*judged.hidden = hiding.sum;
    for (std::size_t i = 0; i < hidden.size(); ++i) hidden[i].*judged.hidden = hiding.cells[i];
  }
  std::size_t i = 0;
  for (const auto& [code, cell] : cells) writeCell(path + code, cell, hidden[i++], figures);
  return sum;
}

void writeMoney(const std::string& path, const MoneySums& sums, NationalFigures& figures) {
  figures.by_path[path + "/grants"].value = sums.grants;
  figures.by_path[path + "/awarded"].value = sums.awarded;
  figures.by_path[path + "/disbursed"].value = sums.disbursed;
  figures.by_path[path + "/spent"].value = sums.spent;
  figures.by_path[path + "/returned"].value = sums.returned;
  figures.by_path[path + "/onHand"].value = sums.on_hand;
}

void countMoney(const State& state, const NationalFacts& facts, NationalFigures& figures) {
  std::map<std::string, MoneySums> sums;
  for (const auto& [id, grant] : state.grants) {
    if (grant.state == GrantState::kVoided || grant.parent != Id{}) continue;
    for (const std::string& path :
         {"/money/" + grant.currency, "/moneyByRegion/" + regionOf(grant.region) + "/" + grant.currency,
          "/moneyByDirection/" + facts.directionOf(grant.programme) + "/" + grant.currency}) {
      MoneySums& sum = sums[path];
      sum = {sum.grants + 1,          sum.awarded + grant.awarded,   sum.disbursed + grant.disbursed,
             sum.spent + grant.spent, sum.returned + grant.returned, sum.on_hand + grant.on_hand};
    }
  }
  for (const auto& [path, sum] : sums) writeMoney(path, sum, figures);
}

}  // namespace

std::string regionOf(const Id& stream) {
  const auto end = std::find(stream.begin(), stream.end(), 0);
  return {stream.begin(), end};
}

bool isNationalFigure(std::string_view name) {
  constexpr std::array<std::string_view, 19> kNames{"organisations",
                                                    "activities",
                                                    "volunteers",
                                                    "attestedMinutes",
                                                    "entries",
                                                    "claimedMinutes",
                                                    "waitingMinutes",
                                                    "disputedMinutes",
                                                    "importedMinutes",
                                                    "attendedPeople",
                                                    "attendedMinutes",
                                                    "grants",
                                                    "awarded",
                                                    "disbursed",
                                                    "spent",
                                                    "returned",
                                                    "onHand",
                                                    "offices",
                                                    "distinctionsConferred"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

const std::string& NationalFacts::directionOf(const Id& programme) const {
  static const auto& kNone = *new std::string;
  const auto* direction = find(directions_, programme);
  return direction == nullptr ? kNone : *direction;
}

void NationalFacts::take(const State& state, const Case& c, schema::Command::Reader command) {
  last_day_ = civilDay(c.recorded_at, kEastMinutes);
  if (command.isProgrammeDefine()) {
    const auto programme = command.getProgrammeDefine();
    directions_.try_emplace(idOf(programme.getProgramme()), stringOf(programme.getDirection()));
  } else if (command.isOrganisationRegister()) {
    ++organisations_[stringOf(command.getOrganisationRegister().getRegion())];
  } else if (command.isProjectStart()) {
    const auto project = command.getProjectStart();
    started_.emplace(directionOf(idOf(project.getProgramme())), idOf(project.getOrganisation()));
  } else if (command.isAttendanceSummarise()) {
    const auto summary = command.getAttendanceSummarise();
    const Shift* shift = find(state.shifts, idOf(summary.getShift()));
    if (summary.getState() != schema::AttendanceState::COMPLETED || shift == nullptr) return;
    attendance_.push_back({shift->activity, summary.getPeople(), summary.getMinutes(), c.imported() ? c.batch : Id{}});
  } else if (command.isImportVoid()) {
    const Id batch = idOf(command.getImportVoid().getBatch());
    std::erase_if(attendance_, [&](const Attendance& one) { return one.batch == batch; });
  }
}

NationalFigures nationalOf(const State& state, const NationalFacts& facts) {
  NationalFigures figures;
  const Policy* policy = facts.lastDay() ? policyOn(state, schema::PolicyKind::SUPPRESSION, *facts.lastDay()) : nullptr;
  if (policy != nullptr) {
    const auto suppression = policy->document().getSuppression();
    figures.bounds = {suppression.getLeast(), suppression.getLeastWithMinors()};
  }
  Count count(state, facts);
  count.run();
  const Hidden hidden = writeCells("/regions/", count.total, count.regions, figures);
  writeCells("/directions/", count.total, count.directions, figures);
  writeCell("/total", count.total, hidden, figures);
  countMoney(state, facts, figures);
  const auto conferred = std::count_if(state.awards.begin(), state.awards.end(),
                                       [](const auto& award) { return award.second.state == AwardState::kConferred; });
  figures.by_path["/distinctionsConferred"].value = conferred;
  figures.by_path["/offices"].value = static_cast<std::int64_t>(state.offices.size());
  return figures;
}

}  // namespace audit
