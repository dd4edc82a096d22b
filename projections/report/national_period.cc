#include "projections/report/national_period.h"

#include <map>
#include <set>

#include "projections/report/grant_money.h"
#include "projections/report/profiles.h"
#include "projections/report/query.h"

namespace projections {
namespace {

using ledger::Result;
using Place = std::pair<std::string, std::string>;  // region, direction

class Cells {
 public:
  NationalHoursRow& at(const std::string& region, const std::string& direction) {
    NationalHoursRow& cell = cells_[{region, direction}];
    cell.region = region;
    cell.direction = direction;
    return cell;
  }
  std::vector<NationalHoursRow> rows() const {
    std::vector<NationalHoursRow> rows;
    for (const auto& [place, cell] : cells_) rows.push_back(cell);
    return rows;
  }

 private:
  std::map<Place, NationalHoursRow> cells_;
};

// What was claimed before the age of 18.
Result<std::set<ledger::SubjectId>> entriesOfMinors(Database& database, const Period& period) {
  std::set<ledger::SubjectId> entries;
  const auto sql =
      "select hours from credit_facts where until = 0 and age_band in "
      "('under14', 'from14to15', 'from16to17') and " +
      withinSql(period, "day");
  auto read = eachRow(database, sql, [&](Statement& row) {
    ledger::SubjectId hours;
    ColumnReader reader(row);
    reader("hours", hours);
    entries.insert(hours);
  });
  if (!read) return read.error();
  return entries;
}

Result<void> addEntries(Database& database, const Period& period, Cells& cells,
                        std::vector<NationalVolunteerRow>& volunteers) {
  const auto survivors = readSurvivors(database);
  if (!survivors) return survivors.error();
  std::map<std::tuple<ledger::PersonId, std::string, std::string>, NationalVolunteerRow> shares;
  const auto minors = entriesOfMinors(database, period);
  if (!minors) return minors.error();
  const auto sql = selectAll<HoursEntryRow>() + "where " + withinSql(period, "day");
  auto read = eachRow(database, sql, [&](Statement& row) {
    HoursEntryRow entry;
    ColumnReader reader(row);
    HoursEntryRow::columns(reader, entry);
    const HoursSums sums = sumsOf(entry);
    cells.at(entry.region, entry.direction).sums += sums;
    const auto merged = survivors->find(entry.volunteer);
    const ledger::PersonId& person = merged == survivors->end() ? entry.volunteer : merged->second;
    NationalVolunteerRow& share = shares[{person, entry.region, entry.direction}];
    share.sums += sums;
    share.minor = share.minor || minors->contains(entry.hours);
  });
  for (auto& [key, share] : shares) {
    std::tie(share.volunteer, share.region, share.direction) = key;
    volunteers.push_back(std::move(share));
  }
  return read;
}

Result<void> addPlaces(Database& database, const Period& period, Cells& cells) {
  const auto activities = "select region, direction, count(*) from activities where " +
                          withinSql(period, "starts_day") + " group by region, direction";
  auto read = eachRow(database, activities, [&](Statement& row) {
    const std::string region(row.nextText());
    const std::string direction(row.nextText());
    cells.at(region, direction).activities = row.nextInteger();
  });
  if (!read) return read;
  const auto attendance =
      "select a.region, a.direction, sum(a.people), sum(a.minutes) from attendance a join shifts s on s.shift = "
      "a.shift "
      "where a.state = 'completed' and a.voided = 0 and " +
      withinSql(period, "s.starts_day") + " group by a.region, a.direction";
  return eachRow(database, attendance, [&](Statement& row) {
    const std::string region(row.nextText());
    const std::string direction(row.nextText());
    NationalHoursRow& cell = cells.at(region, direction);
    cell.attended_people = row.nextInteger();
    cell.attended = ledger::Minutes{row.nextInteger()};
  });
}

}  // namespace

Result<PeriodHours> readPeriodHours(Database& database, const Period& period) {
  PeriodHours hours;
  Cells cells;
  auto read = addEntries(database, period, cells, hours.volunteers);
  if (read) read = addPlaces(database, period, cells);
  if (!read) return read.error();
  hours.cells = cells.rows();
  return hours;
}

Result<std::vector<MoneyFigures>> readPeriodMoney(Database& database, const Period& period, const std::string& code) {
  return readGrantMoney(database, {code, "g.parent is null", period});
}

}  // namespace projections
