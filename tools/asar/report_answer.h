// ReportAnswer — a report in the form that was asked for, as the answer of a command.
//
// Errors   those of the rendering.
// Threads  one.
#pragma once

#include "projections/render/render.h"
#include "tools/asar/read_side.h"

namespace tools {

projections::Format formatOf(const Session& session);
ledger::Result<Answer> answerWith(const Session& session, const ReadSide& side, ledger::Result<std::string> rendered);

}  // namespace tools
