#include "audit/rules/raised.h"

#include <algorithm>
#include <array>

#include "audit/answers/answer.h"
#include "audit/answers/told_fields.h"
#include "audit/replay/civil_calendar.h"
#include "audit/verify/recount.h"

namespace audit {
namespace {

constexpr std::string_view kFixedSpace = "\u00A0";
constexpr auto kWholeUnits = std::to_array<std::string_view>({"JPY", "KRW", "VND"});

std::string twoDigits(std::int64_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string grouped(const std::string& digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) out += kFixedSpace;
    out += digits[i];
  }
  return out;
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
  std::string digits = sumText(minor < 0 ? -minor : minor);
  std::string fraction;
  if (std::ranges::find(kWholeUnits, currency) == kWholeUnits.end()) {
    if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
    fraction = "." + digits.substr(digits.size() - 2);
    digits.resize(digits.size() - 2);
  }
  return {(minor < 0 ? "-" : "") + grouped(digits) + fraction + std::string(kFixedSpace) + harmless(currency)};
}

Told dayTold(std::int64_t day) {
  const CivilDate date = dateOf(day);
  return {std::to_string(date.year) + "-" + twoDigits(date.month) + "-" + twoDigits(date.day)};
}

Told countTold(std::uint64_t count) {
  return {grouped(std::to_string(count))};
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
