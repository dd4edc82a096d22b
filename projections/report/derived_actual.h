// DerivedActual — the actual of an indicator for a year, computed from the read models before it is recorded.
//
// Shape    of the whole year once it is over; while it runs, up to today where that is asked for.
// Units    whole units of the indicator.
// Errors   kNotFound YEAR_NOT_BEGUN, CATEGORY_MISSING; kInvalid YEAR_NOT_OVER, which says the figure so far, and
//          BASIS_REPORTED, which says the reported one and, where there is any, what is derived beside it; those of the
//          indicator, of its query, and of the figures.
// Threads  the database's.
#pragma once

#include <optional>
#include <string>

#include "projections/report/indicator_query.h"
#include "projections/report/indicator_record.h"

namespace projections {

struct ActualAsk {
  std::string indicator;  // its id or code
  std::int64_t year = 0;
  std::string category;  // empty: the indicator's usual one
  bool so_far = false;
  ledger::CivilDay today = 0;
};

struct DerivedActual {
  IndicatorRecord indicator;
  std::int64_t year = 0;
  IndicatorQuery query;
  std::int64_t value = 0;
  std::optional<std::int64_t> target;
  std::optional<IndicatorActual> before;  // what counts for the year until now

  // The same query gave the same value before: there is nothing to record.
  bool isKnown() const { return before && before->value == value && before->source == query.text(); }
};

ledger::Result<DerivedActual> deriveActual(Database& database, const ActualAsk& ask);

}  // namespace projections
