#include "projections/report/value_report.h"

#include <algorithm>
#include <map>
#include <set>

#include "projections/people/hours_rows.h"
#include "projections/report/policy_on.h"
#include "projections/report/profiles.h"

namespace projections {
namespace {

using ledger::CivilDay;
using ledger::Result;

__extension__ using WideValue = __int128;

std::int64_t yearOfDay(CivilDay day) {
  return std::stoll(ledger::dayText(day).substr(0, 4));
}

// The published wages, by the year they are asked for.
class Wages {
 public:
  static Result<Wages> read(Database& database) {
    Wages wages;
    ASAR_TRY(take(newestDay(database), wages.newest_));
    Statement all = database.prepare(selectAll<PublishedTermRow>() + "where kind = 'wages' order by since desc");
    ASAR_TRY(take(readRows<PublishedTermRow>(all), wages.rows_));
    return wages;
  }

  // Sets the wage of a cell, where one is known; nothing is changed otherwise.
  Result<void> price(ValueCell& cell) {
    const auto last = ledger::parseDay(std::to_string(cell.year) + "-12-31");
    const PublishedTermRow* row = policyOn(rows_, std::min(last ? *last : newest_, newest_));
    if (row == nullptr) return {};
    const auto term = publishedTerm(*row);
    if (!term) return term.error();
    if (!term->wages) return {};
    const ledger::Wage* found = nullptr;
    for (const ledger::Wage& wage : term->wages->wages) {
      const bool fits = wage.year == cell.year && (wage.region.empty() || wage.region == cell.region);
      if (fits && (found == nullptr || found->region.empty())) found = &wage;
    }
    if (found == nullptr) return {};
    cell.currency = found->per_hour.currency;
    cell.per_hour = found->per_hour.minor;
    cell.of_country = found->region.empty();
    used_[row->since] = *row;
    return {};
  }
  std::vector<PublishedTermRow> used() const {
    std::vector<PublishedTermRow> rows;
    for (const auto& [since, row] : used_) rows.push_back(row);
    return rows;
  }

 private:
  CivilDay newest_ = 0;
  std::vector<PublishedTermRow> rows_;
  std::map<ledger::Position, PublishedTermRow> used_;
};

struct Served {
  std::set<ledger::PersonId> people;
  std::set<ledger::PersonId> minors;

  void add(const Served& other) {
    people.insert(other.people.begin(), other.people.end());
    minors.insert(other.minors.begin(), other.minors.end());
  }
  PeopleBehind behind() const {
    return {static_cast<std::int64_t>(people.size()), static_cast<std::int64_t>(minors.size()), people.empty()};
  }
};

// Attested minutes of unpaid service by year and region, and who served.
class ValuedService {
 public:
  void take(const HoursEntryRow& entry, ledger::AgeBand band, ledger::PersonId person) {
    const ledger::Minutes attested = sumsOf(entry).attested;
    if (attested.count() <= 0) return;
    const bool unpaid = entry.time_basis == ledger::TimeBasis::kUnpaid;
    auto& [minutes, served] = unpaid ? unpaid_[{yearOfDay(entry.day), entry.region}] : other_basis_;
    minutes += attested;
    served.people.insert(person);
    const bool minor = band == ledger::AgeBand::kUnder14 || band == ledger::AgeBand::kFrom14to15 ||
                       band == ledger::AgeBand::kFrom16to17;
    if (minor) served.minors.insert(person);
  }
  void tellIn(ValueReport& report) const {
    report.other_basis = other_basis_.first;
    for (const auto& [place, part] : unpaid_) {
      ValueCell& cell = report.cells.emplace_back();
      cell.year = place.first;
      cell.region = place.second;
      cell.minutes = part.first;
    }
    report.volunteers = behind(report.cells).people;
  }
  PeopleBehind behind(const std::vector<ValueCell>& cells) const {
    Served served;
    for (const ValueCell& cell : cells) served.add(unpaid_.at({cell.year, cell.region}).second);
    return served.behind();
  }
  PeopleBehind otherBasis() const { return other_basis_.second.behind(); }

 private:
  using Part = std::pair<ledger::Minutes, Served>;
  std::map<std::pair<std::int64_t, std::string>, Part> unpaid_;
  Part other_basis_;
};

Result<ValuedService> readEntries(Database& database, const std::optional<Period>& period) {
  const auto survivors = readSurvivors(database);
  if (!survivors) return survivors.error();
  ValuedService service;
  const std::string sql = "select " + columnsIn<HoursEntryRow>("h") +
                          ", coalesce(c.age_band, 'unknown') from hours_entries h left join credit_facts c on c.hours "
                          "= h.hours and c.until = 0 where " +
                          withinSql(period, "h.day");
  ASAR_TRY(eachRow(database, sql, [&](Statement& row) {
    HoursEntryRow entry;
    ledger::AgeBand band{};
    ColumnReader reader(row);
    HoursEntryRow::columns(reader, entry);
    reader("age_band", band);
    const auto merged = survivors->find(entry.volunteer);
    service.take(entry, band, merged == survivors->end() ? entry.volunteer : merged->second);
  }));
  return service;
}

Result<void> priceAll(Database& database, ValueReport& report) {
  auto wages = Wages::read(database);
  if (!wages) return wages.error();
  std::map<ledger::Currency, std::int64_t> sums;
  for (ValueCell& cell : report.cells) {
    ASAR_TRY(wages->price(cell));
    if (cell.currency.isNone()) {
      report.without_wage += cell.minutes;
      continue;
    }
    constexpr std::int64_t kMinutesOfHour = 60;
    const WideValue value =
        (static_cast<WideValue>(cell.minutes.count()) * cell.per_hour + kMinutesOfHour / 2) / kMinutesOfHour;
    report.valued += cell.minutes;
    std::int64_t& sum = sums[cell.currency];
    const bool fits = value <= INT64_MAX && !__builtin_add_overflow(sum, static_cast<std::int64_t>(value), &sum);
    if (!fits) {
      return ledger::Error{ledger::ErrorCode::kCorrupt, "SUM_OVERFLOWS",
                           "the value of these hours passes what is counted: ask for fewer days"};
    }
    cell.value = static_cast<std::int64_t>(value);
  }
  for (const auto& [currency, sum] : sums) report.total.push_back({sum, currency});
  report.policies = wages->used();
  return {};
}

// The amount alone is told, and of all days: what it is made of would be of fewer people. Beside the hours of
// everybody, which the national summary tells, it says how many it leaves out: those are not of few people either.
void hideFromPublic(const ValuedService& service, ValueReport& report) {
  std::vector<ValueCell> without_wage = report.cells;
  std::erase_if(without_wage, [](const ValueCell& cell) { return !cell.currency.isNone(); });
  const auto few = [&](const PeopleBehind& behind) { return isTooFew(behind, report.suppression->rule); };
  report.hidden = report.stamp.period || few(service.behind(report.cells)) || few(service.behind(without_wage)) ||
                  few(service.otherBasis());
  report.volunteers = 0;
  report.valued = report.without_wage = report.other_basis = {};
  report.cells.clear();
  if (report.hidden) report.total.clear();
}

}  // namespace

Result<ValueReport> readValueReport(Database& database, const std::optional<Period>& period, bool exact) {
  ValueReport report;
  ASAR_TRY(take(readStamp(database), report.stamp));
  report.stamp.period = period;
  const auto service = readEntries(database, period);
  if (!service) return service.error();
  service->tellIn(report);
  ASAR_TRY(priceAll(database, report));
  if (exact) return report;
  ASAR_TRY(take(readSuppressionPolicy(database), report.suppression.emplace()));
  hideFromPublic(*service, report);
  return report;
}

}  // namespace projections
