// The reports on who owes an account, what audits found, what was corrected, and what road maps promise.
#pragma once

#include "audit/reports/counting.h"

namespace audit {

// Of everybody, or of one organisation, funder or grant.
void countObligations(const Counting& counting, ReportFigures& figures);
// Of everybody, or of one organisation, grant or audit.
void countFindings(const Counting& counting, ReportFigures& figures);
// Of everybody, or of one organisation, grant or other subject.
void countCorrections(const Counting& counting, ReportFigures& figures);
// Of every road map or one: what was promised and reported, and not what is derived now.
void countRoadmaps(const Counting& counting, ReportFigures& figures);  // roadmap_report.cc

}  // namespace audit
