// Instant — a moment with the civil offset it was lived in; and civil days.
//
// Units    utc_ms: milliseconds since 1970-01-01T00:00:00Z; offset_minutes: east of UTC.
// Shape    the civil day of an instant is taken with its own stored offset, never with a zone table.
// Errors   parse accepts RFC 3339 with an explicit offset, years 2000–2100, no leap second.
// Threads  value types and pure functions.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/result.h"

namespace ledger {

using UtcMs = std::int64_t;
using Minutes = std::chrono::duration<std::int64_t, std::ratio<60>>;
// Days since 1970-01-01 in some civil calendar.
using CivilDay = std::int32_t;

constexpr UtcMs kMsPerMinute = 60'000;
constexpr UtcMs kMsPerDay = 86'400'000;

struct Instant {
  UtcMs utc_ms = 0;
  std::int16_t offset_minutes = 0;

  CivilDay civilDay() const;
  // "2026-03-01T10:00:00+05:00", with ".250" where milliseconds are not zero.
  std::string text() const;
  static Result<Instant> parse(std::string_view text);
  friend bool operator==(const Instant&, const Instant&) = default;
};

// "2026-03-01".
std::string dayText(CivilDay day);
Result<CivilDay> parseDay(std::string_view text);

}  // namespace ledger
