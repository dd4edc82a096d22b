#include "ledger/rules/hours_day.h"

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/rules/employers.h"
#include "ledger/rules/profiles.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

constexpr Minutes kDayMinutes{limits::kMinutesPerDay};

Minutes shareOn(const std::optional<Service>& service, CivilDay day) {
  if (!service) return Minutes{0};
  for (const DayShare& share : sharesOf(*service)) {
    if (share.day == day) return share.minutes;
  }
  return Minutes{0};
}

}  // namespace

std::vector<DayShare> sharesOf(const Service& service) {
  const CivilDay first = service.occurred_at.civilDay();
  if (!service.until) return {{first, service.minutes}};
  const UtcMs local = service.occurred_at.utc_ms + service.occurred_at.offset_minutes * kMsPerMinute;
  Minutes room{(UtcMs{first + 1} * kMsPerDay - local) / kMsPerMinute};
  std::vector<DayShare> shares;
  Minutes left = service.minutes;
  for (CivilDay day = first; left > Minutes{0}; ++day, room = kDayMinutes) {
    const Minutes share = std::min(left, room);
    if (share > Minutes{0}) shares.push_back({day, share});
    left -= share;
  }
  return shares;
}

Minutes standingOn(const State& state, const PersonId& volunteer, CivilDay day) {
  Minutes sum{0};
  eachProfile(state, volunteer, [&](const PersonId& profile) {
    if (const auto* minutes = state.days.find({profile, day})) sum += *minutes;
  });
  return sum;
}

Result<void> checkDays(const State& state, const PersonId& volunteer, const Service& service,
                       const std::optional<Service>& before) {
  for (const DayShare& share : sharesOf(service)) {
    const Minutes standing = standingOn(state, volunteer, share.day) - shareOn(before, share.day);
    if (standing + share.minutes <= kDayMinutes) continue;
    return refuse("DAY_OVER_1440", "on " + dayText(share.day) + " " + std::to_string(standing.count()) +
                                       " min stand already; with " + std::to_string(share.minutes.count()) +
                                       " min more the day would have over 1440");
  }
  return {};
}

Result<void> checkOverlap(const State& state, const PersonId& volunteer, const Service& service,
                          const SubjectId& hours) {
  if (!service.until) return {};
  const Instant begins = service.occurred_at, ends = *service.until;
  Result<void> result;
  eachProfile(state, volunteer, [&](const PersonId& profile) {
    const auto* intervals = state.intervals.find(profile);
    if (intervals == nullptr) return;
    for (const Interval& other : *intervals) {
      const bool apart = other.to <= begins.utc_ms || ends.utc_ms <= other.from;
      if (apart || other.hours == hours || !result) continue;
      result = refuse("OVERLAP", "the service from " + begins.text() + " to " + ends.text() +
                                     " overlaps the standing hours entry " + other.hours.text());
    }
  });
  return result;
}

void setStanding(State& state, const SubjectId& id, HoursRecord& hours, Minutes minutes) {
  const bool stood = hours.standing > Minutes{0};
  if (stood) {
    for (const DayShare& share : sharesOf({hours.occurred_at, hours.until, hours.standing})) {
      state.days.edit({hours.volunteer, share.day}) -= share.minutes;
    }
  }
  if (!hours.employment.isNone()) {
    const PaidWeek week = paidWeekOf(hours.employment, hours.volunteer, hours.occurred_at.civilDay());
    state.paid_weeks.edit(week) += minutes - hours.standing;
  }
  hours.standing = minutes;
  const bool stands = minutes > Minutes{0};
  if (stands) {
    for (const DayShare& share : sharesOf({hours.occurred_at, hours.until, minutes})) {
      state.days.edit({hours.volunteer, share.day}) += share.minutes;
    }
  }
  if (!hours.until || stood == stands) return;
  auto& intervals = state.intervals.edit(hours.volunteer);
  if (stands) {
    intervals.push_back({hours.occurred_at.utc_ms, hours.until->utc_ms, id});
  } else {
    std::erase_if(intervals, [&](const Interval& one) { return one.hours == id; });
  }
}

}  // namespace ledger
