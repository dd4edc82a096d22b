// Hours by day — on which civil days an entry's minutes lie, and what already stands there.
//
// Units    whole minutes; a civil day has 1440 of them here, whatever the clock did that night.
// Errors   DAY_OVER_1440, OVERLAP.
// Source   ledger/schema/README.md section 6, "Hours".
#pragma once

#include <optional>
#include <vector>

#include "ledger/rules/state.h"

namespace ledger {

struct Service {
  Instant occurred_at;
  std::optional<Instant> until;
  Minutes minutes{};
};

struct DayShare {
  CivilDay day = 0;
  Minutes minutes{};
};

// With `until`, the first civil day takes at most what is left of it, the rest falls on the next days.
std::vector<DayShare> sharesOf(const Service& service);

// Under all profiles of the volunteer together.
Minutes standingOn(const State& state, const PersonId& volunteer, CivilDay day);

// Whether the volunteer's days hold `service`, in place of what the entry stood for before.
Result<void> checkDays(const State& state, const PersonId& volunteer, const Service& service,
                       const std::optional<Service>& before);
// Whether the service overlaps no other standing entry of hers; entries without `until` overlap nothing.
Result<void> checkOverlap(const State& state, const PersonId& volunteer, const Service& service,
                          const SubjectId& hours);

// Makes `minutes` the standing minutes of the entry, and moves the sums of days and paid weeks and the intervals with
// them.
void setStanding(State& state, const SubjectId& id, HoursRecord& hours, Minutes minutes);

}  // namespace ledger
