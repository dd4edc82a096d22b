#include "projections/report/hours_standing.h"

#include <algorithm>

#include "projections/columns.h"

namespace projections {
namespace {

using ledger::CivilDay;
using ledger::Result;

Result<CivilDay> newestDay(Database& database) {
  Statement newest = database.prepare("select recorded_at from facts order by fact_index desc limit 1");
  const auto row = newest.step();
  if (!row) return row.error();
  if (!*row) return CivilDay{0};
  return recordedDay(newest.nextInteger());
}

}  // namespace

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
  std::vector<ledger::SubjectId> repealed;
  for (const HoursPolicyRow& row : policies_) {
    const bool covers = row.valid_from <= day && (row.valid_to == 0 || day <= row.valid_to);
    if (!covers || std::ranges::find(repealed, row.policy) != repealed.end()) continue;
    if (row.status == ledger::LegalStatus::kRepealed) repealed.push_back(row.policy);
    const bool decides = row.status == ledger::LegalStatus::kInForce || row.status == ledger::LegalStatus::kUnverified;
    if (decides) return row.attest_within_days;
  }
  return 0;
}

}  // namespace projections
