// NationalHiding — takes out of a national report what is not for the public.
//
// Shape    people and hours are told of the whole country and of all days alone, each figure judged by those who stand
//          behind it: attested minutes and volunteers, waiting, disputed and imported minutes, and the people of
//          attendance, whose ages nobody knows and of whom those of the largest summary count. With attested minutes
//          go those parts of them that wait or are disputed. What was claimed, and by how many entries, is not told:
//          less the other figures it would tell of what one person had rejected. Below the country, and of some days,
//          releases alone tell of people and hours. Counts of organisations and activities stay, and so does money.
// Threads  a pure function.
#pragma once

#include "projections/report/national_report.h"

namespace projections {

void hideSmallFigures(NationalReport& report, const SuppressionPolicy& policy);

}  // namespace projections
