#include <nlohmann/json.hpp>

#include "projections/render/json_start.h"
#include "projections/render/render.h"

namespace projections {
namespace {

using RoadmapJson = nlohmann::ordered_json;

RoadmapJson numberOrNull(const std::optional<std::int64_t>& figure) {
  return figure ? RoadmapJson(*figure) : RoadmapJson();
}

RoadmapJson dayOrNull(ledger::CivilDay day) {
  return day == 0 ? RoadmapJson() : RoadmapJson(ledger::dayText(day));
}

// Its names under a key of their own.
void putSubject(RoadmapJson& object, const char* names, const SubjectRow& subject) {
  object[names] = {{"kk", subject.names.kk}, {"ru", subject.names.ru}, {"en", subject.names.en}};
}

RoadmapJson idOrNull(const ledger::SubjectId& id) {
  return id.isNone() ? RoadmapJson() : RoadmapJson(id.text());
}

RoadmapJson measureOf(const RoadmapMeasure& measure) {
  RoadmapJson object = {{"measure", measure.subject.subject.text()}, {"number", measure.subject.number}};
  putSubject(object, "names", measure.subject);
  object["organisation"] = idOrNull(measure.organisation.subject);
  putSubject(object, "organisationNames", measure.organisation);
  object["due"] = dayOrNull(measure.standing.due);
  object["state"] = measure.standing.state;
  object["sinceDay"] = dayOrNull(measure.standing.since_day);
  return object;
}

RoadmapJson actualOf(const IndicatorActual& actual) {
  return {{"value", actual.value}, {"source", actual.source}, {"day", dayOrNull(actual.day)}, {"entry", actual.entry}};
}

RoadmapJson yearOf(const IndicatorRecord& record, const RoadmapFigure& figure) {
  const bool derived = record.basis == ledger::FigureBasis::kDerived;
  RoadmapJson object = {{"year", figure.year}, {"target", numberOrNull(figure.target)}};
  object["actual"] = figure.actual ? RoadmapJson(figure.actual->value) : RoadmapJson();
  object["beyondTarget"] = numberOrNull(figure.beyondTarget());
  object["source"] = figure.actual ? RoadmapJson(figure.actual->source) : RoadmapJson();
  object["day"] = figure.actual ? dayOrNull(figure.actual->day) : RoadmapJson();
  object["entry"] = figure.actual ? RoadmapJson(figure.actual->entry) : RoadmapJson();
  object["query"] = figure.query ? RoadmapJson(figure.query->text()) : RoadmapJson();
  object["derivedThen"] = derived ? object["actual"] : RoadmapJson();
  object["derivedNow"] = numberOrNull(figure.now);
  object["difference"] = numberOrNull(figure.difference());
  object["earlier"] = RoadmapJson::array();
  for (const IndicatorActual& actual : figure.earlier) object["earlier"].push_back(actualOf(actual));
  return object;
}

RoadmapJson indicatorOf(const RoadmapIndicator& indicator) {
  const IndicatorRecord& record = indicator.record;
  RoadmapJson object = {{"indicator", record.subject.subject.text()}, {"code", record.subject.code}};
  putSubject(object, "names", record.subject);
  object["unit"] = record.unit;
  object["basis"] = std::string(nameOf(record.basis));
  object["baseline"] = record.baseline;
  object["years"] = RoadmapJson::array();
  for (const RoadmapFigure& figure : indicator.years) object["years"].push_back(yearOf(record, figure));
  return object;
}

RoadmapJson entryOf(const RoadmapEntry& entry) {
  RoadmapJson object = {{"roadmap", entry.roadmap.subject.text()}, {"number", entry.roadmap.number}};
  putSubject(object, "names", entry.roadmap);
  object["office"] = idOrNull(entry.office.subject);
  putSubject(object, "officeNames", entry.office);
  object["from"] = dayOrNull(entry.roadmap.from);
  object["to"] = dayOrNull(entry.roadmap.to);
  object["measures"] = RoadmapJson::array();
  for (const RoadmapMeasure& measure : entry.measures) object["measures"].push_back(measureOf(measure));
  object["indicators"] = RoadmapJson::array();
  for (const RoadmapIndicator& one : entry.indicators) object["indicators"].push_back(indicatorOf(one));
  return object;
}

}  // namespace

std::string roadmapJson(const RoadmapReport& report) {
  RoadmapJson json = startOf("roadmap", report.stamp);
  json["of"] = idOrNull(report.of);
  json["year"] = numberOrNull(report.year);
  json["roadmaps"] = RoadmapJson::array();
  for (const RoadmapEntry& entry : report.roadmaps) json["roadmaps"].push_back(entryOf(entry));
  return json.dump();
}

}  // namespace projections
