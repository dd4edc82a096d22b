// Any bytes as a bank statement, in either form: read or refused by name; what was read keeps its promises.
#include "ledger/base/check.h"
#include "ledger/base/utf8.h"
#include "projections/report/bank_matching.h"
#include "tests/fuzz/fuzz_target.h"
#include "tools/asar/bank_statement.h"

namespace {

constexpr const char* kMapping =
    "[source]\nkind = \"csv\"\ndelimiter = \";\"\n[defaults]\ncurrency = \"KZT\"\ndecimal = \",\"\n"
    "[statement]\nday = \"Day\"\namount = \"Amount\"\nreference = \"Reference\"\ntext = \"Text\"\n";

void checkStatement(const projections::BankStatement& statement) {
  std::vector<projections::BankPayment> payments;
  for (std::size_t i = 0; i < statement.rows.size(); ++i) {
    const projections::StatementRow& row = statement.rows[i];
    ASAR_CHECK(row.number == i + 1);
    ASAR_CHECK(statement.from <= row.day && row.day <= statement.to);
    for (const std::string* text : {&row.reference, &row.counterparty, &row.text}) {
      ASAR_CHECK(ledger::isUtf8(*text) && text->size() <= 1000);
      ASAR_CHECK(text->find_first_of("\n\r\t\x1b") == std::string::npos);
    }
    payments.push_back({projections::PaymentKind::kExpenditure, "G", row.amount, row.day, row.reference, i});
  }
  // Each row finds a payment where every payment is a row.
  const auto pairs = projections::matchPayments(statement.rows, payments, projections::kDaysApart);
  ASAR_CHECK(pairs.size() <= statement.rows.size());
  for (const auto& pair : pairs) ASAR_CHECK(statement.rows[pair.row].amount == payments[pair.payment].amount);
}

void checkRefusal(const std::string& reason) {
  ASAR_CHECK(reason == "BAD_STATEMENT" || reason == "BAD_CSV" || reason == "BAD_MAPPING");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  const auto statement = tools::readStatement(text, kMapping);
  if (statement) checkStatement(*statement);
  if (!statement) checkRefusal(statement.error().reason);
  // XML that starts otherwise never comes so far by itself.
  if (const auto camt = tools::readCamtStatement(text); !camt) checkRefusal(camt.error().reason);
  return 0;
}
