// ReleaseSource — the hours that releases are made from, as the read models know them of any size of the log.
//
// Shape    entries of some days as they stood in the first N entries; profiles are merged as of a size of its own, so
//          that one person is one in all that is compared.
// Errors   those of the database.
// Threads  the database's.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <vector>

#include "projections/database.h"
#include "projections/oversight/places_rows.h"
#include "projections/release/release_figures.h"
#include "projections/release/release_period.h"

namespace projections {

class ReleaseSource {
 public:
  static ledger::Result<ReleaseSource> open(Database& database);

  // Hours of these days that the first `size` entries tell of; of persons as the first `merged_at` entries merge them.
  ledger::Result<ReleaseEntries> entriesOf(const ReleasePeriod& days, ledger::Position size,
                                           ledger::Position merged_at);
  // By the number that entries name an organisation by: the place of its id among all.
  const std::vector<OrganisationRow>& organisations() const { return organisations_; }

 private:
  explicit ReleaseSource(Database& database) : database_(&database) {}
  ledger::Result<absl::flat_hash_map<ledger::PersonId, ledger::PersonId>> survivorsAt(ledger::Position size);
  std::uint32_t numberOf(ledger::PersonId person);

  Database* database_;
  std::vector<OrganisationRow> organisations_;
  absl::flat_hash_map<ledger::SubjectId, std::uint32_t> organisation_numbers_;
  absl::flat_hash_map<ledger::PersonId, std::uint32_t> person_numbers_;
};

}  // namespace projections
