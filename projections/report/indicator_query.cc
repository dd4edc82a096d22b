#include "projections/report/indicator_query.h"

#include <algorithm>
#include <array>

namespace projections {
namespace {

using ledger::Currency;
using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

constexpr std::int64_t kMinutesPerHour = 60;
constexpr std::string_view kMinutesUnit = "minutes";
constexpr std::string_view kHoursUnit = "hours";
constexpr auto kSharesUnits = std::to_array<std::string_view>({"percent", "share"});

// "KZT", "kzt": units are codes as their author writes them.
bool isCurrency(std::string_view unit, const Currency& currency) {
  const auto upper = [](char letter) { return letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter; };
  return std::ranges::equal(unit, currency.code(), {}, upper);
}

std::int64_t minorPerUnit(const Currency& currency) {
  std::int64_t minor = 1;
  for (int i = 0; i < currency.exponent(); ++i) minor *= 10;
  return minor;
}

// Down to a whole one, below zero too.
std::int64_t wholeOf(std::int64_t figure, std::int64_t per) {
  return figure / per - (figure % per < 0 ? 1 : 0);
}

Error differs(const ReconciliationCategory& category, std::string_view unit, const std::string& units) {
  return Error{ErrorCode::kInvalid, "UNIT_DIFFERS",
               "the indicator is counted in " + std::string(unit) + ", and " + std::string(category.name) +
                   " gives no such figure but " + units + ": ask for another --category"};
}

}  // namespace

std::string IndicatorQuery::category() const {
  return std::string(asked.category->name) + (asked.region.empty() ? "" : "/" + asked.region);
}

std::string IndicatorQuery::text() const {
  return category() + " " + days.first() + ".." + days.last();
}

Result<Period> yearDays(std::int64_t year) {
  const std::string text = std::to_string(year);
  const auto from = ledger::parseDay(text + "-01-01");
  const auto to = ledger::parseDay(text + "-12-31");
  if (from && to) return Period{*from, *to};
  return Error{ErrorCode::kInvalid, "BAD_YEAR", text + " is not a year from 2000 to 2100"};
}

std::optional<IndicatorQuery> queryIn(std::string_view source, const Period& year) {
  const auto space = source.find(' ');
  const auto asked = parseCategory(source.substr(0, space));
  if (!asked) return std::nullopt;
  if (space == std::string_view::npos) return IndicatorQuery{*asked, year};
  const auto days = parsePeriod(source.substr(space + 1));
  if (!days || !year.holds(days->from) || !year.holds(days->to)) return std::nullopt;
  return IndicatorQuery{*asked, *days};
}

Result<std::int64_t> inUnit(const ReconciliationCategory& category, std::int64_t figure, std::string_view unit,
                            const Currency& currency) {
  const bool money = !currency.isNone() && isCurrency(unit, currency);
  switch (category.measure) {
    case Measure::kMinutes:
      if (unit == kMinutesUnit) return figure;
      if (unit == kHoursUnit) return wholeOf(figure, kMinutesPerHour);
      return differs(category, unit, "minutes or hours");
    case Measure::kMoney:
      if (money) return wholeOf(figure, minorPerUnit(currency));
      return differs(category, unit, "whole " + std::string(currency.code()));
    case Measure::kCount:
      break;
  }
  const bool share = std::ranges::find(kSharesUnits, unit) != kSharesUnits.end();
  if (money || share || unit == kMinutesUnit || unit == kHoursUnit) return differs(category, unit, "a count");
  return figure;
}

}  // namespace projections
