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

struct ServedBy {
  Sum minutes = 0;
  std::set<Id> people;
  std::set<Id> minors;

  void add(const ServedBy& other) {
    minutes += other.minutes;
    people.insert(other.people.begin(), other.people.end());
    minors.insert(other.minors.begin(), other.minors.end());
  }
  PeopleBehind behind() const {
    return {static_cast<std::int64_t>(people.size()), static_cast<std::int64_t>(minors.size()), people.empty()};
  }
};

struct ValuedService {
  std::map<std::pair<std::int64_t, std::string>, ServedBy> unpaid;  // by year and region
  ServedBy other_basis;
};

ValuedService serviceOf(const Counting& counting) {
  ValuedService service;
  for (const auto& [id, hours] : counting.state.hours) {
    const std::int64_t day = civilDay(hours.occurred);
    const Sum attested = partOf(hours, HoursFigure::kAttested);
    if (attested <= 0 || !counting.asked.days.hold(day)) continue;
    const std::string region = counting.facts.placeOf(counting.state, hours.activity).region;
    const bool unpaid = hours.time_basis == schema::TimeBasis::UNPAID;
    ServedBy& served = unpaid ? service.unpaid[{dateOf(day).year, region}] : service.other_basis;
    const Id person = profilesOf(counting.state, hours.volunteer).front();
    served.minutes += attested;
    served.people.insert(person);
    if (byMinor(hours)) served.minors.insert(person);
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
  ServedBy all;
  ServedBy without_wage;
  for (const auto& [place, served] : service.unpaid) {
    all.add(served);
    if (!wageOf(counting, place.first, place.second)) without_wage.add(served);
  }
  const bool exact = counting.asked.exact;
  const auto add = [&](const std::string& path, Sum value, bool hidden) {
    figures[path].value += value;
    figures[path].hidden = hidden;
  };
  // The amount alone is told, and of all days, and where those it leaves out are not few either.
  const auto bounds = boundsOf(counting.state, counting.facts);
  const auto is_few = [&](const ServedBy& some) { return tooFew(some.behind(), bounds); };
  const bool few = !counting.asked.days.areAll() || is_few(all) || is_few(without_wage) || is_few(service.other_basis);
  add("/volunteers", all.behind().people, !exact);
  for (const auto& [place, served] : service.unpaid) {
    const auto& [year, region] = place;
    const Sum minutes = served.minutes;
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
  if (exact) add("/otherBasisMinutes", service.other_basis.minutes, false);
}

}  // namespace audit
