#include "projections/report/organisation_report.h"

namespace projections {
namespace {

using ledger::Result;

Result<void> readStanding(Database& database, OrganisationReport& report) {
  const std::string of = sqlOf(report.organisation.organisation);
  ASAR_TRY(eachRow(database, "select state from subject_states where until = 0 and subject = " + of,
                   [&](Statement& row) { report.state = row.nextText(); }));
  ASAR_TRY(eachRow(database, "select max(day) from facts where event = 'OrganisationVerified' and subject = " + of,
                   [&](Statement& row) {
                     ColumnReader reader(row);
                     reader.day("day", report.verified);
                   }));
  return eachRow(
      database,
      "select count(*) from projects where organisation = " + of + " and " + withinSql(report.stamp.period, "from_day"),
      [&](Statement& row) { report.projects = row.nextInteger(); });
}

Result<void> readMoney(Database& database, OrganisationReport& report) {
  const std::string of = sqlOf(report.organisation.organisation);
  const auto& period = report.stamp.period;
  const GrantQuestion received{"''", "g.grantee = " + of, period};
  ASAR_TRY(take(readCharity(database, "o.organisation = " + of, period), report.charity));
  ASAR_TRY(take(readGrantMoney(database, {"''", "g.parent is null and g.funder = " + of, period}), report.granted));
  ASAR_TRY(
      take(readGrantMoney(database, {"''", "g.parent is not null and g.funder = " + of, period}), report.passed_on));
  ASAR_TRY(take(readGrantMoney(database, received), report.received));
  return take(readGrants(database, received), report.grants);
}

Result<void> readAccountability(Database& database, const OrganisationQuestion& question, OrganisationReport& report) {
  const ledger::SubjectId of = report.organisation.organisation;
  ASAR_TRY(take(newestDay(database), report.on));
  auto obligations = readObligations(database, {report.on, question.period, of});
  if (!obligations) return obligations.error();
  for (ObligationEntry& entry : *obligations) {
    // What it is owed as a funder is others' account.
    if (entry.organisation.id != of) continue;
    report.obligations.add(entry);
    if (entry.days_late > 0) report.missed.push_back(std::move(entry));
  }
  const auto findings = readFindings(database, {report.on, of, question.period, question.exact});
  if (!findings) return findings.error();
  report.findings = countFindings(*findings);
  return {};
}

}  // namespace

Result<OrganisationRow> findOrganisation(Database& database, std::string_view id_or_number) {
  Statement by_number =
      database.prepare(selectAll<OrganisationRow>() + "where registration_number = $1 and $1 <> '' order by since");
  by_number.add(id_or_number);
  auto rows = readRows<OrganisationRow>(by_number);
  if (!rows) return rows.error();
  if (!rows->empty()) return std::move(rows->front());
  if (const auto id = ledger::SubjectId::parse(id_or_number)) {
    auto row = rowWithId<OrganisationRow>(database, "organisation", *id);
    if (!row || !row->organisation.isNone()) return row;
  }
  return ledger::Error{ledger::ErrorCode::kNotFound, "ORGANISATION_UNKNOWN",
                       "no organisation has the id or the registration number " + std::string(id_or_number) +
                           " at the size these read models stand at: `asar report register organisation` lists them"};
}

Result<OrganisationReport> readOrganisationReport(Database& database, const OrganisationQuestion& question) {
  OrganisationReport report;
  ASAR_TRY(take(readStamp(database), report.stamp));
  report.stamp.period = question.period;
  ASAR_TRY(take(findOrganisation(database, question.id_or_number), report.organisation));
  const std::string activities = "a.organisation = " + sqlOf(report.organisation.organisation);
  ASAR_TRY(readStanding(database, report));
  ASAR_TRY(take(readService(database, activities, question.period), report.service));
  if (!question.exact) hideService(report.service);
  ASAR_TRY(readMoney(database, report));
  ASAR_TRY(readAccountability(database, question, report));
  return report;
}

}  // namespace projections
