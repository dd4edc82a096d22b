#include "projections/oversight/public_entries.h"

#include <map>
#include <set>
#include <sstream>

#include "projections/oversight/search_tokens.h"
#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class PublicEntryTable : public tests::AccountRegister {
 protected:
  std::string wordsAt(ledger::Position index) {
    return tests::answer(database_, "select words from public_entries where entry_index = " + std::to_string(index));
  }
};

// "word 3|…": in how many entries each word of the index is.
std::string indexOf(Database& database) {
  EXPECT_TRUE(database.run("create virtual table temp.terms using fts5vocab('main', 'entry_search__1', 'row')").ok());
  return tests::answer(database, "select term, doc from terms order by term");
}

// The same, counted from the rows.
std::string countedIn(Database& database) {
  std::map<std::string, int> counts;
  Statement all = database.prepare("select words from public_entries");
  for (auto row = all.step(); row.ok() && *row; row = all.step()) {
    std::istringstream words{std::string(all.nextText())};
    for (std::string word; words >> word;) ++counts[word];
  }
  std::string text;
  for (const auto& [word, count] : counts) text += (text.empty() ? "'" : "|'") + word + "' " + std::to_string(count);
  return text;
}

TEST_F(PublicEntryTable, HoldsEachPublicFactAndNoOther) {
  std::set<std::string> expected;
  for (std::size_t i = 0; i < ledger::kKinds; ++i) {
    const ledger::KindTraits& traits = ledger::traitsOf(static_cast<ledger::Kind>(i));
    if (traits.visibility == ledger::Visibility::kPublic) expected.insert("'" + std::string(traits.event) + "'");
  }
  std::istringstream events(tests::answer(database_, "select distinct event from facts"));
  std::string kept = tests::answer(
      database_, "select distinct event from facts f join public_entries e on e.entry_index = f.fact_index");
  std::size_t kinds = 0;
  for (std::string event; std::getline(events, event, '|'); ++kinds)
    EXPECT_EQ(kept.find(event) != std::string::npos, expected.contains(event)) << event;
  EXPECT_GT(kinds, 60U);
  EXPECT_EQ(tests::answer(database_,
                          "select count(*) from public_entries e left join facts f on f.fact_index = "
                          "e.entry_index where f.fact_index is null"),
            "0");
}

TEST_F(PublicEntryTable, HoldsWhatAnEntrySaysAndTheNumberOfWhatItIsAbout) {
  const std::string awarded = tests::answer(
      database_,
      "select words from public_entries join facts on fact_index = entry_index where number = 'SG-2026-0147'");
  for (const char* word :
       {" sg-2026-0147 ", " 0147 ", " сенбілік", " көктемгі ", " 300000.00 ", " grantawarded ", " kz-71 ", " small "})
    EXPECT_NE((" " + awarded + " ").find(word), std::string::npos) << word << " in " << awarded;
  const std::string voided = wordsAt(played_.voided);
  for (const std::string& word : {std::string("expenditurevoided"), std::string("rg-1"), std::string("duplicate"),
                                  searchTokens(tests::subject(158).text()).front()})
    EXPECT_NE(voided.find(word), std::string::npos) << word << " in " << voided;
}

TEST_F(PublicEntryTable, IsCalledByItsNamesWhereItHasNoNumber) {
  EXPECT_EQ(tests::answer(database_, "select count(*) from public_entries where words like '%науқан%'"), "2")
      << "a campaign that is opened and closed";
}

// Persons are named in many a command of the log, by none of these rows.
TEST_F(PublicEntryTable, NamesNoPerson) {
  for (int number = 1; number <= 255; ++number) {
    const std::string id = searchTokens(tests::person(static_cast<std::uint8_t>(number)).text()).front();
    EXPECT_EQ(tests::answer(database_, "select count(*) from public_entries where words like '%" + id + "%'"), "0");
  }
  EXPECT_NE(tests::answer(database_, "select count(*) from facts where event in ('AwardConferred', 'HoursClaimed')"),
            "0");
}

// The code of a finding was said where it was raised, which is not public; that it was closed is.
TEST_F(PublicEntryTable, SaysNothingThatOnlyAScopedEntrySaid) {
  const std::string closed =
      tests::answer(database_,
                    "select words from public_entries join facts on fact_index = entry_index where event = "
                    "'FindingClosed'");
  EXPECT_NE(closed.find("findingclosed"), std::string::npos);
  EXPECT_EQ(closed.find("e05"), std::string::npos) << closed;
}

TEST_F(PublicEntryTable, LeavesOutAnImportOfPrivateFacts) {
  tests::MadeLog& log = played_.log;
  log.submit(tests::person(15), ledger::Assurance::kImported, ledger::Visibility::kPrivate);
  const ledger::Position hidden =
      log.add(ledger::ImportRecord{tests::subject(230), 0, tests::digest(1), tests::digest(2), 0, 2});
  log.submit(tests::person(15), ledger::Assurance::kImported);
  const ledger::Position shown =
      log.add(ledger::ImportRecord{tests::subject(231), 0, tests::digest(1), tests::digest(2), 0, 2});
  follow();
  EXPECT_EQ(wordsAt(hidden), "");
  EXPECT_NE(wordsAt(shown), "");
}

TEST_F(PublicEntryTable, HasAnIndexOfTheSameWords) {
  const std::string index = indexOf(database_);
  EXPECT_EQ(index, countedIn(database_));
  EXPECT_NE(index.find("'sg-2026-0147' "), std::string::npos);
}

TEST_F(PublicEntryTable, IsTheSameFollowedAndRebuilt) {
  Database other = tests::memoryDatabase();
  for (ledger::Position size = 1; size <= played_.log.size(); size += 7) {
    ASSERT_TRUE(catchUp(other, played_.log, played_.log.goalAt(size), {3, {}}).ok()) << size;
  }
  ASSERT_TRUE(catchUp(other, played_.log, played_.log.goal()).ok());
  const std::string all = "select * from public_entries order by entry_index";
  EXPECT_EQ(tests::answer(other, all), tests::answer(database_, all));
  EXPECT_EQ(indexOf(other), indexOf(database_));
}

TEST_F(PublicEntryTable, CanBeLeftOutForWhatNeedsNone) {
  Database other = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(other, played_.log, played_.log.goal(), {50'000, {}, Models::kAllButEntries}).ok());
  EXPECT_FALSE(other.hasTable("public_entries__1"));
  EXPECT_EQ(tests::answer(other, "select * from facts order by fact_index"),
            tests::answer(database_, "select * from facts order by fact_index"));
}

}  // namespace
}  // namespace projections
