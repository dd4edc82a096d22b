// Profiles — which registrations are of one person, as the read models tell.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <vector>

#include "ledger/base/ids.h"
#include "ledger/base/result.h"
#include "projections/database.h"

namespace projections {

// The profile that stands for a merged one; others stand for themselves and are not in it.
ledger::Result<absl::flat_hash_map<ledger::PersonId, ledger::PersonId>> readSurvivors(Database& database);

// Every profile of that person in a log of so many entries, her own among them.
ledger::Result<std::vector<ledger::PersonId>> readProfiles(Database& database, ledger::PersonId person,
                                                           ledger::Position size);

}  // namespace projections
