#include <algorithm>

#include "projections/language/account_phrases.h"
#include "projections/language/credit_phrases.h"
#include "projections/language/oversight_phrases.h"
#include "projections/language/suppression_phrases.h"
#include "projections/render/account_parts.h"
#include "projections/render/accountability.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Topic;

Table distinctions(const AccountParts& parts, const AwardReport& report) {
  const Cells& cells = parts.cells;
  Table table("distinctions",
              {cells.left("name", p::kDistinction), cells.left("kind", p::kKind), cells.left("state", p::kState),
               cells.right("nominated", p::kNominated, report.exact ? Where::kEverywhere : Where::kFilled),
               cells.right("conferred", p::kConferredCount), cells.right("revoked", p::kRevokedCount)});
  for (const DistinctionFigures& one : report.distinctions) {
    const std::string name = nameIn(one.names, cells.language());
    table.add({name.empty() ? one.code : name,
               one.kind.empty() ? Cell() : cells.word(Topic::kSubjectKind, "distinction." + one.kind),
               parts.stateWord(one.state), report.exact ? cells.count(one.nominated) : Cell(),
               cells.count(one.conferred), cells.count(one.revoked)});
  }
  return table;
}

Table decisions(const AccountParts& parts, const AwardReport& report) {
  const Cells& cells = parts.cells;
  Table table("decisions",
              {cells.left("award", p::kNomination), cells.left("distinction", p::kDistinction),
               cells.left("organisation", p::kOrganisation), cells.left("state", p::kState), cells.left("act", p::kAct),
               cells.left("day", p::kDate), cells.right("votes", p::kVotesCast, Where::kFilled),
               cells.right("points", p::kPointsGiven, Where::kFilled), cells.right("entry", p::kEntry)});
  const auto figure = [&](const std::optional<std::int64_t>& value) { return value ? cells.count(*value) : Cell(); };
  // Every distinction that was awarded is in the report.
  const auto called = [&](const std::string& code) {
    const auto found = std::ranges::find(report.distinctions, code, &DistinctionFigures::code);
    const bool named = found != report.distinctions.end() && !nameIn(found->names, cells.language()).empty();
    return Cell(named ? nameIn(found->names, cells.language()) : code, code);
  };
  for (const AwardEntry& one : report.awards) {
    table.add({Cell(one.award.text().substr(0, 6) + "…", one.award.text()), called(one.distinction),
               cells.name(one.organisation.names), parts.stateWord(one.state), one.act, cells.day(one.day),
               figure(one.votes), figure(one.points), cells.index(one.changed)});
  }
  return table;
}

Table valueCells(const AccountParts& parts, const ValueReport& report) {
  const Cells& cells = parts.cells;
  Table table("cells", {cells.left("year", p::kValueYear), cells.left("region", p::kRegion),
                        cells.right("attested", p::kAttested), cells.left("wageOf", p::kWageOf),
                        cells.right("perHour", p::kWagePerHour), cells.right("value", p::kValueTotal)});
  for (const ValueCell& one : report.cells) {
    const bool priced = !one.currency.isNone();
    table.add({cells.index(one.year), cells.place(Topic::kRegion, one.region), cells.minutes(one.minutes),
               priced ? cells.phrase(one.of_country ? p::kOfCountry : p::kOfRegion) : Cell(),
               priced ? cells.money({one.per_hour, one.currency}) : Cell(),
               priced ? cells.money({one.value, one.currency}) : Cell()});
  }
  return table;
}

// Its word; in files the code.
Cell sortCell(std::string_view of, const std::string& code, const Cells& cells) {
  return {sortText(of, code, cells.language()), code};
}

Table emergencies(const AccountParts& parts, const DeploymentReport& report) {
  const Cells& cells = parts.cells;
  const auto figure = [&](std::int64_t value) { return report.exact ? cells.count(value) : Cell(); };
  Table table("emergencies",
              {cells.left("name", p::kEmergency), cells.left("type", p::kKind), cells.left("region", p::kRegion),
               cells.left("declared", p::kBegan), cells.left("ended", p::kEnded),
               cells.right("organisations", p::kOrganisations, Where::kFilled),
               cells.right("asked", p::kAsked, Where::kFilled), cells.right("served", p::kServed, Where::kFilled)});
  for (const EmergencyEntry& one : report.emergencies) {
    table.add({cells.name(one.names), sortCell("emergency", one.type, cells), cells.place(Topic::kRegion, one.region),
               cells.day(one.declared), cells.day(one.ended), figure(one.organisations), figure(one.asked),
               figure(one.served)});
  }
  table.if_empty = parts.in(p::kNoEmergencies);
  return table;
}

Table deployments(const AccountParts& parts, const EmergencyEntry& emergency) {
  const Cells& cells = parts.cells;
  Table table("deployments",
              {cells.left("organisation", p::kOrganisation), cells.left("skill", p::kSkill),
               cells.left("ordered", p::kBegan), cells.left("ended", p::kEnded), cells.right("asked", p::kAsked),
               cells.right("served", p::kServed), cells.right("entry", p::kEntry)});
  for (const DeploymentEntry& one : emergency.deployments) {
    table.add({cells.name(one.organisation.names), sortCell("skill", one.skill, cells), cells.day(one.ordered),
               cells.day(one.ended), cells.count(one.asked), one.served ? cells.count(*one.served) : Cell(),
               cells.index(one.since)});
  }
  table.of = {{cells.left("emergency", p::kEmergency), cells.name(emergency.names)}};
  return table;
}

Table countries(const AccountParts& parts, const AssignmentReport& report) {
  const Cells& cells = parts.cells;
  Table table("countries",
              {cells.left("country", p::kCountry), cells.right("people", p::kPersons),
               cells.right("assignments", p::kAssignments), cells.right("underWay", p::kUnderWay),
               cells.right("completed", p::kCompletedCount), cells.right("terminated", p::kTerminatedCount)});
  const auto add = [&](const AssignmentFigures& one, Cell name, RowKind kind) {
    table.add({std::move(name), cells.count(one.people), cells.count(one.assignments), cells.count(one.under_way),
               cells.count(one.completed), cells.count(one.terminated)},
              kind);
  };
  for (const AssignmentFigures& one : report.countries) add(one, one.country, RowKind::kPlain);
  if (!report.countries.empty()) add(report.total, cells.phrase(p::kTotal), RowKind::kTotal);
  return table;
}

Table assignments(const AccountParts& parts, const AssignmentReport& report) {
  const Cells& cells = parts.cells;
  Table table("assignments",
              {cells.left("country", p::kCountry), cells.left("organisation", p::kSender),
               cells.left("from", p::kBegan), cells.left("to", p::kEnded), cells.left("state", p::kState),
               cells.right("stipend", p::kStipend, Where::kFilled), cells.right("entry", p::kEntry)});
  for (const AssignmentEntry& one : report.entries) {
    table.add({one.country, cells.name(one.organisation.names), cells.day(one.from), cells.day(one.to),
               parts.stateWord(one.state), one.currency.isNone() ? Cell() : cells.money({one.stipend, one.currency}),
               cells.index(one.since)});
  }
  return table;
}

// What the public is told of people, and by which bounds figures are hidden.
void addHiding(const std::optional<SuppressionPolicy>& suppression, Language language, Section& section) {
  if (!suppression) return;
  section.remarks.push_back(p::kInReleases.in(language));
  section.remarks.push_back(
      filled(p::kHiddenFigures.in(language), {std::string(kHiddenSign), countText(suppression->rule.least, language),
                                              countText(suppression->rule.least_with_minors, language)}));
}

Section assignmentSum(const AccountParts& parts, const AssignmentReport& report) {
  const auto told = [&](std::int64_t value) {
    return report.total.hidden ? Cell(std::string(kHiddenSign), std::string()) : parts.cells.count(value);
  };
  Section section;
  section.particulars = {{parts.in(p::kPersons), told(report.total.people)},
                         {parts.in(p::kAssignments), told(report.total.assignments)}};
  addHiding(report.suppression, parts.cells.language(), section);
  return section;
}

}  // namespace

Document awardDocument(const AwardReport& report, Language language) {
  const AccountParts parts(language);
  Document document = parts.begin("awards", parts.in(p::kAwards), report.stamp);
  Section all;
  all.tables.push_back(distinctions(parts, report));
  all.remarks.push_back(parts.in(p::kNoNames));
  document.sections = {all, parts.section(p::kDecisions, decisions(parts, report))};
  return document;
}

Document valueDocument(const ValueReport& report, Language language) {
  const AccountParts parts(language);
  const Cells& cells = parts.cells;
  Document document = parts.begin("value", parts.in(p::kServiceValue), report.stamp);
  Section sum;
  sum.particulars = {{parts.in(p::kMethod), cells.phrase(p::kReplacement)}};
  if (!report.suppression) {
    sum.particulars.push_back({parts.in(p::kVolunteersAttested), cells.count(report.volunteers)});
    sum.particulars.push_back({parts.in(p::kValued), cells.minutes(report.valued)});
    sum.particulars.push_back({parts.in(p::kWithoutWage), cells.minutes(report.without_wage)});
    sum.particulars.push_back({parts.in(p::kOtherBasis), cells.minutes(report.other_basis)});
  }
  if (report.hidden)
    sum.particulars.push_back({parts.in(p::kValueTotal), Cell(std::string(kHiddenSign), std::string())});
  for (const ledger::Money& total : report.total)
    sum.particulars.push_back({parts.in(p::kValueTotal), cells.money(total)});
  for (const PublishedTermRow& row : report.policies) {
    sum.remarks.push_back(filled(
        parts.in(p::kWagePolicy),
        {row.policy.text(), row.version, std::string(ledger::word(language, Topic::kLegalStatus, nameOf(row.status))),
         row.source, std::to_string(row.document)}));
  }
  if (report.policies.empty()) sum.remarks.push_back(parts.in(p::kNoWages));
  addHiding(report.suppression, language, sum);
  document.sections = {sum, parts.section(p::kByYearAndRegion, valueCells(parts, report))};
  return document;
}

Document deploymentDocument(const DeploymentReport& report, Language language) {
  const AccountParts parts(language);
  Document document = parts.begin("deployments", parts.in(p::kDeployments), report.stamp);
  Section all;
  all.tables.push_back(emergencies(parts, report));
  if (!report.exact) all.remarks.push_back(parts.in(p::kForOffices));
  document.sections.push_back(std::move(all));
  for (const EmergencyEntry& emergency : report.emergencies) {
    Section section;
    section.heading = nameIn(emergency.names, language);
    section.tables.push_back(deployments(parts, emergency));
    document.sections.push_back(std::move(section));
  }
  return document;
}

Document assignmentDocument(const AssignmentReport& report, Language language) {
  const AccountParts parts(language);
  Document document = parts.begin("assignments", parts.in(p::kAssignments), report.stamp);
  document.sections = {
      report.suppression ? assignmentSum(parts, report) : parts.section(p::kByCountry, countries(parts, report)),
      parts.section(p::kOneByOne, assignments(parts, report))};
  return document;
}

}  // namespace projections
