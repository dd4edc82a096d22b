// SuppressionPolicy — the bounds below which figures about people are hidden, and the published policy they come from.
//
// Shape    of the policies on suppression in force on the day on which the newest fact was recorded, at +05:00, the one
//          endorsed last; so the same log gives the same bounds for ever. Without one the rule's own bounds stand.
// Errors   those of the database.
// Threads  the database's.
// Source   ledger/schema/README.md section 6, "Policies".
#pragma once

#include <optional>

#include "projections/database.h"
#include "projections/oversight/national_rows.h"
#include "projections/report/suppression.h"

namespace projections {

struct SuppressionPolicy {
  SuppressionRule rule;
  std::optional<SuppressionPolicyRow> document;
};

ledger::Result<SuppressionPolicy> readSuppressionPolicy(Database& database);
// That of another day.
ledger::Result<SuppressionPolicy> readSuppressionPolicyOn(Database& database, ledger::CivilDay day);

}  // namespace projections
