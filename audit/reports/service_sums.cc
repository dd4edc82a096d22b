#include "audit/reports/service_sums.h"

#include <set>

#include "audit/replay/profiles.h"
#include "audit/replay/spelt.h"
#include "audit/verify/hours_figures.h"

namespace audit {
namespace {

struct Band {
  std::set<Id> people;
  Sum minutes = 0;
};

struct ServedPeople {
  std::set<Id> people;
  std::set<Id> minors;
  std::map<schema::AgeBand, Band> bands;

  void take(const State& state, const Hours& hours) {
    const Sum attested = partOf(hours, HoursFigure::kAttested);
    if (attested <= 0) return;
    const Id person = profilesOf(state, hours.volunteer).front();
    people.insert(person);
    if (byMinor(hours)) minors.insert(person);
    Band& band = bands[hours.age_band];
    band.people.insert(person);
    band.minutes += attested;
  }
};

Sum countOf(const std::set<Id>& people) {
  return static_cast<Sum>(people.size());
}

void addHoursOf(const Counting& counting, const HoldsActivity& holds, ReportFigures& figures) {
  ServedPeople served;
  for (const auto& [id, hours] : counting.state.hours) {
    const Activity* activity = find(counting.state.activities, hours.activity);
    if (activity == nullptr || !counting.asked.days.hold(civilDay(hours.occurred)) || !holds(*activity)) continue;
    for (const HoursFigure figure : kHoursFigures)
      figures[pathOf({"service", nameOf(figure)})].value += partOf(hours, figure);
    served.take(counting.state, hours);
  }
  figures["/service/volunteers"].value = countOf(served.people);
  figures["/service/minors"].value = countOf(served.minors);
  for (const auto& [band, of] : served.bands) {
    const std::string path = pathOf({"service", "ageBands", spelt(band)});
    figures[path + "/volunteers"].value = countOf(of.people);
    figures[path + "/attestedMinutes"].value = of.minutes;
  }
}

}  // namespace

void addService(const Counting& counting, const HoldsActivity& holds, ReportFigures& figures) {
  Sum& activities = figures["/service/activities"].value;
  for (const auto& [id, activity] : counting.state.activities) {
    if (counting.asked.days.hold(civilDay(activity.starts)) && holds(activity)) ++activities;
  }
  if (!counting.asked.exact) return;
  addHoursOf(counting, holds, figures);
  for (const auto& attended : counting.facts.attendance()) {
    const Activity* activity = find(counting.state.activities, attended.activity);
    if (activity == nullptr || !counting.asked.days.hold(attended.day) || !holds(*activity)) continue;
    figures["/service/attendedPeople"].value += attended.people;
    figures["/service/attendedMinutes"].value += attended.minutes;
  }
}

}  // namespace audit
