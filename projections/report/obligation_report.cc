#include "projections/report/obligation_report.h"

#include <algorithm>

namespace projections {
namespace {

using ledger::Result;

constexpr std::uint16_t kConfirmedWithin = 10;  // working days
constexpr ledger::CivilDay kSoon = 14;          // days

// Disbursements known by the end of $1 and not confirmed then, less what was reversed by then; none of an import, so
// none that was voided.
constexpr const char* kUnconfirmed =
    "select g.grant_id, g.number, o.organisation, o.kk, o.ru, o.en, d.disbursement, d.reference, g.currency, "
    "d.amount - (select coalesce(sum(m.amount), 0) from grant_movements m join facts t on t.fact_index = "
    "m.movement_index where m.original = d.disbursement and m.voided = 0 and t.recorded_at < $1) as standing, d.day, "
    "d.since from grant_disbursements d join facts f on f.fact_index = d.since join grants g on g.grant_id = "
    "d.grant_id left join organisations o on o.organisation = g.grantee left join facts c on c.fact_index = "
    "d.confirmed_index where d.voided = 0 and d.batch is null and g.state <> 'voided' and f.recorded_at < $1 "
    "and (d.confirmed_index = 0 or c.recorded_at >= $1) "
    "and ($2 is null or g.grantee = $2 or g.funder = $2 or g.grant_id = $2) order by d.day, d.since";

Result<std::vector<UnconfirmedDisbursement>> readUnconfirmed(Database& database, const ObligationQuestion& question) {
  const auto calendar = WorkingCalendar::read(database);
  if (!calendar) return calendar.error();
  std::vector<UnconfirmedDisbursement> entries;
  Statement all = database.prepare(kUnconfirmed);
  all.add(endOf(question.on));
  question.of.isNone() ? all.addNull() : all.add(question.of.view());
  for (auto row = all.step();; row = all.step()) {
    if (!row) return row.error();
    if (!*row) return entries;
    UnconfirmedDisbursement entry;
    ColumnReader reader(all);
    reader("grant_id", entry.grant), reader("number", entry.grant_number), readNamed(reader, entry.grantee);
    reader("disbursement", entry.disbursement), reader("reference", entry.reference);
    reader("currency", entry.currency), reader("amount", entry.amount), reader.day("day", entry.day);
    reader("since", entry.since);
    entry.last = calendar->answerDay(entry.day, "disbursement-confirmation", kConfirmedWithin);
    entry.days_late = question.on - entry.last;
    const bool asked = !question.due || question.due->holds(entry.last);
    if (asked && entry.amount > 0 && entry.days_late > 0) entries.push_back(std::move(entry));
  }
}

}  // namespace

Result<ObligationReport> readObligationReport(Database& database, ObligationQuestion question) {
  ObligationReport report;
  ASAR_TRY(take(readStamp(database), report.stamp));
  if (question.on == 0) ASAR_TRY(take(newestDay(database), question.on));
  report.on = question.on;
  report.of = question.of;
  report.stamp.period = question.due;
  auto entries = readObligations(database, question);
  if (!entries) return entries.error();
  for (ObligationEntry& entry : *entries) {
    report.total.add(entry);
    auto found = std::ranges::find(report.organisations, entry.organisation, &OwedByOrganisation::organisation);
    if (found == report.organisations.end()) {
      report.organisations.push_back({entry.organisation, {}});
      found = std::prev(report.organisations.end());
    }
    found->counts.add(entry);
    if (entry.isOverdue()) {
      report.overdue.push_back(std::move(entry));
    } else if (entry.isOwed() && entry.last <= question.on + kSoon) {
      report.soon.push_back(std::move(entry));
    }
  }
  ASAR_TRY(take(readUnconfirmed(database, question), report.unconfirmed));
  return report;
}

}  // namespace projections
