#include "projections/report/national_period.h"

#include <map>
#include <set>

#include "projections/columns.h"
#include "projections/report/money_flows.h"
#include "projections/report/profiles.h"

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

// Calls `take` with each row of a query.
template <class Take>
Result<void> eachRow(Database& database, const std::string& sql, Take take) {
  Statement all = database.prepare(sql);
  for (auto row = all.step();; row = all.step()) {
    if (!row) return row.error();
    if (!*row) return {};
    take(all);
  }
}

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

// One code and currency: its awards, and its money of the days and before them.
struct PeriodSums {
  std::int64_t grants = 0;
  std::int64_t awarded = 0;
  MoneyFlows before;
  MoneyFlows within;

  MoneySums sums() const {
    return {grants,         awarded,         within.disbursed - within.reversed,
            within.spent(), within.returned, before.onHand() + within.onHand()};
  }
};

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
  std::map<std::pair<std::string, std::string>, PeriodSums> all;  // by currency and code
  const auto place = [&](Statement& row) -> PeriodSums& {
    const std::string of(row.nextText());
    return all[{std::string(row.nextText()), of}];
  };
  const std::string awards =
      "select " + code +
      ", currency, count(*), sum(awarded) from grants where state <> 'voided' and parent is null "
      "and " +
      withinSql(period, "awarded_day") + " group by 1, 2";
  auto read = eachRow(database, awards, [&](Statement& row) {
    PeriodSums& sums = place(row);
    sums.grants = row.nextInteger();
    sums.awarded = row.nextInteger();
  });
  const std::string facts = "select " + code + ", currency, f.day < '" + period.first() +
                            "', f.kind, sum(f.amount) from grant_facts f join grants g on g.grant_id = f.grant_id "
                            "where g.state <> 'voided' and g.parent is null and f.day <= '" +
                            period.last() + "' group by 1, 2, 3, 4";
  if (read) {
    read = eachRow(database, facts, [&](Statement& row) {
      PeriodSums& sums = place(row);
      MoneyFlows& flows = row.nextInteger() != 0 ? sums.before : sums.within;
      const std::string kind(row.nextText());
      flows.add(kind, row.nextInteger());
    });
  }
  if (!read) return read.error();
  std::vector<MoneyFigures> figures;
  for (const auto& [key, sums] : all) {
    const auto currency = ledger::Currency::parse(key.first);
    if (!currency) return currency.error();
    figures.push_back({key.second, *currency, sums.sums()});
  }
  return figures;
}

}  // namespace projections
