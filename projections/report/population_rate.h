// PopulationRate — how many people live in a region or the country, by the published populations, and figures per
// 1,000 of them.
//
// Shape    by the policy on populations that applies on a day; of a region the newest year up to that day's. The
//          country is the sum of the regions the document names.
// Units    people; hundredths per 1,000 inhabitants.
// Errors   kCorrupt POLICY_UNREADABLE; those of the database.
// Threads  the database's.
#pragma once

#include <optional>
#include <string>

#include "projections/oversight/published_terms.h"

namespace projections {

struct PopulationRate {
  PublishedTermRow policy;
  std::int64_t people = 0;
  std::int64_t regions = 0;  // it is the sum of
  std::int64_t year = 0;     // the newest of theirs

  // Hundredths: 271 is 2.71 per 1,000 inhabitants; rounded half up.
  std::int64_t perThousand(std::int64_t figure) const;
};

// Of the whole country where the region is empty; nothing where no policy applies or it names no such region.
ledger::Result<std::optional<PopulationRate>> readPopulationRate(Database& database, const std::string& region,
                                                                 ledger::CivilDay day);

}  // namespace projections
