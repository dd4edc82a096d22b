#include "audit/replay/civil_calendar.h"

namespace audit {
namespace {

constexpr std::int64_t kEraDays = 146'097;    // 400 years
constexpr std::int64_t kEraOf1970 = 719'468;  // days from 0000-03-01 to 1970-01-01

bool isLeap(std::int64_t year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

std::int64_t lastDayOf(std::int64_t year, std::int64_t month) {
  if (month == 2) return isLeap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::int64_t floorDivided(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

}  // namespace

// Years begin in March here, so that the leap day is the last one.
CivilDate dateOf(std::int64_t day) {
  const std::int64_t shifted = day + kEraOf1970;
  const std::int64_t era = floorDivided(shifted, kEraDays);
  const std::int64_t in_era = shifted - era * kEraDays;
  const std::int64_t year = (in_era - in_era / 1460 + in_era / 36'524 - in_era / 146'096) / 365;
  const std::int64_t in_year = in_era - (365 * year + year / 4 - year / 100);
  const std::int64_t march_month = (5 * in_year + 2) / 153;
  const std::int64_t month = march_month < 10 ? march_month + 3 : march_month - 9;
  return {year + era * 400 + (month <= 2 ? 1 : 0), month, in_year - (153 * march_month + 2) / 5 + 1};
}

std::int64_t dayOf(const CivilDate& date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = floorDivided(year, 400);
  const std::int64_t of_era = year - era * 400;
  const std::int64_t march_month = date.month > 2 ? date.month - 3 : date.month + 9;
  const std::int64_t in_year = (153 * march_month + 2) / 5 + date.day - 1;
  return era * kEraDays + of_era * 365 + of_era / 4 - of_era / 100 + in_year - kEraOf1970;
}

std::optional<std::int64_t> dayFrom(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  if (text.size() != kShape.size()) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kShape[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9') return std::nullopt;
  }
  const auto number = [&](std::size_t from, std::size_t length) {
    std::int64_t value = 0;
    for (const char digit : text.substr(from, length)) value = value * 10 + (digit - '0');
    return value;
  };
  const CivilDate date{number(0, 4), number(5, 2), number(8, 2)};
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > lastDayOf(date.year, date.month))
    return std::nullopt;
  return dayOf(date);
}

std::int64_t monthsOn(std::int64_t day, std::int64_t months) {
  const CivilDate date = dateOf(day);
  const std::int64_t count = date.year * 12 + date.month - 1 + months;
  const std::int64_t year = floorDivided(count, 12);
  const std::int64_t month = count - year * 12 + 1;
  const std::int64_t last = lastDayOf(year, month);
  return dayOf({year, month, date.day < last ? date.day : last});
}

std::int64_t weekOf(std::int64_t day) {
  constexpr std::int64_t kDays = 7;
  constexpr std::int64_t kThursday = 3;  // 1970-01-01, where Monday is 0
  return floorDivided(day + kThursday, kDays);
}

}  // namespace audit
