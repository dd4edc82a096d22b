// Lateness — answers that come after the deadline of a policy are flagged, and never refused.
//
// Source   ledger/schema/README.md section 6, "Deadlines".
#pragma once

#include <string_view>

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Of an answer given at `at` to a subject of a later kind, under the deadline of that name on the day it was opened.
Decision judgeAnswer(const State& state, std::string_view deadline, const SubjectId& subject, const Instant& at,
                     const Context& context);

// The day until which a report that is due on `due` may come, and the deadlines that say so; 0 where none apply.
struct ReportDay {
  CivilDay last = 0;
  Position policy = 0;
};
ReportDay reportDay(const State& state, CivilDay due, const Context& context);

}  // namespace ledger
