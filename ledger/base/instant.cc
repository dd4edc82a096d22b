#include "ledger/base/instant.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace ledger {
namespace {

UtcMs floorDivide(UtcMs value, UtcMs by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? std::nullopt : std::optional<int>(value);
}

Error badTime(std::string_view text) {
  return {ErrorCode::kInvalid, "BAD_TIME",
          "'" + std::string(text.substr(0, 40)) +
              "' is not a moment such as 2026-03-01T10:00:00+05:00 in the years 2000 to 2100"};
}

struct Clock24 {
  int hour, minute, second;
};

std::optional<Clock24> parseClock(std::string_view text) {
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  const auto hour = number(text.substr(0, 2));
  const auto minute = number(text.substr(3, 2));
  const auto second = number(text.substr(6, 2));
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return Clock24{*hour, *minute, *second};
}

// "Z", "+05:00", "-03:30".
std::optional<int> parseOffset(std::string_view text) {
  if (text == "Z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hours = number(text.substr(1, 2));
  const auto minutes = number(text.substr(4, 2));
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

// ".5" … ".123" as milliseconds; advances past it.
std::optional<int> takeMilliseconds(std::string_view& text) {
  if (!text.starts_with('.')) return 0;
  std::size_t digits = 0;
  while (digits + 1 < text.size() && text[digits + 1] >= '0' && text[digits + 1] <= '9') ++digits;
  if (digits == 0 || digits > 3) return std::nullopt;
  int value = *number(text.substr(1, digits));
  for (std::size_t i = digits; i < 3; ++i) value *= 10;
  text.remove_prefix(digits + 1);
  return value;
}

}  // namespace

CivilDay Instant::civilDay() const {
  return static_cast<CivilDay>(floorDivide(utc_ms + offset_minutes * kMsPerMinute, kMsPerDay));
}

std::string dayText(CivilDay day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  std::array<char, 24> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer.data();
}

Result<CivilDay> parseDay(std::string_view text) {
  const Error bad{
      ErrorCode::kInvalid, "BAD_DATE",
      "'" + std::string(text.substr(0, 40)) + "' is not a date such as 2026-03-01 in the years 2000 to 2100"};
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return bad;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day || *year < 2000 || *year > 2100) return bad;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return bad;
  return static_cast<CivilDay>(std::chrono::sys_days{date}.time_since_epoch().count());
}

std::string Instant::text() const {
  const UtcMs local = utc_ms + offset_minutes * kMsPerMinute;
  const UtcMs in_day = local - UtcMs{civilDay()} * kMsPerDay;
  const int seconds = static_cast<int>(in_day / 1000);
  std::array<char, 48> buffer{};
  int length =
      std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  std::string text = dayText(civilDay()) + std::string(buffer.data(), static_cast<std::size_t>(length));
  if (in_day % 1000 != 0) {
    length = std::snprintf(buffer.data(), buffer.size(), ".%03d", static_cast<int>(in_day % 1000));
    text.append(buffer.data(), static_cast<std::size_t>(length));
  }
  const int offset = std::abs(int{offset_minutes});
  length = std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d", offset_minutes < 0 ? '-' : '+', offset / 60,
                         offset % 60);
  return text + std::string(buffer.data(), static_cast<std::size_t>(length));
}

Result<Instant> Instant::parse(std::string_view text) {
  if (text.size() < 20 || text[10] != 'T') return badTime(text);
  const auto day = parseDay(text.substr(0, 10));
  const auto clock = parseClock(text.substr(11, 8));
  std::string_view rest = text.substr(19);
  const auto milliseconds = takeMilliseconds(rest);
  const auto offset = parseOffset(rest);
  if (!day || !clock || !milliseconds || !offset) return badTime(text);
  const UtcMs local =
      UtcMs{*day} * kMsPerDay + (clock->hour * 3600 + clock->minute * 60 + clock->second) * UtcMs{1000} + *milliseconds;
  return Instant{local - *offset * kMsPerMinute, static_cast<std::int16_t>(*offset)};
}

}  // namespace ledger
