#include <nlohmann/json.hpp>

#include "projections/render/json_start.h"
#include "projections/render/render.h"

namespace projections {
namespace {

using BankJson = nlohmann::ordered_json;

BankJson accountOf(const StatementAccount& account) {
  const auto minor = [](const std::optional<std::int64_t>& sum) { return sum ? BankJson(*sum) : BankJson(); };
  return {{"account", account.account},        {"currency", std::string(account.currency.code())},
          {"opening", minor(account.opening)}, {"rows", account.sum},
          {"closing", minor(account.closing)}, {"difference", minor(account.difference())}};
}

BankJson rowOf(const StatementRow& row) {
  return {{"number", row.number},
          {"day", ledger::dayText(row.day)},
          {"amount", row.amount.minor},
          {"currency", std::string(row.amount.currency.code())},
          {"reference", row.reference},
          {"counterparty", row.counterparty},
          {"text", row.text}};
}

BankJson paymentOf(const BankPayment& payment) {
  return {{"kind", std::string(nameOf(payment.kind))},
          {"grant", payment.grant},
          {"day", ledger::dayText(payment.day)},
          {"amount", payment.amount.minor},
          {"currency", std::string(payment.amount.currency.code())},
          {"reference", payment.reference},
          {"entry", payment.entry}};
}

BankJson sideOf(const BankSide& side) {
  return {{"count", side.count}, {"in", side.in}, {"out", side.out}};
}

BankJson totalsOf(ledger::Currency currency, const BankTotals& totals) {
  return {{"currency", std::string(currency.code())},
          {"rows", sideOf(totals.rows)},
          {"payments", sideOf(totals.payments)},
          {"matched", sideOf(totals.matched)},
          {"rowsWithoutPayment", sideOf(totals.rows_alone)},
          {"paymentsWithoutRow", sideOf(totals.payments_alone)}};
}

BankJson statementOf(const BankReport& report) {
  const BankStatement& statement = report.statement;
  BankJson json = {{"document", statement.document.hex()},
                   {"rows", statement.rows.size()},
                   {"notBooked", statement.not_booked},
                   {"rowsOfOtherDays", report.rows_outside},
                   {"accounts", BankJson::array()}};
  for (const StatementAccount& account : statement.accounts) json["accounts"].push_back(accountOf(account));
  return json;
}

}  // namespace

std::string bankJson(const BankReport& report) {
  const auto& names = report.organisation.names;
  BankJson json = startOf("bank", report.stamp);
  json["organisation"] = {
      {"organisation", report.organisation.organisation.text()}, {"kk", names.kk}, {"ru", names.ru}, {"en", names.en}};
  json["statement"] = statementOf(report);
  json["daysApartMost"] = report.days_apart;
  json["totals"] = BankJson::array();
  for (const auto& [currency, totals] : report.totals) json["totals"].push_back(totalsOf(currency, totals));
  json["matched"] = BankJson::array();
  for (const BankPair& pair : report.pairs) {
    json["matched"].push_back({{"by", std::string(nameOf(pair.by))},
                               {"daysApart", pair.days_apart},
                               {"row", rowOf(report.statement.rows[pair.row])},
                               {"payment", paymentOf(report.payments[pair.payment])},
                               {"outsideDays", report.isOutside(report.payments[pair.payment])}});
  }
  json["rowsWithoutPayment"] = BankJson::array();
  for (const std::size_t row : report.rows_alone)
    json["rowsWithoutPayment"].push_back(rowOf(report.statement.rows[row]));
  json["paymentsWithoutRow"] = BankJson::array();
  for (const std::size_t place : report.payments_alone) {
    const BankPayment& payment = report.payments[place];
    json["paymentsWithoutRow"].push_back(paymentOf(payment));
    json["paymentsWithoutRow"].back()["nearEdge"] = report.isNearEdge(payment);
  }
  return json.dump();
}

}  // namespace projections
