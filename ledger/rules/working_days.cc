#include "ledger/rules/working_days.h"

#include <algorithm>

#include "ledger/base/civil_months.h"

namespace ledger {

bool works(const Deadlines& deadlines, CivilDay day) {
  const auto change = std::ranges::lower_bound(deadlines.calendar, day, {}, &DayChange::day);
  if (change != deadlines.calendar.end() && change->day == day) return change->works;
  const std::chrono::weekday weekday{std::chrono::sys_days{std::chrono::days{day}}};
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

CivilDay workingDayFrom(const Deadlines& deadlines, CivilDay day) {
  while (!works(deadlines, day)) ++day;
  return day;
}

std::optional<CivilDay> lastDayFor(const Deadlines& deadlines, std::string_view name, CivilDay fact) {
  const auto found = std::ranges::find(deadlines.deadlines, name, &NamedDeadline::name);
  if (found == deadlines.deadlines.end() || found->days == 0) return std::nullopt;
  if (found->count == DayCount::kCalendar) return fact + found->days;
  CivilDay last = fact;
  for (std::uint16_t i = 0; i < found->days; ++i) last = workingDayFrom(deadlines, last + 1);
  return last;
}

}  // namespace ledger
