#include "projections/report/hours_standing.h"

#include <algorithm>

#include "projections/columns.h"
#include "projections/report/policy_on.h"
#include "projections/report/stamp.h"

namespace projections {

using ledger::CivilDay;
using ledger::Result;

Result<HoursStanding> HoursStanding::read(Database& database) {
  HoursStanding standing;
  const auto today = newestDay(database);
  if (!today) return today.error();
  standing.today_ = *today;
  Statement limits = database.prepare(selectAll<HoursPolicyRow>() + "order by since desc");
  auto policies = readRows<HoursPolicyRow>(limits);
  if (!policies) return policies.error();
  standing.policies_ = *std::move(policies);
  Statement periods = database.prepare(
      "select l.other, s.from_day, s.to_day from subjects s join subject_links l on l.subject = s.subject "
      "where s.register = 'period' and l.role = 'organisation'");
  for (auto row = periods.step();; row = periods.step()) {
    if (!row) return row.error();
    if (!*row) return standing;
    ColumnReader reader(periods);
    ledger::SubjectId organisation;
    Period days;
    reader("other", organisation), reader.day("from_day", days.from), reader.day("to_day", days.to);
    standing.closed_[organisation].push_back(days);
  }
}

bool HoursStanding::isLocked(const HoursEntryRow& entry) const {
  const bool open =
      entry.state == HoursState::kClaimed || entry.state == HoursState::kRejected || entry.state == HoursState::kVoided;
  const auto closed = closed_.find(entry.organisation);
  if (open || closed == closed_.end()) return false;
  return std::ranges::any_of(closed->second, [&](const Period& days) { return days.holds(entry.day); });
}

bool HoursStanding::isExpired(const HoursEntryRow& entry) const {
  if (entry.state != HoursState::kClaimed) return false;
  const std::uint16_t days = attestWithin(entry.day);
  return days != 0 && today_ - entry.day > days;
}

std::uint16_t HoursStanding::attestWithin(CivilDay day) const {
  const HoursPolicyRow* policy = policyOn(policies_, day);
  return policy == nullptr ? 0 : policy->attest_within_days;
}

}  // namespace projections
