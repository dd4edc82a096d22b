// GrantMoney — the sums of some grants: of a funder, a grantee, a programme, a region; of all days or of some.
//
// Shape    by a column of grants, one row for each of its values and each currency. Of days there are the awards and
//          the facts of these days, and on hand is what stood at the end of the last one.
// Units    minor units, each currency for itself.
// Errors   those of the database.
// Threads  the database's.
#pragma once

#include <string>
#include <vector>

#include "projections/money/grant_rows.h"
#include "projections/report/national_report.h"

namespace projections {

struct GrantQuestion {
  std::string code = "''";  // an expression over `g`, a row of grants: text
  std::string condition;    // over `g`
  std::optional<Period> period;
};

// Voided grants are left out. By currency, then code.
ledger::Result<std::vector<MoneyFigures>> readGrantMoney(Database& database, const GrantQuestion& question);

// Those that match, of a period those awarded or moved in it, with their sums as they are known; by number.
ledger::Result<std::vector<GrantRow>> readGrants(Database& database, const GrantQuestion& question);

}  // namespace projections
