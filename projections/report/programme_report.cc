#include "projections/report/programme_report.h"

#include <map>

namespace projections {
namespace {

using ledger::Result;

Result<void> readProjects(Database& database, const std::string& of, ProgrammeReport& report) {
  const std::string sql = "select " + columnsIn<ProjectRow>("p") +
                          ", o.organisation, o.kk, o.ru, o.en, coalesce(h.state, '') from projects p left join "
                          "organisations o on o.organisation = p.organisation left join subject_states h on h.subject "
                          "= p.project and h.until = 0 where p.programme = " +
                          of + " and " + withinSql(report.stamp.period, "p.from_day") + " order by p.since";
  return eachRow(database, sql, [&](Statement& row) {
    ProgrammeProject& one = report.projects.emplace_back();
    ColumnReader reader(row);
    ProjectRow::columns(reader, one.project);
    readNamed(reader, one.organisation), reader("state", one.state);
  });
}

// Targets by the day they are due, outputs by their own.
Result<void> readOutputs(Database& database, const std::string& of, ProgrammeReport& report) {
  std::map<std::string, OutputFigures> all;
  const std::string sql =
      "select h.unit, s.register, sum(h.quantity) from subjects s join subject_states h on h.subject = s.subject and "
      "h.until = 0 join subject_links l on l.subject = s.subject and l.role = 'project' join projects p on p.project = "
      "l.other where s.register in ('target', 'output') and p.programme = " +
      of + " and (s.register = 'target' and " + withinSql(report.stamp.period, "h.due_day") +
      " or s.register = 'output' and " + withinSql(report.stamp.period, "s.opened_day") + ") group by 1, 2";
  ASAR_TRY(eachRow(database, sql, [&](Statement& row) {
    const std::string unit(row.nextText());
    const bool target = row.nextText() == "target";
    OutputFigures& figures = all[unit];
    figures.unit = unit;
    (target ? figures.target : figures.reached) = row.nextInteger();
  }));
  for (const auto& [unit, figures] : all) report.outputs.push_back(figures);
  return {};
}

}  // namespace

Result<ProgrammeReport> readProgrammeReport(Database& database, ledger::SubjectId programme,
                                            const std::optional<Period>& period, bool exact) {
  ProgrammeReport report;
  ASAR_TRY(take(readStamp(database), report.stamp));
  report.stamp.period = period;
  ASAR_TRY(take(rowWithId<ProgrammeRow>(database, "programme", programme), report.programme));
  if (report.programme.programme.isNone()) {
    return ledger::Error{ledger::ErrorCode::kNotFound, "PROGRAMME_UNKNOWN",
                         "no programme has the id " + programme.text() +
                             " at the size these read models stand at: `asar report register programme` lists them"};
  }
  const std::string of = sqlOf(programme);
  ASAR_TRY(eachRow(database, "select state from subject_states where until = 0 and subject = " + of,
                   [&](Statement& row) { report.state = row.nextText(); }));
  ASAR_TRY(readProjects(database, of, report));
  ASAR_TRY(readOutputs(database, of, report));
  ASAR_TRY(take(
      readService(database, "a.project in (select q.project from projects q where q.programme = " + of + ")", period),
      report.service));
  if (!exact) hideService(report.service);
  const std::string grants = "g.parent is null and g.programme = " + of;
  ASAR_TRY(take(readGrantMoney(database, {"''", grants, period}), report.money));
  ASAR_TRY(take(readFlowCosts(database, {"''", grants, period}), report.costs));
  ASAR_TRY(take(readGrants(database, {"''", grants, period}), report.grants));
  return report;
}

}  // namespace projections
