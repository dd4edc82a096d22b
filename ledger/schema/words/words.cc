#include "ledger/schema/words/words.h"

#include "ledger/schema/words/codes.h"
#include "ledger/schema/words/kinds.h"
#include "ledger/schema/words/places.h"
#include "ledger/schema/words/subjects.h"

namespace ledger {

std::string_view codeOf(Language language) {
  switch (language) {
    case Language::kKazakh:
      return "kk";
    case Language::kRussian:
      return "ru";
    case Language::kEnglish:
      return "en";
  }
  return {};
}

std::optional<Language> languageOf(std::string_view code) {
  for (const Language language : kLanguages) {
    if (codeOf(language) == code) return language;
  }
  return std::nullopt;
}

std::string_view Word::in(Language language) const {
  switch (language) {
    case Language::kKazakh:
      return kk;
    case Language::kRussian:
      return ru;
    case Language::kEnglish:
      return en;
  }
  return code;
}

std::span<const Word> regionWords() {
  return kRegionWords;
}

std::span<const Word> directionWords() {
  return kDirectionWords;
}

std::span<const Word> codeWords() {
  return kCodeWords;
}

std::span<const Word> subjectWords() {
  return kSubjectWords;
}

std::span<const Word> kindWords() {
  return kKindWords;
}

std::string_view word(Language language, Topic topic, std::string_view code) {
  for (const auto words : {regionWords(), directionWords(), codeWords(), subjectWords(), kindWords()}) {
    for (const Word& candidate : words) {
      if (candidate.topic == topic && candidate.code == code) return candidate.in(language);
    }
  }
  return code;
}

}  // namespace ledger
