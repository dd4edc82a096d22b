#include "audit/verify/national.h"

#include <algorithm>

#include "audit/replay/policy_documents.h"
#include "audit/verify/hours_figures.h"

namespace audit {
namespace {

// Of a region, a direction or the country.
struct Cell {
  std::int64_t organisations = 0;
  std::int64_t activities = 0;
  HoursCell hours;
  std::int64_t attended_people = 0;
  std::int64_t attended_at_once = 0;  // by the largest summary: several may be of the same people
  Sum attended_minutes = 0;
};

struct Cells {
  Cell total;
  std::map<std::string, Cell> regions;
  std::map<std::string, Cell> directions;

  std::array<Cell*, 3> at(const NationalFacts::Place& place) {
    return {&total, &regions[place.region], &directions[place.direction]};
  }
};

void addHours(const HoursTable& table, Cells& cells) {
  cells.total.hours = table.total;
  for (const auto& [code, cell] : table.regions) cells.regions[code].hours = cell;
  for (const auto& [code, cell] : table.directions) cells.directions[code].hours = cell;
}

Cells cellsOf(const State& state, const NationalFacts& facts, const DayRange& days) {
  Cells cells;
  addHours(hoursOf(state, facts, days), cells);
  for (const auto& [region, count] : facts.organisationsByRegion()) {
    cells.regions[region].organisations = count;
    cells.total.organisations += count;
  }
  for (const auto& [direction, organisation] : facts.organisationsByDirection())
    ++cells.directions[direction].organisations;
  for (const auto& [id, activity] : state.activities) {
    if (!days.hold(civilDay(activity.starts))) continue;
    for (Cell* cell : cells.at(facts.placeOf(state, id))) ++cell->activities;
  }
  for (const auto& attended : facts.attendance()) {
    if (!days.hold(attended.day)) continue;
    for (Cell* cell : cells.at(facts.placeOf(state, attended.activity))) {
      cell->attended_people += attended.people;
      cell->attended_at_once = std::max<std::int64_t>(cell->attended_at_once, attended.people);
      cell->attended_minutes += attended.minutes;
    }
  }
  return cells;
}

// What the public is not told.
struct Hidden {
  bool attested = true;
  bool waiting = true;
  bool disputed = true;
  bool imported = true;
  bool attended = true;
};

// Of the country, each figure by those who stand behind it.
Hidden judged(const Cell& total, const SuppressionBounds& bounds) {
  const auto few = [&](PeopleBehind behind) {
    behind.nothing = behind.people == 0;
    return tooFew(behind, bounds);
  };
  PeopleBehind attested = total.hours.behind(HoursFigure::kAttested);
  attested.nothing = total.hours.sum(HoursFigure::kEntries) == 0;
  Hidden hidden;
  hidden.attested = tooFew(attested, bounds);
  hidden.waiting = hidden.attested || few(total.hours.behind(HoursFigure::kWaiting));
  hidden.disputed = hidden.attested || few(total.hours.behind(HoursFigure::kDisputed));
  hidden.imported = few(total.hours.behind(HoursFigure::kImported));
  hidden.attended = few({total.attended_at_once, 0, false});
  return hidden;
}

void writeCell(const std::string& path, const Cell& cell, const Hidden& hidden, NationalFigures& figures) {
  const auto write = [&](const char* name, Sum value, bool hide) { figures.by_path[path + name] = {value, hide}; };
  const auto hours = [&](HoursFigure figure, bool hide) {
    figures.by_path[path + "/" + std::string(nameOf(figure))] = {cell.hours.sum(figure), hide};
  };
  write("/organisations", cell.organisations, false);
  write("/activities", cell.activities, false);
  write("/volunteers", cell.hours.behind(HoursFigure::kAttested).people, hidden.attested);
  hours(HoursFigure::kAttested, hidden.attested);
  // Less the others these would tell of what was rejected.
  hours(HoursFigure::kEntries, true);
  hours(HoursFigure::kClaimed, true);
  hours(HoursFigure::kWaiting, hidden.waiting);
  hours(HoursFigure::kDisputed, hidden.disputed);
  hours(HoursFigure::kImported, hidden.imported);
  write("/attendedPeople", cell.attended_people, hidden.attended);
  write("/attendedMinutes", cell.attended_minutes, hidden.attended);
}

void countMoney(const State& state, const NationalFacts& facts, const DayRange& days, NationalFigures& figures) {
  for (const auto& [id, grant] : state.grants) {
    if (grant.state == GrantState::kVoided) continue;
    const GrantSums sums = facts.grants().toldOf(id, grant, days);
    if (std::ranges::all_of(sums, [](const auto& sum) { return sum.second == 0; })) continue;
    if (grant.parent != Id{}) {
      for (const auto& [name, sum] : sums) figures.sub_awards["/money/" + grant.currency + name] += sum;
      continue;
    }
    for (const std::string& path :
         {"/money/" + grant.currency, "/moneyByRegion/" + regionOf(grant.region) + "/" + grant.currency,
          "/moneyByDirection/" + facts.directionOf(grant.programme) + "/" + grant.currency}) {
      for (const auto& [name, sum] : sums) figures.by_path[path + name].value += sum;
    }
  }
}

std::int64_t conferredOn(const State& state, const NationalFacts& facts, const DayRange& days) {
  return std::ranges::count_if(facts.conferred(), [&](const auto& conferred) {
    const Award* award = find(state.awards, conferred.first);
    return award != nullptr && award->state == AwardState::kConferred && days.hold(conferred.second);
  });
}

}  // namespace

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

SuppressionBounds boundsOf(const State& state, const NationalFacts& facts) {
  const auto day = facts.lastDay();
  const Policy* policy = day ? policyOn(state, schema::PolicyKind::SUPPRESSION, *day) : nullptr;
  if (policy == nullptr) return {};
  const auto suppression = policy->document().getSuppression();
  return {suppression.getLeast(), suppression.getLeastWithMinors()};
}

NationalFigures nationalOf(const State& state, const NationalFacts& facts, const DayRange& days) {
  NationalFigures figures;
  figures.bounds = boundsOf(state, facts);
  const Cells cells = cellsOf(state, facts, days);
  writeCell("/total", cells.total, days.areAll() ? judged(cells.total, figures.bounds) : Hidden{}, figures);
  for (const auto& [code, cell] : cells.regions) writeCell("/regions/" + code, cell, {}, figures);
  for (const auto& [code, cell] : cells.directions) writeCell("/directions/" + code, cell, {}, figures);
  countMoney(state, facts, days, figures);
  figures.by_path["/distinctionsConferred"].value = conferredOn(state, facts, days);
  figures.by_path["/offices"].value = static_cast<std::int64_t>(state.offices.size());
  return figures;
}

NationalFigures grantFiguresOf(const State& state, const NationalFacts& facts, const Id& id, const DayRange& days) {
  NationalFigures figures;
  const Grant* grant = find(state.grants, id);
  if (grant == nullptr) return figures;
  const GrantBook& book = facts.grants();
  const BookSums within = book.sumsOf(id, days);
  const Sum before = days.from == DayRange{}.from ? 0 : book.sumsOf(id, {DayRange{}.from, days.from - 1}).onHand();
  const auto write = [&](const char* name, Sum value) { figures.by_path[name].value = value; };
  write("/grant/awarded", grant->awarded);
  write("/grant/disbursed", within.of(Moved::kDisbursed));
  write("/grant/reversed", within.of(Moved::kReversed));
  write("/grant/interest", within.of(Moved::kInterest));
  write("/grant/vendorRefunds", within.of(Moved::kVendorRefund));
  write("/grant/spent", within.spent());
  write("/grant/disallowed", within.of(Moved::kDisallowed));
  write("/grant/returned", within.of(Moved::kReturned));
  write("/grant/onHand", before + within.onHand());
  if (!days.areAll()) write("/onHandBefore", before);
  for (const MoneyFact& fact : book.factsOf(id)) {
    if (fact.subject == Id{} || fact.void_now || !days.hold(fact.day)) continue;
    const std::string path =
        (fact.moved == Moved::kRecorded ? "/expenditures/" : "/disbursements/") + idText(fact.subject);
    figures.by_path[path + "/amount"].value = fact.amount;
    figures.by_path[path + "/day"].value = fact.day;
  }
  return figures;
}

NationalFigures serviceFiguresOf(const State& state, const Id& volunteer, const DayRange& days) {
  NationalFigures figures;
  for (const Id& id : listOf(state.hours_of, volunteer)) {
    const Hours* hours = find(state.hours, id);
    if (hours == nullptr || !days.hold(civilDay(hours->occurred))) continue;
    for (const HoursFigure figure : kHoursFigures)
      figures.by_path["/volunteer/" + std::string(nameOf(figure))].value += partOf(*hours, figure);
    if (hours->state == HoursState::kVoided) continue;
    const std::string path = "/entries/" + idText(id);
    figures.by_path[path + "/minutes"].value = hours->standing;
    figures.by_path[path + "/claimedMinutes"].value = hours->claimed;
    figures.by_path[path + "/day"].value = civilDay(hours->occurred);
  }
  return figures;
}

}  // namespace audit
