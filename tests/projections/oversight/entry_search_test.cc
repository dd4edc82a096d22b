#include "projections/oversight/entry_search.h"

#include <gtest/gtest.h>

#include "projections/oversight/public_entries_sql.h"
#include "tests/projections/sample_database.h"

namespace projections {
namespace {

class EntrySearch : public ::testing::Test {
 protected:
  EntrySearch() {
    EXPECT_TRUE(database_.run(kPublicEntriesSql).ok());
    EXPECT_TRUE(makeEntrySearch(database_).ok());
    EXPECT_TRUE(makeEntrySearch(database_).ok()) << "a second time";
    add(3, "2026 sg-2026-0147 өзен таза");
    add(5, "2027 sg-2027-0001 өзендер а");
    add(8, "kz-75 қала аула");
  }

  void add(std::int64_t index, const std::string& words) {
    Statement row = database_.prepare("insert into public_entries__1 (entry_index, words) values ($1, $2)");
    EXPECT_TRUE(row.add(index).add(std::string_view{words}).run().ok());
    EXPECT_TRUE(fillEntrySearch(database_, static_cast<ledger::Position>(index)).ok());
  }
  std::string found(const std::vector<AskedWord>& words) {
    Statement all = database_.prepare(std::string(entriesMatchingSql()) + " order by rowid");
    const std::string match = matchOf(words);
    all.add(std::string_view{match});
    std::string text;
    auto row = all.step();
    for (; row.ok() && *row; row = all.step()) text += std::to_string(all.nextInteger()) + " ";
    EXPECT_TRUE(row.ok()) << row.error().message;
    return text;
  }

  Database database_ = tests::memoryDatabase();
};

TEST_F(EntrySearch, FindsWordsByTheirBeginning) {
  EXPECT_EQ(found({{"өзен", {}}}), "3 5 ");
  EXPECT_EQ(found({{"өзенд", {}}}), "5 ");
  EXPECT_EQ(found({{"зен", {}}}), "");
  EXPECT_EQ(found({{"sg-2026", {}}}), "3 ");
}

TEST_F(EntrySearch, FindsAWordOfOneCharacterAsItIs) {
  EXPECT_EQ(found({{"а", {}}}), "5 ");
  EXPECT_EQ(found({{"ау", {}}}), "8 ");
}

TEST_F(EntrySearch, AsksForAllWordsOrTheirCodes) {
  EXPECT_EQ(found({{"өзен", {}}, {"2026", {}}}), "3 ");
  EXPECT_EQ(found({{"алматы", {{"kz-75"}}}}), "8 ");
  EXPECT_EQ(found({{"алматы", {{"kz-75"}}}, {"қала", {}}}), "8 ");
  EXPECT_EQ(found({{"тазалық", {{"таза", "2027"}, {"таза", "өзен"}}}}), "3 ") << "all words of a code";
}

TEST_F(EntrySearch, SaysWhatItHoldsWordByWord) {
  EXPECT_EQ(tests::answer(database_, "select word, entry_index from entry_search where entry_index < 5 order by word"),
            "'2026' 3|'sg-2026-0147' 3|'таза' 3|'өзен' 3");
  EXPECT_EQ(tests::answer(database_, "select count(*) from entry_search"), "11");
}

// Words of the query language are words here.
TEST_F(EntrySearch, TakesNoWordForAnOperator) {
  add(9, "near not or and");
  EXPECT_EQ(found({{"or", {}}, {"not", {}}}), "9 ");
  EXPECT_EQ(found({{"near", {}}}), "9 ");
  EXPECT_EQ(matchOf({{"or", {}}}), "(\"or\"*)");
}

}  // namespace
}  // namespace projections
