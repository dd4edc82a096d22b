#include "projections/report/bank_matching.h"

#include <absl/container/flat_hash_map.h>

#include <algorithm>
#include <cstdlib>

#include "ledger/base/check.h"

namespace projections {
namespace {

using ledger::CivilDay;
using ledger::Money;

constexpr std::ptrdiff_t kNamingLetters = 4;  // fewer are found in any text

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

char smallLetter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Of a word in any alphabet. Beyond ASCII all but signs are letters: U+0080 to U+00BF and U+2000 to U+2FFF, with «», №
// and dashes of every length.
bool isLetterOrDigit(std::string_view text, std::size_t at) {
  const char c = smallLetter(text[at]);
  if (static_cast<unsigned char>(c) < 0x80) return isDigit(c) || (c >= 'a' && c <= 'z');
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) --at;
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead != 0xc2 && lead != 0xe2;
}

// Whether a word goes on across the border before `at`, from either of whose sides it is seen.
bool joinedAt(std::string_view text, std::size_t at, bool backwards) {
  if (backwards ? at == 0 : at >= text.size()) return false;
  const std::size_t next = backwards ? at - 1 : at;
  if (isLetterOrDigit(text, next)) return true;
  if (backwards ? next == 0 : next + 1 >= text.size()) return false;
  const std::size_t beyond = backwards ? next - 1 : next + 1;
  const std::size_t inside = backwards ? at : at - 1;
  if (text[next] == '.') return isDigit(text[beyond]) && isDigit(text[inside]);
  return (text[next] == '-' || text[next] == '/' || text[next] == '_') && isLetterOrDigit(text, beyond);
}

struct SmallLetters {
  bool operator()(char a, char b) const { return smallLetter(a) == smallLetter(b); }
};

// Parted by spaces, one of these.
bool isOneOf(std::string_view references, std::string_view word) {
  for (auto from = references.begin();;) {
    const auto found = std::search(from, references.end(), word.begin(), word.end(), SmallLetters{});
    if (found == references.end()) return false;
    const auto end = found + static_cast<std::ptrdiff_t>(word.size());
    if ((found == references.begin() || found[-1] == ' ') && (end == references.end() || *end == ' ')) return true;
    from = found + 1;
  }
}

std::ptrdiff_t lettersOf(std::string_view text) {
  return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
}

// Payments by amount and day, so that a row meets only those it may be.
class BankMatcher {
 public:
  BankMatcher(std::span<const StatementRow> rows, std::span<const BankPayment> payments)
      : rows_(rows), payments_(payments), row_taken_(rows.size()), payment_taken_(payments.size()) {
    for (std::size_t i = 0; i < payments.size(); ++i) {
      const Money& amount = payments[i].amount;
      on_day_[{amount.currency, amount.minor, payments[i].day}].push_back(i);
      if (!payments[i].reference.empty()) named_[{amount.currency, amount.minor, 0}].push_back(i);
    }
  }

  std::vector<BankPair> match(int days_apart) {
    for (const MatchedBy by : {MatchedBy::kReference, MatchedBy::kDay}) {
      for (int apart = 0; apart <= days_apart; ++apart) {
        pairAt(-apart, by);
        pairAt(apart, by);
      }
      if (by == MatchedBy::kReference) pairNamed();
    }
    std::ranges::sort(pairs_, {}, &BankPair::row);
    return std::move(pairs_);
  }

 private:
  // Currency, minor units, day.
  using Key = std::tuple<ledger::Currency, std::int64_t, CivilDay>;
  using Places = absl::flat_hash_map<Key, std::vector<std::size_t>>;

  static std::span<const std::size_t> at(const Places& places, const Money& amount, CivilDay day) {
    const auto found = places.find({amount.currency, amount.minor, day});
    return found == places.end() ? std::span<const std::size_t>() : found->second;
  }

  void pair(std::size_t row, std::size_t payment, MatchedBy by) {
    row_taken_[row] = true;
    payment_taken_[payment] = true;
    pairs_.push_back({row, payment, by, rows_[row].day - payments_[payment].day});
  }

  // All rows, each with a payment so many days after it; before it where negative.
  void pairAt(int after, MatchedBy by) {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (row_taken_[row]) continue;
      for (const std::size_t payment : at(on_day_, rows_[row].amount, rows_[row].day + after)) {
        if (payment_taken_[payment]) continue;
        if (by == MatchedBy::kReference && !namesPayment(rows_[row], payments_[payment].reference)) continue;
        pair(row, payment, by);
        break;
      }
    }
  }

  // What is named for sure, however late it was booked.
  void pairNamed() {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (row_taken_[row]) continue;
      std::optional<std::size_t> nearest;
      for (const std::size_t payment : at(named_, rows_[row].amount, 0)) {
        if (payment_taken_[payment] || !namesPayment(rows_[row], payments_[payment].reference)) continue;
        if (!nearest || apartFrom(row, payment) < apartFrom(row, *nearest)) nearest = payment;
      }
      if (nearest) pair(row, *nearest, MatchedBy::kReference);
    }
  }

  int apartFrom(std::size_t row, std::size_t payment) const {
    return std::abs(rows_[row].day - payments_[payment].day);
  }

  std::span<const StatementRow> rows_;
  std::span<const BankPayment> payments_;
  std::vector<bool> row_taken_;
  std::vector<bool> payment_taken_;
  Places on_day_;
  Places named_;  // all days together
  std::vector<BankPair> pairs_;
};

}  // namespace

std::optional<std::int64_t> StatementAccount::difference() const {
  std::int64_t reached = 0;
  std::int64_t apart = 0;
  if (!opening || !closing || __builtin_add_overflow(*opening, sum, &reached) ||
      __builtin_sub_overflow(*closing, reached, &apart))
    return std::nullopt;
  return apart;
}

std::string_view nameOf(PaymentKind kind) {
  switch (kind) {
    case PaymentKind::kDisbursed:
      return "disbursed";
    case PaymentKind::kReceived:
      return "received";
    case PaymentKind::kDisbursementReversed:
      return "disbursementReversed";
    case PaymentKind::kRefundReceived:
      return "refundReceived";
    case PaymentKind::kRefundSent:
      return "refundSent";
    case PaymentKind::kExpenditure:
      return "expenditure";
    case PaymentKind::kExpenditureReversed:
      return "expenditureReversed";
    case PaymentKind::kVendorRefund:
      return "vendorRefund";
    case PaymentKind::kInterest:
      return "interest";
  }
  return {};
}

std::string_view nameOf(MatchedBy by) {
  switch (by) {
    case MatchedBy::kReference:
      return "reference";
    case MatchedBy::kDay:
      return "day";
  }
  return {};
}

bool holdsWord(std::string_view text, std::string_view word) {
  if (word.empty()) return false;
  for (auto from = text.begin();;) {
    const auto found = std::search(from, text.end(), word.begin(), word.end(), SmallLetters{});
    if (found == text.end()) return false;
    const auto begin = static_cast<std::size_t>(found - text.begin());
    if (!joinedAt(text, begin, /*backwards=*/true) && !joinedAt(text, begin + word.size(), /*backwards=*/false))
      return true;
    from = found + 1;
  }
}

bool namesPayment(const StatementRow& row, std::string_view reference) {
  if (reference.empty()) return false;
  if (lettersOf(reference) < kNamingLetters) return isOneOf(row.reference, reference);
  return holdsWord(row.reference, reference) ||
         (std::ranges::any_of(reference, isDigit) && holdsWord(row.text, reference));
}

std::vector<BankPair> matchPayments(std::span<const StatementRow> rows, std::span<const BankPayment> payments,
                                    int days_apart) {
  ASAR_CHECK(0 <= days_apart && days_apart <= kDaysApartMax);
  return BankMatcher(rows, payments).match(days_apart);
}

}  // namespace projections
