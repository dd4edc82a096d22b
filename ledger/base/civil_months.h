// Civil months — days counted in months, as laws and contracts do.
//
// Shape    proleptic Gregorian calendar; a day that the month does not have is its last one: 31 January and one month
//          is 28 or 29 February.
// Threads  pure functions.
#pragma once

#include <chrono>

#include "ledger/base/instant.h"

namespace ledger {

inline std::chrono::year_month_day calendarOf(CivilDay day) {
  return std::chrono::sys_days{std::chrono::days{day}};
}

inline CivilDay civilDayOf(std::chrono::year_month_day date) {
  const auto last = date.year() / date.month() / std::chrono::last;
  const std::chrono::year_month_day kept = date.ok() ? date : std::chrono::year_month_day{last};
  return static_cast<CivilDay>(std::chrono::sys_days{kept}.time_since_epoch().count());
}

inline CivilDay addMonths(CivilDay day, int months) {
  return civilDayOf(calendarOf(day) + std::chrono::months{months});
}

inline int yearOf(CivilDay day) {
  return static_cast<int>(calendarOf(day).year());
}

// Counts calendar months, so that two days of one month have the same number.
inline int monthNumber(CivilDay day) {
  const auto date = calendarOf(day);
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

}  // namespace ledger
