#include "projections/report/entry_words.h"

#include <algorithm>
#include <map>
#include <set>

#include "ledger/schema/words/words.h"
#include "projections/language/event_phrases.h"
#include "projections/oversight/search_tokens.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

constexpr std::size_t kWordsMost = 16;

using Tokens = std::vector<std::string>;

// Codes by each word that they go by.
class CodesByWord {
 public:
  CodesByWord() {
    for (const NamedPhrase& event : kEventPhrases) {
      for (const ledger::Language language : ledger::kLanguages) add(event.phrase.in(language), event.name);
    }
    for (const auto words :
         {ledger::regionWords(), ledger::directionWords(), ledger::codeWords(), ledger::kindWords()}) {
      for (const ledger::Word& word : words) {
        for (const std::string_view text : {word.kk, word.ru, word.en}) add(text, codeOf(word));
      }
    }
  }

  // Those with a word that begins so; with one of one character, that is so.
  std::vector<Tokens> beginningWith(const std::string& token) const {
    if (isOneCharacter(token)) {
      const auto same = codes_.find(token);
      return same == codes_.end() ? std::vector<Tokens>{}
                                  : std::vector<Tokens>(same->second.begin(), same->second.end());
    }
    std::set<Tokens> found;
    for (auto one = codes_.lower_bound(token); one != codes_.end() && one->first.starts_with(token); ++one)
      found.insert(one->second.begin(), one->second.end());
    return {found.begin(), found.end()};
  }

 private:
  // A sort of subjects is spelt after its register: "membership.network".
  static std::string_view codeOf(const ledger::Word& word) {
    if (word.topic != ledger::Topic::kSubjectKind) return word.code;
    return word.code.substr(word.code.find('.') + 1);
  }
  void add(std::string_view text, std::string_view code) {
    for (const std::string& token : searchTokens(text)) codes_[token].insert(searchTokens(code));
  }

  std::map<std::string, std::set<Tokens>> codes_;
};

}  // namespace

Result<std::vector<AskedWord>> askedWords(std::string_view text) {
  std::vector<AskedWord> words;
  if (text.empty()) return words;
  Tokens tokens = searchTokens(text);
  if (tokens.empty()) {
    return Error{
        ErrorCode::kInvalid, "QUESTION_WITHOUT_WORDS",
        "there is no word in '" + std::string(text) + "': ask for letters or digits, such as a name or a number"};
  }
  if (tokens.size() > kWordsMost) {
    return Error{ErrorCode::kInvalid, "QUESTION_TOO_LONG",
                 std::to_string(tokens.size()) + " words are asked for, and " + std::to_string(kWordsMost) +
                     " are the most: leave out the common ones"};
  }
  const CodesByWord codes;
  for (std::string& token : tokens) {
    auto known = codes.beginningWith(token);
    words.push_back({std::move(token), std::move(known)});
  }
  return words;
}

}  // namespace projections
