#include "tools/asar/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "ledger/base/utf8.h"
#include "ledger/event/codec.h"
#include "tools/asar/help_format.h"

namespace tools {
namespace {

// Codes, and words that both languages spell alike.
constexpr std::array<std::string_view, 12> kAlikeInBoth = {
    "word.vkey",      "metavar.FILE",       "metavar.ID",           "metavar.N",   "metavar.CODE", "option.file",
    "option.purpose", "hint.NO_CHECKPOINT", "hint.UNKNOWN_COMMAND", "sender.role", "type.base64",  "help.verb.mark"};

std::set<std::string> keysOf(Language language) {
  std::set<std::string> keys;
  for (const auto& [key, text] : textsIn(language)) {
    EXPECT_TRUE(keys.emplace(key).second) << codeOf(language) << " has twice: " << key;
    EXPECT_FALSE(text.empty()) << codeOf(language) << " " << key;
  }
  return keys;
}

// "{0}", "{1}" … as often as they stand there.
std::multiset<std::string> placesOf(std::string_view text) {
  std::multiset<std::string> places;
  for (std::size_t at = 0; (at = text.find('{', at)) != std::string_view::npos; ++at) {
    const bool place = at + 2 < text.size() && text[at + 2] == '}' && text[at + 1] >= '0' && text[at + 1] <= '9';
    if (place) places.emplace(text.substr(at, 3));
  }
  return places;
}

// The letters of a text beyond ASCII that the alphabet lacks.
std::string foreignLetters(std::string_view text, std::string_view alphabet) {
  std::string foreign;
  while (!text.empty()) {
    const std::string_view letter = text.substr(0, std::max<std::size_t>(ledger::utf8Length(text), 1));
    if (letter.size() > 1 && alphabet.find(letter) == std::string_view::npos) foreign += letter;
    text.remove_prefix(letter.size());
  }
  return foreign;
}

constexpr std::string_view kSigns = "–—№";
constexpr std::string_view kRussian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
constexpr std::string_view kOnlyKazakh = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";

std::string alphabetOf(Language language) {
  std::string letters(kSigns);
  if (language != Language::kEnglish) letters += kRussian;
  if (language == Language::kKazakh) letters += kOnlyKazakh;
  return letters;
}

// The text as the table has it; empty where it has none.
std::string_view textOf(Language language, std::string_view key) {
  const auto texts = textsIn(language);
  const auto row = std::ranges::find(texts, key, &TextRow::first);
  return row == texts.end() ? std::string_view() : row->second;
}

TEST(Text, TablesHoldTheSameKeys) {
  const auto english = keysOf(Language::kEnglish);
  for (const Language language : {Language::kKazakh, Language::kRussian}) {
    std::vector<std::string> odd;
    std::ranges::set_symmetric_difference(keysOf(language), english, std::back_inserter(odd));
    EXPECT_EQ(odd, std::vector<std::string>{}) << codeOf(language);
  }
}

TEST(Text, EveryLanguageNamesTheSameValues) {
  for (const Language language : {Language::kKazakh, Language::kRussian}) {
    for (const auto& [key, text] : textsIn(language)) {
      EXPECT_EQ(placesOf(text), placesOf(textOf(Language::kEnglish, key))) << key << ": " << text;
    }
  }
}

TEST(Text, NoTextWasLeftInAnotherLanguage) {
  for (const auto& [key, english] : textsIn(Language::kEnglish)) {
    if (std::ranges::find(kAlikeInBoth, key) != kAlikeInBoth.end()) continue;
    const auto kazakh = textOf(Language::kKazakh, key);
    const auto russian = textOf(Language::kRussian, key);
    // Short words such as "команда" are one in both: those of up to twelve letters may meet.
    EXPECT_TRUE(kazakh != russian || kazakh.size() <= 24U) << key << ": " << russian;
    EXPECT_NE(kazakh, english) << key;
    EXPECT_NE(russian, english) << key;
  }
}

TEST(Text, EveryTextKeepsToItsAlphabet) {
  for (const Language language : ledger::kLanguages) {
    for (const auto& [key, text] : textsIn(language))
      EXPECT_EQ(foreignLetters(text, alphabetOf(language)), "") << codeOf(language) << " " << key;
  }
}

TEST(Text, EveryCommandOfTheSchemaIsToldInEveryLanguage) {
  for (std::size_t i = 0; i < ledger::kKinds; ++i) {
    const auto& traits = ledger::traitsOf(static_cast<ledger::Kind>(i));
    const auto kazakh = deedIn(Language::kKazakh, traits.command, traits.does);
    const auto russian = deedIn(Language::kRussian, traits.command, traits.does);
    EXPECT_EQ(deedIn(Language::kEnglish, traits.command, traits.does), traits.does);
    EXPECT_NE(kazakh, traits.does) << traits.command;
    EXPECT_NE(russian, traits.does) << traits.command;
    EXPECT_NE(kazakh, russian) << traits.command;
    EXPECT_EQ(foreignLetters(kazakh, alphabetOf(Language::kKazakh)), "") << traits.command;
    EXPECT_EQ(foreignLetters(russian, alphabetOf(Language::kRussian)), "") << traits.command;
  }
}

TEST(Text, ValuesAreNeverReadAsPlaces) {
  EXPECT_EQ(say(Language::kEnglish, "genesis.signed.of", {"{1}", "2"}), "{1} of 2");
  EXPECT_EQ(say(Language::kKazakh, "genesis.signed.of", {"1", "2"}), "2 ішінен 1");
}

TEST(HelpFormat, LinesAreBrokenByWhatTheEyeSees) {
  EXPECT_EQ(wrapped("бір екі үш төрт", 8, 2), "бір екі\n  үш төрт");
  EXPECT_EQ(wrapped("a-word-that-is-long b", 4, 1), "a-word-that-is-long\n b");
  EXPECT_EQ(wrapped("", 8, 2), "");
}

}  // namespace
}  // namespace tools
