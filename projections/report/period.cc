#include "projections/report/period.h"

namespace projections {

ledger::Result<Period> parsePeriod(std::string_view text) {
  constexpr std::string_view kTo = "..";
  const auto middle = text.find(kTo);
  if (middle != std::string_view::npos) {
    const auto from = ledger::parseDay(text.substr(0, middle));
    const auto to = ledger::parseDay(text.substr(middle + kTo.size()));
    if (from && to && *from <= *to) return Period{*from, *to};
  }
  return ledger::Error{
      ledger::ErrorCode::kInvalid, "BAD_PERIOD",
      "a period is its first and its last day, such as 2026-01-01..2026-03-31, and not " + std::string(text)};
}

std::string withinSql(const std::optional<Period>& period, std::string_view column) {
  if (!period) return "1 = 1";
  return std::string(column) + " between '" + period->first() + "' and '" + period->last() + "'";
}

ledger::CivilDay recordedDay(ledger::UtcMs recorded_at) {
  constexpr std::int16_t kEastMinutes = 300;
  return ledger::Instant{recorded_at, kEastMinutes}.civilDay();
}

}  // namespace projections
