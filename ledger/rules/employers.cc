#include "ledger/rules/employers.h"

#include "ledger/rules/profiles.h"
#include "ledger/rules/refusal.h"

namespace ledger {

PaidWeek paidWeekOf(const SubjectId& employment, const PersonId& volunteer, CivilDay day) {
  // Day 0 was a Thursday.
  return {employment, {volunteer, day - (day + 3) % 7}};
}

Result<void> checkPaidTime(const State& state, const HoursClaim& command, const Context& context) {
  if (context.rules < kRules3 || command.employment.isNone()) return {};
  if (command.time_basis != TimeBasis::kPaidWorkTime) {
    return refuse("NOT_PAID_TIME", "a claim under an employer programme is of paid work time, not " +
                                       std::string(nameOf(command.time_basis)));
  }
  const Days& days = state.employments.find(command.employment)->days;
  const CivilDay day = command.occurred_at.civilDay();
  if (days.cover(day)) return {};
  return refuse("OUTSIDE_EMPLOYMENT", "the service on " + dayText(day) + " is not within the days of the employer " +
                                          "programme, from " + dayText(days.from) +
                                          (days.to == 0 ? "" : " to " + dayText(days.to)));
}

bool isOverPaidTime(const State& state, const SubjectId& employment, const PersonId& volunteer, CivilDay day,
                    Minutes minutes) {
  if (employment.isNone()) return false;
  eachProfile(state, volunteer, [&](const PersonId& profile) {
    if (const auto* standing = state.paid_weeks.find(paidWeekOf(employment, profile, day))) minutes += *standing;
  });
  return minutes > state.employments.find(employment)->week_minutes;
}

void evolve(State& state, const EmployerProgrammeAgree& command, const Context&) {
  state.employments.edit(command.employment) = {command.week_minutes, {command.from, command.to}};
}

}  // namespace ledger
