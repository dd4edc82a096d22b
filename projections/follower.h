// Follower — brings the read models from where they stand to a published checkpoint.
//
// Shape    reads entries in order, folds them in memory, and writes rows and bookmark in one transaction per chunk:
//          a kill at any moment leaves the state of some chunk's end, from which the next run goes on.
// Errors   kCorrupt BOOKMARK_DIFFERS, with the position, where the log is not the one the rows were made from;
//          ROOT_DIFFERS where the entries do not give the checkpoint's root; kConflict GOAL_BEHIND; kConflict
//          VERSION_DIFFERS where the tables are of other versions of the projections: they are left as they are, and
//          rebuild.h makes others beside them. After an error the follower is spent: open another.
// Threads  belongs to one thread; one follower at a time writes a database.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "ledger/event_reader.h"
#include "ledger/merkle/frontier.h"
#include "projections/fact_source.h"
#include "projections/read_models.h"

namespace projections {

// A published checkpoint.
struct Goal {
  ledger::Position size = 0;
  ledger::Digest root;
};

struct Bookmark {
  ledger::Position size = 0;
  ledger::Position goal = 0;
  ledger::Digest root;
  ledger::Digest last_leaf;

  // False while a rebuild is on its way: the rows are then those of no published checkpoint.
  bool isComplete() const { return size == goal; }
};

// None where the database holds no read models yet.
ledger::Result<std::optional<Bookmark>> readBookmark(Database& database);

// Whether the tables are of this program's versions of all projections.
ledger::Result<bool> isOfThisProgram(Database& database);

struct FollowOptions {
  ledger::Position entries_per_chunk = 50'000;
  // Called after each chunk with the entries folded so far.
  std::function<void(ledger::Position size)> on_chunk;
  Models models = Models::kAll;
};

class Follower {
 public:
  // Makes missing tables and reads the rows the fold needs.
  static ledger::Result<std::unique_ptr<Follower>> open(Database& database, ledger::EventReader& reader,
                                                        Models models = Models::kAll);

  ledger::Result<Bookmark> follow(const Goal& goal, const FollowOptions& options = {});
  const Bookmark& bookmark() const { return bookmark_; }

 private:
  Follower(Database& database, ledger::EventReader& reader, Models models);
  ledger::Result<void> prepare();
  ledger::Result<void> restoreFrontier();
  ledger::Result<void> foldUpTo(ledger::Position end);
  ledger::Result<void> foldEntry(const ledger::StoredEntry& stored);
  ledger::Result<void> write();

  Database& database_;
  ledger::EventReader& reader_;
  ReadModels models_;
  FactSource facts_;
  Bookmark bookmark_;
  ledger::Frontier frontier_;
};

// Follower::open and follow.
ledger::Result<Bookmark> catchUp(Database& database, ledger::EventReader& reader, const Goal& goal,
                                 const FollowOptions& options = {});

// The bytes of each entry before the goal give its leaf hash, and all of them the goal's root; ENTRY_DIFFERS, LOG_SHORT
// or ROOT_DIFFERS where they do not, and the errors of the reader.
ledger::Result<void> checkLog(ledger::EventReader& reader, const Goal& goal);

// The bookmark where the rows are of the first entries of this log; kCorrupt as above.
ledger::Result<std::optional<Bookmark>> checkBookmark(Database& database, ledger::EventReader& reader);

struct ProjectionStatus {
  std::string name;
  int version = 0;
  std::vector<std::pair<std::string, std::int64_t>> rows;  // by table or index
};
// What `asar projection list` shows beside the bookmark.
ledger::Result<std::vector<ProjectionStatus>> listProjections(Database& database);

}  // namespace projections
