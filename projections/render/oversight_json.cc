#include <nlohmann/json.hpp>

#include "projections/render/account_parts_json.h"
#include "projections/render/accountability.h"
#include "projections/render/json_start.h"

namespace projections {
namespace {

Json namedJson(const NamedId& named) {
  return {{"id", idJson(named.id)}, {"names", namesOf(named.names)}};
}

Json obligationArray(const std::vector<ObligationEntry>& entries) {
  Json list = Json::array();
  for (const ObligationEntry& entry : entries) list.push_back(obligationObject(entry));
  return list;
}

Json findingObject(const FindingEntry& entry) {
  return {{"finding", entry.finding.text()},
          {"audit", entry.audit.text()},
          {"organisation", namedJson(entry.organisation)},
          {"grantNumber", entry.grant_number},
          {"rule", entry.rule},
          {"ruleVersion", entry.rule_version},
          {"severity", entry.severity},
          {"state", entry.state},
          {"reason", entry.reason},
          {"currency", entry.currency.isNone() ? Json() : Json(std::string(entry.currency.code()))},
          {"amount", entry.amount},
          {"raised", dayJson(entry.raised)},
          {"answerDue", dayJson(entry.answer_due)},
          {"answered", dayJson(entry.answered)},
          {"agrees", entry.agrees},
          {"promised", dayJson(entry.promised)},
          {"corrected", dayJson(entry.corrected)},
          {"ended", dayJson(entry.ended)},
          {"daysLate", entry.days_late},
          {"since", entry.since}};
}

Json assignmentFigures(const AssignmentFigures& figures) {
  Json object = figures.hidden ? Json{{"country", figures.country}, {"people", Json()}, {"assignments", Json()}}
                               : objectOf(figures);
  object["hidden"] = figures.hidden;
  return object;
}

}  // namespace

std::string obligationJson(const ObligationReport& report) {
  Json json = startOf("obligations", report.stamp);
  json["of"] = idJson(report.of);
  json["on"] = dayJson(report.on);
  json["overdue"] = obligationArray(report.overdue);
  json["soon"] = obligationArray(report.soon);
  json["unconfirmed"] = Json::array();
  for (const UnconfirmedDisbursement& one : report.unconfirmed) {
    json["unconfirmed"].push_back({{"grantNumber", one.grant_number},
                                   {"grantee", namedJson(one.grantee)},
                                   {"disbursement", one.disbursement.text()},
                                   {"reference", one.reference},
                                   {"currency", std::string(one.currency.code())},
                                   {"amount", one.amount},
                                   {"day", dayJson(one.day)},
                                   {"last", dayJson(one.last)},
                                   {"daysLate", one.days_late},
                                   {"since", one.since}});
  }
  json["total"] = objectOf(report.total);
  json["organisations"] = Json::array();
  for (const OwedByOrganisation& one : report.organisations) {
    Json& object = json["organisations"].emplace_back(namedJson(one.organisation));
    object["counts"] = objectOf(one.counts);
  }
  return json.dump();
}

std::string findingJson(const FindingReport& report) {
  Json json = startOf("findings", report.stamp);
  json["of"] = idJson(report.question.of);
  json["on"] = dayJson(report.question.on);
  json["exact"] = report.question.open_too;
  json["findings"] = Json::array();
  for (const FindingEntry& entry : report.entries) json["findings"].push_back(findingObject(entry));
  json["bySeverity"] = listOf(report.counts);
  return json.dump();
}

std::string correctionJson(const CorrectionReport& report) {
  Json json = startOf("corrections", report.stamp);
  json["of"] = idJson(report.question.of);
  json["since"] = report.question.since;
  json["sinceDay"] = dayJson(report.question.since_day);
  json["exact"] = report.question.exact;
  json["corrections"] = Json::array();
  for (const CorrectionEntry& entry : report.entries) {
    Json& object = json["corrections"].emplace_back(objectOf(entry.row));
    object["organisationNames"] = namesOf(entry.organisation);
    object["grantNumber"] = entry.number;
  }
  json["sums"] = Json::array();
  for (const CorrectionSum& sum : report.sums)
    json["sums"].push_back({{"event", sum.event}, {"unit", sum.unit}, {"count", sum.count}, {"change", sum.change}});
  return json.dump();
}

std::string awardJson(const AwardReport& report) {
  Json json = startOf("awards", report.stamp);
  json["exact"] = report.exact;
  json["distinctions"] = Json::array();
  for (const DistinctionFigures& one : report.distinctions) {
    json["distinctions"].push_back({{"code", one.code},
                                    {"kind", one.kind},
                                    {"state", one.state},
                                    {"names", namesOf(one.names)},
                                    {"nominated", report.exact ? Json(one.nominated) : Json()},
                                    {"conferred", one.conferred},
                                    {"revoked", one.revoked}});
  }
  json["awards"] = Json::array();
  const auto figure = [](const std::optional<std::int64_t>& value) { return value ? Json(*value) : Json(); };
  for (const AwardEntry& entry : report.awards) {
    json["awards"].push_back({{"award", entry.award.text()},
                              {"distinction", entry.distinction},
                              {"organisation", namedJson(entry.organisation)},
                              {"state", entry.state},
                              {"act", entry.act},
                              {"day", dayJson(entry.day)},
                              {"votes", figure(entry.votes)},
                              {"points", figure(entry.points)},
                              {"changed", entry.changed}});
  }
  return json.dump();
}

std::string valueJson(const ValueReport& report) {
  Json json = startOf("value", report.stamp);
  json["method"] = "replacement";
  json["hidden"] = report.hidden;
  const auto figure = [&](const Json& value) { return report.suppression ? Json() : value; };
  json["volunteers"] = figure(report.volunteers);
  json["valuedMinutes"] = figure(report.valued.count());
  json["withoutWageMinutes"] = figure(report.without_wage.count());
  json["otherBasisMinutes"] = figure(report.other_basis.count());
  json["total"] = Json::array();
  for (const ledger::Money& sum : report.total)
    json["total"].push_back({{"currency", std::string(sum.currency.code())}, {"value", sum.minor}});
  json["cells"] = listOf(report.cells);
  json["policies"] = Json::array();
  for (const PublishedTermRow& row : report.policies) json["policies"].push_back(termObject(row));
  return json.dump();
}

std::string deploymentJson(const DeploymentReport& report) {
  Json json = startOf("deployments", report.stamp);
  json["exact"] = report.exact;
  json["emergencies"] = Json::array();
  const auto figure = [&](std::int64_t value) { return report.exact ? Json(value) : Json(); };
  for (const EmergencyEntry& one : report.emergencies) {
    Json& object = json["emergencies"].emplace_back(Json{{"emergency", one.emergency.text()},
                                                         {"type", one.type},
                                                         {"names", namesOf(one.names)},
                                                         {"region", one.region},
                                                         {"state", one.state},
                                                         {"declared", dayJson(one.declared)},
                                                         {"ended", dayJson(one.ended)},
                                                         {"organisations", figure(one.organisations)},
                                                         {"asked", figure(one.asked)},
                                                         {"served", figure(one.served)}});
    object["deployments"] = Json::array();
    for (const DeploymentEntry& entry : one.deployments) {
      object["deployments"].push_back({{"deployment", entry.deployment.text()},
                                       {"organisation", namedJson(entry.organisation)},
                                       {"skill", entry.skill},
                                       {"state", entry.state},
                                       {"asked", entry.asked},
                                       {"served", entry.served ? Json(*entry.served) : Json()},
                                       {"ordered", dayJson(entry.ordered)},
                                       {"ended", dayJson(entry.ended)},
                                       {"since", entry.since}});
    }
  }
  return json.dump();
}

std::string assignmentJson(const AssignmentReport& report) {
  Json json = startOf("assignments", report.stamp);
  json["total"] = assignmentFigures(report.total);
  json["countries"] = Json::array();
  for (const AssignmentFigures& country : report.countries) json["countries"].push_back(assignmentFigures(country));
  json["assignments"] = Json::array();
  for (const AssignmentEntry& entry : report.entries) {
    json["assignments"].push_back(
        {{"assignment", entry.assignment.text()},
         {"organisation", namedJson(entry.organisation)},
         {"country", entry.country},
         {"state", entry.state},
         {"from", dayJson(entry.from)},
         {"to", dayJson(entry.to)},
         {"currency", entry.currency.isNone() ? Json() : Json(std::string(entry.currency.code()))},
         {"stipend", entry.stipend},
         {"reason", entry.reason},
         {"since", entry.since}});
  }
  json["exact"] = !report.suppression.has_value();
  return json.dump();
}

}  // namespace projections
