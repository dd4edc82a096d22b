// Time basis — what is no unpaid service: trainings, and days for which a stipend is paid; and paid time, within the
// weeks that an employer gives.
//
// Shape    minutes are whole; weeks run from Monday to Sunday, counted as in civil_calendar.h.
// Source   ledger/schema/README.md, section 6, "Trainings and stipends" and "Paid time".
#pragma once

#include "audit/replay/volunteer_days.h"

namespace audit {

// Of a claim; `hours` is the entry as it would be.
Refusal judgeTimeBasis(const State& state, const Case& c, const Hours& hours);
// With these minutes the week holds more of that employer's paid time than it gives to a person.
bool overPaidTime(const State& state, const Standing& wanted);

// Employer programmes, and the days of assignments.
void applyTimeBasis(State& state, schema::Command::Reader command);

}  // namespace audit
