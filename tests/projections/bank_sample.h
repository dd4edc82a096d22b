// A statement of the sample log's organisation, from its tranche to the last day of March.
#pragma once

#include "projections/report/bank_report.h"
#include "tests/projections/sample_log.h"

namespace tests {

inline projections::StatementRow bankRow(const std::string& day, std::int64_t whole, const std::string& reference = "",
                                         const std::string& text = "", const std::string& counterparty = "") {
  return {0, *ledger::parseDay(day), tenge(whole), reference, counterparty, text};
}

inline projections::BankStatement bankStatement(std::vector<projections::StatementRow> rows) {
  projections::BankStatement statement;
  statement.document = digest(90);
  statement.rows = std::move(rows);
  projections::StatementAccount account{"…1234", tenge(0).currency, 5'000'000, 5'000'000, 0};
  for (std::size_t i = 0; i < statement.rows.size(); ++i) {
    projections::StatementRow& row = statement.rows[i];
    row.number = i + 1;
    account.sum += row.amount.minor;
    *account.closing += row.amount.minor;
    if (statement.from == 0 || row.day < statement.from) statement.from = row.day;
    if (row.day > statement.to) statement.to = row.day;
  }
  statement.accounts.push_back(account);
  return statement;
}

// Of the payments of sample_log.cc: PAY-1 and INV-31 by reference, INV-32 and what came back of INV-31 by day, PAY-3
// of the third of April booked before; the rent is no payment of a grant. INV-33, a refund and interest have no row.
inline projections::BankStatement marchStatement() {
  return bankStatement({bankRow("2026-03-16", 200'000, "PAY-1", "Sample grant, first tranche", "Model Centre"),
                        bankRow("2026-03-21", -120'000, "000017", "Payment for INV-31", "Sample Garden Shop LLP"),
                        bankRow("2026-03-23", -30'000, "000018", "Spades", "Sample Tools LLP"),
                        bankRow("2026-03-27", -4'000, "000019", "Rent of the office in March", "Sample House LLP"),
                        bankRow("2026-03-28", 20'000, "000020", "Returned goods", "Sample Garden Shop LLP"),
                        bankRow("2026-03-31", -10'000, "PAY-3", "Refund", "Model Centre")});
}

}  // namespace tests
