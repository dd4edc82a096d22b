// Owed — the reports that organisations owe, each as it stood on a day, and the payments that nobody confirmed by then.
//
// Shape    what was recorded after that day, at +05:00, is not known on it. A report is late where it was recorded
//          after its last day in time, or is owed and that day is over.
// Units    civil days.
// Threads  pure functions.
// Source   ledger/schema/README.md, section 6, "Accountability" and "Deadlines".
#pragma once

#include "audit/reports/counting.h"

namespace audit {

struct Owed {
  Id id{};
  Id organisation{};
  Id funder{};
  Id grant{};
  std::string state;  // due submitted returned accepted waived
  std::int64_t due = 0;
  std::int64_t last = 0;  // in time: the next day that works
  std::optional<std::int64_t> submitted;
  std::int64_t days_late = 0;

  bool isOwed() const { return state == "due" || state == "returned"; }
};

using HoldsOwed = std::function<bool(const Owed&)>;

// Those whose last day is among the days asked for, by that day.
std::vector<Owed> owedWhere(const Counting& counting, const HoldsOwed& holds);
// "/obligations/late", or below another name.
void addOwedCounts(std::string_view name, const std::vector<Owed>& all, ReportFigures& figures);
// "/missed/ID/daysLate".
void addLateness(std::string_view name, const Owed& owed, ReportFigures& figures);

// The last day to answer what happened on that day: by the published deadline of that name, else so many working days.
std::int64_t answerDayOf(const State& state, std::int64_t day, std::string_view name, int working_days);

}  // namespace audit
