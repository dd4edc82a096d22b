#include "projections/report/correction_report.h"

#include <map>

#include "projections/report/obligation_standing.h"

namespace projections {
namespace {

using ledger::Result;

std::string correctionsSql(const CorrectionQuestion& question) {
  std::string sql = "select " + columnsIn<CorrectionRow>("c") +
                    ", o.kk, o.ru, o.en, g.number from corrections c left join organisations o on o.organisation = "
                    "c.organisation left join grants g on g.grant_id = c.subject where c.correction_index >= " +
                    std::to_string(question.since) + " and " + withinSql(question.period, "c.day");
  if (question.since_day != 0) sql += " and c.recorded_at >= " + std::to_string(endOf(question.since_day - 1));
  if (!question.exact) sql += " and c.visibility = 'public'";
  if (!question.of.isNone()) {
    const std::string of = sqlOf(question.of);
    sql += " and (c.organisation = " + of + " or c.subject = " + of + " or c.original = " + of + ")";
  }
  return sql + " order by c.correction_index";
}

std::vector<CorrectionSum> sumUp(const std::vector<CorrectionEntry>& entries) {
  std::map<std::pair<std::string, std::string>, CorrectionSum> all;
  for (const CorrectionEntry& entry : entries) {
    const CorrectionRow& row = entry.row;
    CorrectionSum& sum = all[{row.event, row.unit}];
    sum.event = row.event;
    sum.unit = row.unit;
    ++sum.count;
    if (row.before && row.after) sum.change += *row.after - *row.before;
  }
  std::vector<CorrectionSum> sums;
  sums.reserve(all.size());
  for (const auto& [key, sum] : all) sums.push_back(sum);
  return sums;
}

}  // namespace

Result<CorrectionReport> readCorrectionReport(Database& database, CorrectionQuestion question) {
  CorrectionReport report;
  ASAR_TRY(take(readStamp(database), report.stamp));
  report.stamp.period = question.period;
  ASAR_TRY(eachRow(database, correctionsSql(question), [&](Statement& row) {
    CorrectionEntry& entry = report.entries.emplace_back();
    ColumnReader reader(row);
    CorrectionRow::columns(reader, entry.row);
    reader("kk", entry.organisation.kk), reader("ru", entry.organisation.ru), reader("en", entry.organisation.en);
    reader("number", entry.number);
  }));
  report.sums = sumUp(report.entries);
  report.question = question;
  return report;
}

}  // namespace projections
