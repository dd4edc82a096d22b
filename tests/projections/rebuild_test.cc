#include "projections/rebuild.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <utility>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"
#include "tests/support/temp_folder.h"

namespace projections {
namespace {

using ledger::Position;
using tests::answer;
using tests::everything;

// The log stops answering at some entry, but for the last one, by which a bookmark is known; or some entry is damaged.
class StoppingLog : public tests::MadeLog {
 public:
  explicit StoppingLog(tests::MadeLog log) : tests::MadeLog(std::move(log)) {}
  Position stops_at = 0;
  Position damaged_at = 0;
  bool damage_is_noticed = false;  // by the log itself
  ledger::Result<std::vector<ledger::StoredEntry>> read(Position from, std::size_t) override {
    if (stops_at != 0 && from >= stops_at && from + 1 != size()) {
      return ledger::Error{ledger::ErrorCode::kUnavailable, "TEST", "stopped"};
    }
    auto entry = tests::MadeLog::read(from, 1);
    if (damaged_at == 0 || from != damaged_at) return entry;
    if (damage_is_noticed) return ledger::Error{ledger::ErrorCode::kCorrupt, "LOG_DAMAGED", "made so"};
    entry->front().bytes.back() ^= 1;
    return entry;
  }
};

class RebuildTest : public ::testing::Test {
 protected:
  RebuildTest() {
    Database whole = tests::memoryDatabase();
    EXPECT_TRUE(catchUp(whole, log_, log_.goal()).ok());
    expected_ = everything(whole);
    follow(log_.size());
  }

  std::filesystem::path present() const { return folder_ / "read.db"; }
  std::filesystem::path next() const { return folder_ / "next.db"; }
  Database open() const { return *Database::open(present()); }
  std::string held() const {
    Database database = open();
    return everything(database);
  }
  Position sizeHeld() const {
    Database database = open();
    return (*readBookmark(database))->size;
  }
  void follow(Position size) {
    Database database = open();
    const auto followed = catchUp(database, log_, log_.goalAt(size));
    ASSERT_TRUE(followed.ok()) << followed.error().message;
  }
  void change(const std::string& sql) {
    Database database = open();
    const auto changed = database.run(sql);
    ASSERT_TRUE(changed.ok()) << changed.error().message;
  }
  // The tables as an earlier version of one projection had made them: without one column, with another one.
  void makeEarlierVersion() {
    Database database = open();
    std::string columns = "7 as earlier";
    const auto all = database.columnsOf("grants");
    for (const std::string& column : *all) columns += column == "waived" ? "" : ", " + column;
    const auto changed = database.run(
        "alter table grants__2 rename to grants__1; drop view grants; create view grants "
        "as select " +
        columns +
        " from grants__1; update projections set version = 1 "
        "where name = 'grant_statement'");
    ASSERT_TRUE(changed.ok()) << changed.error().message;
  }

  Rebuild::Newest at(Position size) const {
    return [this, size] { return ledger::Result<Goal>(log_.goalAt(size)); };
  }
  Rebuild rebuild(RebuildOptions options = {}) {
    options.follow.entries_per_chunk = 10;
    return Rebuild(
        {present(), next()}, [this] { return ledger::Result<ledger::EventReader*>(&log_); }, std::move(options));
  }
  ledger::Result<void> all(Rebuild& rebuild) {
    ASAR_TRY(rebuild.build(at(log_.size())));
    ASAR_TRY(rebuild.compare());
    return rebuild.replace(log_.goal());
  }

  tests::TempFolder folder_;
  StoppingLog log_{tests::sampleLog()};
  std::string expected_;
};

TEST_F(RebuildTest, PresentTablesAreReadUntilTheNewOnesTakeTheirPlace) {
  change("update ledger_identity__2 set origin = 'present'");
  int chunks = 0;
  RebuildOptions options;
  options.accepts_differences = true;
  options.follow.on_chunk = [&](Position) {
    ++chunks;
    Database reader = *Database::open(present(), Database::Mode::kReadOnly);
    EXPECT_EQ(answer(reader, "select origin from ledger_identity"), "'present'");
    EXPECT_EQ((*readBookmark(reader))->size, log_.size());
  };
  Rebuild all_anew = rebuild(options);
  ASSERT_TRUE(all(all_anew).ok());
  EXPECT_GT(chunks, 5);
  EXPECT_EQ(held(), expected_);
  EXPECT_FALSE(std::filesystem::exists(next()));
  EXPECT_EQ(all_anew.comparison()->different, 1);
}

TEST_F(RebuildTest, SaysWhatWasCompared) {
  Rebuild same = rebuild();
  ASSERT_TRUE(all(same).ok());
  ASSERT_TRUE(same.comparison().has_value());
  EXPECT_EQ(same.comparison()->different, 0);
  EXPECT_GT(same.comparison()->rows, 30);
  EXPECT_EQ(same.comparison()->bookmark.size, log_.size());
  std::size_t tables = 0;
  const ReadModels models;
  for (const Projection* projection : models.all())
    tables += projection->tables().size() + projection->indexes().size();
  EXPECT_EQ(same.comparison()->tables.size(), tables);
}

TEST_F(RebuildTest, ADifferenceIsRefusedWithItsFiguresUnlessItIsAccepted) {
  change(
      "update volunteers__2 set attested_minutes = attested_minutes + 1 where imported_minutes = 0; "
      "delete from grant_tranches__2 where number = 1");
  const std::string before = held();
  auto refused = std::make_unique<Rebuild>(rebuild());
  const auto result = all(*refused);
  EXPECT_EQ(result.error().reason, "REBUILD_DIFFERS");
  const std::string& said = result.error().message;
  EXPECT_NE(said.find("volunteers.attested_minutes in 1,"), std::string::npos) << said;
  EXPECT_NE(said.find("grant_tranches in 1 that only one of them has"), std::string::npos) << said;
  EXPECT_NE(said.find("in 2 of " + std::to_string(refused->comparison()->rows) + " rows"), std::string::npos) << said;
  EXPECT_NE(said.find("attested_minutes=1131"), std::string::npos) << said;
  EXPECT_EQ(held(), before);
  refused.reset();  // which has the files open

  RebuildOptions options;
  options.accepts_differences = true;
  options.follow.on_chunk = [](Position) { FAIL() << "all was made before"; };
  Rebuild accepted = rebuild(options);
  ASSERT_TRUE(all(accepted).ok());
  EXPECT_EQ(accepted.comparison()->different, 2);
  EXPECT_EQ(held(), expected_);
  EXPECT_FALSE(open().hasTable("undecided"));
}

TEST_F(RebuildTest, ADifferenceIsRememberedUntilSomebodyDecides) {
  const auto undecided = [&] {
    Database database = open();
    return isUndecided(database, next());
  };
  EXPECT_FALSE(undecided());
  std::filesystem::remove(present());
  follow(30);
  change("update ledger_identity__2 set origin = 'present'");
  {
    Rebuild made = rebuild();
    ASSERT_TRUE(made.build(at(30)).ok());
    EXPECT_FALSE(undecided()) << "not compared yet";
    EXPECT_EQ(made.compare().error().reason, "REBUILD_DIFFERS");
  }
  EXPECT_TRUE(undecided());
  follow(40);
  EXPECT_FALSE(undecided()) << "these tables were not compared";
  {
    Rebuild stopped = rebuild();
    ASSERT_TRUE(stopped.build(at(40)).ok());
  }
  EXPECT_FALSE(undecided()) << "led on, and stopped before they were compared";
  {
    Rebuild again = rebuild();
    EXPECT_EQ(all(again).error().reason, "REBUILD_DIFFERS");
  }
  EXPECT_TRUE(undecided());
  {
    Database made = *Database::open(next());
    ASSERT_TRUE(made.run("update projections set version = 0 where name = 'places'").ok());
  }
  EXPECT_FALSE(undecided()) << "of another program";
  RebuildOptions options;
  options.accepts_differences = true;
  Rebuild accepted = rebuild(options);
  ASSERT_TRUE(all(accepted).ok());
  EXPECT_FALSE(undecided());
}

TEST_F(RebuildTest, GoesOnFromTheLastChunkOfOneThatWasBrokenOff) {
  for (Position stop = 1; stop + 1 < log_.size(); stop += 7) {
    log_.stops_at = stop;
    {
      Rebuild broken = rebuild();
      EXPECT_EQ(all(broken).error().reason, "TEST");
    }
    EXPECT_EQ(held(), expected_);
    log_.stops_at = 0;
    RebuildOptions options;
    Position first = 0;
    options.follow.on_chunk = [&](Position size) { first = first == 0 ? size : first; };
    Rebuild resumed = rebuild(options);
    ASSERT_TRUE(all(resumed).ok());
    EXPECT_EQ(first, std::min(log_.size(), (stop / 10 + 1) * 10));
    EXPECT_EQ(held(), expected_) << "stopped at " << stop;
  }
}

TEST_F(RebuildTest, ANewVersionIsBuiltBesideComparedInWhatIsUnchangedAndSwitched) {
  makeEarlierVersion();
  {
    Database database = open();
    EXPECT_EQ(catchUp(database, log_, log_.goal()).error().reason, "VERSION_DIFFERS");
    EXPECT_FALSE(*answersFor(database, log_));
  }
  RebuildOptions options;
  int asked = 0;
  options.follow.on_chunk = [&](Position) {
    Database reader = *Database::open(present(), Database::Mode::kReadOnly);
    EXPECT_EQ(answer(reader, "select earlier from grants"), "7") << "the earlier version answers";
    ++asked;
  };
  Rebuild raised = rebuild(options);
  ASSERT_TRUE(all(raised).ok());
  EXPECT_GT(asked, 5);
  const auto& tables = raised.comparison()->tables;
  const auto grants = std::find_if(tables.begin(), tables.end(), [](const auto& one) { return one.name == "grants"; });
  ASSERT_NE(grants, tables.end());
  EXPECT_EQ(grants->added, std::vector<std::string>{"waived"});
  EXPECT_EQ(grants->removed, std::vector<std::string>{"earlier"});
  EXPECT_GT(grants->columns.size(), 20U);
  EXPECT_GT(grants->rows, 0);
  EXPECT_EQ(raised.comparison()->different, 0);
  Database database = open();
  EXPECT_EQ(everything(database), expected_);
  EXPECT_FALSE(database.hasTable("grants__1"));
  EXPECT_TRUE(catchUp(database, log_, log_.goal()).ok());
}

TEST_F(RebuildTest, ANewVersionThatSaysOtherwiseInAnUnchangedColumnIsRefused) {
  makeEarlierVersion();
  change("update grants__1 set spent = spent - 1");
  Rebuild raised = rebuild();
  const auto refused = all(raised);
  EXPECT_EQ(refused.error().reason, "REBUILD_DIFFERS");
  EXPECT_NE(refused.error().message.find("grants.spent in 1;"), std::string::npos) << refused.error().message;
  Database database = open();
  EXPECT_EQ(answer(database, "select earlier from grants"), "7");
}

TEST_F(RebuildTest, TablesOfAnotherVersionAnswerWhereTheyHaveEveryColumn) {
  Database database = open();
  ASSERT_TRUE(database.run("update projections set version = 1 where name = 'grant_statement'").ok());
  EXPECT_TRUE(*answersFor(database, log_));
  ASSERT_TRUE(database.run("update bookmark set goal = goal + 1").ok());
  EXPECT_FALSE(*answersFor(database, log_)) << "these rows are of no published checkpoint";
  ASSERT_TRUE(database.run("update bookmark set goal = size").ok());
  ASSERT_TRUE(database.run("alter table entry_search__1 rename to entry_search__0").ok());
  EXPECT_FALSE(*answersFor(database, log_)) << "words are asked of this index";
  ASSERT_TRUE(database.run("alter table entry_search__0 rename to entry_search__1").ok());
  EXPECT_TRUE(*answersFor(database, log_));
  ASSERT_TRUE(database.run("drop view grant_facts").ok());
  EXPECT_FALSE(*answersFor(database, log_));
}

TEST_F(RebuildTest, ReachesPresentTablesThatOthersLedOnMeanwhile) {
  std::filesystem::remove(present());
  follow(30);
  RebuildOptions options;
  options.follow.on_chunk = [&](Position size) {
    if (size == 20) follow(40);
  };
  Rebuild moved = rebuild(options);
  ASSERT_TRUE(moved.build(at(log_.size())).ok());
  ASSERT_TRUE(moved.compare().ok());
  EXPECT_EQ(moved.comparison()->bookmark.size, 40U);
  EXPECT_EQ(moved.comparison()->different, 0);
  follow(50);
  ASSERT_TRUE(moved.replace(log_.goal()).ok());
  EXPECT_EQ(sizeHeld(), 50U);
  follow(log_.size());
  EXPECT_EQ(held(), expected_);
}

// Others publish and fold between its first look and its second, whichever these are.
TEST_F(RebuildTest, IsNotDisturbedByWhatOthersPublishAndFoldAsItBegins) {
  std::filesystem::remove(present());
  follow(30);
  StoppingLog seen = log_;
  Position published = 30;
  const auto others = [&] {
    if (std::exchange(published, 40) == 30) follow(40);
  };
  Rebuild begun({present(), next()},
                [&] {
                  seen = log_;
                  seen.truncate(published);
                  others();
                  return ledger::Result<ledger::EventReader*>(&seen);
                },
                {});
  const auto built = begun.build([&] {
    const Goal newest = log_.goalAt(published);
    others();
    return ledger::Result<Goal>(newest);
  });
  ASSERT_TRUE(built.ok()) << built.error().message;
  ASSERT_TRUE(begun.compare().ok());
  EXPECT_EQ(begun.comparison()->bookmark.size, 40U);
  ASSERT_TRUE(begun.replace(log_.goalAt(40)).ok());
  EXPECT_EQ(sizeHeld(), 40U);
}

TEST_F(RebuildTest, MakesAnIndexOfWordsThatIsGone) {
  change("drop table entry_search__1");
  Rebuild made = rebuild();
  ASSERT_TRUE(all(made).ok());
  EXPECT_EQ(made.comparison()->different, 0);
  Database database = open();
  EXPECT_EQ(answer(database, "select count(distinct entry_index) from entry_search"),
            answer(database, "select count(*) from public_entries"));
}

TEST_F(RebuildTest, MakesTablesWhereThereWereNone) {
  std::filesystem::remove(present());
  Rebuild first = rebuild();
  ASSERT_TRUE(all(first).ok());
  EXPECT_FALSE(first.comparison().has_value());
  EXPECT_EQ(held(), expected_);
}

// What an earlier run left is of no use: it is made afresh.
TEST_F(RebuildTest, StartsAfreshWhereWhatWasLeftIsOfNoUse) {
  const auto leave = [&](const std::string& sql) {
    Database left = *Database::open(next());
    ASSERT_TRUE(catchUp(left, log_, log_.goalAt(30)).ok());
    ASSERT_TRUE(left.run(sql).ok());
  };
  for (const char* sql : {"update projections set version = 1 where name = 'places'",
                          "update bookmark set last_leaf = frontier", "update bookmark set size = 31"}) {
    leave(std::string(sql) + "; delete from ledger_identity__2");
    Rebuild afresh = rebuild();
    const auto done = all(afresh);
    ASSERT_TRUE(done.ok()) << sql << ": " << done.error().message;
    EXPECT_EQ(held(), expected_) << sql;
  }
  std::ofstream(next()) << std::string(5000, 'x');
  Rebuild afresh = rebuild();
  const auto done = all(afresh);
  ASSERT_TRUE(done.ok()) << done.error().message;
  // Past the present ones: as after a death between the last chunk and the switch.
  {
    Database left = *Database::open(next());
    ASSERT_TRUE(catchUp(left, log_, log_.goal()).ok());
  }
  std::filesystem::remove(present());
  follow(30);
  Rebuild behind = rebuild();
  ASSERT_TRUE(all(behind).ok());
  EXPECT_EQ(behind.comparison()->bookmark.size, 30U);
  EXPECT_EQ(behind.comparison()->different, 0);
}

// The log tells that no entry is wrong, so that it is the row which is missing.
TEST_F(RebuildTest, StartsAfreshWhereARowOfWhatWasLeftIsMissing) {
  {
    Database left = *Database::open(next());
    ASSERT_TRUE(catchUp(left, log_, log_.goalAt(30)).ok());
    ASSERT_TRUE(left.run("delete from hours_entries__2").ok());
    EXPECT_EQ(catchUp(left, log_, log_.goal()).error().reason, "FACT_WITHOUT_SUBJECT");
  }
  Rebuild afresh = rebuild();
  ASSERT_TRUE(all(afresh).ok());
  EXPECT_EQ(held(), expected_);
}

TEST_F(RebuildTest, ADamagedLogIsToldAsSuchAndCostsNothingThatWasMade) {
  log_.stops_at = 32;
  {
    Rebuild broken = rebuild();
    EXPECT_EQ(all(broken).error().reason, "TEST");
  }
  log_.stops_at = 0;
  log_.damaged_at = 45;
  for (const bool accepts : {false, true}) {
    for (const auto& [noticed, reason] : {std::pair(false, "ENTRY_DIFFERS"), std::pair(true, "LOG_DAMAGED")}) {
      log_.damage_is_noticed = noticed;
      RebuildOptions options;
      options.accepts_differences = accepts;
      options.follow.on_chunk = [](Position size) { EXPECT_EQ(size, 40U) << "made before: it is not made again"; };
      Rebuild damaged = rebuild(options);
      EXPECT_EQ(all(damaged).error().reason, reason);
      EXPECT_EQ(held(), expected_);
    }
  }
  Database kept = *Database::open(next());
  EXPECT_EQ((*readBookmark(kept))->size, 40U);
}

// By the bookmark that cannot be found in it.
TEST_F(RebuildTest, ALogThatIsTooShortCostsNothingThatWasMade) {
  SpareTables made{next(), nullptr};
  ASSERT_TRUE(catchUpSpare(made, log_, log_.goalAt(40)).ok());
  tests::MadeLog shorter = log_;
  shorter.truncate(20);
  EXPECT_EQ(catchUpSpare(made, shorter, log_.goalAt(50)).error().reason, "LOG_SHORT");
  EXPECT_EQ((*readBookmark(*made.database))->size, 40U);
  ASSERT_TRUE(catchUpSpare(made, log_, log_.goalAt(50)).ok());
  EXPECT_EQ((*readBookmark(*made.database))->size, 50U);
}

TEST_F(RebuildTest, WhatCannotBeComparedIsReplacedOnlyWhereThatIsAccepted) {
  const auto replaced = [&](const std::string& reason) {
    Rebuild refused = rebuild();
    EXPECT_EQ(all(refused).error().reason, reason);
    RebuildOptions options;
    options.accepts_differences = true;
    Rebuild accepted = rebuild(options);
    const auto done = all(accepted);
    EXPECT_TRUE(done.ok()) << done.error().message;
    EXPECT_FALSE(accepted.comparison().has_value());
    EXPECT_EQ(held(), expected_);
  };
  change("update bookmark set last_leaf = root");
  replaced("BOOKMARK_DIFFERS");
  std::ofstream(present()) << std::string(5000, 'x');
  replaced("DATABASE_DAMAGED");
}

TEST_F(RebuildTest, TablesPastTheCheckpointAreNotLedBackUnasked) {
  Rebuild refused = rebuild();
  EXPECT_EQ(refused.build(at(30)).error().reason, "GOAL_BEHIND");
  RebuildOptions options;
  options.accepts_differences = true;
  Rebuild accepted = rebuild(options);
  ASSERT_TRUE(accepted.build(at(30)).ok());
  ASSERT_TRUE(accepted.compare().ok());
  ASSERT_TRUE(accepted.replace(log_.goalAt(30)).ok());
  EXPECT_EQ(sizeHeld(), 30U);
}

}  // namespace
}  // namespace projections
