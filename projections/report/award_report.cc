#include "projections/report/award_report.h"

#include <algorithm>

namespace projections {
namespace {

using ledger::Result;

// Each nomination with the state it is in, by all the kinds that move it.
std::string awardsSql(const std::optional<Period>& period) {
  return "select d.award, d.distinction, o.organisation, o.kk, o.ru, o.en, coalesce(h.state, d.state), d.act, d.day, "
         "h.votes, h.points, d.changed, d.state from distinctions d left join subject_states h on h.subject = d.award "
         "and h.until = 0 left join organisations o on o.organisation = d.organisation where " +
         withinSql(period, "d.day") + " order by d.since";
}

Result<void> readDistinctions(Database& database, std::vector<DistinctionFigures>& distinctions) {
  return eachRow(database,
                 "select s.code, s.kind, h.state, s.kk, s.ru, s.en from subjects s join subject_states h on h.subject "
                 "= s.subject and h.until = 0 where s.register = 'distinction' order by s.code",
                 [&](Statement& row) {
                   DistinctionFigures& one = distinctions.emplace_back();
                   ColumnReader reader(row);
                   reader("code", one.code), reader("kind", one.kind), reader("state", one.state);
                   reader("kk", one.names.kk), reader("ru", one.names.ru), reader("en", one.names.en);
                 });
}

DistinctionFigures& figuresOf(std::vector<DistinctionFigures>& all, const std::string& code) {
  const auto found = std::ranges::find(all, code, &DistinctionFigures::code);
  if (found != all.end()) return *found;
  all.emplace_back().code = code;
  return all.back();
}

}  // namespace

Result<AwardReport> readAwardReport(Database& database, const std::optional<Period>& period, bool exact) {
  AwardReport report;
  ASAR_TRY(take(readStamp(database), report.stamp));
  report.stamp.period = period;
  report.exact = exact;
  ASAR_TRY(readDistinctions(database, report.distinctions));
  ASAR_TRY(eachRow(database, awardsSql(period), [&](Statement& row) {
    AwardEntry entry;
    std::string decided;
    ColumnReader reader(row);
    reader("award", entry.award), reader("distinction", entry.distinction), readNamed(reader, entry.organisation);
    reader("state", entry.state), reader("act", entry.act), reader.day("day", entry.day);
    reader("votes", entry.votes), reader("points", entry.points), reader("changed", entry.changed);
    reader("decided", decided);
    DistinctionFigures& figures = figuresOf(report.distinctions, entry.distinction);
    if (decided == "conferred") ++figures.conferred;
    if (decided == "revoked") ++figures.revoked;
    if (!exact) return;
    ++figures.nominated;
    report.awards.push_back(std::move(entry));
  }));
  std::ranges::sort(report.distinctions, {}, &DistinctionFigures::code);
  return report;
}

}  // namespace projections
