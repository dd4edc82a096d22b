// GrantReport — the statement of one grant: what was promised, paid, spent, sent back, and what is left.
//
// Units    minor units of the grant's currency. Of a period there are the facts of its days, their sums, and what was
//          on hand before and after, and of each expenditure what stood of it at the end of the last day; lines,
//          tranches and sub-awards always stand as they are known.
// Errors   kNotFound GRANT_UNKNOWN, those of the stamp.
#pragma once

#include <vector>

#include "projections/money/grant_rows.h"
#include "projections/oversight/places_rows.h"
#include "projections/report/stamp.h"

namespace projections {

struct GrantReport {
  Stamp stamp;
  GrantRow grant;
  std::int64_t on_hand_before = 0;  // the period; 0 without one
  GrantRow parent;                  // that funds it, where it is a sub-award
  OrganisationRow funder;
  OrganisationRow grantee;
  ProgrammeRow programme;
  std::vector<GrantLineRow> lines;
  std::vector<GrantTrancheRow> tranches;
  std::vector<DisbursementRow> disbursements;
  std::vector<ExpenditureRow> expenditures;
  std::vector<MovementRow> movements;
  std::vector<DemandRow> demands;
  std::vector<GrantRow> sub_awards;
};

// By its number (of several, voided ones last), or by its id as text; kNotFound GRANT_UNKNOWN.
ledger::Result<GrantRow> findGrant(Database& database, std::string_view number_or_id);

// Listed by day, then index.
ledger::Result<GrantReport> readGrantReport(Database& database, std::string_view number_or_id,
                                            const std::optional<Period>& period = {});

// "planned", "approved", "partlyPaid", "paid".
std::string_view trancheState(const GrantTrancheRow& tranche);

}  // namespace projections
