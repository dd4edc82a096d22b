// Bank statement — the rows of a statement and what it says of itself, from CSV through a mapping or from camt.053.
//
// Shape    which of the two it is shows in its first bytes. Rows are numbered from 1 in the order of the file; of an
//          account only the last four characters are kept; texts of the bank lose control characters, signs that
//          change the direction of writing, and what is past 1,000 bytes.
// Units    minor units: + credit, − debit; civil days as the bank writes them.
// Errors   kInvalid BAD_STATEMENT with line, or row and column, and what to do, MAPPING_MISSING; BAD_MAPPING, BAD_CSV.
// No
//          error quotes what a cell or element holds: accounts and names stay with who has the file. Hostile input is
//          bounded and never throws.
// Threads  pure functions.
// Source   RFC 4180; ISO 20022 camt.053.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/result.h"
#include "projections/report/bank_matching.h"

namespace tools {

constexpr std::size_t kStatementBytesMax = 64UL << 20;
constexpr std::size_t kStatementRowsMax = 100'000;
constexpr std::size_t kStatementAccountsMax = 1000;
// Of an element that is held as a whole, as an entry of camt.053.
constexpr std::size_t kStatementPartBytesMax = 4UL << 20;
constexpr std::size_t kStatementPartMarksMax = 400'000;
constexpr std::size_t kStatementTextBytesMax = 1000;

// `mapping` is the TOML that a CSV statement is read through.
ledger::Result<projections::BankStatement> readStatement(std::string_view text,
                                                         const std::optional<std::string>& mapping);

// The readers of either form: rows, accounts and days, as far as the file gives them.
ledger::Result<projections::BankStatement> readCsvStatement(std::string_view text, std::string_view mapping);
ledger::Result<projections::BankStatement> readCamtStatement(std::string_view xml);

// What they share.
ledger::Error badStatement(const std::string& what);
ledger::Error tooManyRows();
// Numbers the row; BAD_STATEMENT past the most rows there may be.
ledger::Result<void> addRow(projections::BankStatement& statement, projections::StatementRow row);
// One line of words parted by single spaces, cut before the letter that would pass the bound.
std::string cleanText(std::string_view text, std::size_t bytes_max = kStatementTextBytesMax);
// Zeros past the digits of the currency are passed over.
ledger::Result<std::int64_t> statementAmount(std::string_view decimal, ledger::Currency currency);

}  // namespace tools
