#include "projections/report/office_report.h"

#include <algorithm>
#include <map>

#include "projections/report/stamp.h"

namespace projections {
namespace {

using ledger::Result;

Result<OfficeRow> findOffice(Database& database, std::string_view id_or_region) {
  Statement by_region =
      database.prepare(selectAll<OfficeRow>() + "where region = $1 and kind <> 'national' or kind = $1 order by since");
  by_region.add(id_or_region);
  auto rows = readRows<OfficeRow>(by_region);
  if (!rows) return rows.error();
  if (!rows->empty()) return std::move(rows->front());
  if (const auto id = ledger::SubjectId::parse(id_or_region)) {
    auto row = rowWithId<OfficeRow>(database, "office", *id);
    if (!row || !row->office.isNone()) return row;
  }
  return ledger::Error{ledger::ErrorCode::kNotFound, "OFFICE_UNKNOWN",
                       "no office has the id or the region " + std::string(id_or_region) +
                           " at the size these read models stand at: `asar report register office` lists them"};
}

// Facts about the office, or about what belongs to it.
Result<void> readDeeds(Database& database, OfficeReport& report) {
  const std::string of = sqlOf(report.office.office);
  // Who registers whom, and hours, are no deeds of an office.
  const std::string sql =
      "select f.event, count(*), coalesce(sum(f.people), 0) from facts f where f.register in ('office', 'visit', "
      "'idea', 'request', 'meeting', 'campaign', 'forum', 'council', 'resolution', 'emergency', 'roadmap', 'round', "
      "'reconciliation') and (f.subject = " +
      of +
      " or exists (select 1 from subject_links l where l.subject = f.subject and l.role = 'office' and l.other = " +
      of + ")) and " + withinSql(report.stamp.period, "f.day") +
      (report.exact ? "" : " and f.register not in ('visit', 'idea', 'request')") +
      " group by f.event order by f.event";
  return eachRow(database, sql, [&](Statement& row) {
    OfficeDeeds& deeds = report.deeds.emplace_back();
    ColumnReader reader(row);
    OfficeDeeds::columns(reader, deeds);
  });
}

Result<std::vector<OfficeCases>> readCases(Database& database, const OfficeReport& report, const std::string& sort) {
  struct Sum {
    std::int64_t count = 0;
    std::int64_t days = 0;
  };
  std::map<std::pair<std::string, std::string>, Sum> all;
  const std::string sql =
      "select h.state, coalesce(w.word, f.reason, ''), s.opened_day, h.since_day from subjects s join subject_states h "
      "on h.subject = s.subject and h.until = 0 join facts f on f.fact_index = h.since left join fact_words w on "
      "w.fact_index = f.fact_index and w.field = 'outcome' join subject_links l on l.subject = s.subject and l.role = "
      "'office' where s.register = '" +
      sort + "' and l.other = " + sqlOf(report.office.office) + " and " +
      withinSql(report.stamp.period, "s.opened_day");
  ASAR_TRY(eachRow(database, sql, [&](Statement& row) {
    ColumnReader reader(row);
    std::string state;
    std::string answer;
    ledger::CivilDay opened = 0;
    ledger::CivilDay moved = 0;
    reader("state", state), reader("answer", answer), reader.day("opened", opened), reader.day("moved", moved);
    Sum& sum = all[{state, answer}];
    ++sum.count;
    sum.days += moved - opened;
  }));
  std::vector<OfficeCases> cases;
  cases.reserve(all.size());
  for (const auto& [key, sum] : all) cases.push_back({key.first, key.second, sum.count, sum.days / sum.count});
  return cases;
}

Result<void> readMeans(Database& database, OfficeReport& report) {
  const std::string of = sqlOf(report.office.office);
  ASAR_TRY(eachRow(
      database,
      "select number, day from facts where event = 'OfficeMandateSet' and subject = " + of + " order by fact_index",
      [&](Statement& row) {
        OfficeMandate& mandate = report.mandates.emplace_back();
        ColumnReader reader(row);
        reader("number", mandate.act), reader.day("day", mandate.day);
      }));
  return eachRow(database,
                 "select f.code, coalesce(f.quantity, 0), f.day from facts f where f.event = 'CapacityReported' and "
                 "f.subject = " +
                     of +
                     " and f.fact_index = (select max(n.fact_index) from facts n where n.event = f.event and n.subject "
                     "= f.subject and n.code = f.code) order by f.code",
                 [&](Statement& row) {
                   OfficeCapacity& capacity = report.capacity.emplace_back();
                   ColumnReader reader(row);
                   reader("code", capacity.indicator), reader("quantity", capacity.quantity);
                   reader.day("day", capacity.day);
                 });
}

// What lies in its region, or in the country.
Result<void> readRegion(Database& database, OfficeReport& report) {
  const auto& period = report.stamp.period;
  const std::string& region = report.office.region;
  const auto in = [&](const char* column) {
    return region.empty() ? std::string("1 = 1") : std::string(column) + " = '" + region + "'";
  };
  ASAR_TRY(eachRow(database, "select count(*) from organisations o where " + in("o.region"),
                   [&](Statement& row) { report.organisations = row.nextInteger(); }));
  ASAR_TRY(take(readService(database, in("a.region"), period), report.service));
  ASAR_TRY(take(readGrantMoney(database, {"''", "g.parent is null and " + in("g.region"), period}), report.money));
  ASAR_TRY(take(readCharity(database, in("o.region"), period), report.charity));
  ledger::CivilDay day = 0;
  ASAR_TRY(take(newestDay(database), day));
  return take(readPopulationRate(database, region, period ? std::min(period->to, day) : day), report.population);
}

}  // namespace

Result<OfficeReport> readOfficeReport(Database& database, std::string_view id_or_region,
                                      const std::optional<Period>& period, bool exact) {
  OfficeReport report;
  ASAR_TRY(take(readStamp(database), report.stamp));
  report.stamp.period = period;
  report.exact = exact;
  ASAR_TRY(take(findOffice(database, id_or_region), report.office));
  ASAR_TRY(readDeeds(database, report));
  ASAR_TRY(readMeans(database, report));
  ASAR_TRY(readRegion(database, report));
  if (!exact) {
    hideService(report.service);
    return report;
  }
  ASAR_TRY(take(readCases(database, report, "request"), report.requests));
  ASAR_TRY(take(readCases(database, report, "idea"), report.ideas));
  return report;
}

}  // namespace projections
