// PublicFigures — what each grant comes to: a table beside those of its facts, to be added up anew from them.
//
// Shape    a row for each award in the order of its entry; of a voided grant all figures are 0. `disbursed` and `spent`
//          are less what was taken back, `received` is interest and what vendors gave back without an original.
// Units    minor units of the grant's currency.
// Errors   those of the database.
// Threads  the database's.
// Source   ledger/schema/README.md, sections 7 and 12.
#pragma once

#include "ledger/base/result.h"
#include "projections/database.h"
#include "tools/asar/public_tables.h"

namespace tools {

inline constexpr std::string_view kGrantFigures = "grant-figures";

std::vector<TableColumn> grantFigureColumns();
ledger::Result<std::string> grantFiguresCsv(projections::Database& database);

}  // namespace tools
