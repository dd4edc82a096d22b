// IndicatorQuery — which figure of this ledger a derived actual of an indicator is, and for which days.
//
// Shape    "CATEGORY DAYS" or "CATEGORY/REGION DAYS", as in "projects/KZ-75 2026-01-01..2026-12-31", which stands as
//          the source of the actual; the categories are those of reconciliation_category.h.
// Units    whole units of the indicator: minutes or hours for time, the currency's code for money, and for counts any
//          unit but these and a percentage; parts of a unit are left out.
// Errors   kInvalid BAD_YEAR; UNIT_DIFFERS where the unit is not one of the category's.
// Threads  pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/money.h"
#include "projections/report/period.h"
#include "projections/report/reconciliation_category.h"

namespace projections {

struct IndicatorQuery {
  AskedCategory asked;
  Period days;

  std::string category() const;  // with its region
  std::string text() const;
};

// From its first to its last day.
ledger::Result<Period> yearDays(std::int64_t year);

// What a source says; without days it is of the whole year. None where it is no query of this program, or has days
// outside of the year.
std::optional<IndicatorQuery> queryIn(std::string_view source, const Period& year);

// A figure of the category (minutes, minor units or a count) in the unit of an indicator.
ledger::Result<std::int64_t> inUnit(const ReconciliationCategory& category, std::int64_t figure, std::string_view unit,
                                    const ledger::Currency& currency);

}  // namespace projections
