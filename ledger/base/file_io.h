// Small files, written so that they survive a power cut.
//
// Errors   kUnavailable FILE_UNWRITTEN, FILE_UNREADABLE with the path and what the system said; kNotFound FILE_MISSING;
//          kInvalid FILE_TOO_LARGE with the bound.
// Threads  pure functions over the file system.
#pragma once

#include <filesystem>
#include <string>

#include "ledger/base/bytes.h"

namespace ledger {

// "No space left on device" and the like, for the present errno.
std::string systemMessage();

// Never a part of it: a file past the bound is refused.
Result<Bytes> readWholeFile(const std::filesystem::path& path, std::size_t max_bytes);
// Writes all bytes at the offset, going on after interruptions and short writes.
bool writeAt(int file, ByteView bytes, std::size_t offset);
// A name beside `path`, synced, then renamed to it; the folder is synced last.
Result<void> writeFileAtomically(const std::filesystem::path& path, ByteView bytes);
Result<void> syncFolder(const std::filesystem::path& folder);
// Makes the folder and those above it, each synced into the one that holds it.
Result<void> makeFolders(const std::filesystem::path& folder);

}  // namespace ledger
