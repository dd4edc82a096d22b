// Rebuild — the read models made anew beside those that are read, compared with them, and put into their place.
//
// Shape    build(), compare(), replace(), in this order. The present tables are in one file and the next ones in
//          another, so that neither waits for the other: reports are drawn from the present ones until the switch,
//          which is the renaming of one file that holds tables, views and bookmark. The next ones are never further on
//          than the present ones, so that both can be compared at one size. Killed at any moment, the present file is
//          whole, and the next run goes on in the next file from its last chunk.
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
// have every column that this program's views have.
ledger::Result<bool> answersFor(Database& database, ledger::EventReader& reader);

class Rebuild {
 public:
  // Opens the log as it is now; the reader is valid until the next call.
  using OpenReader = std::function<ledger::Result<ledger::EventReader*>()>;

  Rebuild(RebuildFiles files, OpenReader open_reader, RebuildOptions options);

  // Brings the next tables to the size of the present ones; to `published` where there are none to compare with.
  ledger::Result<void> build(const Goal& published);
  ledger::Result<void> compare();
  // Brings the next tables to where the present ones are by now, and switches.
  ledger::Result<void> replace(const Goal& published);

  // None before compare(), and where there were no tables or they could not be compared.
  const std::optional<Comparison>& comparison() const { return comparison_; }
  // Of all tables made anew; after build().
  ledger::Result<std::int64_t> rows();

 private:
  ledger::Result<Goal> chooseGoal(const Goal& published);
  ledger::Result<std::optional<Bookmark>> openPresent(const Goal& published);
  ledger::Result<void> followNext(const Goal& goal);
  ledger::Result<Bookmark> tryFollowNext(const Goal& goal, ledger::EventReader& reader);
  ledger::Result<void> compareAtOneMoment();

  RebuildFiles files_;
  OpenReader open_reader_;
  RebuildOptions options_;
  std::unique_ptr<Database> present_;  // none: there is nothing to compare with
  std::unique_ptr<Database> next_;
  ledger::Position next_size_ = 0;
  std::optional<Comparison> comparison_;
};

}  // namespace projections
