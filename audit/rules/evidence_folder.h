// The folder of evidence beside a ledger: each document under the SHA-256 of its bytes, FOLDER/ab/abcd….
//
// Errors   what cannot be read is said to be so, and is neither missing nor altered.
// Threads  pure function.
#pragma once

#include <filesystem>

#include "audit/base/bytes.h"

namespace audit {

enum class DocumentFound { kWhole, kMissing, kAltered, kUnreadable };

// Reads all of it, in pieces.
DocumentFound lookForDocument(const std::filesystem::path& folder, const Hash& document);

}  // namespace audit
