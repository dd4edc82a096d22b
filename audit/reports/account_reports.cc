#include "audit/reports/account_reports.h"

#include "audit/reports/charity_sums.h"
#include "audit/reports/found.h"
#include "audit/reports/grant_sums.h"
#include "audit/reports/owed.h"
#include "audit/reports/service_sums.h"

namespace audit {
namespace {

const Project* projectOf(const Counting& counting, const Activity& activity) {
  return find(counting.state.projects, activity.project);
}

void addMoneyOf(const Counting& counting, const Id& organisation, ReportFigures& figures) {
  const auto funds = [&](const Grant& grant) { return grant.funder == organisation; };
  const auto receives = [&](const Grant& grant) { return grant.grantee == organisation; };
  addGrantSums(
      counting, "granted", [&](const Grant& grant) { return funds(grant) && !isSubAward(grant); }, figures);
  addGrantSums(
      counting, "passedOn", [&](const Grant& grant) { return funds(grant) && isSubAward(grant); }, figures);
  addGrantSums(counting, "received", receives, figures);
  addGrants(counting, receives, figures);
}

// What projects of the programme promised, by the day it is due, and reached, by its own day.
void addOutputs(const Counting& counting, ReportFigures& figures) {
  const auto add = [&](const char* name, std::int64_t day, auto said) {
    const Project* project = find(counting.state.projects, idOf(said.getProject()));
    if (project == nullptr || project->programme != counting.asked.subject || !counting.asked.days.hold(day)) return;
    figures[pathOf({"outputs", stringOf(said.getUnit()), name})].value += said.getQuantity();
  };
  for (const Chronicled& told : counting.chronicle.of("target")) {
    if (!told.command().isOutputTargetSet()) continue;
    const auto target = told.command().getOutputTargetSet();
    add("target", target.getDue(), target);
  }
  for (const Chronicled& told : counting.chronicle.of("output")) {
    if (told.command().isOutputRecord()) add("reached", told.day, told.command().getOutputRecord());
  }
}

}  // namespace

void countOrganisation(const Counting& counting, ReportFigures& figures) {
  const Id& organisation = counting.asked.subject;
  for (const Chronicled& told : counting.chronicle.of("project")) {
    if (!told.command().isProjectStart()) continue;
    const auto project = told.command().getProjectStart();
    if (idOf(project.getOrganisation()) == organisation && counting.asked.days.hold(project.getFrom()))
      ++figures["/projects"].value;
  }
  addService(
      counting,
      [&](const Activity& activity) {
        const Project* project = projectOf(counting, activity);
        return project != nullptr && project->organisation == organisation;
      },
      figures);
  addCharity(
      counting, [&](const Id& id) { return id == organisation; }, figures);
  addMoneyOf(counting, organisation, figures);
  const auto owed = owedWhere(counting, [&](const Owed& one) { return one.organisation == organisation; });
  addOwedCounts("obligations", owed, figures);
  for (const Owed& one : owed) {
    if (one.days_late > 0) addLateness("missed", one, figures);
  }
  addFoundCounts("findings",
                 foundWhere(counting, [&](const Found& found) { return found.organisation == organisation; }), figures);
}

void countProgramme(const Counting& counting, ReportFigures& figures) {
  const Id& programme = counting.asked.subject;
  addOutputs(counting, figures);
  addService(
      counting,
      [&](const Activity& activity) {
        const Project* project = projectOf(counting, activity);
        return project != nullptr && project->programme == programme;
      },
      figures);
  const auto grants = [&](const Grant& grant) { return !isSubAward(grant) && grant.programme == programme; };
  addGrantSums(counting, "money", grants, figures);
  addCosts(counting, "costs", grants, figures);
  addGrants(counting, grants, figures);
}

}  // namespace audit
