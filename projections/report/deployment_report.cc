#include "projections/report/deployment_report.h"

#include <set>

namespace projections {
namespace {

using ledger::Result;

std::string emergenciesSql(const std::optional<Period>& period) {
  return "select s.subject, coalesce(w.word, ''), s.kk, s.ru, s.en, s.region, h.state, s.opened_day, h.since_day from "
         "subjects s join subject_states h on h.subject = s.subject and h.until = 0 left join fact_words w on "
         "w.fact_index = s.opened_index and w.field = 'type' where s.register = 'emergency' and " +
         withinSql(period, "s.opened_day") + " order by s.opened_index";
}

// What was asked for stands in the fact that opened it, what served in its state.
std::string deploymentsSql(ledger::SubjectId emergency) {
  return "select s.subject, o.organisation, o.kk, o.ru, o.en, s.code, h.state, f.people, h.people, s.opened_day, "
         "h.since_day, s.opened_index from subjects s join subject_states h on h.subject = s.subject and h.until = 0 "
         "join facts f on f.fact_index = s.opened_index join subject_links e on e.subject = s.subject and e.role = "
         "'emergency' left join subject_links l on l.subject = s.subject and l.role = 'organisation' and l.mentioned = "
         "0 left join organisations o on o.organisation = l.other where s.register = 'deployment' and e.other = " +
         sqlOf(emergency) + " order by s.opened_index";
}

DeploymentEntry deploymentOf(Statement& row) {
  DeploymentEntry entry;
  std::optional<std::int64_t> people;
  ledger::CivilDay moved = 0;
  ColumnReader reader(row);
  reader("subject", entry.deployment), readNamed(reader, entry.organisation), reader("code", entry.skill);
  reader("state", entry.state), reader("asked", entry.asked), reader("people", people);
  reader.day("opened_day", entry.ordered), reader.day("since_day", moved), reader("opened_index", entry.since);
  if (entry.state == "ended") entry.served = people, entry.ended = moved;
  return entry;
}

}  // namespace

Result<DeploymentReport> readDeploymentReport(Database& database, const std::optional<Period>& period, bool exact) {
  DeploymentReport report;
  ASAR_TRY(take(readStamp(database), report.stamp));
  report.stamp.period = period;
  report.exact = exact;
  ASAR_TRY(eachRow(database, emergenciesSql(period), [&](Statement& row) {
    EmergencyEntry& entry = report.emergencies.emplace_back();
    ledger::CivilDay moved = 0;
    ColumnReader reader(row);
    reader("subject", entry.emergency), reader("type", entry.type), reader("kk", entry.names.kk);
    reader("ru", entry.names.ru), reader("en", entry.names.en), reader("region", entry.region);
    reader("state", entry.state), reader.day("opened_day", entry.declared), reader.day("since_day", moved);
    if (entry.state == "ended") entry.ended = moved;
  }));
  if (!exact) return report;
  for (EmergencyEntry& emergency : report.emergencies) {
    std::set<ledger::SubjectId> organisations;
    ASAR_TRY(eachRow(database, deploymentsSql(emergency.emergency), [&](Statement& row) {
      DeploymentEntry entry = deploymentOf(row);
      organisations.insert(entry.organisation.id);
      emergency.asked += entry.asked;
      emergency.served += entry.served.value_or(0);
      emergency.deployments.push_back(std::move(entry));
    }));
    emergency.organisations = static_cast<std::int64_t>(organisations.size());
  }
  return report;
}

}  // namespace projections
