// ImportInput — the source, the mapping and the settings that the command line names.
//
// Errors   kInvalid USAGE, and those of files and of mappings.
// Threads  one.
#pragma once

#include "tools/asar/command.h"
#include "tools/asar/import_batch.h"

namespace tools {

// From SOURCE, --mapping, --set and --batch.
ledger::Result<ImportInput> readImportInput(const Arguments& arguments);

}  // namespace tools
