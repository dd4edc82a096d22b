// The accounts of one organisation, one programme, and one front office with its region.
//
// Shape    figures of service, and what an office did with requests, ideas and visits, where the report is exact.
#pragma once

#include "audit/reports/counting.h"

namespace audit {

void countOrganisation(const Counting& counting, ReportFigures& figures);
void countProgramme(const Counting& counting, ReportFigures& figures);
void countOffice(const Counting& counting, ReportFigures& figures);  // office_report.cc

}  // namespace audit
