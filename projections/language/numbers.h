// Numbers — figures, amounts, days and durations as people write them in Kazakh, Russian and English.
//
// Shape    own rules, never the system's locale: the same text on every machine. Thousands are parted by a no-break
//          space and decimals by a comma in kk and ru, by comma and point in en.
// Units    minor units of a currency; minutes; civil days.
// Threads  pure functions.
// Source   Unicode CLDR describes the same customs.
#pragma once

#include <string>

#include "ledger/base/instant.h"
#include "ledger/base/money.h"
#include "ledger/schema/words/words.h"

namespace projections {

// "1 234 567", "1,234,567".
std::string countText(std::int64_t count, ledger::Language language);
// "300 000,00", without the currency.
std::string amountText(std::int64_t minor, ledger::Currency currency, ledger::Language language);
// "300 000": requires a whole number of units.
std::string wholeAmountText(std::int64_t minor, ledger::Currency currency, ledger::Language language);
bool isWhole(std::int64_t minor, ledger::Currency currency);
// "300 000,00 KZT".
std::string moneyText(const ledger::Money& money, ledger::Language language);
// "18 h 50 min", "18 ч 50 мин", "18 сағ 50 мин"; "0 min".
std::string durationText(ledger::Minutes minutes, ledger::Language language);
// "01.03.2026", "1 Mar 2026"; empty for no day.
std::string shortDay(ledger::CivilDay day, ledger::Language language);
// "2026 жылғы 1 наурыз", "1 марта 2026 г.", "1 March 2026".
std::string longDay(ledger::CivilDay day, ledger::Language language);

// A word after a number: Russian has three forms, English two, Kazakh one.
struct Counted {
  const char* kk;
  const char* ru_one;
  const char* ru_few;
  const char* ru_many;
  const char* en_one;
  const char* en_many;
};
// "1 entry", "2 записи", "5 жазба".
std::string countedText(std::int64_t count, const Counted& counted, ledger::Language language);

}  // namespace projections
