// RoadmapReport — what road maps promise and what was reached: measures, and indicators with target, actual and basis.
//
// Shape    a row for each year in which an indicator has a target or an actual. `then` is a derived figure as its clerk
//          recorded it; `now` is derived by the same query, for the same days, from the present rows. A year without an
//          actual is derived by the indicator's usual category, once the log has reached it.
// Units    whole units of the indicator.
// Errors   kNotFound ROADMAP_UNKNOWN; kInvalid BAD_YEAR; those of the stamp and of the figures.
// Threads  the database's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/report/indicator_query.h"
#include "projections/report/indicator_record.h"
#include "projections/report/stamp.h"

namespace projections {

struct RoadmapQuestion {
  std::string roadmap;               // its id or the number of its act; empty: all
  std::optional<std::int64_t> year;  // none: every year
};

struct RoadmapFigure {
  std::int64_t year = 0;
  std::optional<std::int64_t> target;
  std::optional<IndicatorActual> actual;  // the last of the year
  std::vector<IndicatorActual> earlier;   // those it took the place of
  std::optional<IndicatorQuery> query;    // of a derived figure, where this program knows it
  std::optional<std::int64_t> now;

  // Between the actual and the target; none without both, or where it passes what is counted.
  std::optional<std::int64_t> beyondTarget() const;
  // What is derived now beyond what was recorded then.
  std::optional<std::int64_t> difference() const;
};

struct RoadmapIndicator {
  IndicatorRecord record;
  std::vector<RoadmapFigure> years;
};

struct RoadmapMeasure {
  SubjectRow subject;
  SubjectStateRow standing;
  SubjectRow organisation;
};

struct RoadmapEntry {
  SubjectRow roadmap;
  SubjectRow office;
  std::vector<RoadmapMeasure> measures;
  std::vector<RoadmapIndicator> indicators;
};

struct RoadmapReport {
  Stamp stamp;
  ledger::SubjectId of;  // the road map asked for; none: all
  std::optional<std::int64_t> year;
  std::vector<RoadmapEntry> roadmaps;  // in the order in which they were adopted
};

ledger::Result<RoadmapReport> readRoadmapReport(Database& database, const RoadmapQuestion& question);

}  // namespace projections
