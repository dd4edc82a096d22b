// Notices on standard error — one JSON line each: {"at":…,"level":…,"notice":…, fields}.
//
// Shape    spdlog behind ledger/base/notices.h. Control and direction characters and bytes that are no UTF-8 are
//          escaped, so that no value can forge a line.
// Threads  any.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string_view>

#include "ledger/base/clock.h"
#include "ledger/base/notices.h"

namespace tools {

// debug, info, warn, error, off.
std::optional<ledger::NoticeLevel> noticeLevelOf(std::string_view word);

// Writes notices of that level and above to `out`, which outlives it.
std::unique_ptr<ledger::Notices> noticesTo(std::ostream& out, ledger::Clock& clock, ledger::NoticeLevel least);

// `text` as a JSON string, in quotes.
std::string quotedNotice(std::string_view text);

}  // namespace tools
