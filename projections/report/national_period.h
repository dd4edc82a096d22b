// NationalPeriod — what the national summary says of some days alone, counted from the facts of these days.
//
// Shape    hours by the day the service began, activities by the day they started, attendance by that of its shift,
//          awards and money by the day of each fact; on hand is what stood at the end of the last day. Sub-awards are
//          left out, as everywhere in national figures.
// Units    minutes; minor units.
// Errors   those of the database.
// Threads  the database's.
#pragma once

#include <vector>

#include "projections/report/national_report.h"

namespace projections {

struct PeriodHours {
  std::vector<NationalHoursRow> cells;           // by region, then direction
  std::vector<NationalVolunteerRow> volunteers;  // whose entries these are, each person's rows together
};
ledger::Result<PeriodHours> readPeriodHours(Database& database, const Period& period);

// By a column of grants, or by '' for one row of each currency; by currency, then code.
ledger::Result<std::vector<MoneyFigures>> readPeriodMoney(Database& database, const Period& period,
                                                          const std::string& code);

}  // namespace projections
