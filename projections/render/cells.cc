#include "projections/render/cells.h"

#include <algorithm>

#include "projections/language/credit_phrases.h"

namespace projections {

using ledger::Language;

Column Cells::left(std::string name, const Phrase& heading, Where where) const {
  return {std::move(name), heading.in(language_), Align::kLeft, where};
}

Column Cells::right(std::string name, const Phrase& heading, Where where) const {
  return {std::move(name), heading.in(language_), Align::kRight, where};
}

Cell Cells::word(ledger::Topic topic, std::string_view code) const {
  return std::string(ledger::word(language_, topic, code));
}

Cell Cells::place(ledger::Topic topic, const std::string& code) const {
  return placeText(topic, code, language_);
}

Cell Cells::name(const ledger::Names& names) const {
  return nameIn(names, language_);
}

Cell Cells::count(std::int64_t count) const {
  return {countText(count, language_), Number{count, 0, {}}};
}

Cell Cells::amount(std::int64_t minor, ledger::Currency currency) const {
  return {amountText(minor, currency, language_), Number{minor, currency.exponent(), std::string(currency.code())}};
}

Cell Cells::wholeAmount(std::int64_t minor, ledger::Currency currency) const {
  return {wholeAmountText(minor, currency, language_),
          Number{minor, currency.exponent(), std::string(currency.code())}};
}

Cell Cells::money(const ledger::Money& money) const {
  Cell cell = amount(money.minor, money.currency);
  cell.shown = moneyText(money, language_);
  return cell;
}

Cell Cells::minutes(ledger::Minutes minutes) const {
  return {durationText(minutes, language_), Number{minutes.count(), 0, phrases::kMinutes.in(language_)}};
}

Cell Cells::counted(std::int64_t count, const Counted& words) const {
  return {countedText(count, words, language_), Number{count, 0, {}}};
}

Cell Cells::day(ledger::CivilDay day) const {
  if (day == 0) return {};
  return {shortDay(day, language_), Day{day}};
}

Cell Cells::longDay(ledger::CivilDay day) const {
  if (day == 0) return {};
  return {projections::longDay(day, language_), Day{day}};
}

std::string withCurrency(const Phrase& heading, ledger::Currency currency, Language language) {
  return heading.in(language) + " (" + std::string(currency.code()) + ")";
}

std::string spanText(ledger::CivilDay from, ledger::CivilDay to, Language language) {
  return longDay(from, language) + " – " + longDay(to, language);
}

std::string placeText(ledger::Topic topic, const std::string& code, Language language) {
  if (code.empty()) return phrases::kUnassigned.in(language);
  return std::string(ledger::word(language, topic, code));
}

std::string sortText(std::string_view of, const std::string& code, Language language) {
  const std::string whole = std::string(of) + "." + code;
  const std::string_view word = ledger::word(language, ledger::Topic::kSubjectKind, whole);
  return word == whole ? code : std::string(word);
}

Section asKnown(Section section, const Stamp& stamp, Language language) {
  if (stamp.period && std::ranges::any_of(section.tables, [](const Table& table) { return !table.rows.empty(); }))
    section.remarks.push_back(filled(phrases::kAsKnown.in(language), {std::to_string(stamp.size)}));
  return section;
}

}  // namespace projections
