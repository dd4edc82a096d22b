#include "audit/replay/volunteer_days.h"

#include <algorithm>

#include "audit/replay/civil_calendar.h"
#include "audit/replay/profiles.h"
#include "audit/replay/voices.h"

namespace audit {
namespace {

constexpr Refusal kDayOver{"DAY_OVER_1440", "a civil day of the volunteer would hold more than 1,440 minutes"};
constexpr Refusal kOverlap{"OVERLAP", "another service of the volunteer has that time"};

const VolunteerTime& timeOf(const State& state, const Id& volunteer) {
  static const VolunteerTime& none = *new VolunteerTime;
  const VolunteerTime* time = find(state.time, volunteer);
  return time != nullptr ? *time : none;
}

// Standing minutes of a person on that day, in whichever of her profiles.
std::int64_t minutesOn(const State& state, const Id& person, std::int64_t day) {
  std::int64_t sum = 0;
  for (const Id& profile : profilesOf(state, person)) {
    const auto& minutes = timeOf(state, profile).minutes_by_day;
    const auto found = minutes.find(day);
    if (found != minutes.end()) sum = saturated(sum, found->second);
  }
  return sum;
}

// Those of others than the entry.
std::int64_t others(const State& state, const Standing& wanted, std::int64_t day) {
  std::int64_t sum = minutesOn(state, wanted.hours.volunteer, day);
  for (const auto& [own_day, own] : daysOf(wanted.hours, wanted.hours.standing)) {
    if (own_day == day) sum -= own;
  }
  return sum;
}

// A standing service of that profile, but for one entry, lies in the time.
bool hasServiceIn(const VolunteerTime& time, std::int64_t from_ms, std::int64_t until_ms, const Id& but_for) {
  // Standing services do not overlap each other, so only the neighbours can; the entry's own span is passed over.
  for (auto span = time.spans.lower_bound(until_ms); span != time.spans.begin();) {
    --span;
    if (span->second.second != but_for) return span->second.first > from_ms;
  }
  return false;
}

bool overlap(const VolunteerTime& a, const VolunteerTime& b) {
  return std::ranges::any_of(
      a.spans, [&](const auto& span) { return hasServiceIn(b, span.first, span.second.first, span.second.second); });
}

// Its volunteers were called up that day, and no limit of a day is asked for.
bool isDeployed(const State& state, const Id& organisation, std::int64_t day) {
  return std::ranges::any_of(listOf(state.deployments_of, organisation),
                             [&](const Deployment& one) { return one.days.cover(day); });
}

}  // namespace

std::vector<std::pair<std::int64_t, std::int64_t>> daysOf(const Hours& hours, std::int64_t minutes) {
  std::vector<std::pair<std::int64_t, std::int64_t>> days;
  if (minutes <= 0) return days;
  std::int64_t day = civilDay(hours.occurred);
  if (!hours.until) return {{day, minutes}};
  std::int64_t room = minutesLeftOfDay(hours.occurred);
  // No entry of a well-kept log is longer than a few days; a forged one shall not make us count for ever.
  constexpr std::size_t kDaysMax = 400;
  while (minutes > 0 && days.size() < kDaysMax) {
    const std::int64_t here = std::min(minutes, room);
    if (here > 0) days.emplace_back(day, here);
    minutes -= here;
    room = kDayMinutes;
    ++day;
  }
  return days;
}

Refusal judgeDays(const State& state, const Standing& wanted) {
  for (const auto& [day, minutes] : daysOf(wanted.hours, wanted.minutes)) {
    if (saturated(others(state, wanted, day), minutes) > kDayMinutes) return kDayOver;
  }
  return {};
}

Refusal judgeOverlap(const State& state, const Standing& wanted) {
  if (!wanted.hours.until || wanted.minutes <= 0) return {};
  const bool taken = std::ranges::any_of(profilesOf(state, wanted.hours.volunteer), [&](const Id& profile) {
    return hasServiceIn(timeOf(state, profile), wanted.hours.occurred.ms, wanted.hours.until->ms, wanted.id);
  });
  return taken ? kOverlap : Refusal{};
}

Refusal judgeTogether(const State& state, const Case& c, const Id& person, const Id& absorbed) {
  if (c.rules < kVersionThree) return {};
  const auto own = profilesOf(state, person);
  if (std::ranges::find(own, absorbed) != own.end()) return {};
  for (const Id& other : profilesOf(state, absorbed)) {
    const VolunteerTime& time = timeOf(state, other);
    for (const auto& [day, minutes] : time.minutes_by_day) {
      // Other profiles of the absorbed one share the day with it.
      if (minutes > 0 && saturated(minutesOn(state, absorbed, day), minutesOn(state, person, day)) > kDayMinutes)
        return kDayOver;
    }
    if (std::ranges::any_of(own, [&](const Id& one) { return overlap(time, timeOf(state, one)); })) return kOverlap;
  }
  return {};
}

bool overDayLimit(const State& state, const Case& c, const Standing& wanted, const Policy& policy) {
  const std::int64_t limit = policy.day_minutes.at(static_cast<std::size_t>(wanted.hours.age_band));
  if (limit == 0) return false;
  const bool lenient = c.rules >= kVersionThree && !c.imported();
  const Id organisation = organisationOfActivity(state, wanted.hours.activity);
  const auto days = daysOf(wanted.hours, wanted.minutes);
  return std::ranges::any_of(days, [&](const auto& day) {
    return saturated(others(state, wanted, day.first), day.second) > limit &&
           !(lenient && isDeployed(state, organisation, day.first));
  });
}

PaidWeek paidWeekOf(const Hours& hours) {
  return {hours.employment, weekOf(civilDay(hours.occurred))};
}

std::string occasionOf(const Hours& hours, const Id& volunteer) {
  const auto text = [](const Id& id) { return std::string(id.begin(), id.end()); };
  return text(volunteer) + text(hours.activity) + std::to_string(civilDay(hours.occurred)) + ' ' + hours.role;
}

void stand(State& state, const Id& id, Hours& hours, std::int64_t minutes) {
  VolunteerTime& time = state.time[hours.volunteer];
  for (const auto& [day, own] : daysOf(hours, hours.standing)) time.minutes_by_day[day] -= own;
  for (const auto& [day, own] : daysOf(hours, minutes)) {
    time.minutes_by_day[day] = saturated(time.minutes_by_day[day], own);
  }
  if (hours.employment != Id{}) {
    std::int64_t& week = time.paid_weeks[paidWeekOf(hours)];
    week = saturated(saturated(week, -hours.standing), minutes);
  }
  if (!hours.imported) time.attested = saturated(saturated(time.attested, -hours.standing), minutes);
  if (hours.until && (hours.standing > 0) != (minutes > 0)) {
    if (minutes > 0) {
      time.spans.emplace(hours.occurred.ms, std::pair{hours.until->ms, id});
    } else {
      const auto [first, last] = time.spans.equal_range(hours.occurred.ms);
      const auto own = std::find_if(first, last, [&](const auto& span) { return span.second.second == id; });
      if (own != last) time.spans.erase(own);
    }
  }
  hours.standing = minutes;
}

}  // namespace audit
