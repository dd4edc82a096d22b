// IndicatorRecord — an indicator of a road map as the log has it: its targets, and every actual that was reported.
//
// Units    whole units of the indicator.
// Errors   kNotFound INDICATOR_UNKNOWN; kInvalid INDICATOR_AMBIGUOUS where several have that code; the database's.
// Threads  the database's.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "projections/oversight/subject_rows.h"

namespace projections {

class Database;

struct IndicatorActual {
  ledger::Position entry = 0;
  std::int64_t year = 0;
  std::int64_t value = 0;
  std::string source;  // the query of a derived one
  ledger::CivilDay day = 0;
};

struct IndicatorRecord {
  SubjectRow subject;
  ledger::SubjectId roadmap;
  std::string unit;
  ledger::FigureBasis basis{};
  std::int64_t baseline = 0;
  std::map<std::int64_t, std::int64_t> targets;  // by year
  std::vector<IndicatorActual> actuals;          // in the order of the log

  // The one that counts for the year: the last that was recorded; null where there is none.
  const IndicatorActual* actualOf(std::int64_t year) const;
  // By which its derived figures are computed where nobody names another: that of its last actual which says one, else
  // its own code; empty where neither names a category.
  std::string usualCategory() const;
};

// In the order in which they were defined.
ledger::Result<std::vector<IndicatorRecord>> readIndicators(Database& database);
ledger::Result<IndicatorRecord> findIndicator(Database& database, std::string_view id_or_code);

}  // namespace projections
