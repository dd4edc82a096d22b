// What a database behind the door to SQL has to do, whichever engine is there: each test runs on every engine of
// kEngines. postgresql_test.py says the same of a real PostgreSQL, which has no door yet.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "projections/database.h"
#include "tests/support/temp_folder.h"

namespace projections {
namespace {

// One database, opened as often as is wished.
class Store {
 public:
  virtual ~Store() = default;
  virtual Database open(Database::Mode mode = Database::Mode::kReadWrite) = 0;
};

class SqliteStore : public Store {
 public:
  Database open(Database::Mode mode) override { return *Database::open(folder_ / "read.db", mode); }

 private:
  tests::TempFolder folder_;
};

struct Engine {
  const char* name;
  std::unique_ptr<Store> (*make)();
};
constexpr Engine kEngines[] = {{"Sqlite", []() -> std::unique_ptr<Store> { return std::make_unique<SqliteStore>(); }}};

class DatabaseConformance : public ::testing::TestWithParam<Engine> {
 protected:
  Database open(Database::Mode mode = Database::Mode::kReadWrite) { return store_->open(mode); }

  // The rows of a query: "1 'a'|2 null".
  static std::string rows(Database& database, const std::string& sql) {
    Statement all = database.prepare(sql);
    std::string text;
    auto row = all.step();
    for (; row.ok() && *row; row = all.step()) {
      text += text.empty() ? "" : "|";
      for (int i = 0; i < all.columns(); ++i) text += (i == 0 ? "" : " ") + all.nextLiteral();
    }
    EXPECT_TRUE(row.ok()) << row.error().message;
    return text;
  }
  static std::vector<std::string> texts(Database& database, const std::string& sql) {
    Statement all = database.prepare(sql);
    std::vector<std::string> found;
    for (auto row = all.step(); row.ok() && *row; row = all.step()) found.emplace_back(all.nextText());
    return found;
  }

  std::unique_ptr<Store> store_ = GetParam().make();
  Database database_ = open();
};

TEST_P(DatabaseConformance, MakesTablesIndexesAndViewsAgain) {
  for (int time = 0; time < 2; ++time) {
    ASSERT_TRUE(database_
                    .run("create table if not exists t__1 (a bigint primary key, b text not null, c bytea); "
                         "create index if not exists t__1_by_b on t__1 (b, a); "
                         "drop view if exists t; create view t as select * from t__1; -- the end")
                    .ok());
  }
  EXPECT_TRUE(database_.hasTable("t__1"));
  EXPECT_FALSE(database_.hasTable("t")) << "a view is no table";
  EXPECT_EQ(rows(database_, "select count(*) from t"), "0");
}

TEST_P(DatabaseConformance, NamesTheColumnsOfAQuery) {
  ASSERT_TRUE(database_.run("create table t (first_one bigint, b text)").ok());
  const Statement all = database_.prepare("select first_one, b as other from t");
  ASSERT_EQ(all.columns(), 2);
  EXPECT_EQ(all.columnName(0), "first_one");
  EXPECT_EQ(all.columnName(1), "other");
}

TEST_P(DatabaseConformance, PutsARowInThePlaceOfOneWithItsKey) {
  ASSERT_TRUE(database_.run("create table t (a bigint, b text, c bigint, primary key (a, b))").ok());
  Statement put = database_.prepare(
      "insert into t (a, b, c) values ($1, $2, $3) on conflict (a, b) do update set c = excluded.c + t.c");
  for (const std::int64_t c : {std::int64_t{5}, std::int64_t{7}}) {
    ASSERT_TRUE(put.add(1).add(std::string_view("тау")).add(c).run().ok());
  }
  ASSERT_TRUE(put.add(1).add(std::string_view("")).addNull().run().ok());
  EXPECT_EQ(rows(database_, "select a, b, c from t order by a, b"), "1 '' null|1 'тау' 12");
  Statement once = database_.prepare("insert into t (a, b) values ($1, $2) on conflict (a, b) do nothing");
  ASSERT_TRUE(once.add(1).add(std::string_view("тау")).run().ok());
  EXPECT_EQ(rows(database_, "select count(*), sum(c) from t"), "2 12");
}

TEST_P(DatabaseConformance, ReturnsWhatItWrote) {
  ASSERT_TRUE(database_.run("create table t (a bigint primary key, b text)").ok());
  Statement put = database_.prepare(
      "insert into t (a, b) values ($1, $2) on conflict (a) do update set b = excluded.b returning b, a");
  for (const char* text : {"one", "two"}) {
    put.add(4).add(std::string_view(text));
    ASSERT_TRUE(*put.step());
    EXPECT_EQ(put.nextText(), text);
    EXPECT_EQ(put.nextInteger(), 4);
    EXPECT_FALSE(*put.step());
  }
  EXPECT_EQ(rows(database_, "delete from t where a = 4 returning b"), "'two'");
}

TEST_P(DatabaseConformance, TakesAParameterInSeveralPlaces) {
  ASSERT_TRUE(
      database_.run("create table t (a bigint, b text); insert into t values (1, 'x'), (2, 'y'), (3, 'x')").ok());
  Statement found = database_.prepare("select a from t where (a > $1 or $1 = 0) and ($2 = '' or b = $2) order by a");
  found.add(1).add(std::string_view("x"));
  ASSERT_TRUE(*found.step());
  EXPECT_EQ(found.nextInteger(), 3);
  EXPECT_FALSE(*found.step());
  found.add(0).add(std::string_view(""));
  for (const std::int64_t expected : {std::int64_t{1}, std::int64_t{2}, std::int64_t{3}}) {
    ASSERT_TRUE(*found.step());
    EXPECT_EQ(found.nextInteger(), expected);
  }
  EXPECT_FALSE(*found.step());
}

TEST_P(DatabaseConformance, TellsNothingFromAnEmptyValue) {
  ASSERT_TRUE(database_.run("create table t (a bigint, b text, c bytea)").ok());
  Statement put = database_.prepare("insert into t (a, b, c) values ($1, $2, $3)");
  ASSERT_TRUE(put.add(0).add(std::string_view()).add(ledger::ByteView()).run().ok());
  ASSERT_TRUE(put.addNull().addNull().addNull().run().ok());
  EXPECT_EQ(rows(database_, "select a, b, c from t where a is not null"), "0 '' x''");
  EXPECT_EQ(rows(database_, "select a, b, c from t where a is null and b is null and c is null"), "null null null");
  EXPECT_EQ(rows(database_, "select count(*) from t where b = '' or b is null"), "2");
}

TEST_P(DatabaseConformance, HoldsEveryIntegerOfSixtyFourBits) {
  using Limits = std::numeric_limits<std::int64_t>;
  ASSERT_TRUE(database_.run("create table t (a bigint)").ok());
  Statement put = database_.prepare("insert into t (a) values ($1)");
  const std::array<std::int64_t, 5> all = {Limits::min(), -1, 0, 1, Limits::max()};
  for (const std::int64_t value : all) ASSERT_TRUE(put.add(value).run().ok());
  Statement read = database_.prepare("select a from t order by a");
  for (const std::int64_t value : all) {
    ASSERT_TRUE(*read.step());
    EXPECT_TRUE(read.isIntegerNext());
    EXPECT_EQ(read.nextInteger(), value);
  }
  EXPECT_FALSE(*read.step());
  Statement past = database_.prepare("select count(*) from t where a > $1");
  past.add(Limits::max() - 1);
  ASSERT_TRUE(*past.step());
  EXPECT_EQ(past.nextInteger(), 1);
}

TEST_P(DatabaseConformance, HoldsBytesOfEveryValue) {
  ledger::Bytes bytes;
  for (int i = 0; i < 256; ++i) bytes.push_back(static_cast<std::uint8_t>(i));
  ASSERT_TRUE(database_.run("create table t (a bytea primary key, b bigint)").ok());
  Statement put = database_.prepare("insert into t (a, b) values ($1, $2)");
  ASSERT_TRUE(put.add(ledger::ByteView(bytes)).add(7).run().ok());
  Statement found = database_.prepare("select a from t where a = $1");
  found.add(ledger::ByteView(bytes));
  ASSERT_TRUE(*found.step());
  EXPECT_TRUE(ledger::sameBytes(found.nextBlob(), bytes));
}

TEST_P(DatabaseConformance, HoldsTextsOfEveryLanguage) {
  ASSERT_TRUE(database_.run("create table t (a text)").ok());
  const std::vector<std::string> all = {"Әлем, ғылым, қала, таң, өзен, ұлт, үй, гаһар, іс", "Ёлка — «ёж» №1",
                                        "O'Neill; --", "𝔸 ₸ 12\u00a0345", std::string(5'000, 'x')};
  Statement put = database_.prepare("insert into t (a) values ($1)");
  for (const std::string& text : all) ASSERT_TRUE(put.add(std::string_view{text}).run().ok());
  Statement found = database_.prepare("select a from t where a = $1");
  for (const std::string& text : all) {
    found.add(std::string_view{text});
    ASSERT_TRUE(*found.step()) << text;
    EXPECT_EQ(found.nextText(), text);
    EXPECT_FALSE(*found.step());
  }
}

// The read models are compared row by row in this order, and rebuilt on other machines.
TEST_P(DatabaseConformance, SortsTextsAndBytesByTheirBytes) {
  ASSERT_TRUE(database_.run("create table t (a text, b bytea)").ok());
  std::vector<std::string> words = {"я", "қ", "ә", "ё", "е", "і", "z", "a", "B", "Z", "10", "9", "", "aa", "Aa"};
  Statement put = database_.prepare("insert into t (a, b) values ($1, $2)");
  for (const std::string& word : words) {
    const ledger::ByteView bytes(reinterpret_cast<const std::uint8_t*>(word.data()), word.size());
    ASSERT_TRUE(put.add(std::string_view{word}).add(bytes).run().ok());
  }
  std::sort(words.begin(), words.end());
  EXPECT_EQ(texts(database_, "select a from t order by a"), words);
  EXPECT_EQ(texts(database_, "select a from t order by b"), words);
  EXPECT_EQ(texts(database_, "select a from t where a > 'я' order by a").size(), 4U) << "ё, і, қ and ә";
  EXPECT_EQ(texts(database_, "select max(a) from t").front(), words.back());
}

TEST_P(DatabaseConformance, UndoesWhatIsNotCommitted) {
  ASSERT_TRUE(database_.run("create table t (a bigint primary key)").ok());
  {
    auto transaction = Transaction::begin(database_);
    ASSERT_TRUE(transaction.ok());
    ASSERT_TRUE(database_.run("insert into t values (1); create table other (a bigint)").ok());
  }
  EXPECT_EQ(rows(database_, "select count(*) from t"), "0");
  EXPECT_FALSE(database_.hasTable("other")) << "tables are made in transactions, too";
  {
    auto transaction = Transaction::begin(database_);
    ASSERT_TRUE(transaction.ok());
    ASSERT_TRUE(database_.run("insert into t values (2)").ok());
    ASSERT_TRUE(transaction->commit().ok());
  }
  EXPECT_EQ(rows(database_, "select a from t"), "2");
}

TEST_P(DatabaseConformance, RefusesASecondRowWithAKeyAndGoesOn) {
  ASSERT_TRUE(database_.run("create table t (a bigint primary key, b text not null)").ok());
  Statement put = database_.prepare("insert into t (a, b) values ($1, $2)");
  ASSERT_TRUE(put.add(1).add(std::string_view("x")).run().ok());
  EXPECT_FALSE(put.add(1).add(std::string_view("y")).run().ok());
  EXPECT_FALSE(put.add(2).addNull().run().ok());
  ASSERT_TRUE(put.add(2).add(std::string_view("z")).run().ok()) << "bound afresh";
  EXPECT_EQ(rows(database_, "select a, b from t order by a"), "1 'x'|2 'z'");
}

TEST_P(DatabaseConformance, IsReadByTwoWhileItIsWritten) {
  ASSERT_TRUE(database_.run("create table t (a bigint); insert into t values (1)").ok());
  Database one = open(Database::Mode::kReadOnly);
  Database other = open(Database::Mode::kReadOnly);
  auto transaction = Transaction::begin(database_);
  ASSERT_TRUE(transaction.ok());
  ASSERT_TRUE(database_.run("insert into t values (2)").ok());
  for (Database* reader : {&one, &other}) EXPECT_EQ(rows(*reader, "select count(*) from t"), "1");
  EXPECT_EQ(rows(database_, "select count(*) from t"), "2") << "whoever writes sees it";
  ASSERT_TRUE(transaction->commit().ok());
  for (Database* reader : {&one, &other}) EXPECT_EQ(rows(*reader, "select count(*) from t"), "2");
}

// A query that has begun tells of one moment, whatever is written meanwhile.
TEST_P(DatabaseConformance, ReadsOneMomentInOneQuery) {
  ASSERT_TRUE(database_.run("create table t (a bigint primary key); insert into t values (1), (2), (3)").ok());
  Database reader = open(Database::Mode::kReadOnly);
  Statement all = reader.prepare("select a from t order by a");
  ASSERT_TRUE(*all.step());
  ASSERT_TRUE(database_.run("delete from t where a = 3; insert into t values (4)").ok());
  ASSERT_TRUE(*all.step());
  ASSERT_TRUE(*all.step());
  EXPECT_EQ(all.nextInteger(), 3);
  EXPECT_FALSE(*all.step());
}

TEST_P(DatabaseConformance, WritesNothingThroughAReader) {
  ASSERT_TRUE(database_.run("create table t (a bigint)").ok());
  Database reader = open(Database::Mode::kReadOnly);
  EXPECT_FALSE(reader.run("insert into t values (1)").ok());
  EXPECT_EQ(rows(database_, "select count(*) from t"), "0");
}

INSTANTIATE_TEST_SUITE_P(Engines, DatabaseConformance, ::testing::ValuesIn(kEngines),
                         [](const ::testing::TestParamInfo<Engine>& engine) { return std::string(engine.param.name); });

}  // namespace
}  // namespace projections
