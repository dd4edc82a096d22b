#include "projections/release/release_period.h"

#include <charconv>
#include <chrono>

#include "ledger/base/civil_months.h"

namespace projections {
namespace {

using ledger::ReleaseSpan;

constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2099;
constexpr int kMonthsOfSpan[] = {1, 3, 12};

ReleasePeriod periodFrom(ReleaseSpan span, int year, unsigned month) {
  const auto from = ledger::civilDayOf(std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{1});
  return {span, from, ledger::addMonths(from, kMonthsOfSpan[static_cast<std::size_t>(span)]) - 1};
}

// The number that the digits are; −1 where they are none.
int numberOf(std::string_view digits) {
  int number = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size() ? number : -1;
}

}  // namespace

std::string ReleasePeriod::name() const {
  const std::string day = ledger::dayText(from);
  if (span == ReleaseSpan::kMonth) return day.substr(0, 7);
  if (span == ReleaseSpan::kYear) return day.substr(0, 4);
  return day.substr(0, 4) + "-Q" + std::to_string(ledger::monthNumber(from) % 12 / 3 + 1);
}

ledger::Result<ReleasePeriod> parseReleasePeriod(std::string_view name) {
  const int year = name.size() >= 4 ? numberOf(name.substr(0, 4)) : -1;
  const bool quarterly = name.size() == 7 && name[5] == 'Q';
  const int part = name.size() == 7 ? numberOf(name.substr(quarterly ? 6 : 5)) : -1;
  if (kFirstYear <= year && year <= kLastYear) {
    if (name.size() == 4) return periodFrom(ReleaseSpan::kYear, year, 1);
    const bool parted = name.size() == 7 && name[4] == '-';
    if (parted && quarterly && 1 <= part && part <= 4) return quarterOfYear(year, static_cast<std::size_t>(part - 1));
    if (parted && !quarterly && 1 <= part && part <= 12) return monthOfYear(year, static_cast<std::size_t>(part - 1));
  }
  return ledger::Error{ledger::ErrorCode::kInvalid, "BAD_PERIOD",
                       std::string(name) +
                           " is no period of a release: 2026-10 is a month, 2026-Q4 a quarter, and 2026 "
                           "the revision of a year"};
}

ReleasePeriod monthOfYear(int year, std::size_t month) {
  return periodFrom(ReleaseSpan::kMonth, year, static_cast<unsigned>(month) + 1);
}

ReleasePeriod quarterOfYear(int year, std::size_t quarter) {
  return periodFrom(ReleaseSpan::kQuarter, year, static_cast<unsigned>(quarter) * 3 + 1);
}

}  // namespace projections
