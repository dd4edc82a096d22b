// Founders — the authorities' keys and the log key of the sample, as files in the folder of its ledger.
//
// Shape    keys/log.key, keys/authority-1.key, keys/authority-2.key, where `asar init --demo` puts them.
// Errors   those of key files.
#pragma once

#include <filesystem>

#include "tests/sample/year.h"

namespace sample {

// Reads the files of a demonstration that is founded; makes them where the folder is empty.
ledger::Result<Founders> takeFounders(const std::filesystem::path& folder, bool founded, ledger::Random& random);

}  // namespace sample
