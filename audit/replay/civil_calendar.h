// The civil calendar: years and months of a day counted from 1970-01-01.
//
// Source   Gregorian calendar; days by the era of 400 years.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace audit {

struct CivilDate {
  std::int64_t year = 0;
  std::int64_t month = 0;  // 1 to 12
  std::int64_t day = 0;    // 1 to 31
};

CivilDate dateOf(std::int64_t day);
std::int64_t dayOf(const CivilDate& date);
// "2026-03-01"; nullopt of a text that is no such day.
std::optional<std::int64_t> dayFrom(std::string_view text);
// The same day of the month so many months on, or the last one that month has.
std::int64_t monthsOn(std::int64_t day, std::int64_t months);
// The week of that day, from Monday to Sunday; that of 1970-01-01 is 0.
std::int64_t weekOf(std::int64_t day);

}  // namespace audit
