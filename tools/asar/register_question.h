// RegisterQuestion — what `asar report register` is asked, from its options.
//
// Shape    KIND [--state STATE] [--of ID] [--at N] [--as-of DATE] [--in FROM..TO] [--facts].
// Errors   kNotFound REGISTER_UNKNOWN, STATE_UNKNOWN; kInvalid BAD_DAYS, BAD_NUMBER, and those of ids and days.
// Threads  pure functions.
#pragma once

#include "projections/report/register_report.h"
#include "tools/asar/command.h"

namespace tools {

// "2026-01-01..2026-06-30"; either side may be left out.
struct Days {
  ledger::CivilDay from = 0;
  ledger::CivilDay to = 0;
};
ledger::Result<Days> parseDays(std::string_view text);

ledger::Result<projections::RegisterQuestion> questionOf(const Arguments& arguments);

}  // namespace tools
