#include "projections/report/national_report.h"

#include <algorithm>
#include <map>

#include "projections/columns.h"
#include "projections/report/national_period.h"
#include "projections/report/profiles.h"

namespace projections {
namespace {

using ledger::Result;

HoursFigures& figuresOf(std::vector<HoursFigures>& all, std::string_view code) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.code == code; });
  if (found != all.end()) return *found;
  all.emplace_back().code = code;
  return all.back();
}

void addCell(HoursFigures& figures, const NationalHoursRow& cell) {
  figures.activities += cell.activities;
  figures.sums += cell.sums;
  figures.attended_people += cell.attended_people;
  figures.attended += cell.attended;
}

// Sets one figure of each code by the (code, count) rows of a query.
Result<void> setCounts(Database& database, const std::string& sql, std::vector<HoursFigures>& all,
                       std::int64_t HoursFigures::*figure) {
  Statement counts = database.prepare(sql);
  for (auto row = counts.step();; row = counts.step()) {
    if (!row) return row.error();
    if (!*row) return {};
    HoursFigures& figures = figuresOf(all, counts.nextText());
    figures.*figure = counts.nextInteger();
  }
}

Result<void> setCount(Database& database, const std::string& sql, std::int64_t& figure) {
  Statement count = database.prepare(sql);
  const auto row = count.step();
  if (!row) return row.error();
  figure = count.nextInteger();
  return {};
}

void addCells(const std::vector<NationalHoursRow>& cells, NationalReport& report) {
  for (const NationalHoursRow& cell : cells) {
    addCell(report.total, cell);
    addCell(figuresOf(report.regions, cell.region), cell);
    addCell(figuresOf(report.directions, cell.direction), cell);
  }
}

Result<void> readHours(Database& database, NationalReport& report) {
  Statement all = database.prepare(selectAll<NationalHoursRow>() + "order by region, direction");
  const auto cells = readRows<NationalHoursRow>(all);
  if (!cells) return cells.error();
  addCells(*cells, report);
  return {};
}

// Counts each person once in each figure. Rows of one person follow one another.
class PeopleCount {
 public:
  explicit PeopleCount(NationalReport& report) : report_(report) {}

  void take(const NationalVolunteerRow& row) {
    if (row.volunteer != volunteer_) settle();
    volunteer_ = row.volunteer;
    for (Share* share : {&whole_, &regions_[row.region], &directions_[row.direction]}) {
      share->sums += row.sums;
      share->minor = share->minor || row.minor;
    }
  }
  // After the last row.
  void settle() {
    count(whole_, report_.total);
    for (const auto& [code, share] : regions_) count(share, figuresOf(report_.regions, code));
    for (const auto& [code, share] : directions_) count(share, figuresOf(report_.directions, code));
    whole_ = {};
    regions_.clear();
    directions_.clear();
  }

 private:
  struct Share {
    HoursSums sums;
    bool minor = false;
  };

  static void count(const Share& share, HoursFigures& figures) {
    const auto one = [&](ledger::Minutes minutes, PeopleBehind& behind) {
      if (minutes.count() <= 0) return;
      ++behind.people;
      if (share.minor) ++behind.minors;
    };
    one(share.sums.attested, figures.behind.attested);
    one(share.sums.waiting, figures.behind.waiting);
    one(share.sums.disputed, figures.behind.disputed);
    one(share.sums.imported, figures.behind.imported);
    figures.volunteers = figures.behind.attested.people;
  }

  NationalReport& report_;
  ledger::PersonId volunteer_;
  Share whole_;
  std::map<std::string, Share> regions_;
  std::map<std::string, Share> directions_;
};

Result<void> readVolunteers(Database& database, NationalReport& report) {
  const auto survivors = readSurvivors(database);
  if (!survivors) return survivors.error();
  PeopleCount people(report);
  // Merged profiles are one person.
  Statement all = database.prepare(selectAll<NationalVolunteerRow>() +
                                   "order by coalesce((select m.survivor from merged_profiles m where m.absorbed = "
                                   "volunteer), volunteer)");
  for (auto row = all.step();; row = all.step()) {
    if (!row) return row.error();
    if (!*row) break;
    NationalVolunteerRow share;
    ColumnReader reader(all);
    NationalVolunteerRow::columns(reader, share);
    if (const auto merged = survivors->find(share.volunteer); merged != survivors->end())
      share.volunteer = merged->second;
    people.take(share);
  }
  people.settle();
  return {};
}

Result<void> readPeriod(Database& database, const Period& period, NationalReport& report) {
  const auto hours = readPeriodHours(database, period);
  if (!hours) return hours.error();
  addCells(hours->cells, report);
  PeopleCount people(report);
  for (const NationalVolunteerRow& share : hours->volunteers) people.take(share);
  people.settle();
  return {};
}

Result<void> readCounts(Database& database, NationalReport& report) {
  auto read = setCounts(database, "select region, count(*) from organisations group by region", report.regions,
                        &HoursFigures::organisations);
  if (read) {
    read = setCounts(database, "select direction, count(distinct organisation) from projects group by direction",
                     report.directions, &HoursFigures::organisations);
  }
  if (read) read = setCount(database, "select count(*) from organisations", report.total.organisations);
  if (read) read = setCount(database, conferredSql(report.stamp.period), report.conferred);
  return read;
}

// By a column, or by '' for one row of each currency.
Result<void> readMoney(Database& database, const std::string& code, const std::optional<Period>& period,
                       std::vector<MoneyFigures>& figures) {
  if (period) {
    auto read = readPeriodMoney(database, *period, code);
    if (!read) return read.error();
    figures = *std::move(read);
    return {};
  }
  Statement all = database.prepare(
      "select " + code +
      " as code, currency, sum(grants), sum(awarded), sum(disbursed), sum(spent), sum(returned), sum(on_hand) "
      "from national_money group by 1, currency having sum(grants) > 0 order by 2, 1");
  for (auto row = all.step();; row = all.step()) {
    if (!row) return row.error();
    if (!*row) return {};
    ColumnReader reader(all);
    MoneyFigures& one = figures.emplace_back();
    reader("code", one.code);
    reader("currency", one.currency);
    MoneySums::columns(reader, one.sums);
  }
}

constexpr char kLargestAttendance[] =
    "select coalesce(max(people), 0) from attendance where state = 'completed' and voided = 0";

void sortByCode(std::vector<HoursFigures>& figures) {
  std::sort(figures.begin(), figures.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
}

}  // namespace

std::string conferredSql(const std::optional<Period>& period) {
  return "select count(*) from distinctions where state = 'conferred' and " + withinSql(period, "day");
}

Result<NationalReport> readNationalReport(Database& database, const std::optional<Period>& period) {
  NationalReport report;
  auto stamp = readStamp(database);
  if (!stamp) return stamp.error();
  report.stamp = *std::move(stamp);
  report.stamp.period = period;
  Statement offices = database.prepare(selectAll<OfficeRow>() + "order by kind, region");
  auto established = readRows<OfficeRow>(offices);
  if (!established) return established.error();
  report.offices = *std::move(established);
  auto read = period ? readPeriod(database, *period, report) : readHours(database, report);
  if (read && !period) read = readVolunteers(database, report);
  if (read && !period) read = setCount(database, kLargestAttendance, report.total.behind.attended.people);
  if (read) read = readCounts(database, report);
  if (read) read = readMoney(database, "''", period, report.money);
  if (read) read = readMoney(database, "region", period, report.money_by_region);
  if (read) read = readMoney(database, "direction", period, report.money_by_direction);
  if (!read) return read.error();
  sortByCode(report.regions);
  sortByCode(report.directions);
  return report;
}

}  // namespace projections
