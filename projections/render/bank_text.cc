#include "projections/language/bank_phrases.h"
#include "projections/language/credit_phrases.h"
#include "projections/render/headed_text.h"
#include "projections/render/render.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;

constexpr std::size_t kBankTableWidth = 112;
constexpr std::size_t kWordWidth = 20;  // a longer one is broken: no bank's line makes a table wider
constexpr std::size_t kNameLetters = 60;
constexpr std::size_t kTextLetters = 160;

// Cut after so many letters, and words broken that no column would hold.
std::string cellText(const std::string& text, std::size_t letters_max) {
  std::string cell;
  std::size_t letters = 0;
  std::size_t in_word = 0;
  for (const char byte : text) {
    const bool begins = (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
    if (begins && letters++ == letters_max) return cell + "…";
    if (begins) in_word = byte == ' ' ? 0 : in_word + 1;
    if (begins && in_word > kWordWidth) {
      cell += ' ';
      in_word = 1;
    }
    cell += byte;
  }
  return cell;
}

std::string paymentText(PaymentKind kind, Language language) {
  switch (kind) {
    case PaymentKind::kDisbursed:
      return p::kTranchePaid.in(language);
    case PaymentKind::kReceived:
      return p::kTrancheReceived.in(language);
    case PaymentKind::kRefundReceived:
      return p::kRefundReceived.in(language);
    case PaymentKind::kRefundSent:
      return p::kRefundSent.in(language);
    case PaymentKind::kExpenditure:
      return p::kExpenditure.in(language);
    // The movements of a grant have their words already.
    case PaymentKind::kDisbursementReversed:
    case PaymentKind::kExpenditureReversed:
    case PaymentKind::kVendorRefund:
    case PaymentKind::kInterest:
      return std::string(ledger::word(language, ledger::Topic::kMovement, nameOf(kind)));
  }
  return {};
}

// One report in one language: what its tables share.
class BankText {
 public:
  BankText(const BankReport& report, Language language)
      : report_(report), language_(language), one_currency_(report.totals.size() == 1) {}

  std::string header() const;
  std::string totals() const;
  std::string balances() const;
  std::string rowsAlone() const;
  std::string paymentsAlone() const;
  std::string pairs() const;

 private:
  TextTable::Column leftOf(const Phrase& heading) const { return left(heading, language_); }
  TextTable::Column rightOf(const Phrase& heading) const { return right(heading, language_); }
  TextTable::Column amountColumn() const;
  std::string amount(const ledger::Money& money) const;
  std::string soManyOf(std::size_t some, std::size_t all) const;
  std::string grantAndDocument(const BankPayment& payment) const;
  std::string matchedBy(const BankPair& pair) const;
  std::string balanceSentence(const StatementAccount& account) const;
  void addSide(TextTable& table, const Phrase& heading, const BankSide& side, ledger::Currency currency) const;

  const BankReport& report_;
  Language language_;
  bool one_currency_;
};

TextTable::Column BankText::amountColumn() const {
  if (!one_currency_) return rightOf(p::kAmount);
  return {withCurrency(p::kAmount, report_.totals.begin()->first, language_), TextTable::Align::kRight};
}

std::string BankText::amount(const ledger::Money& money) const {
  return one_currency_ ? amountText(money.minor, money.currency, language_) : moneyText(money, language_);
}

std::string BankText::soManyOf(std::size_t some, std::size_t all) const {
  const auto number = [&](std::size_t count) { return countText(static_cast<std::int64_t>(count), language_); };
  return filled(p::kSoManyOf.in(language_), {number(some), number(all)});
}

std::string BankText::header() const {
  const BankStatement& statement = report_.statement;
  std::string accounts;
  for (const StatementAccount& one : statement.accounts) {
    if (!one.account.empty()) accounts += (accounts.empty() ? "" : ", ") + one.account;
  }
  std::vector<std::pair<std::string, std::string>> facts = {
      {p::kOrganisation.in(language_), cellText(nameIn(report_.organisation.names, language_), kNameLetters)}};
  if (!accounts.empty()) facts.emplace_back(p::kAccount.in(language_), cellText(accounts, kNameLetters));
  facts.emplace_back(p::kStatementFile.in(language_), statement.document.hex());
  facts.emplace_back(p::kDaysApartMost.in(language_), std::to_string(report_.days_apart));
  facts.emplace_back(p::kRowsMatched.in(language_), soManyOf(report_.pairs.size(), statement.rows.size()));
  facts.emplace_back(p::kPaymentsMatched.in(language_), soManyOf(report_.pairs.size(), report_.payments.size()));
  if (statement.not_booked != 0) facts.emplace_back(p::kNotBooked.in(language_), std::to_string(statement.not_booked));
  if (report_.rows_outside != 0)
    facts.emplace_back(p::kRowsOutside.in(language_), std::to_string(report_.rows_outside));
  return factsText(facts);
}

void BankText::addSide(TextTable& table, const Phrase& heading, const BankSide& side, ledger::Currency currency) const {
  table.add({heading.in(language_), countText(side.count, language_), amountText(side.in, currency, language_),
             amountText(side.out, currency, language_)});
}

std::string BankText::totals() const {
  std::string text;
  for (const auto& [currency, totals] : report_.totals) {
    TextTable table({{std::string(currency.code()), TextTable::Align::kLeft},
                     rightOf(p::kCount),
                     rightOf(p::kMoneyIn),
                     rightOf(p::kMoneyOut)});
    addSide(table, p::kStatementRows, totals.rows, currency);
    addSide(table, p::kOfWhichMatched, totals.matched, currency);
    addSide(table, p::kOfWhichWithoutPayment, totals.rows_alone, currency);
    table.rule();
    addSide(table, p::kLedgerPayments, totals.payments, currency);
    addSide(table, p::kOfWhichMatched, totals.matched, currency);
    addSide(table, p::kOfWhichWithoutRow, totals.payments_alone, currency);
    text += (text.empty() ? "" : "\n") + table.text();
  }
  return text.empty() ? "  " + p::kNothing.in(language_) + "\n" : text;
}

std::string BankText::balanceSentence(const StatementAccount& account) const {
  const auto difference = account.difference();
  if (!difference) return {};
  if (*difference == 0) return "  " + p::kStatementAddsUp.in(language_) + "\n";
  const auto text = [&](std::int64_t minor) { return moneyText({minor, account.currency}, language_); };
  return "  " +
         filled(p::kStatementFails.in(language_), {text(*account.opening + account.sum), text(*account.closing)}) +
         "\n";
}

std::string BankText::balances() const {
  TextTable table({leftOf(p::kAccount), rightOf(p::kOpeningBalance), rightOf(p::kRowsSum), rightOf(p::kClosingBalance),
                   rightOf(p::kDifference)});
  std::string sentences;
  for (const StatementAccount& one : report_.statement.accounts) {
    if (!one.opening && !one.closing) continue;
    const auto text = [&](const std::optional<std::int64_t>& minor) {
      return minor ? amountText(*minor, one.currency, language_) : "–";
    };
    table.add({one.account + " " + std::string(one.currency.code()), text(one.opening), text(one.sum),
               text(one.closing), text(one.difference())});
    sentences += balanceSentence(one);
  }
  return table.empty() ? std::string() : table.text() + sentences;
}

std::string BankText::rowsAlone() const {
  TextTable table({rightOf(p::kNumber), leftOf(p::kDate), amountColumn(), leftOf(p::kBankReference),
                   leftOf(p::kCounterparty), leftOf(p::kBankText)},
                  kBankTableWidth);
  for (const std::size_t place : report_.rows_alone) {
    const StatementRow& row = report_.statement.rows[place];
    table.add({std::to_string(row.number), shortDay(row.day, language_), amount(row.amount),
               cellText(row.reference, kNameLetters), cellText(row.counterparty, kNameLetters),
               cellText(row.text, kTextLetters)});
  }
  return table.empty() ? std::string() : table.text();
}

std::string BankText::grantAndDocument(const BankPayment& payment) const {
  return cellText(payment.grant + (payment.reference.empty() ? "" : ", " + payment.reference), kTextLetters);
}

std::string BankText::paymentsAlone() const {
  TextTable table({leftOf(p::kDate), amountColumn(), leftOf(p::kPayment), leftOf(p::kGrantAndDocument),
                   leftOf(p::kNotes), rightOf(p::kEntry)},
                  kBankTableWidth);
  bool any_near_edge = false;
  for (const std::size_t place : report_.payments_alone) {
    const BankPayment& payment = report_.payments[place];
    const bool near_edge = report_.isNearEdge(payment);
    any_near_edge = any_near_edge || near_edge;
    table.add({shortDay(payment.day, language_), amount(payment.amount), paymentText(payment.kind, language_),
               grantAndDocument(payment), near_edge ? p::kAtTheEdge.in(language_) : "", std::to_string(payment.entry)});
  }
  if (table.empty()) return {};
  if (!any_near_edge) return table.text();
  return table.text() + "  " + filled(p::kAtTheEdgeMeans.in(language_), {std::to_string(report_.days_apart)}) + "\n";
}

std::string BankText::matchedBy(const BankPair& pair) const {
  std::string by = (pair.by == MatchedBy::kReference ? p::kByReference : p::kByAmountAndDay).in(language_);
  if (pair.days_apart != 0) {
    const std::string days = (pair.days_apart > 0 ? "+" : "−") + std::to_string(std::abs(pair.days_apart));
    by += " " + filled(p::kDaysMore.in(language_), {days});
  }
  return report_.isOutside(report_.payments[pair.payment]) ? by + " *" : by;
}

std::string BankText::pairs() const {
  TextTable table({rightOf(p::kNumber), leftOf(p::kDate), amountColumn(), leftOf(p::kPayment),
                   leftOf(p::kGrantAndDocument), leftOf(p::kMatchedBy), rightOf(p::kEntry)},
                  kBankTableWidth);
  bool any_outside = false;
  for (const BankPair& pair : report_.pairs) {
    const StatementRow& row = report_.statement.rows[pair.row];
    const BankPayment& payment = report_.payments[pair.payment];
    any_outside = any_outside || report_.isOutside(payment);
    table.add({std::to_string(row.number), shortDay(row.day, language_), amount(row.amount),
               paymentText(payment.kind, language_), grantAndDocument(payment), matchedBy(pair),
               std::to_string(payment.entry)});
  }
  if (table.empty()) return {};
  return table.text() + (any_outside ? "  " + p::kOutsideMeans.in(language_) + "\n" : "");
}

}  // namespace

std::string bankText(const BankReport& report, Language language) {
  const BankText text(report, language);
  return titleText(p::kBankReport.in(language), report.stamp, language) + "\n" + text.header() +
         sectionText(p::kSums.in(language), text.totals()) +
         sectionText(p::kStatementBalances.in(language), text.balances()) +
         sectionText(p::kRowsAlone.in(language), text.rowsAlone()) +
         sectionText(p::kPaymentsAlone.in(language), text.paymentsAlone()) +
         sectionText(p::kMatchedPairs.in(language), text.pairs()) + stampText(report.stamp, language);
}

}  // namespace projections
