// The reports on grant money: from funder to type of cost, of one funder, and what is passed on.
#pragma once

#include "audit/reports/counting.h"

namespace audit {

void countFlow(const Counting& counting, ReportFigures& figures);
void countFunder(const Counting& counting, ReportFigures& figures);
// Of the tree of one grant, or of every grant that funds sub-awards or has a line for them.
void countRegrants(const Counting& counting, ReportFigures& figures);

}  // namespace audit
