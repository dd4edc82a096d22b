// How an hours entry lies on civil days, and what a volunteer's days hold already.
//
// Source   ledger/schema/README.md, "Rules, version 1": at most 1,440 minutes on a civil day, no overlap, policy
// limits.
#pragma once

#include "audit/replay/case.h"

namespace audit {

// The days an entry of so many minutes touches, with its minutes on each.
std::vector<std::pair<std::int64_t, std::int64_t>> daysOf(const Hours& hours, std::int64_t minutes);

struct Standing {
  const Hours& hours;        // with the minutes that stand so far, which are taken out first
  Id id{};                   // zeros: not known to the log yet
  std::int64_t minutes = 0;  // that are to stand
};
// Of all profiles of the volunteer: more than a day holds, or two services at one time.
Refusal judgeDays(const State& state, const Standing& wanted);
Refusal judgeOverlap(const State& state, const Standing& wanted);
// The same of two persons who are to be one.
Refusal judgeTogether(const State& state, const Case& c, const Id& person, const Id& absorbed);
// A day of the entry would hold more than the policy's limit for the volunteer's age band.
bool overDayLimit(const State& state, const Case& c, const Standing& wanted, const Policy& policy);
// Entries of the same volunteer, activity, civil day and role have the same; that of another profile is its own.
std::string occasionOf(const Hours& hours, const Id& volunteer);
// The week of an employer's paid time that the entry lies in.
PaidWeek paidWeekOf(const Hours& hours);

// Makes `minutes` the standing minutes of the entry.
void stand(State& state, const Id& id, Hours& hours, std::int64_t minutes);

}  // namespace audit
