#include "audit/verify/meaning.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace audit {
namespace {

using ledger::Language;

// Of each verdict that there can be.
std::vector<std::pair<std::string, FrameWord>> everyMeaning() {
  std::vector<std::pair<std::string, FrameWord>> all;
  for (const Wrong wrong : kWrongs) all.emplace_back(wordOf(wrong), meaningOf(wrong));
  Findings findings;
  all.emplace_back("OK", meaningOf(findings, true));
  all.emplace_back("OK (key not pinned)", meaningOf(findings, false));
  findings.couldNotCheck("something");
  all.emplace_back("COULD_NOT_CHECK", meaningOf(findings, true));
  all.emplace_back("NOT_FOUND", meaningOfNotFound());
  return all;
}

TEST(Meaning, OfEveryVerdictIsOneSentenceInThreeLanguages) {
  for (const auto& [verdict, meaning] : everyMeaning()) {
    std::set<std::string> told;
    for (const Language language : ledger::kLanguages) {
      const std::string sentence = meaning.in(language);
      told.insert(sentence);
      ASSERT_GT(sentence.size(), 40U) << verdict;
      EXPECT_EQ(sentence.find(". "), std::string::npos) << verdict << ": " << sentence;
      EXPECT_TRUE(sentence.ends_with('.')) << verdict << ": " << sentence;
      EXPECT_NE(sentence.find(": "), std::string::npos) << verdict << " does not say what to do: " << sentence;
    }
    EXPECT_EQ(told.size(), 3U) << verdict;
  }
}

TEST(Meaning, OfTwoVerdictsIsNeverTheSame) {
  for (const Language language : ledger::kLanguages) {
    std::set<std::string> told;
    for (const auto& [verdict, meaning] : everyMeaning())
      EXPECT_TRUE(told.insert(meaning.in(language)).second) << verdict;
  }
}

// Letters that Russian does not have.
TEST(Meaning, InKazakhIsKazakh) {
  for (const auto& [verdict, meaning] : everyMeaning()) {
    const std::string kazakh = meaning.in(Language::kKazakh);
    const std::string russian = meaning.in(Language::kRussian);
    for (const char* letter : {"қ", "ң"}) EXPECT_NE(kazakh.find(letter), std::string::npos) << verdict;
    for (const char* letter : {"қ", "ң", "ғ", "ү", "ұ", "ө", "ә", "і"})
      EXPECT_EQ(russian.find(letter), std::string::npos) << verdict;
  }
}

TEST(Meaning, OfFindingsIsThatOfTheFirstKind) {
  Findings findings;
  findings.couldNotCheck("something");
  findings.add(Wrong::kFork, "one");
  EXPECT_EQ(meaningOf(findings, true).en, meaningOf(Wrong::kFork).en);
  findings.add(Wrong::kTileTampered, "two");
  EXPECT_EQ(meaningOf(findings, true).en, meaningOf(Wrong::kTileTampered).en);
}

}  // namespace
}  // namespace audit
