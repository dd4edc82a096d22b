// Import dates — civil dates and times as sources spell them.
//
// Shape    a pattern of YYYY, MM, DD, hh, mm, ss; every other character stands for itself. All but the year may
//          have one digit or two. Parts that the pattern lacks are zero; the offset is the mapping's.
// Errors   kInvalid BAD_DATE.
// Threads  a pure function.
#pragma once

#include <string>
#include <string_view>

#include "ledger/base/instant.h"

namespace tools {

ledger::Result<ledger::Instant> parseCivil(std::string_view text, std::string_view pattern,
                                           std::int64_t offset_minutes);

}  // namespace tools
