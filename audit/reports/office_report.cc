#include <algorithm>
#include <array>
#include <set>

#include "audit/replay/civil_calendar.h"
#include "audit/replay/named_fields.h"
#include "audit/replay/policy_documents.h"
#include "audit/replay/spelt.h"
#include "audit/reports/account_reports.h"
#include "audit/reports/charity_sums.h"
#include "audit/reports/grant_sums.h"
#include "audit/reports/service_sums.h"

namespace audit {
namespace {

// Facts about subjects of these are what an office does; of the last three only offices are told.
constexpr std::array<std::string_view, 13> kDeeds{"office",     "meeting",   "campaign", "forum", "council",
                                                  "resolution", "emergency", "roadmap",  "round", "reconciliation",
                                                  "visit",      "idea",      "request"};
constexpr std::size_t kDeedsTold = kDeeds.size() - 3;

// A request or an idea on its way.
struct OfficeCase {
  std::string state;
  std::string answer;  // as it was resolved, or why it was declined
  std::int64_t opened = 0;
  std::int64_t moved = 0;
};

std::string regionOfOffice(const Counting& counting) {
  for (const Chronicled& told : counting.chronicle.of("office")) {
    if (told.subject == counting.asked.subject && told.command().isOfficeEstablish())
      return stringOf(told.command().getOfficeEstablish().getRegion());
  }
  return {};
}

// Subjects that belong to the office, and itself.
std::set<Id> belongingsOf(const Counting& counting) {
  std::set<Id> all{counting.asked.subject};
  counting.chronicle.each([&](const Chronicled& told) {
    if (told.office == counting.asked.subject) all.insert(told.subject);
  });
  return all;
}

void addDeeds(const Counting& counting, const std::set<Id>& belongings, ReportFigures& figures) {
  const std::size_t told_of = counting.asked.exact ? kDeeds.size() : kDeedsTold;
  for (std::size_t i = 0; i < told_of; ++i) {
    for (const Chronicled& told : counting.chronicle.of(kDeeds.at(i))) {
      if (!belongings.contains(told.subject) || !counting.asked.days.hold(told.day)) continue;
      const std::string path = pathOf({"deeds", told.event});
      ++figures[path + "/count"].value;
      figures[path + "/people"].value += numberIn(told.command(), "people").value_or(0);
    }
  }
}

void goOnWith(const Chronicled& told, OfficeCase& one) {
  const auto command = told.command();
  const auto move = [&](const char* state, std::string answer) {
    if (one.state == state) return;
    one = {state, std::move(answer), one.state.empty() ? told.day : one.opened, told.day};
  };
  if (command.isRequestReceive()) return move("received", {});
  if (command.isRequestRoute()) return move("routed", {});
  if (command.isRequestResolve()) return move("resolved", spelt(command.getRequestResolve().getOutcome()));
  if (command.isIdeaSubmit()) return move("submitted", {});
  if (command.isIdeaTriage()) return move("triaged", {});
  if (command.isIdeaConvert()) return move("converted", {});
  if (command.isIdeaDecline()) return move("declined", spelt(command.getIdeaDecline().getReason()));
}

void addCases(const Counting& counting, const std::set<Id>& belongings, std::string_view role, std::string_view name,
              ReportFigures& figures) {
  std::map<Id, OfficeCase> cases;
  for (const Chronicled& told : counting.chronicle.of(role)) {
    if (belongings.contains(told.subject)) goOnWith(told, cases[told.subject]);
  }
  std::map<std::string, std::pair<Sum, Sum>> sums;  // by path: how many, and days
  for (const auto& [id, one] : cases) {
    if (!counting.asked.days.hold(one.opened)) continue;
    auto& [count, days] = sums[pathOf({name, one.state, one.answer})];
    ++count;
    days += one.moved - one.opened;
  }
  for (const auto& [path, sum] : sums) {
    figures[path + "/count"].value = sum.first;
    figures[path + "/days"].value = sum.second / sum.first;
  }
}

// The newest of each indicator.
void addCapacity(const Counting& counting, ReportFigures& figures) {
  for (const Chronicled& told : counting.chronicle.of("office")) {
    if (told.subject != counting.asked.subject || !told.command().isCapacityReport()) continue;
    const auto capacity = told.command().getCapacityReport();
    figures[pathOf({"capacity", stringOf(capacity.getIndicator()), "quantity"})].value = capacity.getQuantity();
  }
}

// Of each region the newest count that is not after the day.
void addPopulation(const Counting& counting, const std::string& region, ReportFigures& figures) {
  const std::int64_t day = std::min(counting.asked.days.to, counting.facts.lastDay().value_or(0));
  const Policy* policy = policyOn(counting.state, schema::PolicyKind::POPULATIONS, day);
  if (policy == nullptr) return;
  std::map<std::string, std::pair<std::int64_t, Sum>> newest;
  for (const auto one : policy->document().getPopulations().getPopulations()) {
    const std::string code = stringOf(one.getRegion());
    if ((region.empty() || code == region) && one.getYear() <= dateOf(day).year)
      newest[code] = {one.getYear(), static_cast<Sum>(one.getPeople())};
  }
  Sum people = 0;
  std::int64_t year = 0;
  for (const auto& [code, figure] : newest) {
    year = std::max(year, figure.first);
    people += figure.second;
  }
  if (people == 0) return;
  figures["/population/people"].value = people;
  figures["/population/regions"].value = static_cast<Sum>(newest.size());
  figures["/population/year"].value = year;
}

}  // namespace

void countOffice(const Counting& counting, ReportFigures& figures) {
  const std::string region = regionOfOffice(counting);
  const auto is_in = [&](const std::string& code) { return region.empty() || code == region; };
  for (const auto& [code, count] : counting.facts.organisationsByRegion()) {
    if (is_in(code)) figures["/organisations"].value += count;
  }
  const std::set<Id> belongings = belongingsOf(counting);
  addDeeds(counting, belongings, figures);
  if (counting.asked.exact) {
    addCases(counting, belongings, "request", "requests", figures);
    addCases(counting, belongings, "idea", "ideas", figures);
  }
  addCapacity(counting, figures);
  addService(
      counting,
      [&](const Activity& activity) {
        const Project* project = find(counting.state.projects, activity.project);
        return is_in(project == nullptr ? std::string() : regionOf(project->region));
      },
      figures);
  addGrantSums(
      counting, "money", [&](const Grant& grant) { return !isSubAward(grant) && is_in(regionOf(grant.region)); },
      figures);
  addCharity(
      counting, [&](const Id& id) { return is_in(counting.facts.regionOfOrganisation(id)); }, figures);
  addPopulation(counting, region, figures);
}

}  // namespace audit
