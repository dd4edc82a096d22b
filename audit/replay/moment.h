// Moments and civil days. Everything saturates: a hostile time must not wrap round into a pleasant one.
#pragma once

#include <cstdint>
#include <limits>

#include "ledger/schema/types.capnp.h"

namespace audit {

inline constexpr std::int64_t kMinuteMs = 60'000;
inline constexpr std::int64_t kDayMs = 86'400'000;
inline constexpr std::int64_t kDayMinutes = 1440;
inline constexpr std::int64_t kEastMinutes = 300;  // of UTC: where days end of what says no offset
// How far a fact may lie ahead of the clock that records it.
inline constexpr std::int64_t kAheadMs = 2 * kMinuteMs;

inline std::int64_t saturated(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (!__builtin_add_overflow(a, b, &sum)) return sum;
  return b > 0 ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min();
}

struct Moment {
  std::int64_t ms = 0;
  std::int64_t offset_minutes = 0;

  static Moment of(ledger::schema::Instant::Reader instant) { return {instant.getUtcMs(), instant.getOffsetMinutes()}; }
};

inline std::int64_t civilDay(std::int64_t ms, std::int64_t offset_minutes) {
  const std::int64_t local = saturated(ms, offset_minutes * kMinuteMs);
  return local / kDayMs - (local % kDayMs < 0 ? 1 : 0);
}
inline std::int64_t civilDay(const Moment& moment) {
  return civilDay(moment.ms, moment.offset_minutes);
}

// Whole minutes from the moment to the end of its civil day.
inline std::int64_t minutesLeftOfDay(const Moment& moment) {
  const std::int64_t local = saturated(moment.ms, moment.offset_minutes * kMinuteMs);
  const std::int64_t into_day = (local % kDayMs + kDayMs) % kDayMs;
  return (kDayMs - into_day) / kMinuteMs;
}

inline bool inFuture(std::int64_t ms, std::int64_t recorded_at) {
  return ms > saturated(recorded_at, kAheadMs);
}

// The span holds at least that many minutes.
inline bool holdsMinutes(const Moment& from, const Moment& to, std::int64_t minutes) {
  std::int64_t needed = 0;
  if (minutes < 0 || __builtin_mul_overflow(minutes, kMinuteMs, &needed)) return minutes < 0;
  std::int64_t length = 0;
  if (__builtin_sub_overflow(to.ms, from.ms, &length)) return to.ms > from.ms;
  return needed <= length;
}

}  // namespace audit
