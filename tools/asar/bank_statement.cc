#include "tools/asar/bank_statement.h"

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/base/utf8.h"

namespace tools {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;
using projections::BankStatement;
using projections::StatementRow;

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool isXml(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin != std::string_view::npos && text[begin] == '<';
}

// Spaces of every width, line ends and control characters.
bool parts(std::string_view letter) {
  if (letter.size() == 1) return static_cast<unsigned char>(letter[0]) <= 0x20 || letter[0] == 0x7f;
  if (letter.size() == 2) return letter[0] == '\xC2' && static_cast<unsigned char>(letter[1]) <= 0xa0;
  return letter == "\u3000" || (letter >= "\u2000" && letter <= "\u200a") || (letter >= "\u2028" && letter <= "\u202f");
}

// Signs without width, and those that would turn what follows them on a screen.
bool isUnseen(std::string_view letter) {
  return letter == "\u00ad" || letter == "\u061c" || letter == "\ufeff" || (letter >= "\u200b" && letter <= "\u200f") ||
         (letter >= "\u202a" && letter <= "\u202e") || (letter >= "\u2060" && letter <= "\u206f");
}

// The days are those of the rows, where the statement says none or fewer.
void widenDays(BankStatement& statement) {
  for (const StatementRow& row : statement.rows) {
    if (statement.from == 0 || row.day < statement.from) statement.from = row.day;
    if (statement.to == 0 || row.day > statement.to) statement.to = row.day;
  }
}

}  // namespace

Error badStatement(const std::string& what) {
  return {ErrorCode::kInvalid, "BAD_STATEMENT", "the statement " + what};
}

Error tooManyRows() {
  return badStatement("has more than " + std::to_string(kStatementRowsMax) +
                      " rows: ask the bank for one of fewer days");
}

Result<void> addRow(BankStatement& statement, StatementRow row) {
  if (statement.rows.size() == kStatementRowsMax) return tooManyRows();
  row.number = statement.rows.size() + 1;
  statement.rows.push_back(std::move(row));
  return {};
}

std::string cleanText(std::string_view text, std::size_t bytes_max) {
  std::string clean;
  bool parted = false;
  while (!text.empty()) {
    const std::string_view letter = text.substr(0, std::max<std::size_t>(ledger::utf8Length(text), 1));
    text.remove_prefix(letter.size());
    if (isUnseen(letter)) continue;
    if (parts(letter)) {
      parted = !clean.empty();
      continue;
    }
    if (clean.size() + letter.size() + 1 > bytes_max) break;
    if (std::exchange(parted, false)) clean += ' ';
    clean += letter;
  }
  return clean;
}

Result<std::int64_t> statementAmount(std::string_view decimal, ledger::Currency currency) {
  const std::size_t point = decimal.find('.');
  if (point != std::string_view::npos) {
    const std::size_t wanted = point + 1 + static_cast<std::size_t>(currency.exponent());
    while (decimal.size() > wanted && decimal.ends_with('0')) decimal.remove_suffix(1);
    if (decimal.ends_with('.')) decimal.remove_suffix(1);
  }
  auto minor = ledger::parseMinor(decimal, currency);
  if (minor && *minor <= ledger::limits::kMinorMax && *minor >= -ledger::limits::kMinorMax) return minor;
  return badStatement("has an amount that is none of " + std::string(currency.code()));
}

Result<BankStatement> readStatement(std::string_view text, const std::optional<std::string>& mapping) {
  if (!ledger::isUtf8(text)) {
    return badStatement(
        "is not UTF-8 text: save it as UTF-8, as with `iconv -f windows-1251 -t UTF-8`, and give that file");
  }
  const bool xml = isXml(text);
  if (!xml && !mapping) {
    return Error{ErrorCode::kInvalid, "MAPPING_MISSING",
                 "the statement is no XML: give --mapping FILE, which says what its columns are"};
  }
  auto statement = xml ? readCamtStatement(text) : readCsvStatement(text, *mapping);
  if (!statement) return statement;
  statement->says_days = statement->from != 0 && statement->to != 0;
  widenDays(*statement);
  if (statement->from == 0 || statement->to == 0)
    return badStatement("has no booked row and says no days: there is nothing to compare");
  statement->document = ledger::sha256(ledger::asBytes(text));
  return statement;
}

}  // namespace tools
