#include <algorithm>

#include "projections/language/account_phrases.h"
#include "projections/language/credit_phrases.h"
#include "projections/language/oversight_phrases.h"
#include "projections/render/account_parts.h"
#include "projections/render/accountability.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Topic;

Table projects(const AccountParts& parts, const std::vector<ProgrammeProject>& all) {
  const Cells& cells = parts.cells;
  Table table("projects", {cells.left("name", p::kProject), cells.left("organisation", p::kOrganisation),
                           cells.left("region", p::kRegion), cells.left("from", p::kBegan), cells.left("to", p::kEnded),
                           cells.left("state", p::kState)});
  for (const ProgrammeProject& one : all) {
    table.add({cells.name(one.project.names), cells.name(one.organisation.names),
               cells.place(Topic::kRegion, one.project.region), cells.day(one.project.from), cells.day(one.project.to),
               parts.stateWord(one.state)});
  }
  return table;
}

Table outputs(const AccountParts& parts, const std::vector<OutputFigures>& all) {
  const Cells& cells = parts.cells;
  Table table("outputs", {cells.left("unit", p::kUnit), cells.right("target", p::kPlanned),
                          cells.right("reached", p::kOutputReached), cells.right("difference", p::kDifference)});
  for (const OutputFigures& one : all) {
    table.add({one.unit, cells.count(one.target), cells.count(one.reached), cells.count(one.reached - one.target)});
  }
  return table;
}

Table deeds(const AccountParts& parts, const std::vector<OfficeDeeds>& all) {
  const Cells& cells = parts.cells;
  Table table("deeds",
              {cells.left("event", p::kEvent), cells.right("count", p::kCount), cells.right("people", p::kPersons)});
  std::vector<OfficeDeeds> told = all;
  std::ranges::stable_sort(told, {}, [](const OfficeDeeds& one) { return eventPlace(one.event); });
  for (const OfficeDeeds& one : told) {
    table.add({Cell(eventText(one.event, cells.language()), one.event), cells.count(one.count),
               one.people == 0 ? Cell() : cells.count(one.people)});
  }
  return table;
}

Table cases(const AccountParts& parts, const char* name, Topic answer, const std::vector<OfficeCases>& all) {
  const Cells& cells = parts.cells;
  Table table(name, {cells.left("state", p::kState), cells.left("answer", p::kAnswer), cells.right("count", p::kCount),
                     cells.right("days", p::kDaysTaken)});
  for (const OfficeCases& one : all)
    table.add({parts.stateWord(one.state), parts.wordOrNone(answer, one.answer), cells.count(one.count),
               cells.count(one.days)});
  return table;
}

Table capacity(const AccountParts& parts, const std::vector<OfficeCapacity>& all) {
  const Cells& cells = parts.cells;
  Table table("capacity",
              {cells.left("indicator", p::kName), cells.right("quantity", p::kQuantity), cells.left("day", p::kDate)});
  for (const OfficeCapacity& one : all) {
    table.add({Cell(sortText("capacity", one.indicator, cells.language()), one.indicator), cells.count(one.quantity),
               cells.day(one.day)});
  }
  return table;
}

// Inhabitants, and volunteers per 1,000 of them where they may be told.
Section population(const AccountParts& parts, const OfficeReport& report) {
  Section section;
  if (!report.population) return section;
  const PopulationRate& rate = *report.population;
  const Language language = parts.cells.language();
  section.heading = parts.in(p::kPerThousand);
  section.particulars = {{parts.in(p::kInhabitants), parts.cells.count(rate.people)}};
  if (!report.service.hidden) {
    const auto per = [&](std::int64_t figure) { return hundredthsText(rate.perThousand(figure), language); };
    constexpr std::int64_t kMinutesOfHour = 60;
    section.particulars.push_back({parts.in(p::kVolunteersAttested), per(report.service.volunteers)});
    section.particulars.push_back(
        {parts.in(p::kAttestedHours), per(report.service.sums.attested.count() / kMinutesOfHour)});
  }
  section.remarks.push_back(
      filled(p::kPopulationSource.in(language),
             {rate.policy.source, std::to_string(rate.year),
              std::string(ledger::word(language, Topic::kLegalStatus, nameOf(rate.policy.status))),
              std::to_string(rate.policy.document)}));
  return section;
}

}  // namespace

Document organisationDocument(const OrganisationReport& report, Language language) {
  const AccountParts parts(language);
  const Cells& cells = parts.cells;
  Document document = parts.begin("organisation", parts.in(p::kOrganisationAccount), report.stamp);
  document.subtitle = nameIn(report.organisation.names, language);
  const std::string& number = report.organisation.registration_number;
  Section who;
  who.particulars = {
      {parts.in(p::kKind), cells.word(Topic::kOrganisationKind, nameOf(report.organisation.kind))},
      {parts.in(p::kRegistrationNumber), number.empty() ? Cell(parts.in(p::kUnassigned), std::string()) : Cell(number)},
      {parts.in(p::kRegion), cells.place(Topic::kRegion, report.organisation.region)},
      {parts.in(p::kState), parts.stateWord(report.state)},
      {parts.in(p::kVerifiedOn), report.verified == 0 ? cells.phrase(p::kNotYet) : cells.longDay(report.verified)},
      {parts.in(p::kProjects), cells.count(report.projects)}};
  Section owed = parts.section(p::kObligations, parts.obligations("missed", report.missed));
  owed.particulars = parts.counts(report.obligations);
  owed.particulars.insert(owed.particulars.begin(), {parts.in(p::kOnDay), cells.longDay(report.on)});
  document.sections = {who,
                       parts.service(report.service),
                       parts.charity(report.charity),
                       parts.section(p::kGrantsReceived, parts.money("received", report.received, Topic::kRegister)),
                       asKnown(parts.section(p::kGrantList, parts.grants(report.grants)), report.stamp, language),
                       parts.section(p::kGrantsGiven, parts.money("granted", report.granted, Topic::kRegister)),
                       parts.section(p::kGrantsPassedOn, parts.money("passedOn", report.passed_on, Topic::kRegister)),
                       owed,
                       parts.section(p::kFindings, parts.severities("findings", report.findings))};
  if (report.service.hidden) document.sections.back().remarks.push_back(parts.in(p::kOnlyEndedFindings));
  return document;
}

Document programmeDocument(const ProgrammeReport& report, Language language) {
  const AccountParts parts(language);
  Document document = parts.begin("programme", parts.in(p::kProgrammeAccount), report.stamp);
  document.subtitle = nameIn(report.programme.names, language);
  Section what;
  what.particulars = {{parts.in(p::kDirection), parts.cells.place(Topic::kDirection, report.programme.direction)},
                      {parts.in(p::kState), parts.stateWord(report.state)}};
  document.sections = {what,
                       parts.section(p::kProjects, projects(parts, report.projects)),
                       parts.section(p::kOutputs, outputs(parts, report.outputs)),
                       parts.service(report.service),
                       parts.section(p::kGrants, parts.money("money", report.money, Topic::kRegister)),
                       parts.section(p::kCosts, parts.costs(report.costs, report.stamp.period)),
                       asKnown(parts.section(p::kGrantList, parts.grants(report.grants)), report.stamp, language)};
  return document;
}

Document officeDocument(const OfficeReport& report, Language language) {
  const AccountParts parts(language);
  const Cells& cells = parts.cells;
  Document document = parts.begin("office", parts.in(p::kOfficeAccount), report.stamp);
  document.subtitle = nameIn(report.office.names, language);
  Section who;
  who.particulars = {{parts.in(p::kKind), cells.word(Topic::kOfficeKind, nameOf(report.office.kind))}};
  if (!report.office.region.empty())
    who.particulars.push_back({parts.in(p::kRegion), cells.place(Topic::kRegion, report.office.region)});
  who.particulars.push_back({parts.in(p::kOrganisations), cells.count(report.organisations)});
  for (const OfficeMandate& mandate : report.mandates)
    who.particulars.push_back({parts.in(p::kMandates), mandate.act + ", " + longDay(mandate.day, language)});
  document.sections = {who,
                       parts.section(p::kWhatItDid, deeds(parts, report.deeds)),
                       parts.section(p::kRequests, cases(parts, "requests", Topic::kRequestOutcome, report.requests)),
                       parts.section(p::kIdeas, cases(parts, "ideas", Topic::kIdeaReason, report.ideas)),
                       parts.section(p::kCapacity, capacity(parts, report.capacity)),
                       parts.service(report.service),
                       population(parts, report),
                       parts.section(p::kGrants, parts.money("money", report.money, Topic::kRegister)),
                       parts.charity(report.charity)};
  return document;
}

}  // namespace projections
