// NationalHiding — takes figures about too few people out of a national report.
//
// Shape    each figure of hours is judged by those who stand behind it, by region and by direction, beside the sum of
//          the country: attested minutes and volunteers, waiting, disputed and imported minutes, and the people of
//          attendance, whose ages nobody knows. With attested minutes go those parts of them that are disputed, and
//          with any of them the figures they could be reckoned from. Counts of organisations and activities stay, and
//          so does money.
// Threads  a pure function.
#pragma once

#include "projections/report/national_report.h"

namespace projections {

void hideSmallFigures(NationalReport& report, const SuppressionPolicy& policy);

}  // namespace projections
