// Stamp — what every report says of its origin: which ledger, and the size and root it was made from.
//
// Errors   kNotFound NO_DATABASE where the read models are empty, kUnavailable CATCHING_UP while they stand at no
//          published checkpoint.
#pragma once

#include <string>

#include "projections/follower.h"
#include "projections/report/period.h"

namespace projections {

struct Stamp {
  std::string origin;
  bool demo = false;
  ledger::Position size = 0;
  ledger::Digest root;
  // How many witnesses have signed the checkpoint; none are asked yet.
  int witnesses = 0;
  // Whose facts alone the report tells of; none: all there are.
  std::optional<Period> period;
  // When the newest fact was recorded; 0: there is none.
  ledger::UtcMs newest_at = 0;
};

ledger::Result<Stamp> readStamp(Database& database);

// The civil day, at +05:00, on which the newest fact was recorded; 0 where there is none.
ledger::Result<ledger::CivilDay> newestDay(Database& database);

}  // namespace projections
