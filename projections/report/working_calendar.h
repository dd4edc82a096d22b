// WorkingCalendar — on which day something is due, by the deadlines that were published.
//
// Shape    what falls on a day that does not work is due on the next that does. Where no deadlines apply on a day,
//          every day works.
// Units    civil days.
// Errors   kCorrupt POLICY_UNREADABLE.
// Threads  a value.
// Source   ledger/schema/README.md section 6, "Deadlines".
#pragma once

#include <vector>

#include "projections/oversight/published_terms.h"

namespace projections {

class WorkingCalendar {
 public:
  static ledger::Result<WorkingCalendar> read(Database& database);

  // The last day on which a report with that stated day is in time.
  ledger::CivilDay dueDay(ledger::CivilDay stated) const;
  // The last day in time for an answer to a fact of that day: by the deadline of that name, else so many working days.
  ledger::CivilDay answerDay(ledger::CivilDay fact, std::string_view name, std::uint16_t working_days) const;

 private:
  // What policyOn() looks at, with its document.
  struct Document : PublishedPolicyRow {
    ledger::Deadlines deadlines;
  };

  std::vector<Document> documents_;  // newest endorsement first
};

}  // namespace projections
