// Whole files: read with a bound, written so that either the old or the new one is there, and synced.
//
// Errors   nullopt and false: the operating system refused, or the file is longer than the caller allows.
#pragma once

#include <filesystem>

#include "audit/base/bytes.h"

namespace audit {

std::optional<Buffer> readWhole(const std::filesystem::path& file, std::uint64_t bytes_max);
// Its name is taken from a file beside it; the folder has to exist. `mode` as of chmod.
bool writeWhole(const std::filesystem::path& file, std::string_view text, unsigned mode = 0644);

}  // namespace audit
