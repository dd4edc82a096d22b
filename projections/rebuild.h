// Rebuild — the read models made anew beside those that are read, compared with them, and put into their place.
//
// Shape    build(), compare(), replace(), in this order. The present tables are in one file and the next ones in
//          another, so that neither waits for the other: reports are drawn from the present ones until the switch,
//          which is the renaming of one file that holds tables, views and bookmark. The next ones are never further on
//          than the present ones, so that both can be compared at one size. What others publish and fold meanwhile is
//          no error: the log and the newest checkpoint are asked for after the tables. Killed at any moment, the
//          present file is whole, and the next run goes on in the next file from its last chunk.
// Errors   kConflict REBUILD_DIFFERS with the figures, where the columns that both have do not say the same: the
//          present tables stay. Where they cannot be compared at all: kCorrupt BOOKMARK_DIFFERS, DATABASE_DAMAGED,
//          kConflict GOAL_BEHIND. All of these stop nothing where differences are accepted. And those of the follower
//          and of Database::replace().
// Threads  belongs to one thread; one rebuild at a time. From before replace() until after it no other program has the
//          present tables open.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "projections/difference.h"

namespace projections {

struct RebuildFiles {
  std::filesystem::path present;
  std::filesystem::path next;
};

struct RebuildOptions {
  bool accepts_differences = false;
  FollowOptions follow;
  OnRows on_rows;
};

// Whether reports can be drawn from tables of other versions: they stand at a published checkpoint of this log, and
// have every column that this program's views have, and its index of words.
ledger::Result<bool> answersFor(Database& database, ledger::EventReader& reader);

// A file of tables that are read by nobody yet, or asked of an earlier size: nothing is lost where it is made afresh.
struct SpareTables {
  std::filesystem::path file;
  std::unique_ptr<Database> database;  // none: it was not opened yet
};
// catchUp(), in a file made afresh where what it holds is of other versions, of another log, past the goal or damaged.
// Where the log is damaged, the file stays: the error says so.
ledger::Result<Bookmark> catchUpSpare(SpareTables& tables, ledger::EventReader& reader, const Goal& goal,
                                      const FollowOptions& options = {});

// Whether the present tables, as they stand, were compared with those in `next` and differ, so that another comparison
// would say it once more. False also where that cannot be read.
bool isUndecided(Database& present, const std::filesystem::path& next);

class Rebuild {
 public:
  // Opens the log as it is now; the reader is valid until the next call.
  using OpenReader = std::function<ledger::Result<ledger::EventReader*>()>;
  // The newest checkpoint, as it is now.
  using Newest = std::function<ledger::Result<Goal>()>;

  Rebuild(RebuildFiles files, OpenReader open_reader, RebuildOptions options);

  // Brings the next tables to the size of the present ones; to the newest checkpoint where there are none to compare
  // with.
  ledger::Result<void> build(const Newest& newest);
  ledger::Result<void> compare();
  // Brings the next tables to where the present ones are by now, and switches.
  ledger::Result<void> replace(const Goal& published);

  // None before compare(), and where there were no tables or they could not be compared.
  const std::optional<Comparison>& comparison() const { return comparison_; }
  // Of all tables made anew; after build().
  ledger::Result<std::int64_t> rows();

 private:
  ledger::Result<Goal> chooseGoal(const Newest& newest);
  ledger::Result<std::optional<Bookmark>> openPresent();
  ledger::Result<void> followNext(const Goal& goal);
  ledger::Result<void> compareAtOneMoment();

  RebuildFiles files_;
  OpenReader open_reader_;
  RebuildOptions options_;
  std::unique_ptr<Database> present_;  // none: there is nothing to compare with
  SpareTables next_;
  ledger::Position next_size_ = 0;
  std::optional<Comparison> comparison_;
};

}  // namespace projections
