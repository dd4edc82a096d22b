// Identification numbers of Kazakhstan: IIN of persons, BIN of legal entities. Twelve digits, the last a check digit.
//
// Shape    IIN: YYMMDD, a digit for century and sex (1–6), four digits, check digit. BIN: YYMM, a digit 4–6 for the
//          kind of entity, a digit 0–3, five digits, check digit.
// Errors   kInvalid BAD_IIN, BAD_BIN. The number itself never stands in a message.
// Threads  pure functions.
// Source   Law "On National Registers of Identification Numbers"; the check digit is a sum of weights 1…11 modulo 11,
//          taken again with the weights 3…11, 1, 2 where it is 10, and there is no such number where it is 10 again.
#pragma once

#include <string_view>

#include "ledger/base/instant.h"
#include "ledger/base/result.h"

namespace ledger {

Result<void> checkIin(std::string_view number);
Result<void> checkBin(std::string_view number);
// Whether twelve bare digits may be an IIN, and are no BIN: what stands in public is not to be told apart by more than
// that, for a day of birth that does not exist shields nobody whose number has another one.
bool isIinInPublic(std::string_view number);
// The day of birth that a valid IIN names.
CivilDay birthDayOfIin(std::string_view iin);

}  // namespace ledger
