#include "projections/report/funder_report.h"

namespace projections {
namespace {

using ledger::Result;

Result<void> readSums(Database& database, FunderReport& report) {
  const std::string of = "g.funder = " + sqlOf(report.funder.organisation);
  const std::string own = of + " and g.parent is null";
  const auto& period = report.stamp.period;
  ASAR_TRY(take(readGrantMoney(database, {"''", own, period}), report.total));
  ASAR_TRY(take(readGrantMoney(database, {"g.direction", own, period}), report.by_direction));
  ASAR_TRY(take(readGrantMoney(database, {"g.source", own, period}), report.by_source));
  ASAR_TRY(take(readGrantMoney(database, {"g.grant_class", own, period}), report.by_class));
  ASAR_TRY(take(readGrantMoney(database, {"g.region", own, period}), report.by_region));
  ASAR_TRY(take(readGrantMoney(database, {"''", of + " and g.parent is not null", period}), report.passed_on));
  ASAR_TRY(take(readFlowCosts(database, {"''", own, period}), report.costs));
  const auto grants = readGrants(database, {"''", of, period});
  if (!grants) return grants.error();
  for (const GrantRow& grant : *grants) {
    const auto grantee = rowWithId<OrganisationRow>(database, "organisation", grant.grantee);
    if (!grantee) return grantee.error();
    report.grants.push_back({grant, {grant.grantee, grantee->names}});
  }
  return {};
}

Result<std::vector<FundingInstrument>> readInstruments(Database& database, const FunderReport& report,
                                                       const std::string& sort) {
  std::vector<FundingInstrument> all;
  const std::string sql =
      "select s.subject, s.number, s.kk, s.ru, s.en, h.state, h.currency, coalesce(h.amount, 0), s.from_day, s.to_day "
      "from subjects s join subject_states h on h.subject = s.subject and h.until = 0 join subject_links l on "
      "l.subject = s.subject and l.role = 'funder' and l.mentioned = 0 where s.register = '" +
      sort + "' and l.other = " + sqlOf(report.funder.organisation) + " and " +
      withinSql(report.stamp.period, "s.opened_day") + " order by s.opened_index";
  ASAR_TRY(eachRow(database, sql, [&](Statement& row) {
    FundingInstrument& one = all.emplace_back();
    ColumnReader reader(row);
    reader("subject", one.id), reader("number", one.number), reader("kk", one.names.kk);
    reader("ru", one.names.ru), reader("en", one.names.en), reader("state", one.state);
    reader("currency", one.currency), reader("amount", one.amount);
    reader.day("from_day", one.from), reader.day("to_day", one.to);
  }));
  return all;
}

}  // namespace

Result<FunderReport> readFunderReport(Database& database, std::string_view id_or_number,
                                      const std::optional<Period>& period) {
  FunderReport report;
  ASAR_TRY(take(readStamp(database), report.stamp));
  report.stamp.period = period;
  ASAR_TRY(take(findOrganisation(database, id_or_number), report.funder));
  ASAR_TRY(readSums(database, report));
  ASAR_TRY(take(readInstruments(database, report, "call"), report.calls));
  ASAR_TRY(take(readInstruments(database, report, "contract"), report.contracts));
  ASAR_TRY(take(newestDay(database), report.on));
  const auto obligations = readObligations(database, {report.on, period, report.funder.organisation});
  if (!obligations) return obligations.error();
  for (const ObligationEntry& entry : *obligations) {
    if (entry.funder.id == report.funder.organisation) report.obligations.add(entry);
  }
  return report;
}

}  // namespace projections
