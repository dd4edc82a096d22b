// Employers — hours within paid working time, under what an employer agreed to give its people for service.
//
// Units    whole minutes; a week is that of the civil day on which the service began, Monday to Sunday.
// Errors   NOT_PAID_TIME, OUTSIDE_EMPLOYMENT.
// Source   ledger/schema/README.md section 6, "Paid time".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// The week in which the minutes of an entry count, for its volunteer and employer programme.
PaidWeek paidWeekOf(const SubjectId& employment, const PersonId& volunteer, CivilDay day);

// Whether a claim that names an employer programme is of paid time on a day of it.
Result<void> checkPaidTime(const State& state, const HoursClaim& command, const Context& context);
// Whether these minutes, with those that stand in that week, are more than the employer gives; never without one.
bool isOverPaidTime(const State& state, const SubjectId& employment, const PersonId& volunteer, CivilDay day,
                    Minutes minutes);

void evolve(State& state, const EmployerProgrammeAgree& command, const Context& context);

}  // namespace ledger
