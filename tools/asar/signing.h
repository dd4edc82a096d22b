// Signing — by whom, when and after having seen what the submissions of one run are signed.
//
// Errors   those of keys.h; kInvalid USAGE for an unknown --assurance.
// Threads  one.
#pragma once

#include "tools/asar/command.h"
#include "tools/asar/home.h"
#include "tools/asar/submissions.h"

namespace tools {

// Of moments that the program itself tells of: +05:00.
inline constexpr std::int16_t kOffsetMinutes = 300;
// Of a file with the fields of a person.
inline constexpr std::size_t kDocumentBytesMax = 64UL * 1024 * 1024;

// From --key, --person, --assurance, --submission-id and --signed-at, as far as the command has them.
ledger::Result<Signing> signingFrom(Session& session, const Arguments& arguments, const Writing& writing);

}  // namespace tools
