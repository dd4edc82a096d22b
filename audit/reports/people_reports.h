// The reports on people: what their service is worth, whom emergencies called, who was sent where, whom juries
// honoured.
//
// Shape    what is about too few people is counted and marked as hidden where the report is not exact.
#pragma once

#include "audit/reports/counting.h"

namespace audit {

void countValue(const Counting& counting, ReportFigures& figures);  // value_report.cc
void countDeployments(const Counting& counting, ReportFigures& figures);
void countAssignments(const Counting& counting, ReportFigures& figures);
void countAwards(const Counting& counting, ReportFigures& figures);

}  // namespace audit
