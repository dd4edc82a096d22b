#include "projections/difference.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"
#include "tests/support/temp_folder.h"

namespace projections {
namespace {

class DifferenceTest : public ::testing::Test {
 protected:
  DifferenceTest() { EXPECT_TRUE(catchUp(database_, log_, log_.goal()).ok()); }
  Comparison compared() {
    auto comparison = compareWithLog(database_, log_, folder_ / "second.db");
    EXPECT_TRUE(comparison.ok()) << comparison.error().message;
    return comparison.ok() ? *comparison : Comparison{};
  }

  tests::TempFolder folder_;
  tests::MadeLog log_ = tests::sampleLog();
  Database database_ = tests::memoryDatabase();
};

TEST_F(DifferenceTest, FindsNoneInUntouchedTables) {
  const Comparison comparison = compared();
  EXPECT_EQ(comparison.different, 0);
  EXPECT_EQ(comparison.bookmark.size, log_.size());
  EXPECT_GT(comparison.rows, 30);
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(DifferenceTest, ShowsAChangedRowOnBothSides) {
  ASSERT_TRUE(database_
                  .run("update volunteers__2 set attested_minutes = attested_minutes + 1 "
                       "where imported_minutes = 0")
                  .ok());
  const Comparison comparison = compared();
  EXPECT_EQ(comparison.different, 1);
  ASSERT_EQ(comparison.differences.size(), 1U);
  EXPECT_EQ(comparison.differences[0].table, "volunteers");
  EXPECT_NE(comparison.differences[0].held.find("attested_minutes=1131"), std::string::npos);
  EXPECT_NE(comparison.differences[0].expected.find("attested_minutes=1130"), std::string::npos);
}

TEST_F(DifferenceTest, ShowsAMissingRowAndOneTooMany) {
  ASSERT_TRUE(database_
                  .run("delete from grant_tranches__2 where number = 1; "
                       "insert into national_hours__3 select 'KZ-10', direction, 1, 1, 1, 1, 1, 1, 1, 1, 1 "
                       "from national_hours__3")
                  .ok());
  const Comparison comparison = compared();
  EXPECT_EQ(comparison.different, 2);
  ASSERT_EQ(comparison.differences.size(), 2U);
  EXPECT_EQ(comparison.differences[0].table, "grant_tranches");
  EXPECT_NE(comparison.differences[0].expected.find("number=1"), std::string::npos);
  EXPECT_EQ(comparison.differences[1].table, "national_hours");
  EXPECT_TRUE(comparison.differences[1].expected.empty());
  EXPECT_NE(comparison.differences[1].held.find("region='KZ-10'"), std::string::npos);
}

TEST_F(DifferenceTest, FindsAPlantedChangeInEveryTable) {
  const ReadModels models;
  for (const Projection* projection : models.all()) {
    for (const auto& [table, key_columns] : projection->tables()) {
      if (tests::answer(database_, "select count(*) from " + table) == "0") continue;
      const std::string stored = table + "__" + std::to_string(projection->version());
      auto transaction = Transaction::begin(database_);
      ASSERT_TRUE(
          database_.run("delete from " + stored + " where rowid = (select min(rowid) from " + stored + ")").ok());
      EXPECT_GE(compared().different, 1) << table;
    }
  }
}

TEST_F(DifferenceTest, ShowsAWordThatOnlyTheIndexHasOrLacks) {
  const std::string entry = tests::answer(database_, "select min(entry_index) from public_entries");
  const std::string word = tests::answer(database_, "select min(word) from entry_search where entry_index = " + entry);
  // As words of a row are taken out: by telling the index what it was filled with.
  ASSERT_TRUE(database_
                  .run("insert into entry_search__1 (entry_search__1, rowid, words) values ('delete', " + entry + ", " +
                       word + "); insert into entry_search__1 (rowid, words) values (" + entry + ", 'planted')")
                  .ok());
  const Comparison comparison = compared();
  ASSERT_EQ(comparison.differences.size(), 2U);
  EXPECT_EQ(comparison.differences[0].table, "entry_search");
  EXPECT_TRUE(comparison.differences[0].held.empty());
  EXPECT_EQ(comparison.differences[0].expected, "word=" + word + ", entry_index=" + entry);
  EXPECT_EQ(comparison.differences[1].held, "word='planted', entry_index=" + entry);
  EXPECT_TRUE(comparison.differences[1].expected.empty());
}

TEST_F(DifferenceTest, ShowsWordsThatAreFoundInAnotherEntry) {
  ASSERT_TRUE(database_.run("insert into entry_search__1 (entry_search__1) values ('delete-all')").ok());
  ASSERT_TRUE(database_
                  .run("insert into entry_search__1 (rowid, words) select entry_index + 1, words from "
                       "public_entries__1 order by entry_index")
                  .ok());
  const Comparison comparison = compared();
  EXPECT_EQ(comparison.tables.back().name, "entry_search");
  EXPECT_GT(comparison.tables.back().different, 0);
  EXPECT_EQ(comparison.different, comparison.tables.back().different);
}

TEST_F(DifferenceTest, IsNotAskedOfTablesOfAnotherLog) {
  ASSERT_TRUE(database_.run("update bookmark set last_leaf = root").ok());
  const auto comparison = compareWithLog(database_, log_, folder_ / "second.db");
  ASSERT_FALSE(comparison.ok());
  EXPECT_EQ(comparison.error().reason, "BOOKMARK_DIFFERS");
}

}  // namespace
}  // namespace projections
