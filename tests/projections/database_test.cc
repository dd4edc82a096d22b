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

TEST(Database, DropsEveryTableAndView) {
  Database database = *Database::open(":memory:");
  ASSERT_TRUE(database.run("create table t (a bigint); create view v as select * from t").ok());
  EXPECT_TRUE(database.hasTable("t"));
  ASSERT_TRUE(database.dropAll().ok());
  EXPECT_FALSE(database.hasTable("t"));
  ASSERT_TRUE(database.run("create table v (a bigint)").ok());
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
