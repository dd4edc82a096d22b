#include "projections/language/bank_phrases.h"
#include "projections/language/credit_phrases.h"
#include "projections/render/cells.h"
#include "projections/render/render.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;

constexpr std::size_t kWordWidth = 20;  // a longer one is broken: no bank's line makes a table wider
constexpr std::size_t kNameLetters = 60;
constexpr std::size_t kTextLetters = 160;

// Cut after so many letters, and words broken that no column would hold.
std::string cutText(const std::string& text, std::size_t letters_max) {
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

Cell cutCell(const std::string& text, std::size_t letters_max) {
  return {cutText(text, letters_max), text};
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
class BankTables {
 public:
  BankTables(const BankReport& report, Language language)
      : report_(report), cells_(language), one_currency_(report.totals.size() == 1) {}

  std::vector<Particular> header() const;
  std::vector<Table> totals() const;
  Section balances() const;
  Section rowsAlone() const;
  Section paymentsAlone() const;
  Section pairs() const;

 private:
  std::string in(const Phrase& phrase) const { return phrase.in(cells_.language()); }
  Column amountColumn() const;
  Cell amount(const ledger::Money& money) const;
  std::string soManyOf(std::size_t some, std::size_t all) const;
  Cell grantAndDocument(const BankPayment& payment) const;
  std::string matchedBy(const BankPair& pair) const;
  void tellBalance(const StatementAccount& account, std::vector<std::string>& sentences) const;
  void addSide(Table& table, const Phrase& heading, const BankSide& side, RowKind kind = RowKind::kPlain) const;

  const BankReport& report_;
  Cells cells_;
  bool one_currency_;
};

Column BankTables::amountColumn() const {
  if (!one_currency_) return cells_.right("amount", p::kAmount);
  return {"amount", withCurrency(p::kAmount, report_.totals.begin()->first, cells_.language()), Align::kRight};
}

Cell BankTables::amount(const ledger::Money& money) const {
  return one_currency_ ? cells_.amount(money.minor, money.currency) : cells_.money(money);
}

std::string BankTables::soManyOf(std::size_t some, std::size_t all) const {
  const auto number = [&](std::size_t count) { return countText(static_cast<std::int64_t>(count), cells_.language()); };
  return filled(in(p::kSoManyOf), {number(some), number(all)});
}

std::vector<Particular> BankTables::header() const {
  const BankStatement& statement = report_.statement;
  std::string accounts;
  for (const StatementAccount& one : statement.accounts) {
    if (!one.account.empty()) accounts += (accounts.empty() ? "" : ", ") + one.account;
  }
  std::vector<Particular> particulars = {
      {in(p::kOrganisation), cutCell(cells_.name(report_.organisation.names).shown, kNameLetters)}};
  if (!accounts.empty()) particulars.push_back({in(p::kAccount), cutCell(accounts, kNameLetters)});
  particulars.push_back({in(p::kStatementFile), statement.document.hex()});
  particulars.push_back({in(p::kDaysApartMost), cells_.index(report_.days_apart)});
  particulars.push_back({in(p::kRowsMatched), soManyOf(report_.pairs.size(), statement.rows.size())});
  particulars.push_back({in(p::kPaymentsMatched), soManyOf(report_.pairs.size(), report_.payments.size())});
  if (statement.not_booked != 0) particulars.push_back({in(p::kNotBooked), cells_.index(statement.not_booked)});
  if (report_.rows_outside != 0) particulars.push_back({in(p::kRowsOutside), cells_.index(report_.rows_outside)});
  return particulars;
}

void BankTables::addSide(Table& table, const Phrase& heading, const BankSide& side, RowKind kind) const {
  const ledger::Currency currency = *ledger::Currency::parse(table.columns.front().heading);
  table.add({cells_.phrase(heading), cells_.count(side.count), cells_.amount(side.in, currency),
             cells_.amount(side.out, currency)},
            kind);
}

std::vector<Table> BankTables::totals() const {
  std::vector<Table> tables;
  for (const auto& [currency, totals] : report_.totals) {
    Table table("totals", {{"side", std::string(currency.code()), Align::kLeft},
                           cells_.right("count", p::kCount),
                           cells_.right("in", p::kMoneyIn),
                           cells_.right("out", p::kMoneyOut)});
    addSide(table, p::kStatementRows, totals.rows);
    addSide(table, p::kOfWhichMatched, totals.matched);
    addSide(table, p::kOfWhichWithoutPayment, totals.rows_alone);
    addSide(table, p::kLedgerPayments, totals.payments, RowKind::kUnderRule);
    addSide(table, p::kOfWhichMatched, totals.matched);
    addSide(table, p::kOfWhichWithoutRow, totals.payments_alone);
    tables.push_back(std::move(table));
  }
  if (!tables.empty()) return tables;
  Table none("totals", {{"side", "", Align::kLeft},
                        cells_.right("count", p::kCount),
                        cells_.right("in", p::kMoneyIn),
                        cells_.right("out", p::kMoneyOut)});
  none.if_empty = in(p::kNothing);
  return {none};
}

void BankTables::tellBalance(const StatementAccount& account, std::vector<std::string>& sentences) const {
  const auto difference = account.difference();
  if (!difference) return;
  const auto text = [&](std::int64_t minor) { return moneyText({minor, account.currency}, cells_.language()); };
  sentences.push_back(*difference == 0 ? in(p::kStatementAddsUp)
                                       : filled(in(p::kStatementFails),
                                                {text(*account.opening + account.sum), text(*account.closing)}));
}

Section BankTables::balances() const {
  Table table("balances", {cells_.left("account", p::kAccount), cells_.right("opening", p::kOpeningBalance),
                           cells_.right("sum", p::kRowsSum), cells_.right("closing", p::kClosingBalance),
                           cells_.right("difference", p::kDifference)});
  Section section{in(p::kStatementBalances), {}, {}, {}};
  for (const StatementAccount& one : report_.statement.accounts) {
    if (!one.opening && !one.closing) continue;
    const auto cell = [&](const std::optional<std::int64_t>& minor) {
      return minor ? cells_.amount(*minor, one.currency) : Cells::none();
    };
    table.add({one.account + " " + std::string(one.currency.code()), cell(one.opening), cell(one.sum),
               cell(one.closing), cell(one.difference())});
    tellBalance(one, section.remarks);
  }
  section.tables.push_back(std::move(table));
  return section;
}

Section BankTables::rowsAlone() const {
  Table table("rowsAlone", {cells_.right("number", p::kNumber), cells_.left("day", p::kDate), amountColumn(),
                            cells_.left("reference", p::kBankReference), cells_.left("counterparty", p::kCounterparty),
                            cells_.left("text", p::kBankText)});
  for (const std::size_t place : report_.rows_alone) {
    const StatementRow& row = report_.statement.rows[place];
    table.add({cells_.index(row.number), cells_.day(row.day), amount(row.amount), cutCell(row.reference, kNameLetters),
               cutCell(row.counterparty, kNameLetters), cutCell(row.text, kTextLetters)});
  }
  return {in(p::kRowsAlone), {}, {std::move(table)}, {}};
}

Cell BankTables::grantAndDocument(const BankPayment& payment) const {
  return cutCell(payment.grant + (payment.reference.empty() ? "" : ", " + payment.reference), kTextLetters);
}

Section BankTables::paymentsAlone() const {
  Table table("paymentsAlone", {cells_.left("day", p::kDate), amountColumn(), cells_.left("payment", p::kPayment),
                                cells_.left("grantAndDocument", p::kGrantAndDocument), cells_.left("notes", p::kNotes),
                                cells_.right("entry", p::kEntry)});
  Section section{in(p::kPaymentsAlone), {}, {}, {}};
  for (const std::size_t place : report_.payments_alone) {
    const BankPayment& payment = report_.payments[place];
    const bool near_edge = report_.isNearEdge(payment);
    if (near_edge && section.remarks.empty())
      section.remarks.push_back(filled(in(p::kAtTheEdgeMeans), {std::to_string(report_.days_apart)}));
    table.add({cells_.day(payment.day), amount(payment.amount), paymentText(payment.kind, cells_.language()),
               grantAndDocument(payment), near_edge ? cells_.phrase(p::kAtTheEdge) : Cell(),
               cells_.index(payment.entry)});
  }
  section.tables.push_back(std::move(table));
  return section;
}

std::string BankTables::matchedBy(const BankPair& pair) const {
  std::string by = in(pair.by == MatchedBy::kReference ? p::kByReference : p::kByAmountAndDay);
  if (pair.days_apart != 0) {
    const std::string days = (pair.days_apart > 0 ? "+" : "−") + std::to_string(std::abs(pair.days_apart));
    by += " " + filled(in(p::kDaysMore), {days});
  }
  return report_.isOutside(report_.payments[pair.payment]) ? by + " *" : by;
}

Section BankTables::pairs() const {
  Table table("pairs", {cells_.right("number", p::kNumber), cells_.left("day", p::kDate), amountColumn(),
                        cells_.left("payment", p::kPayment), cells_.left("grantAndDocument", p::kGrantAndDocument),
                        cells_.left("matchedBy", p::kMatchedBy), cells_.right("entry", p::kEntry)});
  Section section{in(p::kMatchedPairs), {}, {}, {}};
  for (const BankPair& pair : report_.pairs) {
    const StatementRow& row = report_.statement.rows[pair.row];
    const BankPayment& payment = report_.payments[pair.payment];
    if (report_.isOutside(payment) && section.remarks.empty()) section.remarks.push_back(in(p::kOutsideMeans));
    table.add({cells_.index(row.number), cells_.day(row.day), amount(row.amount),
               paymentText(payment.kind, cells_.language()), grantAndDocument(payment), matchedBy(pair),
               cells_.index(payment.entry)});
  }
  section.tables.push_back(std::move(table));
  return section;
}

}  // namespace

Document bankDocument(const BankReport& report, Language language) {
  const BankTables tables(report, language);
  return {"bank",
          p::kBankReport.in(language),
          {},
          language,
          report.stamp,
          {{{}, tables.header(), {}, {}},
           {p::kSums.in(language), {}, tables.totals(), {}},
           tables.balances(),
           tables.rowsAlone(),
           tables.paymentsAlone(),
           tables.pairs()},
          {}};
}

}  // namespace projections
