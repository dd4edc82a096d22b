// Text — every string that `asar` prints, in tables that hold each language.
//
// Shape    keys are "noun.verb" for what a command does, "noun.verb.option" or "option.name" for an option, "word.x"
//          for the name of a value, and words of their own for all else. {0} … {9} stand for values. The tables hold
//          the same keys; what a program reads (JSON, names of refusals) and the sentences of refusals are English.
// Threads  pure functions.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/schema/words/deeds.h"

namespace tools {

using Language = ledger::Language;

using TextRow = std::pair<std::string_view, std::string_view>;
std::span<const TextRow> kazakhTexts();
std::span<const TextRow> russianTexts();
std::span<const TextRow> englishTexts();
// Those about other systems, corrections, draws, witnesses, heads of streams, evidence, audits, journals, road maps,
// releases, read models and forms of reports: one row of all three.
struct TextInThree {
  std::string_view key;
  std::string_view kk;
  std::string_view ru;
  std::string_view en;
};
std::span<const TextInThree> exchangeTexts();
std::span<const TextInThree> personTexts();
std::span<const TextInThree> drawTexts();
std::span<const TextInThree> witnessTexts();
std::span<const TextInThree> headsTexts();
std::span<const TextInThree> evidenceTexts();
std::span<const TextInThree> auditTexts();
std::span<const TextInThree> journalTexts();
std::span<const TextInThree> roadmapTexts();
std::span<const TextInThree> formTexts();
std::span<const TextInThree> releaseTexts();
std::span<const TextInThree> projectionTexts();
std::span<const TextInThree> reportTexts();
// All of them.
std::vector<TextRow> textsIn(Language language);

bool hasText(std::string_view key);
// Requires a key of the tables.
std::string_view say(Language language, std::string_view key);
std::string say(Language language, std::string_view key, std::initializer_list<std::string> values);

using ledger::deedIn;

}  // namespace tools
