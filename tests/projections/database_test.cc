#include "projections/database.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temp_folder.h"

namespace projections {
namespace {

TEST(Database, GivesBackWhatWasBound) {
  Database database = *Database::open(":memory:");
  ASSERT_TRUE(database.run("create table t (a bigint, b text, c bytea, d text)").ok());
  const ledger::Bytes blob = {0, 1, 255};
  Statement insert = database.prepare("insert into t (a, b, c, d) values ($1, $2, $3, $4)");
  ASSERT_TRUE(insert.add(-7).add(std::string_view("тау")).add(blob).addNull().run().ok());
  Statement select = database.prepare("select a, b, c, d, a, b, c, d from t");
  ASSERT_TRUE(*select.step());
  EXPECT_EQ(select.nextInteger(), -7);
  EXPECT_EQ(select.nextText(), "тау");
  EXPECT_TRUE(ledger::sameBytes(select.nextBlob(), blob));
  EXPECT_EQ(select.nextText(), "");
  EXPECT_EQ(select.nextLiteral(), "-7");
  EXPECT_EQ(select.nextLiteral(), "'тау'");
  EXPECT_EQ(select.nextLiteral(), "x'0001ff'");
  EXPECT_EQ(select.nextLiteral(), "null");
  EXPECT_FALSE(*select.step());
}

TEST(Database, RollsBackAnUncommittedTransaction) {
  Database database = *Database::open(":memory:");
  ASSERT_TRUE(database.run("create table t (a bigint)").ok());
  {
    auto transaction = Transaction::begin(database);
    ASSERT_TRUE(transaction.ok());
    ASSERT_TRUE(database.run("insert into t values (1)").ok());
  }
  {
    auto transaction = Transaction::begin(database);
    ASSERT_TRUE(transaction.ok());
    ASSERT_TRUE(database.run("insert into t values (2)").ok());
    ASSERT_TRUE(transaction->commit().ok());
  }
  Statement all = database.prepare("select a from t");
  ASSERT_TRUE(*all.step());
  EXPECT_EQ(all.nextInteger(), 2);
  EXPECT_FALSE(*all.step());
}

TEST(Database, SaysWhatToDoAboutAMissingFileAndADamagedOne) {
  tests::TempFolder folder;
  EXPECT_EQ(Database::open(folder / "none.db", Database::Mode::kReadOnly).error().reason, "NO_DATABASE");
  std::ofstream(folder / "bad.db") << std::string(4096, 'x');
  const auto opened = Database::open(folder / "bad.db");
  EXPECT_EQ(opened.error().reason, "DATABASE_DAMAGED");
  EXPECT_NE(opened.error().message.find("rebuild"), std::string::npos);
}

TEST(Database, NamesViewsAndTheirColumns) {
  Database database = *Database::open(":memory:");
  ASSERT_TRUE(database.run("create table t (a bigint, b text); create view v as select b, a from t").ok());
  EXPECT_EQ(*database.views(), std::vector<std::string>{"v"});
  EXPECT_EQ(*database.columnsOf("v"), (std::vector<std::string>{"b", "a"}));
  EXPECT_EQ(*database.columnsOf("t"), (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(database.columnsOf("none")->empty());
}

TEST(Database, OrdersValuesAsItSortsThem) {
  Database database = *Database::open(":memory:");
  // Each value beside each: their order is that of their numbers.
  const char* const values =
      "select null x, 0 n union all select -5, 1 union all select 7, 2 union all select '', 3 union all select 'a', 4 "
      "union all select 'a b', 5 union all select 'aa', 6 union all select x'', 7 union all select x'00', 8 order by x";
  Statement left = database.prepare(values);
  int pairs = 0;
  while (*left.step()) {
    Statement right = database.prepare(values);
    for (; *right.step(); ++pairs) {
      EXPECT_EQ(left.orderAt(0, right), left.orderAt(1, right)) << left.literalAt(0) << " " << right.literalAt(0);
    }
  }
  EXPECT_EQ(pairs, 81);
}

std::string onlyRow(const std::filesystem::path& file) {
  Database database = *Database::open(file, Database::Mode::kReadOnly);
  Statement rows = database.prepare("select a from t");
  EXPECT_TRUE(*rows.step());
  return rows.nextLiteral();
}

void make(const std::filesystem::path& file, const std::string& value) {
  Database database = *Database::open(file);
  ASSERT_TRUE(database.run("create table t (a bigint); insert into t values (" + value + ")").ok());
}

TEST(Database, TakesThePlaceOfAnother) {
  tests::TempFolder folder;
  make(folder / "next.db", "1");
  ASSERT_TRUE(Database::replace(folder / "read.db", folder / "next.db").ok());
  EXPECT_EQ(onlyRow(folder / "read.db"), "1");
  make(folder / "next.db", "2");
  ASSERT_TRUE(Database::replace(folder / "read.db", folder / "next.db").ok());
  EXPECT_EQ(onlyRow(folder / "read.db"), "2");
  EXPECT_FALSE(std::filesystem::exists(folder / "next.db"));
}

// What a killed writer left beside the old file would else be read as the new one's.
TEST(Database, TakesThePlaceOfOneThatWasLeftInTheMiddle) {
  tests::TempFolder folder;
  {
    Database writer = *Database::open(folder / "killed.db");
    ASSERT_TRUE(writer.run("create table t (a bigint); insert into t values (1)").ok());
    for (const char* suffix : {"", "-wal"}) {
      std::filesystem::copy_file(folder / (std::string("killed.db") + suffix),
                                 folder / (std::string("read.db") + suffix));
    }
  }
  ASSERT_GT(std::filesystem::file_size(folder / "read.db-wal"), 0U);
  make(folder / "next.db", "2");
  ASSERT_TRUE(Database::replace(folder / "read.db", folder / "next.db").ok());
  EXPECT_EQ(onlyRow(folder / "read.db"), "2");
}

TEST(Database, TakesThePlaceOfADamagedOne) {
  tests::TempFolder folder;
  std::ofstream(folder / "read.db") << std::string(5000, 'x');
  std::ofstream(folder / "read.db-wal") << std::string(5000, 'x');
  make(folder / "next.db", "2");
  const auto replaced = Database::replace(folder / "read.db", folder / "next.db");
  ASSERT_TRUE(replaced.ok()) << replaced.error().message;
  EXPECT_EQ(onlyRow(folder / "read.db"), "2");
}

TEST(Database, DoesNotTakeThePlaceOfOneThatIsRead) {
  tests::TempFolder folder;
  make(folder / "read.db", "1");
  make(folder / "next.db", "2");
  {
    Database reader = *Database::open(folder / "read.db", Database::Mode::kReadOnly);
    ASSERT_TRUE(reader.hasTable("t"));
    EXPECT_EQ(Database::replace(folder / "read.db", folder / "next.db").error().reason, "DATABASE_IN_USE");
  }
  EXPECT_EQ(onlyRow(folder / "read.db"), "1");
  ASSERT_TRUE(Database::replace(folder / "read.db", folder / "next.db").ok());
  EXPECT_EQ(onlyRow(folder / "read.db"), "2");
}

TEST(Database, IsReadWhileAnotherWrites) {
  tests::TempFolder folder;
  Database writer = *Database::open(folder / "read.db");
  ASSERT_TRUE(writer.run("create table t (a bigint); insert into t values (1)").ok());
  auto transaction = Transaction::begin(writer);
  ASSERT_TRUE(writer.run("insert into t values (2)").ok());
  Database reader = *Database::open(folder / "read.db", Database::Mode::kReadOnly);
  Statement count = reader.prepare("select count(*) from t");
  ASSERT_TRUE(*count.step());
  EXPECT_EQ(count.nextInteger(), 1);
}

}  // namespace
}  // namespace projections
