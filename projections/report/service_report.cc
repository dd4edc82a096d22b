#include "projections/report/service_report.h"

#include <absl/container/flat_hash_map.h>

#include <algorithm>

#include "projections/columns.h"
#include "projections/report/hours_standing.h"

namespace projections {
namespace {

using ledger::Result;
using NamesById = absl::flat_hash_map<ledger::SubjectId, ledger::Names>;

// The rows (id, kk, ru, en) a query gives for this volunteer.
Result<NamesById> namesFor(Database& database, const char* sql, ledger::PersonId volunteer) {
  NamesById names;
  Statement all = database.prepare(sql);
  all.add(volunteer.view());
  for (auto row = all.step();; row = all.step()) {
    if (!row) return row.error();
    if (!*row) return names;
    ColumnReader reader(all);
    ledger::SubjectId id;
    reader("id", id);
    ledger::Names& name = names[id];
    reader("kk", name.kk);
    reader("ru", name.ru);
    reader("en", name.en);
  }
}

ledger::Names nameOfId(const NamesById& names, ledger::SubjectId id) {
  const auto found = names.find(id);
  return found == names.end() ? ledger::Names{} : found->second;
}

constexpr const char* kOrganisations =
    "select o.organisation, o.kk, o.ru, o.en from organisations o where o.organisation in "
    "(select organisation from hours_entries where volunteer = $1)";
constexpr const char* kProjects =
    "select a.activity, p.kk, p.ru, p.en from activities a join projects p on p.project = a.project "
    "where a.activity in (select activity from hours_entries where volunteer = $1)";

}  // namespace

Result<ServiceReport> readServiceReport(Database& database, ledger::PersonId volunteer,
                                        const std::optional<Period>& period) {
  ServiceReport report;
  auto stamp = readStamp(database);
  if (!stamp) return stamp.error();
  report.stamp = *std::move(stamp);
  report.stamp.period = period;
  Statement one = database.prepare(selectAll<VolunteerRow>() + "where volunteer = $1");
  one.add(volunteer.view());
  const auto sums = readRows<VolunteerRow>(one);
  if (!sums) return sums.error();
  if (sums->empty()) {
    return ledger::Error{ledger::ErrorCode::kNotFound, "VOLUNTEER_UNKNOWN",
                         "no hours of " + volunteer.text() + " are recorded at the size these read models stand at"};
  }
  report.volunteer = sums->front();
  const auto organisations = namesFor(database, kOrganisations, volunteer);
  if (!organisations) return organisations.error();
  const auto projects = namesFor(database, kProjects, volunteer);
  if (!projects) return projects.error();
  Statement all = database.prepare(selectAll<HoursEntryRow>() + "where volunteer = $1 and " + withinSql(period, "day") +
                                   " order by day, since");
  all.add(volunteer.view());
  auto entries = readRows<HoursEntryRow>(all);
  if (!entries) return entries.error();
  const auto standing = HoursStanding::read(database);
  if (!standing) return standing.error();
  if (period) report.volunteer.sums = {};
  for (HoursEntryRow& entry : *entries) {
    if (period) report.volunteer.sums += sumsOf(entry);
    ServiceEntry& service = report.entries.emplace_back();
    service.organisation = nameOfId(*organisations, entry.organisation);
    service.project = nameOfId(*projects, entry.activity);
    service.locked = standing->isLocked(entry);
    service.expired = standing->isExpired(entry);
    service.hours = std::move(entry);
  }
  return report;
}

}  // namespace projections
