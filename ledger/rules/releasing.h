// Releasing — figures about people that are made public: of which days, once, and by which bounds they are hidden.
//
// Shape    months bring the country, regions and kinds of activities; quarters bring organisations, once their three
//          months are out; a year is revised once, and after that nothing of it is released. What the tables hold is
//          recomputed by who has the whole log.
// Errors   BAD_PERIOD, RELEASE_EARLY, PERIOD_TAKEN, YEAR_REVISED, MONTHS_MISSING, REVISES_DIFFERS, SIZE_BEHIND,
//          SUPPRESSION_DIFFERS, BAD_TABLES.
// Source   ledger/schema/README.md section 6, "Releases", and section 11.
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Days that pass after the last one before its figures may be public.
inline constexpr CivilDay kReleaseWaitDays = 10;

// The names of the tables that a release of that span has, ascending.
std::vector<std::string> releasedTableNames(ReleaseSpan span);
// Whether the days are a month, a quarter or a year of the calendar.
bool isWhole(ReleaseSpan span, CivilDay from, CivilDay to);

Result<Decision> judge(const State& state, const ReleasePublish& command, const Context& context);
void evolve(State& state, const ReleasePublish& command, const Context& context);

}  // namespace ledger
