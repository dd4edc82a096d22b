// Past — what is asked of an earlier time: `--at N`, the first N entries; `--as-of DATE`, those recorded before the end
// of that day at +05:00; and `--in FROM..TO`, facts that occurred on these days.
//
// Shape    the first two say how much was known, the third what it was about; they go together.
// Errors   kInvalid BAD_NUMBER, BAD_PERIOD, TWO_TIMES and what a day is refused with; kNotFound PAST_THE_END,
// NOTHING_YET. Threads  one.
#pragma once

#include <optional>
#include <vector>

#include "ledger/event/values.h"
#include "ledger/event_reader.h"
#include "projections/report/period.h"
#include "tools/asar/command.h"
#include "tools/asar/read_side.h"

namespace tools {

// The options of a command that tells of the past, after its own.
std::vector<OptionSpec> withPast(std::vector<OptionSpec> own);

// How many entries count of the `size` there are: all of them where nothing else is asked for.
ledger::Result<ledger::Position> sizeAsked(ledger::EventReader& reader, ledger::Position size,
                                           const Arguments& arguments);
ledger::Result<std::optional<projections::Period>> periodAsked(const Arguments& arguments);

// The read models as they were at the size that was asked for; its root is compared with what was published since.
ledger::Result<ReadSide> openReadSideAsked(const Session& session, const Arguments& arguments);

// The civil day on which it happened; none where the command says none.
std::optional<ledger::CivilDay> dayOf(const ledger::CommandBody& body);

}  // namespace tools
