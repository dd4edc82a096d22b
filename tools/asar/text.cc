#include "tools/asar/text.h"

#include <algorithm>

#include "ledger/base/check.h"

namespace tools {
namespace {

const TextRow* find(std::span<const TextRow> texts, std::string_view key) {
  const auto row = std::ranges::find(texts, key, &TextRow::first);
  return row == texts.end() ? nullptr : &*row;
}

}  // namespace

std::span<const TextRow> textsIn(Language language) {
  switch (language) {
    case Language::kKazakh:
      return kazakhTexts();
    case Language::kRussian:
      return russianTexts();
    case Language::kEnglish:
      return englishTexts();
  }
  return englishTexts();
}

bool hasText(std::string_view key) {
  return find(englishTexts(), key) != nullptr;
}

std::string_view say(Language language, std::string_view key) {
  const auto* row = find(textsIn(language), key);
  ASAR_CHECK(row != nullptr);
  return row->second;
}

std::string say(Language language, std::string_view key, std::initializer_list<std::string> values) {
  const std::string_view text = say(language, key);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool mark = text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}';
    const auto number = mark ? static_cast<std::size_t>(text[at + 1] - '0') : values.size();
    if (number >= values.size()) {
      out += text[at++];
      continue;
    }
    out += std::data(values)[number];
    at += 3;
  }
  return out;
}

}  // namespace tools
