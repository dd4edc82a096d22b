#include "projections/report/finding_report.h"

#include <algorithm>

#include "projections/report/obligation_standing.h"
#include "projections/report/working_calendar.h"

namespace projections {
namespace {

using ledger::CivilDay;
using ledger::Result;

constexpr std::uint16_t kAnsweredWithin = 15;  // working days

// What was recorded by the end of the day, with the column given.
std::string knownSql(ledger::CivilDay on, const std::string& recorded_at) {
  return recorded_at + " < " + std::to_string(endOf(on));
}

// Each finding with the stay it was in at the end of the day; one that is public is so then and now.
std::string findingsSql(const FindingQuestion& question) {
  std::string sql =
      "select s.subject, h.state, h.due_day, s.opened_day, s.opened_index, h.currency, coalesce(h.amount, 0), "
      "lu.other, o.organisation, o.kk, o.ru, o.en, g.grant_id, g.number "
      "from subjects s join subject_states h on h.subject = s.subject "
      "left join subject_links lu on lu.subject = s.subject and lu.role = 'audit' "
      "left join subject_links lo on lo.subject = s.subject and lo.role = 'organisation' and lo.mentioned = 0 "
      "left join organisations o on o.organisation = lo.other "
      "left join subject_links lg on lg.subject = lu.other and lg.role = 'grant' "
      "left join grants g on g.grant_id = lg.other "
      "where s.register = 'finding' and h.since = (select max(k.since) from subject_states k join facts f on "
      "f.fact_index = k.since where k.subject = s.subject and " +
      knownSql(question.on, "f.recorded_at") + ") and " + withinSql(question.period, "s.opened_day");
  if (!question.of.isNone()) {
    const std::string of = sqlOf(question.of);
    sql += " and (o.organisation = " + of + " or g.grant_id = " + of + " or lu.other = " + of + ")";
  }
  if (!question.open_too) {
    sql +=
        " and h.state in ('closed', 'dismissed') and exists (select 1 from subject_states n where n.subject = "
        "s.subject and n.until = 0 and n.state in ('closed', 'dismissed'))";
  }
  return sql + " order by s.opened_index";
}

FindingEntry findingOf(Statement& row) {
  FindingEntry entry;
  ColumnReader reader(row);
  reader("subject", entry.finding), reader("state", entry.state), reader.day("due_day", entry.promised);
  reader.day("opened_day", entry.raised), reader("opened_index", entry.since), reader("currency", entry.currency);
  reader("amount", entry.amount), reader("other", entry.audit), readNamed(reader, entry.organisation);
  reader("grant_id", entry.grant), reader("number", entry.grant_number);
  return entry;
}

// What its facts of that time say, in their order: an answer after a new opening takes the place of the one before.
Result<void> readSteps(Database& database, CivilDay on, FindingEntry& entry) {
  return eachRow(
      database,
      "select f.event, f.day, f.reason, coalesce(r.word, ''), coalesce(v.word, ''), coalesce(a.word, ''), "
      "coalesce(n.value, 0) "
      "from facts f left join fact_words r on r.fact_index = f.fact_index and r.field = 'rule' "
      "left join fact_words v on v.fact_index = f.fact_index and v.field = 'severity' "
      "left join fact_words a on a.fact_index = f.fact_index and a.field = 'agrees' "
      "left join fact_words n on n.fact_index = f.fact_index and n.field = 'ruleVersion' where f.subject = " +
          sqlOf(entry.finding) + " and " + knownSql(on, "f.recorded_at") + " order by f.fact_index",
      [&](Statement& row) {
        const std::string event(row.nextText());
        const auto day = ledger::parseDay(row.nextText());
        const std::string reason(row.nextText());
        if (event == "FindingRaised") {
          entry.rule = row.nextText();
          entry.severity = row.nextText();
          row.nextText();
          entry.rule_version = row.nextInteger();
        } else if (event == "FindingResponded") {
          entry.answered = day ? *day : 0;
          row.nextText(), row.nextText();
          entry.agrees = row.nextText();
        } else if (event == "FindingCorrected") {
          entry.corrected = day ? *day : 0;
        } else if (event == "FindingReopened") {
          entry.raised = day ? *day : 0;
          entry.answered = entry.corrected = entry.ended = 0;
          entry.agrees.clear();
        } else {
          entry.ended = day ? *day : 0;
          entry.reason = reason;
        }
      });
}

void setLateness(FindingEntry& entry, const WorkingCalendar& calendar, CivilDay on) {
  entry.answer_due = calendar.answerDay(entry.raised, "finding-response", kAnsweredWithin);
  if (!entry.isOpen()) return;
  const bool mended = entry.corrected != 0;
  const CivilDay due = entry.answered == 0 ? entry.answer_due : entry.promised;
  if (due != 0 && !mended) entry.days_late = std::max<std::int64_t>(0, on - due);
}

}  // namespace

Result<std::vector<FindingEntry>> readFindings(Database& database, const FindingQuestion& question) {
  const auto calendar = WorkingCalendar::read(database);
  if (!calendar) return calendar.error();
  std::vector<FindingEntry> entries;
  ASAR_TRY(eachRow(database, findingsSql(question), [&](Statement& row) { entries.push_back(findingOf(row)); }));
  for (FindingEntry& entry : entries) {
    ASAR_TRY(readSteps(database, question.on, entry));
    setLateness(entry, *calendar, question.on);
  }
  return entries;
}

void FindingCounts::add(const FindingEntry& entry) {
  ++all;
  if (entry.state == "closed") ++closed;
  if (entry.state == "dismissed") ++dismissed;
  if (!entry.isOpen()) return;
  ++open;
  if (entry.days_late > 0) ++overdue;
}

std::vector<FindingCounts> countFindings(const std::vector<FindingEntry>& entries) {
  std::vector<FindingCounts> counts;
  for (const char* severity : {"critical", "high", "medium", "low"}) {
    FindingCounts of;
    of.severity = severity;
    for (const FindingEntry& entry : entries) {
      if (entry.severity == severity) of.add(entry);
    }
    if (of.all > 0) counts.push_back(of);
  }
  return counts;
}

Result<FindingReport> readFindingReport(Database& database, FindingQuestion question) {
  FindingReport report;
  ASAR_TRY(take(readStamp(database), report.stamp));
  if (question.on == 0) ASAR_TRY(take(newestDay(database), question.on));
  report.stamp.period = question.period;
  ASAR_TRY(take(readFindings(database, question), report.entries));
  report.counts = countFindings(report.entries);
  report.question = question;
  return report;
}

}  // namespace projections
