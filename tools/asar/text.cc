#include "tools/asar/text.h"

#include <algorithm>

#include "ledger/base/check.h"

namespace tools {
namespace {

const TextRow* find(std::span<const TextRow> texts, std::string_view key) {
  const auto row = std::ranges::find(texts, key, &TextRow::first);
  return row == texts.end() ? nullptr : &*row;
}

// The table of that language. Those that are empty fall back to English, text by text.
std::span<const TextRow> textsOf(Language language) {
  switch (language) {
    case Language::kEnglish:
      return englishTexts();
    case Language::kKazakh:
    case Language::kRussian:
      return {};
  }
  return {};
}

}  // namespace

bool hasText(std::string_view key) {
  return find(englishTexts(), key) != nullptr;
}

std::string_view say(Language language, std::string_view key) {
  if (const auto* own = find(textsOf(language), key)) return own->second;
  const auto* english = find(englishTexts(), key);
  ASAR_CHECK(english != nullptr);
  return english->second;
}

std::string say(Language language, std::string_view key, std::initializer_list<std::string> values) {
  std::string out{say(language, key)};
  std::size_t number = 0;
  for (const std::string& value : values) {
    const std::string mark = "{" + std::to_string(number++) + "}";
    for (std::size_t at = 0; (at = out.find(mark, at)) != std::string::npos; at += value.size())
      out.replace(at, mark.size(), value);
  }
  return out;
}

}  // namespace tools
