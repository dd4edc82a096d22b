// ReadSide — the read models of this ledger, brought up to its newest published checkpoint.
//
// Shape    kept in read/read.db. Whatever is read from them stands at a size that was published: programs take turns,
//          so that none makes or deletes the rows another is reading. Those of an earlier size are in read/past.db,
//          which goes on from where it stands or is made anew.
// Errors   kNotFound NO_CHECKPOINT; those of the follower and of the database.
// Threads  one.
#pragma once

#include <functional>
#include <memory>

#include "projections/database.h"
#include "projections/follower.h"
#include "tools/asar/home.h"

namespace tools {

// The read models for one program alone, until it goes; another waits.
class Turn {
 public:
  static ledger::Result<std::unique_ptr<Turn>> wait(const std::filesystem::path& file);
  ~Turn();
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  explicit Turn(int lock) : lock_(lock) {}

  int lock_;
};

struct ReadSide {
  std::unique_ptr<Turn> turn;  // goes last
  Reading reading;
  Published published;
  std::unique_ptr<projections::Database> database;
};

enum class Freshness { kCaughtUp, kRebuilt };

projections::Goal goalOf(const Published& published);
ledger::Result<ReadSide> openReadSide(const Session& session, Freshness freshness = Freshness::kCaughtUp);

// An earlier size, and its root, of what was published.
using PastGoal =
    std::function<ledger::Result<projections::Goal>(ledger::EventReader& reader, const ledger::Checkpoint& published)>;
ledger::Result<ReadSide> openReadSideAt(const Session& session, const PastGoal& goal);

}  // namespace tools
