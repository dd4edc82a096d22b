// Service sums — hours, people, age bands and attendance at some activities.
//
// Shape    a person is counted once, and once in each age band in which she served; joined profiles are one person.
//          Activities by the day of their start, hours by that of the service, attendance by that of its shift.
// Units    minutes; people.
// Threads  pure functions.
#pragma once

#include "audit/reports/counting.h"

namespace audit {

using HoldsActivity = std::function<bool(const Activity&)>;

// "/service/attestedMinutes", "/service/ageBands/under14/volunteers"; "/service/activities" alone where the report is
// not exact.
void addService(const Counting& counting, const HoldsActivity& holds, ReportFigures& figures);

}  // namespace audit
