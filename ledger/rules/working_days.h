// Working days — which days work under published deadlines, and the last day on which something is in time.
//
// Shape    Monday to Friday work, but for what the calendar of the document says of a day.
// Units    civil days.
// Threads  pure functions.
// Source   ledger/schema/README.md section 6, "Deadlines".
#pragma once

#include <optional>
#include <string_view>

#include "ledger/event/values.h"

namespace ledger {

bool works(const Deadlines& deadlines, CivilDay day);

// The day itself where it works, else the next that does.
CivilDay workingDayFrom(const Deadlines& deadlines, CivilDay day);

// The last day in time for an answer to a fact of that day; nothing where the document has no number of days under
// the name.
std::optional<CivilDay> lastDayFor(const Deadlines& deadlines, std::string_view name, CivilDay fact);

}  // namespace ledger
