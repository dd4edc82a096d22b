// Cells — values as a document holds them: what is shown in its language, and the value under it.
//
// Units    minor units of a currency; minutes; civil days; positions of the log.
// Threads  value types and pure functions.
#pragma once

#include <optional>
#include <string>

#include "ledger/event/values.h"
#include "ledger/schema/words/words.h"
#include "projections/language/phrases.h"
#include "projections/render/document.h"

namespace projections {

class Cells {
 public:
  explicit Cells(ledger::Language language) : language_(language) {}

  ledger::Language language() const { return language_; }

  Column left(std::string name, const Phrase& heading, Where where = Where::kEverywhere) const;
  Column right(std::string name, const Phrase& heading, Where where = Where::kEverywhere) const;

  // A dash where there is no figure; empty in files.
  static Cell none() { return {"–", std::string()}; }
  Cell phrase(const Phrase& phrase) const { return phrase.in(language_); }
  // A code's word, by the name it has in the schema.
  Cell word(ledger::Topic topic, std::string_view code) const;
  // Region or direction by code; "not stated" for none.
  Cell place(ledger::Topic topic, const std::string& code) const;
  Cell name(const ledger::Names& names) const;

  Cell count(std::int64_t count) const;
  // Plain digits: an entry of the log, a number of a tranche, a year.
  template <class Whole>
  Cell index(Whole index) const {
    return {std::to_string(index), Number{static_cast<std::int64_t>(index), 0, {}}};
  }
  // "300 000,00", where the currency stands in a heading.
  Cell amount(std::int64_t minor, ledger::Currency currency) const;
  // "300 000": requires a whole number of units.
  Cell wholeAmount(std::int64_t minor, ledger::Currency currency) const;
  // "300 000,00 KZT".
  Cell money(const ledger::Money& money) const;
  Cell minutes(ledger::Minutes minutes) const;
  // "5 people".
  Cell counted(std::int64_t count, const Counted& words) const;
  // "01.03.2026"; empty for no day.
  Cell day(ledger::CivilDay day) const;
  // "2026 жылғы 1 наурыз".
  Cell longDay(ledger::CivilDay day) const;

 private:
  ledger::Language language_;
};

// "Budget (KZT)".
std::string withCurrency(const Phrase& heading, ledger::Currency currency, ledger::Language language);
// "{from} – {to}", in words.
std::string spanText(ledger::CivilDay from, ledger::CivilDay to, ledger::Language language);
std::string placeText(ledger::Topic topic, const std::string& code, ledger::Language language);
// "паводок" of an "emergency" of the sort "flood"; the code itself where it has no word.
std::string sortText(std::string_view of, const std::string& code, ledger::Language language);
// With a remark where the document is of days and the rows are not.
Section asKnown(Section section, const Stamp& stamp, ledger::Language language);

}  // namespace projections
