// Money — an amount in minor units of one currency, with checked arithmetic.
//
// Shape    int64 minor units (tiyn for KZT, pence for GBP) and an ISO 4217 alphabetic code.
// Errors   kRefused MONEY_OVERFLOW, CURRENCY_MISMATCH. Never a floating-point number.
// Threads  value types.
// Source   ISO 4217.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/result.h"

namespace ledger {

class Currency {
 public:
  constexpr Currency() = default;
  // Three capital ASCII letters of a currency we know the exponent of; else kInvalid.
  static Result<Currency> parse(std::string_view code);

  std::string_view code() const { return {code_.data(), code_.size()}; }
  bool isNone() const { return code_[0] == '\0'; }
  // Digits after the decimal point: 2 for KZT.
  int exponent() const;
  friend auto operator<=>(const Currency&, const Currency&) = default;

  template <class H>
  friend H AbslHashValue(H h, const Currency& c) {
    return H::combine(std::move(h), c.code_[0], c.code_[1], c.code_[2]);
  }

 private:
  std::array<char, 3> code_{};
};

struct Money {
  std::int64_t minor = 0;
  Currency currency;

  // "300000.00 KZT": plain digits, a point, no grouping; for messages and machine files.
  std::string text() const;
  friend bool operator==(const Money&, const Money&) = default;
};

Result<Money> add(const Money& a, const Money& b);
Result<Money> subtract(const Money& a, const Money& b);
Result<std::int64_t> addChecked(std::int64_t a, std::int64_t b);
Result<std::int64_t> subtractChecked(std::int64_t a, std::int64_t b);

// Minor units of a decimal number such as "-12.5" or "8151.9". Refuses what has more digits than
// the currency, exponents, signs other than a leading '-', grouping, and overflow.
Result<std::int64_t> parseMinor(std::string_view decimal, Currency currency);
std::string minorText(std::int64_t minor, Currency currency);

}  // namespace ledger
