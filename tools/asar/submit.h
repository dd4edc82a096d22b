// Submit — records commands as submissions and answers with their receipts.
//
// Errors   the ledger's own, with the numbers of the lines they are about; kUnavailable where a write is in doubt.
// Threads  one.
#pragma once

#include "tools/asar/command.h"
#include "tools/asar/home.h"
#include "tools/asar/submissions.h"

namespace tools {

// Groups, signs and records them; with --dry-run only judges them, with --proofs writes receipts.
ledger::Result<Answer> submitLines(Session& session, const Arguments& arguments, Writing& writing,
                                   const Signing& signing, std::vector<LineCommand> lines);

// A checkpoint of what is recorded, where the log key can be had without asking anybody; else it is said that there is
// none. The last that is done with `writing`: publishCheckpoint() may close it.
std::optional<Published> sealAfterwards(Session& session, const Arguments& arguments, Writing& writing, Answer& answer);

}  // namespace tools
