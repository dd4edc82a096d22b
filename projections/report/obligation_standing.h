// ObligationStanding — the reports that are owed, each as it stood on a day: its state, the last day in time, how late.
//
// Shape    what was recorded after that day, at +05:00, is not known on it. A report is late where it was recorded
//          after its last day, or is due or returned and that day is over.
// Units    civil days.
// Errors   those of the calendar and the database.
// Threads  the database's.
// Source   ledger/schema/README.md section 6, "Accountability" and "Deadlines".
#pragma once

#include <string>
#include <vector>

#include "projections/report/period.h"
#include "projections/report/query.h"
#include "projections/report/working_calendar.h"

namespace projections {

struct ObligationEntry {
  ledger::SubjectId obligation;
  std::string kind;  // narrative financial interim final annual registry
  NamedId organisation;
  NamedId funder;
  ledger::SubjectId grant;
  std::string grant_number;
  ledger::CivilDay due = 0;        // as it was stated, and extended
  ledger::CivilDay last = 0;       // in time: the next day that works
  std::string state;               // due submitted returned accepted waived
  ledger::CivilDay submitted = 0;  // recorded, the last time
  std::int64_t days_late = 0;      // by then, or by the day asked for while it is owed
  ledger::Position since = 0;

  bool isOwed() const { return state == "due" || state == "returned"; }
  bool isOverdue() const { return isOwed() && days_late > 0; }
};

struct ObligationQuestion {
  ledger::CivilDay on = 0;
  std::optional<Period> due;  // whose last day lies in it
  ledger::SubjectId of;       // an organisation, a funder or a grant; none: all
};

// By last day, then organisation and index.
ledger::Result<std::vector<ObligationEntry>> readObligations(Database& database, const ObligationQuestion& question);

// How many of each sort.
struct ObligationCounts {
  std::int64_t all = 0;
  std::int64_t accepted = 0;
  std::int64_t in_time = 0;  // of those that were submitted
  std::int64_t late = 0;     // submitted after their last day
  std::int64_t waiting = 0;  // submitted, and not answered yet
  std::int64_t owed = 0;     // not over yet
  std::int64_t overdue = 0;
  std::int64_t waived = 0;

  void add(const ObligationEntry& entry);
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("all", row.all), v("accepted", row.accepted), v("in_time", row.in_time), v("late", row.late);
    v("waiting", row.waiting), v("owed", row.owed), v("overdue", row.overdue), v("waived", row.waived);
  }
};

// The end of a day at +05:00, in UTC milliseconds: what is recorded before it is known on that day.
ledger::UtcMs endOf(ledger::CivilDay day);

}  // namespace projections
