// NationalAccount — what the country's report says beside hours and grants: charity, sub-awards, the reports that were
// owed, findings, distinctions, and how many people live there.
//
// Shape    all of it is public. Of a period there is what occurred on its days; obligations are those whose last day
//          lies in it, as they stood on the day of the newest fact.
// Units    minor units, each currency for itself; people.
// Errors   those of its parts.
// Threads  the database's.
// Missing  charity outside the organisations of this ledger, and donations that their receivers did not record.
#pragma once

#include <vector>

#include "projections/report/award_report.h"
#include "projections/report/charity_figures.h"
#include "projections/report/finding_report.h"
#include "projections/report/national_report.h"
#include "projections/report/obligation_standing.h"
#include "projections/report/population_rate.h"

namespace projections {

struct NationalAccount {
  CharityFigures charity;
  std::vector<MoneyFigures> sub_awards;  // whose money is in the grants that fund them
  ledger::CivilDay on = 0;
  ObligationCounts obligations;
  std::vector<FindingCounts> findings;           // closed and dismissed
  std::vector<DistinctionFigures> distinctions;  // conferred and revoked
  std::optional<PopulationRate> population;
};

ledger::Result<NationalAccount> readNationalAccount(Database& database, const std::optional<Period>& period);

}  // namespace projections
