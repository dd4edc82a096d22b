// ValueReport — what service would have cost: attested hours at a published wage.
//
// Shape    the method of replacement: each attested hour of unpaid service is worth the wage per hour that the policy
//          on wages names for its region and year, else for the whole country and that year. The policy is the one
//          that applies on the last day of the year, or on the day of the newest fact. Hours of a year without a wage
//          stand apart and are worth nothing here; so do paid, stipended and court-ordered ones, and imported ones.
//          The public is told the amount for the country and all days, where enough people stand behind it.
// Units    minutes; minor units, rounded half up in each region and year.
// Errors   kCorrupt POLICY_UNREADABLE, SUM_OVERFLOWS; those of the stamp and the database.
// Source   ILO, Manual on the measurement of volunteer work (2011): replacement cost.
// Missing  the occupation of a service: its role is a word of the organisation, and so one wage stands for all work.
#pragma once

#include <string>
#include <vector>

#include "projections/oversight/published_terms.h"
#include "projections/report/query.h"
#include "projections/report/stamp.h"
#include "projections/report/suppression_policy.h"

namespace projections {

struct ValueCell {
  std::string region;
  std::int64_t year = 0;
  ledger::Minutes minutes{};
  ledger::Currency currency;  // none: no wage is known
  std::int64_t per_hour = 0;
  bool of_country = false;  // the wage
  std::int64_t value = 0;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("region", row.region), v("year", row.year), v("minutes", row.minutes), v("currency", row.currency);
    v("per_hour", row.per_hour), v("of_country", row.of_country), v("value", row.value);
  }
};

struct ValueReport {
  Stamp stamp;
  std::int64_t volunteers = 0;  // with attested unpaid minutes; up to `other_basis` 0 for the public
  ledger::Minutes valued{};
  ledger::Minutes without_wage{};
  ledger::Minutes other_basis{};           // attested, and not unpaid
  std::vector<ledger::Money> total;        // by currency
  std::vector<ValueCell> cells;            // by year, then region; none for the public
  std::vector<PublishedTermRow> policies;  // that gave a wage, by the day they were endorsed
  bool hidden = false;                     // too few people, there or left out, or days, for the public: no amount
  std::optional<SuppressionPolicy> suppression;
};

ledger::Result<ValueReport> readValueReport(Database& database, const std::optional<Period>& period, bool exact);

}  // namespace projections
