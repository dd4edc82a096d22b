#include "projections/render/account_parts_json.h"

#include <nlohmann/json.hpp>

namespace projections {

Json idJson(const ledger::SubjectId& id) {
  return id.isNone() ? Json() : Json(id.text());
}

Json dayJson(ledger::CivilDay day) {
  return day == 0 ? Json() : Json(ledger::dayText(day));
}

Json serviceObject(const ServiceFigures& figures) {
  Json object = {{"activities", figures.activities}, {"hidden", figures.hidden}};
  if (figures.hidden) return object;
  object["volunteers"] = figures.volunteers;
  object["minors"] = figures.minors;
  JsonColumns columns(object);
  HoursSums::columns(columns, figures.sums);
  object["attendedPeople"] = figures.attended_people;
  object["attendedMinutes"] = figures.attended.count();
  object["ageBands"] = Json::array();
  for (const BandFigures& band : figures.bands) {
    object["ageBands"].push_back({{"ageBand", std::string(nameOf(band.band))},
                                  {"volunteers", band.volunteers},
                                  {"attestedMinutes", band.attested.count()}});
  }
  return object;
}

Json charityObject(const CharityFigures& figures) {
  return {{"sums", listOf(figures.sums)}, {"donors", listOf(figures.donors)}};
}

Json moneyList(const std::vector<MoneyFigures>& all) {
  Json list = Json::array();
  for (const MoneyFigures& one : all) {
    Json& object = list.emplace_back(Json{{"code", one.code}, {"currency", std::string(one.currency.code())}});
    JsonColumns columns(object);
    MoneySums::columns(columns, one.sums);
  }
  return list;
}

Json grantObject(const GrantRow& grant) {
  Json object = objectOf(grant);
  object["disbursed"] = grant.disbursed - grant.reversed;
  object.erase("reversed");
  return object;
}

Json obligationObject(const ObligationEntry& entry) {
  return {{"obligation", entry.obligation.text()},
          {"kind", entry.kind},
          {"organisation", entry.organisation.id.text()},
          {"organisationNames", namesOf(entry.organisation.names)},
          {"funder", entry.funder.id.text()},
          {"funderNames", namesOf(entry.funder.names)},
          {"grant", idJson(entry.grant)},
          {"grantNumber", entry.grant_number},
          {"due", dayJson(entry.due)},
          {"last", dayJson(entry.last)},
          {"state", entry.state},
          {"submitted", dayJson(entry.submitted)},
          {"daysLate", entry.days_late},
          {"since", entry.since}};
}

Json populationObject(const std::optional<PopulationRate>& rate) {
  if (!rate) return {};
  return {
      {"people", rate->people}, {"regions", rate->regions}, {"year", rate->year}, {"policy", termObject(rate->policy)}};
}

Json termObject(const PublishedTermRow& row) {
  Json object = objectOf(row);
  object.erase("content");
  return object;
}

}  // namespace projections
