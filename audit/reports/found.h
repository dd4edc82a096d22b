// Found — what audits found, each finding as it stands, and how late its answer or correction is.
//
// Shape    answered within fifteen working days of the day it was raised or opened again, or as published deadlines
//          say; mended by the day that its answer promises. What was recorded after the day asked for, at +05:00, is
//          not known on it.
// Units    civil days; minor units of the amount questioned.
// Threads  pure functions.
#pragma once

#include "audit/reports/counting.h"

namespace audit {

struct Found {
  Id id{};
  Id audit{};
  Id organisation{};
  Id grant{};
  std::string severity;
  std::string state;
  std::int64_t rule_version = 0;  // 0: none was said
  std::int64_t opened = 0;        // the first time
  std::int64_t raised = 0;        // the last time
  std::int64_t amount = 0;
  std::optional<std::int64_t> answered;
  std::int64_t promised = 0;
  bool mended = false;
  std::int64_t days_late = 0;

  bool isOpen() const { return state != "closed" && state != "dismissed"; }
};

using HoldsFound = std::function<bool(const Found&)>;

// Raised on the days asked for; those that are open, then or now, only where the report is exact.
std::vector<Found> foundWhere(const Counting& counting, const HoldsFound& holds);
// "/bySeverity/high/overdue", or below another name.
void addFoundCounts(std::string_view name, const std::vector<Found>& all, ReportFigures& figures);

}  // namespace audit
