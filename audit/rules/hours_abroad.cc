// H23: service abroad without an assignment, and service without insurance.
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
constexpr InThree kNeverInsured{
    "бұрын сақтандырылмағандардың ел ішіндегі жазбалары: {0}; auditThresholds саясаты (H23.home) сақтандыруды "
    "сұрамайды",
    "записи внутри страны тех, кто не был застрахован: {0}; политика auditThresholds (H23.home) страховки не требует",
    "entries at home of people who never had cover: {0}; no policy auditThresholds asks for it (H23.home)"};
constexpr InThree kNoInsurances{"сақтандыру: журналда жоқ", "страховки: их в журнале нет",
                                "insurance: the log has none"};

std::string countryOf(const std::string& region) {
  return region.substr(0, region.find('-'));
}

bool isSomewhere(const Served& served) {
  return served.fact->presence != schema::Presence::ONLINE;
}

// Of the project, where it is another than the organisation's; empty at home.
std::string abroadIn(const Run& run, const Served& served) {
  if (!isSomewhere(served)) return {};
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

// At home a policy has to ask for insurance; without one, only who had it and has none any more is asked about.
void checkH23(Run& run) {
  const bool everywhere = run.given("home").has_value();
  const bool insures = everywhere || !run.facts().hours.insured.empty();
  std::uint64_t never = 0;
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
      if (!insures || isInsured(run, served)) continue;
      if (!abroad.empty() || wasInsured(run, served) || (everywhere && isSomewhere(served))) {
        uninsured.push_back(served);
      } else if (isSomewhere(served)) {
        ++never;
      }
    }
    const Subject subject{"person", person};
    if (!unsent.empty())
      run.raise(raisedAbout(subject, unsent, {kNoAssignment, {countTold(unsent.size()), textTold(country)}}));
    if (!uninsured.empty()) run.raise(raisedAbout(subject, uninsured, {kNotInsured, {countTold(uninsured.size())}}));
  }
  if (!insures) run.lacks({kNoInsurances});
  if (never != 0) run.lacks({kNeverInsured, {countTold(never)}});
}

}  // namespace audit
