#include <nlohmann/json.hpp>

#include "projections/render/accountability.h"
#include "projections/render/json_columns.h"
#include "projections/render/json_start.h"

namespace projections {
namespace {

Json entryObject(const PublicEntry& entry) {
  Json object = objectOf(entry.said.fact);
  object["words"] = Json::array();
  for (const FactWordRow& word : entry.said.words)
    object["words"].push_back(
        {{"field", word.field}, {"word", word.word}, {"value", word.value ? Json(*word.value) : Json()}});
  object["subjectNumber"] = entry.subject.number;
  object["subjectNames"] = namesOf(entry.subject.names);
  object["organisation"] = entry.owner.id.isNone() ? Json() : Json(entry.owner.id.text());
  object["organisationNames"] = namesOf(entry.owner.names);
  object["changes"] = Json::array();
  for (const EntryChange& change : entry.changes)
    object["changes"].push_back({{"entry", change.index}, {"event", change.event}});
  return object;
}

}  // namespace

std::string entryJson(const EntryReport& report) {
  const EntryQuestion& question = report.question;
  Json json = startOf("entries", report.stamp);
  json["find"] = question.find;
  json["kind"] = question.kind;
  json["of"] = question.of.isNone() ? Json() : Json(question.of.text());
  json["before"] = question.before == 0 ? Json() : Json(question.before);
  json["limit"] = question.limit;
  json["entries"] = Json::array();
  for (const PublicEntry& entry : report.entries) json["entries"].push_back(entryObject(entry));
  json["next"] = report.next == 0 ? Json() : Json(report.next);
  return json.dump();
}

}  // namespace projections
