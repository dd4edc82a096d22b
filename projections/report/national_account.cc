#include "projections/report/national_account.h"

#include <algorithm>

#include "projections/report/grant_money.h"

namespace projections {

using ledger::Result;

Result<NationalAccount> readNationalAccount(Database& database, const std::optional<Period>& period) {
  NationalAccount account;
  ASAR_TRY(take(newestDay(database), account.on));
  ASAR_TRY(take(readCharity(database, "1 = 1", period), account.charity));
  ASAR_TRY(take(readGrantMoney(database, {"''", "g.parent is not null", period}), account.sub_awards));
  const auto obligations = readObligations(database, {account.on, period, {}});
  if (!obligations) return obligations.error();
  for (const ObligationEntry& entry : *obligations) account.obligations.add(entry);
  const auto findings = readFindings(database, {account.on, {}, period, false});
  if (!findings) return findings.error();
  account.findings = countFindings(*findings);
  auto awards = readAwardReport(database, period, false);
  if (!awards) return awards.error();
  account.distinctions = std::move(awards->distinctions);
  const ledger::CivilDay day = period ? std::min(period->to, account.on) : account.on;
  ASAR_TRY(take(readPopulationRate(database, "", day), account.population));
  return account;
}

}  // namespace projections
