// BankMatching — which row of a bank statement is which payment of the ledger, one to one.
//
// Shape    rows and payments of equal amount and currency are paired: first where the reference of the payment is that
//          of the row, or stands in its reference or text as a whole word, whatever the days; then where the days are
//          at most so many apart. In free text only a reference of four letters or more with a digit among them names
//          a payment; a shorter one must be a reference of the row itself. The nearest days come first; of equally
//          near ones first those where the payment's day is before the row's, for all rows, for a bank books after the
//          order is given; then the first row, then the first payment.
// Units    minor units of a currency: + into the account, − out of it; civil days.
// Threads  values and pure functions.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/values.h"

namespace projections {

constexpr int kDaysApart = 5;
constexpr int kDaysApartMax = 60;

// A booked line of the statement. What the bank wrote of other people stays with who has the file.
struct StatementRow {
  std::size_t number = 0;  // from 1, in the order of the file
  ledger::CivilDay day = 0;
  ledger::Money amount;
  std::string reference;  // several, parted by spaces
  std::string counterparty;
  std::string text;
};

// What the statement says of one account in one currency.
struct StatementAccount {
  std::string account;  // "…1234"; empty where the statement names none
  ledger::Currency currency;
  std::optional<std::int64_t> opening;
  std::optional<std::int64_t> closing;
  std::int64_t sum = 0;  // of its rows

  // By how much the closing balance is more than the opening one and the rows; none where a balance is missing.
  std::optional<std::int64_t> difference() const;
};

struct BankStatement {
  ledger::Digest document;  // of the file
  ledger::CivilDay from = 0;
  ledger::CivilDay to = 0;
  std::vector<StatementAccount> accounts;
  std::vector<StatementRow> rows;
  bool says_days = false;      // else the days are those of its rows
  std::size_t not_booked = 0;  // entries left out, which the bank has announced only
};

enum class PaymentKind : std::uint16_t {
  kDisbursed,             // by the funder
  kReceived,              // by the grantee: the same payment from the other side
  kDisbursementReversed,  // in for the funder, out for the grantee
  kRefundReceived,
  kRefundSent,
  kExpenditure,
  kExpenditureReversed,
  kVendorRefund,
  kInterest,
};
std::string_view nameOf(PaymentKind kind);

// A payment as the ledger has it, seen from one organisation.
struct BankPayment {
  PaymentKind kind{};
  std::string grant;  // its number
  ledger::Money amount;
  ledger::CivilDay day = 0;
  std::string reference;  // of the payment, or number of the document; may be empty
  ledger::Position entry = 0;
};

enum class MatchedBy : std::uint16_t { kReference, kDay };
std::string_view nameOf(MatchedBy by);

// By their places in what was given.
struct BankPair {
  std::size_t row = 0;
  std::size_t payment = 0;
  MatchedBy by{};
  int days_apart = 0;  // booked so many days after the ledger's day; before it where negative

  friend bool operator==(const BankPair&, const BankPair&) = default;
};

// In the order of rows. Requires 0 ≤ days_apart ≤ kDaysApartMax.
std::vector<BankPair> matchPayments(std::span<const StatementRow> rows, std::span<const BankPayment> payments,
                                    int days_apart);

// Whether the word stands in the text with no letter, digit or joint ("PP-17" is one word) beside it. ASCII letters
// are the same, great and small.
bool holdsWord(std::string_view text, std::string_view word);

// Whether a row is the payment of that reference by what the bank wrote.
bool namesPayment(const StatementRow& row, std::string_view reference);

}  // namespace projections

template <>
inline constexpr std::uint16_t ledger::kEnumerants<projections::PaymentKind> = 9;
template <>
inline constexpr std::uint16_t ledger::kEnumerants<projections::MatchedBy> = 2;
