#include "tools/asar/text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "ledger/base/check.h"

namespace tools {
namespace {

std::span<const TextRow> tableOf(Language language) {
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

std::array<std::span<const TextInThree>, 13> textsInThree() {
  return {exchangeTexts(), personTexts(),  drawTexts(), witnessTexts(), headsTexts(),  evidenceTexts(),  auditTexts(),
          journalTexts(),  roadmapTexts(), formTexts(), releaseTexts(), reportTexts(), projectionTexts()};
}

std::string_view in(Language language, const TextInThree& text) {
  if (language == Language::kEnglish) return text.en;
  return language == Language::kKazakh ? text.kk : text.ru;
}

std::optional<std::string_view> find(Language language, std::string_view key) {
  const auto table = tableOf(language);
  if (const auto row = std::ranges::find(table, key, &TextRow::first); row != table.end()) return row->second;
  for (const auto three : textsInThree()) {
    const auto row = std::ranges::find(three, key, &TextInThree::key);
    if (row != three.end()) return in(language, *row);
  }
  return std::nullopt;
}

}  // namespace

std::vector<TextRow> textsIn(Language language) {
  const auto table = tableOf(language);
  std::vector<TextRow> texts(table.begin(), table.end());
  for (const auto three : textsInThree()) {
    for (const TextInThree& text : three) texts.emplace_back(text.key, in(language, text));
  }
  return texts;
}

bool hasText(std::string_view key) {
  return find(Language::kEnglish, key).has_value();
}

std::string_view say(Language language, std::string_view key) {
  const auto text = find(language, key);
  ASAR_CHECK(text.has_value());
  return *text;
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
