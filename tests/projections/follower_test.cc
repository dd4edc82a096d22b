#include "projections/follower.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"
#include "tests/support/seed.h"

namespace projections {
namespace {

using ledger::Position;
using tests::answer;
using tests::everything;
using tests::memoryDatabase;

TEST(Follower, GivesTheSameTablesInChunksOfAnySize) {
  tests::MadeLog log = tests::sampleLog();
  Database whole = memoryDatabase();
  const auto caught_up = catchUp(whole, log, log.goal());
  ASSERT_TRUE(caught_up.ok()) << caught_up.error().message;
  const std::string expected = everything(whole);
  for (Position chunk = 1; chunk <= log.size(); ++chunk) {
    Database database = memoryDatabase();
    const auto reached = catchUp(database, log, log.goal(), {.entries_per_chunk = chunk, .on_chunk = {}});
    ASSERT_TRUE(reached.ok()) << reached.error().message;
    ASSERT_EQ(everything(database), expected) << "in chunks of " << chunk;
  }
}

// A new follower at every stop has only the tables: as after a kill between two transactions.
TEST(Follower, GoesOnFromWhereverAnotherStopped) {
  tests::MadeLog log = tests::sampleLog();
  Database whole = memoryDatabase();
  ASSERT_TRUE(catchUp(whole, log, log.goal()).ok());
  const std::string expected = everything(whole);
  ledger::SeededRandom random(tests::seedOr(20261122));
  for (int round = 0; round < 20; ++round) {
    Database database = memoryDatabase();
    for (Position size = 0; size < log.size();) {
      size = std::min(log.size(), size + 1 + random.below(12));
      const auto reached = catchUp(database, log, log.goalAt(size));
      ASSERT_TRUE(reached.ok()) << reached.error().message << " in round " << round;
      ASSERT_EQ(reached->size, size);
    }
    ASSERT_EQ(everything(database), expected) << "in round " << round;
  }
}

// The log stops answering in the middle: what was read and not yet written must leave no trace.
class FailingLog : public tests::MadeLog {
 public:
  explicit FailingLog(tests::MadeLog log) : tests::MadeLog(std::move(log)) {}
  Position fails_at = 0;
  ledger::Result<std::vector<ledger::StoredEntry>> read(Position from, std::size_t) override {
    if (fails_at != 0 && from >= fails_at) return ledger::Error{ledger::ErrorCode::kUnavailable, "TEST", "stopped"};
    return tests::MadeLog::read(from, 1);
  }
};

TEST(Follower, LeavesTheLastWholeChunkWhenItIsStopped) {
  FailingLog log(tests::sampleLog());
  Database whole = memoryDatabase();
  ASSERT_TRUE(catchUp(whole, log, log.goal()).ok());
  const std::string expected = everything(whole);
  for (Position stop = 1; stop < log.size(); stop += 3) {
    Database database = memoryDatabase();
    log.fails_at = stop;
    EXPECT_EQ(catchUp(database, log, log.goal(), {.entries_per_chunk = 10, .on_chunk = {}}).error().reason, "TEST");
    const auto bookmark = *readBookmark(database);
    EXPECT_EQ(bookmark ? bookmark->size : 0, stop / 10 * 10);
    if (bookmark) {
      EXPECT_FALSE(bookmark->isComplete());
    }
    log.fails_at = 0;
    ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
    ASSERT_EQ(everything(database), expected) << "stopped at " << stop;
  }
}

TEST(Follower, NamesTheSizeAndRootItStandsAt) {
  tests::MadeLog log = tests::sampleLog();
  Database database = memoryDatabase();
  EXPECT_FALSE(readBookmark(database)->has_value());
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  const auto bookmark = *readBookmark(database);
  ASSERT_TRUE(bookmark.has_value());
  EXPECT_EQ(bookmark->size, log.size());
  EXPECT_EQ(bookmark->root, log.goal().root);
  EXPECT_TRUE(bookmark->isComplete());
}

TEST(Follower, RefusesALogThatIsNotTheOneItsRowsWereMadeFrom) {
  tests::MadeLog log = tests::sampleLog();
  Database database = memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  const std::string last = std::to_string(log.size() - 1);

  tests::MadeLog other = log;
  other.falsifyLast();
  const auto differs = catchUp(database, other, other.goal());
  EXPECT_EQ(differs.error().reason, "BOOKMARK_DIFFERS");
  EXPECT_NE(differs.error().message.find("entry " + last), std::string::npos) << differs.error().message;

  tests::MadeLog shorter = log;
  shorter.truncate(log.size() - 1);
  EXPECT_EQ(catchUp(database, shorter, shorter.goal()).error().reason, "BOOKMARK_DIFFERS");
}

TEST(Follower, RefusesEntriesThatDoNotGiveTheCheckpointsRoot) {
  tests::MadeLog log = tests::sampleLog();
  Database database = memoryDatabase();
  Goal wrong = log.goal();
  wrong.root.bytes[5] ^= 1;
  EXPECT_EQ(catchUp(database, log, wrong).error().reason, "ROOT_DIFFERS");
  EXPECT_FALSE(readBookmark(database)->has_value());
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  EXPECT_EQ(catchUp(database, log, wrong).error().reason, "ROOT_DIFFERS");
  EXPECT_EQ(catchUp(database, log, log.goalAt(5)).error().reason, "GOAL_BEHIND");
}

TEST(Follower, ChecksTheLogWithoutTables) {
  tests::MadeLog log = tests::sampleLog();
  EXPECT_TRUE(checkLog(log, log.goal()).ok());
  EXPECT_TRUE(checkLog(log, log.goalAt(30)).ok());
  Goal wrong = log.goalAt(30);
  wrong.root.bytes[5] ^= 1;
  EXPECT_EQ(checkLog(log, wrong).error().reason, "ROOT_DIFFERS");
  const Goal whole = log.goal();
  tests::MadeLog other = log;
  other.falsifyLast();
  EXPECT_FALSE(checkLog(other, whole).ok());
  EXPECT_TRUE(checkLog(other, log.goalAt(log.size() - 1)).ok());
  log.truncate(20);
  EXPECT_EQ(checkLog(log, whole).error().reason, "LOG_SHORT");
}

TEST(Follower, LeavesTablesOfAnotherVersionAsTheyAre) {
  tests::MadeLog log = tests::sampleLog();
  Database database = memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goalAt(30)).ok());
  const std::string held = everything(database);
  ASSERT_TRUE(database.run("update projections set version = 0 where name = 'places'").ok());
  const auto refused = catchUp(database, log, log.goal());
  EXPECT_EQ(refused.error().reason, "VERSION_DIFFERS");
  EXPECT_NE(refused.error().message.find("places 0 (of this program "), std::string::npos) << refused.error().message;
  EXPECT_EQ(everything(database), held);
  EXPECT_EQ((*readBookmark(database))->size, 30U);
}

TEST(Follower, ListsProjectionsWithTheirRows) {
  tests::MadeLog log = tests::sampleLog();
  Database database = memoryDatabase();
  EXPECT_TRUE(listProjections(database)->empty());
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  const auto listed = *listProjections(database);
  ASSERT_EQ(listed.size(), 12U);
  EXPECT_EQ(listed[2].name, "hours_by_volunteer");
  EXPECT_EQ(listed[2].rows[1], (std::pair<std::string, std::int64_t>("volunteers", 2)));
}

}  // namespace
}  // namespace projections
