// Deadlines — working days, and what comes after the day that a policy names: it is taken, and flagged as late.
//
// Threads  pure functions.
// Source   ledger/schema/README.md, section 6, "Deadlines".
#pragma once

#include "audit/replay/case.h"

namespace audit {

// Monday to Friday, but for what the calendar says.
bool isWorkingDay(schema::Deadlines::Reader deadlines, std::int64_t day);
// The last day in time, so many days after that one.
std::int64_t lastDayAfter(schema::Deadlines::Reader deadlines, std::int64_t day,
                          schema::NamedDeadline::Reader deadline);
// The day by which a report is in, where it is due on that day.
std::int64_t reportDayOf(const State& state, const Case& c, std::int64_t due);

// Of later kinds that were not refused.
Ruling ruleOfDeadline(const State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
