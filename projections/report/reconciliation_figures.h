// ReconciliationFigures — what this ledger derives in the categories of a reconciliation, for some days.
//
// Shape    hours, people and money are those of national_period.h, awards those of national_report.h, so that figures
//          agree with these reports; what they need is read once, when it is first asked for.
// Units    as the category says; amounts of the ledger's currency alone, other currencies are left out.
// Errors   kNotFound REGION_UNKNOWN where nothing here is of that region and no word names it; those of the database.
// Threads  the database's.
#pragma once

#include <optional>

#include "projections/report/national_period.h"
#include "projections/report/reconciliation_category.h"

namespace projections {

class ReconciliationFigures {
 public:
  ReconciliationFigures(Database& database, const Period& period) : database_(database), period_(period) {}

  ledger::Result<std::int64_t> derive(const AskedCategory& asked);

 private:
  ledger::Result<std::int64_t> ofHours(const AskedCategory& asked);
  ledger::Result<std::int64_t> ofMoney(const AskedCategory& asked);
  ledger::Result<std::int64_t> counted(const AskedCategory& asked);

  Database& database_;
  Period period_;
  std::optional<PeriodHours> hours_;
  std::optional<std::vector<MoneyFigures>> money_;  // by "CLASS/REGION"
};

// In which amounts are compared; none where the ledger is not founded.
ledger::Result<ledger::Currency> ledgerCurrency(Database& database);

}  // namespace projections
