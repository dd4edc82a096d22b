#include "projections/report/obligation_standing.h"

#include <algorithm>

#include "projections/report/stamp.h"

namespace projections {
namespace {

using ledger::Result;

constexpr std::int64_t kEastMinutes = 300;

// Each obligation with the stay it was in at the end of $1, what it belongs to, and its last submission by then.
constexpr const char* kObligations =
    "select s.subject, s.kind, h.state, h.due_day, s.opened_index, "
    "o.organisation, o.kk, o.ru, o.en, p.organisation, p.kk, p.ru, p.en, g.grant_id, g.number, "
    "(select max(r.recorded_at) from facts r where r.subject = s.subject and r.event = 'ReportSubmitted' "
    "and r.recorded_at < $1) "
    "from subjects s join subject_states h on h.subject = s.subject "
    "left join subject_links lo on lo.subject = s.subject and lo.role = 'organisation' and lo.mentioned = 0 "
    "left join organisations o on o.organisation = lo.other "
    "left join subject_links lp on lp.subject = s.subject and lp.role = 'funder' "
    "left join organisations p on p.organisation = lp.other "
    "left join subject_links lg on lg.subject = s.subject and lg.role = 'grant' "
    "left join grants g on g.grant_id = lg.other "
    "where s.register = 'obligation' and h.since = (select max(k.since) from subject_states k join facts f on "
    "f.fact_index = k.since where k.subject = s.subject and f.recorded_at < $1) "
    "and ($2 is null or o.organisation = $2 or p.organisation = $2 or g.grant_id = $2) order by s.opened_index";

void setLateness(ObligationEntry& entry, ledger::CivilDay on) {
  const ledger::CivilDay by = entry.isOwed() ? on : entry.submitted;
  if (by != 0 && entry.state != "waived") entry.days_late = std::max<std::int64_t>(0, by - entry.last);
}

}  // namespace

ledger::UtcMs endOf(ledger::CivilDay day) {
  return (static_cast<ledger::UtcMs>(day) + 1) * ledger::kMsPerDay - kEastMinutes * ledger::kMsPerMinute;
}

Result<std::vector<ObligationEntry>> readObligations(Database& database, const ObligationQuestion& question) {
  const auto calendar = WorkingCalendar::read(database);
  if (!calendar) return calendar.error();
  Statement all = database.prepare(kObligations);
  all.add(endOf(question.on));
  question.of.isNone() ? all.addNull() : all.add(question.of.view());
  std::vector<ObligationEntry> entries;
  for (auto row = all.step();; row = all.step()) {
    if (!row) return row.error();
    if (!*row) break;
    ObligationEntry entry;
    ColumnReader reader(all);
    ledger::UtcMs submitted_at = 0;
    reader("subject", entry.obligation), reader("kind", entry.kind), reader("state", entry.state);
    reader.day("due_day", entry.due), reader("opened_index", entry.since);
    readNamed(reader, entry.organisation), readNamed(reader, entry.funder);
    reader("grant_id", entry.grant), reader("number", entry.grant_number), reader("submitted", submitted_at);
    entry.last = calendar->dueDay(entry.due);
    if (submitted_at != 0) entry.submitted = recordedDay(submitted_at);
    setLateness(entry, question.on);
    if (!question.due || question.due->holds(entry.last)) entries.push_back(std::move(entry));
  }
  std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.last < b.last; });
  return entries;
}

void ObligationCounts::add(const ObligationEntry& entry) {
  ++all;
  if (entry.state == "waived") {
    ++waived;
  } else if (entry.isOwed()) {
    ++(entry.isOverdue() ? overdue : owed);
  } else {
    ++(entry.days_late > 0 ? late : in_time);
    ++(entry.state == "accepted" ? accepted : waiting);
  }
}

}  // namespace projections
