// ReadSide — the read models of this ledger, brought up to its newest published checkpoint.
//
// Shape    kept in read/read.db. Whatever is read from them stands at a size that was published.
// Errors   kNotFound NO_CHECKPOINT; those of the follower and of the database.
// Threads  one.
#pragma once

#include <memory>

#include "projections/database.h"
#include "projections/follower.h"
#include "tools/asar/home.h"

namespace tools {

struct ReadSide {
  Reading reading;
  Published published;
  std::unique_ptr<projections::Database> database;
};

enum class Freshness { kCaughtUp, kRebuilt };

projections::Goal goalOf(const Published& published);
ledger::Result<ReadSide> openReadSide(const Session& session, Freshness freshness = Freshness::kCaughtUp);

}  // namespace tools
