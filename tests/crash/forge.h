// Forge — what somebody with the disk in his hands could do through RocksDB itself, checksums and all.
//
// Shape    used to show that the oracle sees what the log's own checks would have to see.
#pragma once

#include <filesystem>

#include "ledger/base/ids.h"
#include "ledger/base/result.h"

namespace tests {

// Writes a head file that fits the frames as they are.
ledger::Result<void> forgeHead(const std::filesystem::path& directory);

// Changes one byte of the entry at `position`, its leaf hash with it, and the head file to fit.
ledger::Result<void> rewriteEntry(const std::filesystem::path& directory, ledger::Position position);

}  // namespace tests
