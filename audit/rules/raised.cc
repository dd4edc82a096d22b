#include "audit/rules/raised.h"

#include "audit/answers/amount.h"
#include "audit/answers/answer.h"
#include "audit/answers/told_fields.h"
#include "audit/replay/civil_calendar.h"

namespace audit {
namespace {

constexpr std::string_view kFixedSpace = "\u00A0";

std::string twoDigits(std::int64_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string valueIn(const Told& told, ledger::Language language) {
  if (told.text.empty()) return std::string(told.words.in(language));
  return told.enumeration.empty() ? told.text : codeIn(language, told.enumeration, told.text);
}

}  // namespace

std::string textOf(const Sentence& sentence, ledger::Language language) {
  std::string out;
  std::string_view rest = sentence.words.in(language);
  while (!rest.empty()) {
    const auto place = rest.find('{');
    out += rest.substr(0, place);
    if (place == std::string_view::npos) break;
    // The sentences are ours: a digit and a brace follow.
    const auto number = static_cast<std::size_t>(rest[place + 1] - '0');
    if (number < sentence.values.size()) out += valueIn(sentence.values[number], language);
    rest.remove_prefix(place + 3);
  }
  return out;
}

Told amountTold(Sum minor, const std::string& currency) {
  constexpr std::size_t kUsual = 2;
  return {amountDigits(minor, fractionDigitsOf(currency).value_or(kUsual)) + std::string(kFixedSpace) +
          harmless(currency)};
}

Told dayTold(std::int64_t day) {
  const CivilDate date = dateOf(day);
  return {std::to_string(date.year) + "-" + twoDigits(date.month) + "-" + twoDigits(date.day)};
}

Told countTold(std::uint64_t count) {
  return {amountDigits(static_cast<Sum>(count), 0)};
}

Told shareTold(std::int64_t basis_points) {
  return {std::to_string(basis_points / 100) + "." + std::to_string(basis_points % 100 / 10) +
          std::string(kFixedSpace) + "%"};
}

Told idTold(const Id& id) {
  return {idText(id)};
}

Told textTold(std::string_view text) {
  return {harmless(text)};
}

}  // namespace audit
