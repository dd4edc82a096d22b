#include "projections/report/roadmap_report.h"

#include <algorithm>
#include <set>

#include "projections/columns.h"
#include "projections/report/reconciliation_figures.h"
#include "projections/report/reconciliation_report.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;
using ledger::StreamRole;
using ledger::SubjectId;

Result<std::vector<SubjectRow>> roadmapsAsked(Database& database, const std::string& id_or_number) {
  Statement all = database.prepare(selectAll<SubjectRow>() + "where register = $1 order by opened_index");
  all.add(nameOf(StreamRole::kRoadmap));
  auto rows = readRows<SubjectRow>(all);
  if (!rows || id_or_number.empty()) return rows;
  std::string known;
  for (const SubjectRow& row : *rows) known += (known.empty() ? "" : ", ") + row.number;
  std::erase_if(
      *rows, [&](const SubjectRow& row) { return row.number != id_or_number && row.subject.text() != id_or_number; });
  if (!rows->empty()) return rows;
  return Error{ErrorCode::kNotFound, "ROADMAP_UNKNOWN",
               "there is no road map '" + id_or_number + "'; " +
                   (known.empty() ? "none is adopted yet: send roadmapAdopt" : "there are " + known)};
}

// What the subject belongs to in that part; none where it names nothing.
Result<SubjectRow> ownerOf(Database& database, const SubjectId& subject, StreamRole role) {
  Statement one = database.prepare(selectAll<SubjectRow>() +
                                   "where subject in (select other from subject_links where subject = $1 and role = "
                                   "$2 and mentioned = 0)");
  one.add(subject.view()).add(nameOf(role));
  const auto rows = readRows<SubjectRow>(one);
  if (!rows) return rows.error();
  return rows->empty() ? SubjectRow{} : rows->front();
}

Result<std::vector<RoadmapMeasure>> measuresOf(Database& database, const SubjectId& roadmap) {
  Statement all = database.prepare(selectAll<SubjectRow>() +
                                   "where register = $1 and subject in (select subject from subject_links where role = "
                                   "$2 and other = $3) order by opened_index");
  all.add(nameOf(StreamRole::kMeasure)).add(nameOf(StreamRole::kRoadmap)).add(roadmap.view());
  const auto rows = readRows<SubjectRow>(all);
  if (!rows) return rows.error();
  std::vector<RoadmapMeasure> measures;
  for (const SubjectRow& row : *rows) {
    Statement states = database.prepare(selectAll<SubjectStateRow>() + "where subject = $1 and until = 0");
    states.add(row.subject.view());
    const auto standing = readRows<SubjectStateRow>(states);
    if (!standing) return standing.error();
    const auto organisation = ownerOf(database, row.subject, StreamRole::kOrganisation);
    if (!organisation) return organisation.error();
    measures.push_back({row, standing->empty() ? SubjectStateRow{} : standing->front(), *organisation});
  }
  return measures;
}

// Derives the figures of one report: what one period needs is read once.
class DerivedNow {
 public:
  DerivedNow(Database& database, ledger::Currency currency, ledger::CivilDay newest)
      : database_(database), currency_(currency), newest_(newest) {}

  Result<void> complete(const IndicatorRecord& record, RoadmapFigure& figure) {
    const auto year = yearDays(figure.year);
    if (!year || record.basis != ledger::FigureBasis::kDerived) return {};
    if (figure.actual) figure.query = queryIn(figure.actual->source, *year);
    if (!figure.actual && year->from <= newest_) figure.query = queryIn(record.usualCategory(), *year);
    if (!figure.query) return {};
    const auto [of_days, added] =
        figures_.try_emplace({figure.query->days.from, figure.query->days.to}, database_, figure.query->days);
    const auto derived = of_days->second.derive(figure.query->asked);
    if (!derived && derived.error().reason == "REGION_UNKNOWN") return {};
    if (!derived) return derived.error();
    const auto now = inUnit(*figure.query->asked.category, *derived, record.unit, currency_);
    if (now) figure.now = *now;  // a query that somebody wrote may be of another unit
    return {};
  }

 private:
  Database& database_;
  ledger::Currency currency_;
  ledger::CivilDay newest_;
  std::map<std::pair<ledger::CivilDay, ledger::CivilDay>, ReconciliationFigures> figures_;
};

std::set<std::int64_t> yearsOf(const IndicatorRecord& record, const std::optional<std::int64_t>& asked) {
  std::set<std::int64_t> years;
  for (const auto& [year, target] : record.targets) years.insert(year);
  for (const IndicatorActual& actual : record.actuals) years.insert(actual.year);
  if (asked) std::erase_if(years, [&](std::int64_t year) { return year != *asked; });
  return years;
}

RoadmapFigure figureOf(const IndicatorRecord& record, std::int64_t year) {
  RoadmapFigure figure;
  figure.year = year;
  if (const auto target = record.targets.find(year); target != record.targets.end()) figure.target = target->second;
  for (const IndicatorActual& actual : record.actuals) {
    if (actual.year != year) continue;
    if (figure.actual) figure.earlier.push_back(*figure.actual);
    figure.actual = actual;
  }
  return figure;
}

Result<void> readIndicatorsOf(Database& database, RoadmapReport& report) {
  const auto indicators = readIndicators(database);
  if (!indicators) return indicators.error();
  const auto currency = ledgerCurrency(database);
  if (!currency) return currency.error();
  const auto newest = newestDay(database);
  if (!newest) return newest.error();
  DerivedNow derived(database, *currency, *newest);
  for (const IndicatorRecord& record : *indicators) {
    const auto entry =
        std::ranges::find(report.roadmaps, record.roadmap, [](const RoadmapEntry& one) { return one.roadmap.subject; });
    if (entry == report.roadmaps.end()) continue;
    RoadmapIndicator& indicator = entry->indicators.emplace_back(RoadmapIndicator{record, {}});
    for (const std::int64_t year : yearsOf(record, report.year)) {
      indicator.years.push_back(figureOf(record, year));
      ASAR_TRY(derived.complete(record, indicator.years.back()));
    }
  }
  return {};
}

}  // namespace

std::optional<std::int64_t> RoadmapFigure::beyondTarget() const {
  return actual && target ? differenceOf(actual->value, *target) : std::nullopt;
}

std::optional<std::int64_t> RoadmapFigure::difference() const {
  return actual && now ? differenceOf(*now, actual->value) : std::nullopt;
}

Result<RoadmapReport> readRoadmapReport(Database& database, const RoadmapQuestion& question) {
  RoadmapReport report;
  auto stamp = readStamp(database);
  if (!stamp) return stamp.error();
  report.stamp = *std::move(stamp);
  if (question.year) {
    const auto days = yearDays(*question.year);
    if (!days) return days.error();
    report.year = question.year;
  }
  const auto roadmaps = roadmapsAsked(database, question.roadmap);
  if (!roadmaps) return roadmaps.error();
  if (!question.roadmap.empty()) report.of = roadmaps->front().subject;
  for (const SubjectRow& roadmap : *roadmaps) {
    const auto office = ownerOf(database, roadmap.subject, StreamRole::kOffice);
    if (!office) return office.error();
    auto measures = measuresOf(database, roadmap.subject);
    if (!measures) return measures.error();
    report.roadmaps.push_back({roadmap, *office, *std::move(measures), {}});
  }
  ASAR_TRY(readIndicatorsOf(database, report));
  return report;
}

}  // namespace projections
