#include <algorithm>
#include <set>

#include "audit/replay/civil_calendar.h"
#include "audit/replay/policy_documents.h"
#include "audit/replay/profiles.h"
#include "audit/reports/people_reports.h"
#include "audit/verify/hours_figures.h"

namespace audit {
namespace {

constexpr Sum kMinutesOfHour = 60;

struct Wage {
  std::int64_t per_hour = 0;
  std::string currency;
};

struct ValuedService {
  std::map<std::pair<std::int64_t, std::string>, Sum> minutes;  // unpaid, by year and region
  Sum other_basis = 0;
  std::set<Id> people;
  std::set<Id> minors;
};

ValuedService serviceOf(const Counting& counting) {
  ValuedService service;
  for (const auto& [id, hours] : counting.state.hours) {
    const std::int64_t day = civilDay(hours.occurred);
    const Sum attested = partOf(hours, HoursFigure::kAttested);
    if (attested <= 0 || !counting.asked.days.hold(day)) continue;
    if (hours.time_basis != schema::TimeBasis::UNPAID) {
      service.other_basis += attested;
      continue;
    }
    const Id person = profilesOf(counting.state, hours.volunteer).front();
    service.people.insert(person);
    if (byMinor(hours)) service.minors.insert(person);
    service.minutes[{dateOf(day).year, counting.facts.placeOf(counting.state, hours.activity).region}] += attested;
  }
  return service;
}

// That of the region is preferred to that of the country.
std::optional<Wage> wageOf(const Counting& counting, std::int64_t year, const std::string& region) {
  const std::int64_t newest = counting.facts.lastDay().value_or(0);
  const Policy* policy = policyOn(counting.state, schema::PolicyKind::WAGES, std::min(dayOf({year, 12, 31}), newest));
  if (policy == nullptr) return std::nullopt;
  std::optional<Wage> found;
  bool of_region = false;
  for (const auto wage : policy->document().getWages().getWages()) {
    const std::string code = stringOf(wage.getRegion());
    if (wage.getYear() != year || of_region || (!code.empty() && code != region)) continue;
    found = Wage{wage.getPerHour().getMinor(), stringOf(wage.getPerHour().getCurrency())};
    of_region = !code.empty();
  }
  return found;
}

}  // namespace

void countValue(const Counting& counting, ReportFigures& figures) {
  const ValuedService service = serviceOf(counting);
  const PeopleBehind behind{static_cast<std::int64_t>(service.people.size()),
                            static_cast<std::int64_t>(service.minors.size()), service.minutes.empty()};
  const bool exact = counting.asked.exact;
  const auto add = [&](const std::string& path, Sum value, bool hidden) {
    figures[path].value += value;
    figures[path].hidden = hidden;
  };
  // The amount alone is told, and of all days: what it is made of would be of fewer people.
  const bool few = !counting.asked.days.areAll() || tooFew(behind, boundsOf(counting.state, counting.facts));
  add("/volunteers", behind.people, !exact);
  for (const auto& [place, minutes] : service.minutes) {
    const auto& [year, region] = place;
    const auto wage = wageOf(counting, year, region);
    add(wage ? "/valuedMinutes" : "/withoutWageMinutes", minutes, !exact);
    const Sum value = wage ? (minutes * wage->per_hour + kMinutesOfHour / 2) / kMinutesOfHour : 0;
    if (wage) add(pathOf({"total", wage->currency, "value"}), value, !exact && few);
    if (!exact) continue;
    const std::string cell = pathOf({"cells", region, std::to_string(year), wage ? wage->currency : std::string()});
    add(cell + "/minutes", minutes, false);
    add(cell + "/perHour", wage ? wage->per_hour : 0, false);
    add(cell + "/value", value, false);
  }
  if (exact) add("/otherBasisMinutes", service.other_basis, false);
}

}  // namespace audit
