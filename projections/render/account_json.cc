#include <nlohmann/json.hpp>

#include "projections/render/account_parts_json.h"
#include "projections/render/accountability.h"
#include "projections/render/json_start.h"

namespace projections {
namespace {

Json obligationsOf(const std::vector<ObligationEntry>& entries) {
  Json list = Json::array();
  for (const ObligationEntry& entry : entries) list.push_back(obligationObject(entry));
  return list;
}

Json grantsOf(const std::vector<GrantRow>& grants) {
  Json list = Json::array();
  for (const GrantRow& grant : grants) list.push_back(grantObject(grant));
  return list;
}

Json instrumentsOf(const std::vector<FundingInstrument>& all) {
  Json list = Json::array();
  for (const FundingInstrument& one : all) {
    list.push_back({{"id", one.id.text()},
                    {"number", one.number},
                    {"names", namesOf(one.names)},
                    {"state", one.state},
                    {"currency", std::string(one.currency.code())},
                    {"amount", one.amount},
                    {"from", dayJson(one.from)},
                    {"to", dayJson(one.to)}});
  }
  return list;
}

Json casesOf(const OfficeReport& report, const std::vector<OfficeCases>& cases) {
  return report.exact ? listOf(cases) : Json();
}

}  // namespace

std::string organisationJson(const OrganisationReport& report) {
  Json json = startOf("organisation", report.stamp);
  json["organisation"] = objectOf(report.organisation);
  json["state"] = report.state;
  json["verified"] = dayJson(report.verified);
  json["projects"] = report.projects;
  json["service"] = serviceObject(report.service);
  json["charity"] = charityObject(report.charity);
  json["granted"] = moneyList(report.granted);
  json["passedOn"] = moneyList(report.passed_on);
  json["received"] = moneyList(report.received);
  json["grants"] = grantsOf(report.grants);
  json["on"] = dayJson(report.on);
  json["obligations"] = objectOf(report.obligations);
  json["missed"] = obligationsOf(report.missed);
  json["findings"] = listOf(report.findings);
  return json.dump();
}

std::string programmeJson(const ProgrammeReport& report) {
  Json json = startOf("programme", report.stamp);
  json["programme"] = objectOf(report.programme);
  json["state"] = report.state;
  json["projects"] = Json::array();
  for (const ProgrammeProject& one : report.projects) {
    Json& project = json["projects"].emplace_back(objectOf(one.project));
    project["organisationNames"] = namesOf(one.organisation.names);
    project["state"] = one.state;
  }
  json["outputs"] = listOf(report.outputs);
  json["service"] = serviceObject(report.service);
  json["money"] = moneyList(report.money);
  json["costs"] = listOf(report.costs);
  json["grants"] = grantsOf(report.grants);
  return json.dump();
}

std::string officeJson(const OfficeReport& report) {
  Json json = startOf("office", report.stamp);
  json["office"] = objectOf(report.office);
  json["mandates"] = Json::array();
  for (const OfficeMandate& one : report.mandates)
    json["mandates"].push_back({{"act", one.act}, {"day", dayJson(one.day)}});
  json["organisations"] = report.organisations;
  json["deeds"] = listOf(report.deeds);
  json["requests"] = casesOf(report, report.requests);
  json["ideas"] = casesOf(report, report.ideas);
  json["capacity"] = Json::array();
  for (const OfficeCapacity& one : report.capacity) {
    json["capacity"].push_back({{"indicator", one.indicator}, {"quantity", one.quantity}, {"day", dayJson(one.day)}});
  }
  json["service"] = serviceObject(report.service);
  json["money"] = moneyList(report.money);
  json["charity"] = charityObject(report.charity);
  json["population"] = populationObject(report.population);
  return json.dump();
}

std::string funderJson(const FunderReport& report) {
  Json json = startOf("funder", report.stamp);
  json["funder"] = objectOf(report.funder);
  json["total"] = moneyList(report.total);
  json["byDirection"] = moneyList(report.by_direction);
  json["bySource"] = moneyList(report.by_source);
  json["byClass"] = moneyList(report.by_class);
  json["byRegion"] = moneyList(report.by_region);
  json["passedOn"] = moneyList(report.passed_on);
  json["costs"] = listOf(report.costs);
  json["grants"] = Json::array();
  for (const FundedGrant& one : report.grants)
    json["grants"].emplace_back(grantObject(one.grant))["granteeNames"] = namesOf(one.grantee.names);
  json["calls"] = instrumentsOf(report.calls);
  json["contracts"] = instrumentsOf(report.contracts);
  json["on"] = dayJson(report.on);
  json["obligations"] = objectOf(report.obligations);
  return json.dump();
}

std::string flowJson(const FlowReport& report) {
  Json json = startOf("flow", report.stamp);
  json["funders"] = Json::array();
  for (const FlowFunder& one : report.funders) {
    json["funders"].push_back({{"funder", one.funder.id.text()},
                               {"names", namesOf(one.funder.names)},
                               {"total", moneyList(one.total)},
                               {"directions", moneyList(one.directions)},
                               {"costs", listOf(one.costs)}});
  }
  json["total"] = moneyList(report.total);
  return json.dump();
}

std::string regrantJson(const RegrantReport& report) {
  Json json = startOf("regrants", report.stamp);
  json["of"] = idJson(report.of);
  json["grants"] = Json::array();
  for (const RegrantNode& node : report.nodes) {
    Json& grant = json["grants"].emplace_back(grantObject(node.grant));
    grant["granteeNames"] = namesOf(node.grantee.names);
    grant["depth"] = node.depth;
    grant["balances"] = node.balances();
    grant["lines"] = Json::array();
    for (const RegrantLine& line : node.lines) {
      Json& object = grant["lines"].emplace_back(objectOf(line));
      object["left"] = line.left();
      object["difference"] = line.difference();
    }
  }
  return json.dump();
}

}  // namespace projections
