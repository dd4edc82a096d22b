#include "audit/answers/amount.h"

#include <algorithm>
#include <array>

#include "audit/base/harmless.h"
#include "audit/verify/recount.h"

namespace audit {
namespace {

constexpr std::string_view kSpaceInAmount = "\u00A0";
constexpr auto kInHundredths =
    std::to_array<std::string_view>({"CNY", "EUR", "GBP", "KGS", "KZT", "RUB", "TRY", "USD", "UZS"});
constexpr auto kInWholes = std::to_array<std::string_view>({"JPY", "KRW", "VND"});

}  // namespace

std::optional<std::size_t> fractionDigitsOf(std::string_view currency) {
  if (std::ranges::find(kInHundredths, currency) != kInHundredths.end()) return 2;
  if (std::ranges::find(kInWholes, currency) != kInWholes.end()) return 0;
  return std::nullopt;
}

std::string amountDigits(Sum minor, std::size_t fraction_digits) {
  std::string digits = sumText(minor < 0 ? -minor : minor);
  if (digits.size() <= fraction_digits) digits.insert(0, fraction_digits + 1 - digits.size(), '0');
  const std::size_t whole = digits.size() - fraction_digits;
  std::string out = minor < 0 ? "-" : "";
  for (std::size_t i = 0; i < whole; ++i) {
    if (i != 0 && (whole - i) % 3 == 0) out += kSpaceInAmount;
    out += digits[i];
  }
  if (fraction_digits != 0) out += "." + digits.substr(whole);
  return out;
}

std::string amountText(Sum minor, const std::string& currency, ledger::Language language) {
  const std::string code = std::string(kSpaceInAmount) + harmless(currency);
  if (const auto digits = fractionDigitsOf(currency)) return amountDigits(minor, *digits) + code;
  return amountDigits(minor, 0) + " " + minorUnitsIn(language) + "," + code;
}

std::string minorUnitsIn(ledger::Language language) {
  switch (language) {
    case ledger::Language::kKazakh:
      return "ең ұсақ ақша бірлігі";
    case ledger::Language::kRussian:
      return "наименьших денежных единиц";
    case ledger::Language::kEnglish:
      return "minor units of money";
  }
  return {};
}

}  // namespace audit
