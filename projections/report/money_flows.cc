#include "projections/report/money_flows.h"

#include "projections/columns.h"
#include "projections/money/grant_rows.h"

namespace projections {

void MoneyFlows::add(std::string_view kind, std::int64_t amount) {
  if (kind == "disbursed") {
    disbursed += amount;
    return;
  }
  if (kind == "expenditure") {
    recorded += amount;
    return;
  }
  switch (enumNamed<MovementKind>(kind)) {
    case MovementKind::kDisbursementReversed:
      reversed += amount;
      break;
    case MovementKind::kExpenditureReversed:
      taken_back += amount;
      break;
    case MovementKind::kVendorRefund:
      vendor_refunds += amount;
      break;
    case MovementKind::kInterest:
      interest += amount;
      break;
    case MovementKind::kRefund:
      returned += amount;
      break;
    case MovementKind::kExpenditureDisallowed:
      disallowed += amount;
      break;
  }
}

ledger::Result<MoneyFlows> readMoneyFlows(Database& database, const std::string& condition) {
  MoneyFlows flows;
  Statement sums =
      database.prepare("select kind, sum(amount) from grant_facts where " + condition + " group by kind order by kind");
  for (auto row = sums.step();; row = sums.step()) {
    if (!row) return row.error();
    if (!*row) return flows;
    const std::string kind(sums.nextText());
    flows.add(kind, sums.nextInteger());
  }
}

}  // namespace projections
