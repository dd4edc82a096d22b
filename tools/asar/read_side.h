// ReadSide — the read models of this ledger, brought up to its newest published checkpoint.
//
// Shape    kept in read/read.db. Whatever is read from them stands at a size that was published: programs take turns,
//          so that none makes or deletes the rows another is reading. Those of an earlier size are in read/past.db,
//          which goes on from where it stands or is made anew. Those that are made anew, because a person wishes it or
//          because this program has another version of a projection, are in read/next.db until they take their place;
//          only for that moment do the others wait. Where they say otherwise than those of the version before, reports
//          are drawn from these until somebody decides.
// Errors   kNotFound NO_CHECKPOINT; those of the follower, of the rebuild and of the database.
// Threads  one.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "projections/database.h"
#include "projections/follower.h"
#include "projections/rebuild.h"
#include "tools/asar/home.h"

namespace tools {

// The read models for one program alone, until it goes; another waits.
class Turn {
 public:
  static ledger::Result<std::unique_ptr<Turn>> wait(const std::filesystem::path& file);
  // None where another program has it.
  static ledger::Result<std::unique_ptr<Turn>> tryTake(const std::filesystem::path& file);
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

projections::Goal goalOf(const Published& published);
// While tables of other versions are made anew by another program, or differ from those that were made: to wait for
// them, or to be content with those that stand, at their size, which is said on standard error.
enum class Meanwhile { kWait, kAnswer };

// Tables of other versions are made anew first.
ledger::Result<ReadSide> openReadSide(const Session& session, Meanwhile meanwhile = Meanwhile::kWait);

// Tables of other versions are left as they are, at their size.
ledger::Result<ReadSide> openReadSideToCompare(const Session& session);

struct RebuiltSide {
  ReadSide side;
  std::optional<projections::Comparison> comparison;  // none: nothing was there that could be compared
};
// From the first entry on, or from where an earlier run was broken off.
ledger::Result<RebuiltSide> rebuildReadSide(const Session& session, bool accepts_differences);

// An earlier size, and its root, of what was published.
using PastGoal =
    std::function<ledger::Result<projections::Goal>(ledger::EventReader& reader, const ledger::Checkpoint& published)>;
ledger::Result<ReadSide> openReadSideAt(const Session& session, const PastGoal& goal);

}  // namespace tools
