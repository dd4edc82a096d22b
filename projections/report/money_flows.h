// MoneyFlows — the sums of facts that moved grant money, of some grants on some days.
//
// Units    minor units; the grants are of one currency.
// Errors   those of the database.
// Threads  the database's.
#pragma once

#include <cstdint>
#include <string>

#include "projections/database.h"

namespace projections {

struct MoneyFlows {
  std::int64_t disbursed = 0;
  std::int64_t reversed = 0;  // of disbursements
  std::int64_t interest = 0;
  std::int64_t vendor_refunds = 0;
  std::int64_t recorded = 0;  // expenditures
  std::int64_t disallowed = 0;
  std::int64_t taken_back = 0;  // of expenditures
  std::int64_t returned = 0;

  std::int64_t spent() const { return recorded - disallowed - taken_back; }
  std::int64_t onHand() const { return disbursed - reversed + interest + vendor_refunds - spent() - returned; }
  // Of facts of one kind, named as in the view grant_facts.
  void add(std::string_view kind, std::int64_t amount);
};

// Of the rows of grant_facts that fulfil the condition.
ledger::Result<MoneyFlows> readMoneyFlows(Database& database, const std::string& condition);

}  // namespace projections
