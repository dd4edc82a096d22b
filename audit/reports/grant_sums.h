// Grant sums — of some grants together, by code and currency; by type of cost; and of each.
//
// Units    minor units of each currency.
// Threads  pure functions.
#pragma once

#include "audit/reports/counting.h"

namespace audit {

using HoldsGrant = std::function<bool(const Grant&)>;
using GrantCode = std::function<std::string(const Grant&)>;

inline bool isSubAward(const Grant& grant) {
  return grant.parent != Id{};
}

// "/total/KZT/awarded", or with the code of each before its currency. Voided grants are left out, here and below.
void addGrantSums(const Counting& counting, std::string_view name, const HoldsGrant& holds, ReportFigures& figures,
                  const GrantCode& code = nullptr);
// "/costs/bilim/equipment/KZT/spent".
void addCosts(const Counting& counting, std::string_view name, const HoldsGrant& holds, ReportFigures& figures);
// "/grants/ID/awarded" and whatever else its row tells; of days, those awarded or moved on one.
void addGrants(const Counting& counting, const HoldsGrant& holds, ReportFigures& figures);
void addGrant(const Counting& counting, const Id& id, const Grant& grant, ReportFigures& figures);

}  // namespace audit
