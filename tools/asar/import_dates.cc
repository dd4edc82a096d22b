#include "tools/asar/import_dates.h"

#include <array>
#include <optional>

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;

constexpr std::array<std::string_view, 6> kParts = {"YYYY", "MM", "DD", "hh", "mm", "ss"};

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// Reads at most `most` digits.
std::optional<int> digits(std::string_view& text, std::size_t most) {
  std::size_t count = 0;
  int number = 0;
  while (count < most && count < text.size() && isDigit(text[count])) number = number * 10 + (text[count++] - '0');
  if (count == 0 || (most == 4 && count != 4)) return std::nullopt;
  text.remove_prefix(count);
  return number;
}

std::optional<std::array<int, 6>> readParts(std::string_view text, std::string_view pattern) {
  std::array<int, 6> parts{};
  while (!pattern.empty()) {
    bool taken = false;
    for (std::size_t i = 0; i < kParts.size() && !taken; ++i) {
      if (!pattern.starts_with(kParts[i])) continue;
      const auto number = digits(text, kParts[i].size());
      if (!number) return std::nullopt;
      parts[i] = *number;
      pattern.remove_prefix(kParts[i].size());
      taken = true;
    }
    if (taken) continue;
    if (text.empty() || text[0] != pattern[0]) return std::nullopt;
    text.remove_prefix(1);
    pattern.remove_prefix(1);
  }
  if (!text.empty()) return std::nullopt;
  return parts;
}

std::string padded(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

ledger::Result<ledger::Instant> parseCivil(std::string_view text, std::string_view pattern,
                                           std::int64_t offset_minutes) {
  const Error bad{ErrorCode::kInvalid, "BAD_DATE",
                  "\"" + std::string(text) + "\" is not a date of the form " + std::string(pattern)};
  const auto parts = readParts(text, pattern);
  if (!parts) return bad;
  const auto& [year, month, day, hour, minute, second] = *parts;
  if (hour > 23 || minute > 59 || second > 59 || offset_minutes < -840 || offset_minutes > 840) return bad;
  const auto civil = ledger::parseDay(std::to_string(year) + "-" + padded(month) + "-" + padded(day));
  if (!civil) return bad;
  const std::int64_t in_day =
      (hour * 60 + minute - offset_minutes) * ledger::kMsPerMinute + std::int64_t{second} * 1000;
  return ledger::Instant{civil.value() * ledger::kMsPerDay + in_day, static_cast<std::int16_t>(offset_minutes)};
}

}  // namespace tools
