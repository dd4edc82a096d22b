#include "ledger/base/money.h"

#include <algorithm>

namespace ledger {
namespace {

struct KnownCurrency {
  std::string_view code;
  int exponent;
};
// The currencies grants of this ledger have been made in, or may be imported in.
constexpr std::array<KnownCurrency, 10> kKnown = {{{"KZT", 2},
                                                   {"GBP", 2},
                                                   {"USD", 2},
                                                   {"EUR", 2},
                                                   {"RUB", 2},
                                                   {"CNY", 2},
                                                   {"TRY", 2},
                                                   {"KGS", 2},
                                                   {"UZS", 2},
                                                   {"JPY", 0}}};

Error overflow() {
  return {ErrorCode::kRefused, "MONEY_OVERFLOW", "the sum does not fit into 64 bits of minor units"};
}

Error mismatch(const Money& a, const Money& b) {
  return {ErrorCode::kRefused, "CURRENCY_MISMATCH",
          "cannot combine " + a.text() + " with " + b.text() + ": sums are kept per currency"};
}

}  // namespace

Result<Currency> Currency::parse(std::string_view code) {
  const auto known = std::ranges::find(kKnown, code, &KnownCurrency::code);
  if (known == kKnown.end()) {
    return Error{ErrorCode::kInvalid, "UNKNOWN_CURRENCY",
                 "a currency is an ISO 4217 code such as KZT, written in capitals"};
  }
  Currency currency;
  std::ranges::copy(code, currency.code_.begin());
  return currency;
}

int Currency::exponent() const {
  const auto known = std::ranges::find(kKnown, code(), &KnownCurrency::code);
  return known == kKnown.end() ? 2 : known->exponent;
}

std::string minorText(std::int64_t minor, Currency currency) {
  const auto exponent = static_cast<std::size_t>(currency.exponent());
  // Through unsigned, so that the most negative value has a magnitude.
  const std::uint64_t magnitude =
      minor < 0 ? ~static_cast<std::uint64_t>(minor) + 1 : static_cast<std::uint64_t>(minor);
  std::string digits = std::to_string(magnitude);
  if (digits.size() <= exponent) digits.insert(0, exponent + 1 - digits.size(), '0');
  if (exponent > 0) digits.insert(digits.size() - exponent, ".");
  return (minor < 0 ? "-" : "") + digits;
}

std::string Money::text() const {
  return minorText(minor, currency) + " " + std::string(currency.isNone() ? "?" : currency.code());
}

Result<std::int64_t> addChecked(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) return overflow();
  return sum;
}

Result<std::int64_t> subtractChecked(std::int64_t a, std::int64_t b) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(a, b, &difference)) return overflow();
  return difference;
}

Result<Money> add(const Money& a, const Money& b) {
  if (a.currency != b.currency) return mismatch(a, b);
  auto sum = addChecked(a.minor, b.minor);
  if (!sum) return sum.error();
  return Money{*sum, a.currency};
}

Result<Money> subtract(const Money& a, const Money& b) {
  if (a.currency != b.currency) return mismatch(a, b);
  auto difference = subtractChecked(a.minor, b.minor);
  if (!difference) return difference.error();
  return Money{*difference, a.currency};
}

Result<std::int64_t> parseMinor(std::string_view decimal, Currency currency) {
  const Error bad{
      ErrorCode::kInvalid, "BAD_AMOUNT",
      "an amount is digits with at most " + std::to_string(currency.exponent()) + " after a point, such as 300000.00"};
  std::string_view rest = decimal;
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  const std::size_t point = rest.find('.');
  const std::string_view whole = rest.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? "" : rest.substr(point + 1);
  const auto exponent = static_cast<std::size_t>(currency.exponent());
  if (whole.empty() || fraction.size() > exponent || (point != std::string_view::npos && fraction.empty())) return bad;
  std::string digits = std::string(whole) + std::string(fraction);
  digits.append(exponent - fraction.size(), '0');
  std::int64_t minor = 0;
  for (char digit : digits) {
    if (digit < '0' || digit > '9') return bad;
    const std::int64_t value = digit - '0';
    // Built up negative: the negative range is the larger one.
    if (__builtin_mul_overflow(minor, 10, &minor) || __builtin_sub_overflow(minor, value, &minor)) return overflow();
  }
  if (negative) return minor;
  return subtractChecked(0, minor);
}

}  // namespace ledger
