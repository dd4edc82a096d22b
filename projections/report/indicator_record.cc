#include "projections/report/indicator_record.h"

#include <algorithm>

#include "projections/columns.h"
#include "projections/report/indicator_query.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

using Records = std::map<ledger::SubjectId, IndicatorRecord>;

// What a fact says in words.
struct SaidOfFigure {
  std::string basis;
  std::string source;
  std::int64_t baseline = 0;
};

Result<Records> readSubjects(Database& database) {
  Statement all = database.prepare(selectAll<SubjectRow>() + "where register = $1");
  all.add(nameOf(ledger::StreamRole::kIndicator));
  auto rows = readRows<SubjectRow>(all);
  if (!rows) return rows.error();
  Records records;
  for (SubjectRow& row : *rows) records[row.subject].subject = std::move(row);
  return records;
}

Result<void> readRoadmaps(Database& database, Records& records) {
  Statement all = database.prepare(selectAll<SubjectLinkRow>() +
                                   "where role = $1 and subject in (select subject from subjects where register = $2)");
  all.add(nameOf(ledger::StreamRole::kRoadmap)).add(nameOf(ledger::StreamRole::kIndicator));
  const auto rows = readRows<SubjectLinkRow>(all);
  if (!rows) return rows.error();
  for (const SubjectLinkRow& row : *rows) records.at(row.subject).roadmap = row.other;
  return {};
}

Result<std::map<ledger::Position, SaidOfFigure>> readWords(Database& database) {
  Statement all = database.prepare(selectAll<FactWordRow>() +
                                   "where field in ('basis', 'source', 'baseline') and fact_index in (select "
                                   "fact_index from facts where register = $1)");
  all.add(nameOf(ledger::StreamRole::kIndicator));
  const auto rows = readRows<FactWordRow>(all);
  if (!rows) return rows.error();
  std::map<ledger::Position, SaidOfFigure> said;
  for (const FactWordRow& row : *rows) {
    SaidOfFigure& one = said[row.fact_index];
    if (row.field == "basis") one.basis = row.word;
    if (row.field == "source") one.source = row.word;
    if (row.field == "baseline") one.baseline = row.value.value_or(0);
  }
  return said;
}

void addFact(IndicatorRecord& record, const FactRow& fact, const SaidOfFigure& said) {
  const std::int64_t year = fact.year.value_or(0);
  const std::int64_t value = fact.value.value_or(0);
  if (fact.event == "IndicatorDefined") {
    record.unit = fact.figures.unit;
    record.basis = enumNamed<ledger::FigureBasis>(said.basis);
    record.baseline = said.baseline;
  }
  if (fact.event == "TargetSet") record.targets[year] = value;
  if (fact.event == "ActualReported") record.actuals.push_back({fact.fact_index, year, value, said.source, fact.day});
}

Result<void> readFigures(Database& database, Records& records) {
  const auto said = readWords(database);
  if (!said) return said.error();
  Statement all = database.prepare(selectAll<FactRow>() + "where register = $1 order by fact_index");
  all.add(nameOf(ledger::StreamRole::kIndicator));
  const auto facts = readRows<FactRow>(all);
  if (!facts) return facts.error();
  for (const FactRow& fact : *facts) {
    const auto words = said->find(fact.fact_index);
    const auto record = records.find(fact.subject);
    if (record == records.end()) continue;
    addFact(record->second, fact, words == said->end() ? SaidOfFigure{} : words->second);
  }
  return {};
}

bool isCategory(std::string_view text) {
  return parseCategory(text).ok();
}

}  // namespace

const IndicatorActual* IndicatorRecord::actualOf(std::int64_t year) const {
  const auto found = std::find_if(actuals.rbegin(), actuals.rend(),
                                  [year](const IndicatorActual& actual) { return actual.year == year; });
  return found == actuals.rend() ? nullptr : &*found;
}

std::string IndicatorRecord::usualCategory() const {
  // NOLINTNEXTLINE(modernize-loop-convert): from the last one on
  for (auto actual = actuals.rbegin(); actual != actuals.rend(); ++actual) {
    std::string category = actual->source.substr(0, actual->source.find(' '));
    if (isCategory(category)) return category;
  }
  return isCategory(subject.code) ? subject.code : std::string();
}

Result<std::vector<IndicatorRecord>> readIndicators(Database& database) {
  auto records = readSubjects(database);
  if (!records) return records.error();
  ASAR_TRY(readRoadmaps(database, *records));
  ASAR_TRY(readFigures(database, *records));
  std::vector<IndicatorRecord> ordered;
  for (auto& [id, record] : *records) ordered.push_back(std::move(record));
  std::ranges::sort(ordered, {}, [](const IndicatorRecord& record) { return record.subject.opened_index; });
  return ordered;
}

Result<IndicatorRecord> findIndicator(Database& database, std::string_view id_or_code) {
  const auto all = readIndicators(database);
  if (!all) return all.error();
  std::vector<const IndicatorRecord*> found;
  std::string known;
  for (const IndicatorRecord& record : *all) {
    if (record.subject.subject.text() == id_or_code) return record;
    if (record.subject.code == id_or_code) found.push_back(&record);
    known += (known.empty() ? "" : ", ") + record.subject.code;
  }
  if (found.size() == 1) return *found.front();
  if (found.empty()) {
    return Error{ErrorCode::kNotFound, "INDICATOR_UNKNOWN",
                 "there is no indicator '" + std::string(id_or_code) + "'; " +
                     (known.empty() ? "none is defined yet: send indicatorDefine" : "there are " + known)};
  }
  std::string ids;
  for (const IndicatorRecord* record : found) ids += (ids.empty() ? "" : ", ") + record->subject.subject.text();
  return Error{ErrorCode::kInvalid, "INDICATOR_AMBIGUOUS",
               std::to_string(found.size()) + " indicators have the code " + std::string(id_or_code) +
                   ": give the id of one, " + ids};
}

}  // namespace projections
