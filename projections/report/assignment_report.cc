#include "projections/report/assignment_report.h"

#include <map>
#include <set>

namespace projections {
namespace {

using ledger::Result;

std::string assignmentsSql(const std::optional<Period>& period) {
  return "select s.subject, o.organisation, o.kk, o.ru, o.en, f.country, h.state, s.from_day, coalesce(h.last_day, "
         "s.to_day), h.currency, coalesce(h.amount, 0), coalesce((select t.reason from facts t where t.fact_index = "
         "h.since and h.state = 'terminated'), ''), s.opened_index, p.other from subjects s join subject_states h on "
         "h.subject = s.subject and h.until = 0 join facts f on f.fact_index = s.opened_index left join subject_links "
         "l on l.subject = s.subject and l.role = 'organisation' and l.mentioned = 0 left join organisations o on "
         "o.organisation = l.other left join subject_links p on p.subject = s.subject and p.role = 'person' where "
         "s.register = 'assignment' and " +
         withinSql(period, "s.from_day") + " order by s.opened_index";
}

// Counts assignments, and people each once.
struct CountedAssignments {
  AssignmentFigures figures;
  std::set<ledger::SubjectId> people;

  void add(const AssignmentEntry& entry, ledger::SubjectId person) {
    people.insert(person);
    figures.people = static_cast<std::int64_t>(people.size());
    ++figures.assignments;
    if (entry.state == "started") ++figures.under_way;
    if (entry.state == "completed") ++figures.completed;
    if (entry.state == "terminated") ++figures.terminated;
  }
};

// By country, of some days, or of how many something became, it would be of fewer people.
void hideFromPublic(AssignmentReport& report) {
  AssignmentFigures& total = report.total;
  report.countries.clear();
  total.under_way = total.completed = total.terminated = 0;
  if (!report.stamp.period && !isTooFew({total.people, 0, total.assignments == 0}, report.suppression->rule)) return;
  total = {};
  total.hidden = true;
}

}  // namespace

Result<AssignmentReport> readAssignmentReport(Database& database, const std::optional<Period>& period, bool exact) {
  AssignmentReport report;
  ASAR_TRY(take(readStamp(database), report.stamp));
  report.stamp.period = period;
  CountedAssignments total;
  std::map<std::string, CountedAssignments> countries;
  ASAR_TRY(eachRow(database, assignmentsSql(period), [&](Statement& row) {
    AssignmentEntry entry;
    ledger::SubjectId person;
    ColumnReader reader(row);
    reader("subject", entry.assignment), readNamed(reader, entry.organisation), reader("country", entry.country);
    reader("state", entry.state), reader.day("from_day", entry.from), reader.day("last_day", entry.to);
    reader("currency", entry.currency), reader("amount", entry.stipend), reader("reason", entry.reason);
    reader("opened_index", entry.since), reader("person", person);
    total.add(entry, person);
    countries[entry.country].add(entry, person);
    if (exact) report.entries.push_back(std::move(entry));
  }));
  report.total = total.figures;
  for (auto& [code, counted] : countries) {
    counted.figures.country = code;
    report.countries.push_back(counted.figures);
  }
  if (exact) return report;
  ASAR_TRY(take(readSuppressionPolicy(database), report.suppression.emplace()));
  hideFromPublic(report);
  return report;
}

}  // namespace projections
