// Text — every string that `asar` prints, in one table for each language.
//
// Shape    keys are "noun.verb" for what a command does, "noun.verb.option" or "option.name" for an option, and
//          words of their own for all else. {0}, {1} … stand for values. A text that a language lacks is
//          English. `asar help` and the tests walk through all keys that commands ask for.
// Threads  pure functions.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "ledger/schema/words/words.h"

namespace tools {

using Language = ledger::Language;

using TextRow = std::pair<std::string_view, std::string_view>;
std::span<const TextRow> englishTexts();

bool hasText(std::string_view key);
std::string_view say(Language language, std::string_view key);
std::string say(Language language, std::string_view key, std::initializer_list<std::string> values);

}  // namespace tools
