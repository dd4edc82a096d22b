// Amounts as people read them: "26 000 000.00 KZT".
//
// Shape    whole units of the currency, thousands set apart by spaces that do not break (U+00A0). Of a currency whose
//          minor unit is not known here the minor units are told, and that they are such.
// Units    minor units go in.
// Threads  pure functions.
#pragma once

#include <optional>
#include <string>

#include "audit/replay/id_maps.h"
#include "ledger/schema/words/words.h"

namespace audit {

// How many digits stand behind the point; nullopt of a currency that is not known here.
std::optional<std::size_t> fractionDigitsOf(std::string_view currency);

// "26 000 000.00" of 2 digits behind the point, "2 600 000 000" of none.
std::string amountDigits(Sum minor, std::size_t fraction_digits);
std::string amountText(Sum minor, const std::string& currency, ledger::Language language);
std::string minorUnitsIn(ledger::Language language);

}  // namespace audit
