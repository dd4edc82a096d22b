// Period — the civil days a report tells of; each fact lies on the day it occurred, by its own offset.
//
// Threads  a value type and pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/instant.h"
#include "projections/database.h"

namespace projections {

struct Period {
  ledger::CivilDay from = 0;
  ledger::CivilDay to = 0;  // the last day, included

  bool holds(ledger::CivilDay day) const { return from <= day && day <= to; }
  // As columns hold days: texts that are in order.
  std::string first() const { return ledger::dayText(from); }
  std::string last() const { return ledger::dayText(to); }
};

// "2026-01-01..2026-03-31"; kInvalid BAD_PERIOD.
ledger::Result<Period> parsePeriod(std::string_view text);

// "COLUMN between 'FROM' and 'TO'"; every row where there is no period.
std::string withinSql(const std::optional<Period>& period, std::string_view column);

// The civil day, at +05:00, on which something was recorded.
ledger::CivilDay recordedDay(ledger::UtcMs recorded_at);

}  // namespace projections
