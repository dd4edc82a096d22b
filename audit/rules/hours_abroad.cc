// H23: service abroad without an assignment, and service without the insurance that one had.
#include <algorithm>

#include "audit/rules/hours_rules.h"

namespace audit {
namespace {

constexpr InThree kNoAssignment{"Шетелдегі қызметке ({1}) іссапар жазбасы жоқ: {0} жазба.",
                                "Служба за границей ({1}) без записи о командировании: записей {0}.",
                                "Service abroad ({1}) without an assignment: {0} entries."};
constexpr InThree kNotInsured{"Қызмет басталғанда сақтандыру болмаған: {0} жазба.",
                              "При начале службы не было страховки: записей {0}.",
                              "No insurance was in force when the service began: {0} entries."};
constexpr InThree kNoInsurances{"сақтандыру: журналда жоқ", "страховки: их в журнале нет",
                                "insurance: the log has none"};

std::string countryOf(const std::string& region) {
  return region.substr(0, region.find('-'));
}

// Of the project, where it is another than the organisation's; empty at home.
std::string abroadIn(const Run& run, const Served& served) {
  if (served.fact->presence == schema::Presence::ONLINE) return {};
  const std::string* project = find(run.facts().hours.project_regions, served.fact->project);
  const std::string* home = find(run.facts().hours.regions, served.fact->organisation);
  if (project == nullptr || home == nullptr || countryOf(*project) == countryOf(*home)) return {};
  return countryOf(*project);
}

bool isSent(const Run& run, const Served& served) {
  return std::ranges::any_of(listOf(run.facts().hours.stays, served.hours->volunteer), [&](const PersonDays& one) {
    const Assignment* stay = find(run.state().assignments, one.id);
    return stay != nullptr && stay->holds(served.day());
  });
}

bool isInsured(const Run& run, const Served& served) {
  return std::ranges::any_of(listOf(run.facts().hours.insured, served.hours->volunteer),
                             [&](const PersonDays& one) { return one.days.cover(served.day()); });
}

// By that day; whether it still was is another question.
bool wasInsured(const Run& run, const Served& served) {
  return std::ranges::any_of(listOf(run.facts().hours.insured, served.hours->volunteer),
                             [&](const PersonDays& one) { return one.days.first <= served.day(); });
}

}  // namespace

// Nobody asks for insurance at home, so there only who had one and has none any more is asked about.
void checkH23(Run& run) {
  const bool insures = !run.facts().hours.insured.empty();
  for (const auto& [person, list] : standingHoursByPerson(run)) {
    run.look(list.size());
    ServedList unsent;
    ServedList uninsured;
    std::string country;
    for (const Served& served : list) {
      const std::string abroad = abroadIn(run, served);
      if (!abroad.empty() && !isSent(run, served)) {
        unsent.push_back(served);
        country = abroad;
      }
      const bool asked = !abroad.empty() || wasInsured(run, served);
      if (insures && asked && !isInsured(run, served)) uninsured.push_back(served);
    }
    const Subject subject{"person", person};
    if (!unsent.empty())
      run.raise(raisedAbout(subject, unsent, {kNoAssignment, {countTold(unsent.size()), textTold(country)}}));
    if (!uninsured.empty()) run.raise(raisedAbout(subject, uninsured, {kNotInsured, {countTold(uninsured.size())}}));
  }
  if (!insures) run.lacks({kNoInsurances});
}

}  // namespace audit
