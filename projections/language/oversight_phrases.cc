#include "projections/language/oversight_phrases.h"

#include <algorithm>

#include "projections/language/further_event_phrases.h"

namespace projections {
namespace {

constexpr NamedPhrase kSeverities[] = {{"low", {"төмен", "низкая", "low"}},
                                       {"medium", {"орташа", "средняя", "medium"}},
                                       {"high", {"жоғары", "высокая", "high"}},
                                       {"critical", {"аса жоғары", "критическая", "critical"}}};

template <std::size_t N>
std::string wordIn(const NamedPhrase (&all)[N], std::string_view name, ledger::Language language) {
  for (const NamedPhrase& one : all) {
    if (one.name == name) return one.phrase.in(language);
  }
  return std::string(name);
}

}  // namespace

std::string eventText(std::string_view event, ledger::Language language) {
  const std::string public_word = wordIn(kEventPhrases, event, language);
  return public_word == event ? wordIn(kFurtherEventPhrases, event, language) : public_word;
}

std::size_t eventPlace(std::string_view event) {
  return static_cast<std::size_t>(std::ranges::find(kEventPhrases, event, &NamedPhrase::name) -
                                  std::begin(kEventPhrases));
}

std::string severityText(std::string_view severity, ledger::Language language) {
  return wordIn(kSeverities, severity, language);
}

}  // namespace projections
