// A CSV statement through its mapping: [source] kind, delimiter; [defaults] date, currency, decimal; [statement] names
// the columns day, amount or debit and credit, and currency, reference, counterparty, text.
#include <algorithm>

#include "tools/asar/bank_statement.h"
#include "tools/asar/import_dates.h"
#include "tools/asar/import_source.h"
#include "tools/asar/toml_table.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Result;
using projections::BankStatement;
using projections::StatementRow;

struct BankMapping {
  char delimiter = ',';
  char decimal = '.';
  std::string date;
  std::string currency;
  JsonValue columns;  // of [statement]
};

Result<void> checkBankMapping(const JsonValue& root) {
  ASAR_TRY(onlyNames(root, "its top level", {"source", "defaults", "statement"}));
  ASAR_TRY(onlyNames(valueAt(root, "source"), "[source]", {"kind", "delimiter"}));
  ASAR_TRY(onlyNames(valueAt(root, "defaults"), "[defaults]", {"date", "currency", "decimal"}));
  return onlyNames(valueAt(root, "statement"), "[statement]",
                   {"day", "amount", "debit", "credit", "currency", "reference", "counterparty", "text"});
}

Result<char> oneOf(const JsonValue& table, const char* name, char usual, char other) {
  const std::string text = textAt(table, name, std::string(1, usual));
  if (text.size() == 1 && (text[0] == usual || text[0] == other)) return text[0];
  return badMapping("needs " + std::string(name) + " = \"" + usual + "\" or \"" + other + "\"");
}

Result<BankMapping> parseBankMapping(std::string_view toml) {
  const auto root = readToml(toml);
  if (!root) return root.error();
  ASAR_TRY(checkBankMapping(*root));
  const JsonValue source = valueAt(*root, "source");
  const JsonValue defaults = valueAt(*root, "defaults");
  if (textAt(source, "kind") != "csv") return badMapping("needs [source] kind = \"csv\"");
  const auto delimiter = oneOf(source, "delimiter", ',', ';');
  if (!delimiter) return delimiter.error();
  const auto decimal = oneOf(defaults, "decimal", '.', ',');
  if (!decimal) return decimal.error();
  BankMapping mapping{*delimiter, *decimal, textAt(defaults, "date", "YYYY-MM-DD"), textAt(defaults, "currency"),
                      valueAt(*root, "statement")};
  const auto has = [&](const char* name) { return !textAt(mapping.columns, name).empty(); };
  if (!has("day")) return badMapping("needs [statement] day, the column of the booking day");
  if (has("amount") == (has("debit") || has("credit")) || has("debit") != has("credit"))
    return badMapping("needs in [statement] either the column amount or the columns debit and credit");
  if (!has("currency") && mapping.currency.empty())
    return badMapping("needs [defaults] currency, such as \"KZT\", or a column currency in [statement]");
  return mapping;
}

// "1 234 567,50" and "1.234.567,50" → "1234567.50": groups are of three digits. Nothing where it is no such number.
std::optional<std::string> plainDecimal(std::string_view cell, char decimal) {
  std::string text = cleanText(cell);
  for (const std::string_view minus : {"−", "–"}) {
    if (text.starts_with(minus)) text.replace(0, minus.size(), "-");
  }
  if (text.starts_with('+')) text.erase(0, 1);
  const std::size_t point = std::min(text.find(decimal), text.size());
  const char group = decimal == ',' ? '.' : ',';
  std::string plain;
  std::optional<std::size_t> in_group;
  for (const char c : text.substr(0, point)) {
    if (c != ' ' && c != group) {
      plain += c;
      if (in_group) ++*in_group;
      continue;
    }
    if (plain.empty() || plain == "-") continue;
    if (in_group && *in_group != 3) return std::nullopt;
    in_group = 0;
  }
  if (in_group && *in_group != 3) return std::nullopt;
  if (point < text.size()) plain += "." + text.substr(point + 1);
  return plain;
}

// How what went out is written in a column of its own.
struct DebitSigns {
  bool minus = false;
  bool none = false;
};

// One row of the file, and the names of the mapping for its cells. No error quotes a cell, for it may hold the account
// or the name of somebody.
class CsvRow {
 public:
  CsvRow(const BankMapping& mapping, DebitSigns& debits, const ImportRow& row)
      : mapping_(mapping), debits_(debits), row_(row) {}

  Result<StatementRow> read() const {
    StatementRow row;
    const auto day = cell("day");
    if (!day) return day.error();
    const auto booked = parseCivil(cleanText(*day), mapping_.date, 0);
    if (!booked)
      return wrong("day", "no day of the form " + mapping_.date + "; leave lines that are no payments out of the file");
    row.day = booked->civilDay();
    const auto amount = readAmount();
    if (!amount) return amount.error();
    row.amount = *amount;
    for (const auto& [name, into] :
         {std::pair{"reference", &row.reference}, {"counterparty", &row.counterparty}, {"text", &row.text}}) {
      const auto text = cell(name);
      if (!text) return text.error();
      *into = cleanText(*text);
    }
    return row;
  }

 private:
  ledger::Error wrong(const std::string& what) const {
    return badStatement("has in row " + std::to_string(row_.number + 1) + ": " + what);
  }
  ledger::Error wrong(const char* name, const std::string& what) const {
    return badStatement("has in row " + std::to_string(row_.number + 1) + ", column \"" +
                        textAt(mapping_.columns, name) + "\": " + what);
  }

  // Empty where the mapping names no column.
  Result<std::string> cell(const char* name) const {
    const std::string column = textAt(mapping_.columns, name);
    if (column.empty()) return std::string();
    const std::string* found = row_.find(column);
    if (found != nullptr) return *found;
    return badMapping("names the column \"" + column + "\" for " + name + ", which the statement does not have");
  }

  Result<std::int64_t> minorOf(const char* name, ledger::Currency currency) const {
    const auto text = cell(name);
    if (!text) return text.error();
    const auto plain = plainDecimal(*text, mapping_.decimal);
    if (plain && plain->empty()) return 0;
    auto minor = plain ? statementAmount(*plain, currency) : Result<std::int64_t>(ledger::Error{});
    if (minor) return minor;
    return wrong(
        name, "no amount of " + std::string(currency.code()) + " with the decimal sign \"" + mapping_.decimal + "\"");
  }

  // Debits may all stand with a minus, or all without: among others one with a minus may be a storno, which comes back.
  // One of both columns is empty.
  Result<std::int64_t> fromBoth(ledger::Currency currency) const {
    const auto debit = minorOf("debit", currency);
    if (!debit) return debit.error();
    const auto credit = minorOf("credit", currency);
    if (!credit) return credit.error();
    if (*debit != 0 && *credit != 0) return wrong("both a debit and a credit: one of them must be empty");
    if (*debit != 0) (*debit < 0 ? debits_.minus : debits_.none) = true;
    if (debits_.minus && debits_.none) {
      return wrong("debit",
                   "amounts with a minus and without stand in it, so that nobody knows which of them went out; put all "
                   "amounts into one column, with a minus for what went out, and name it as amount in [statement]");
    }
    return *credit - (*debit < 0 ? -*debit : *debit);
  }

  Result<ledger::Money> readAmount() const {
    const auto code = cell("currency");
    if (!code) return code.error();
    const auto currency = ledger::Currency::parse(code->empty() ? mapping_.currency : cleanText(*code));
    if (!currency && code->empty()) return badMapping("names in [defaults] no known currency, such as \"KZT\"");
    if (!currency) return wrong("currency", "no known currency, such as KZT");
    const bool one = !textAt(mapping_.columns, "amount").empty();
    const auto minor = one ? minorOf("amount", *currency) : fromBoth(*currency);
    if (!minor) return minor.error();
    if (*minor == 0) return wrong("there is no amount; leave lines that are no payments out of the file");
    return ledger::Money{*minor, *currency};
  }

  const BankMapping& mapping_;
  DebitSigns& debits_;
  const ImportRow& row_;
};

}  // namespace

Result<BankStatement> readCsvStatement(std::string_view text, std::string_view toml) {
  const auto mapping = parseBankMapping(toml);
  if (!mapping) return mapping.error();
  BankStatement statement;
  DebitSigns debits;
  ASAR_TRY(eachCsvRow(text, mapping->delimiter, [&](const ImportRow& one) -> Result<void> {
    auto row = CsvRow(*mapping, debits, one).read();
    if (!row) return row.error();
    return addRow(statement, *std::move(row));
  }));
  return statement;
}

}  // namespace tools
