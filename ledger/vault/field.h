// Fields — what kinds of personal values the vault keeps, by the tag in their commitments.
//
// Shape    values are UTF-8 text in one spelling each; a value is checked before it is kept.
// Errors   kInvalid FIELD_UNKNOWN, BAD_IIN, BAD_BIN, BAD_NAME, BAD_DATE, BAD_VALUE. No message holds the value.
// Threads  pure functions.
// Source   ledger/schema/README.md section 2, "Personal values".
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/instant.h"

namespace ledger {

enum class Field : std::uint16_t {
  kIin = 1,
  kBin = 2,  // of a sole proprietor
  kBirthDate = 3,
  kPhone = 4,
  kEmail = 5,
  kAddress = 6,
  kName = 7,  // as the person writes it in full
  kFamilyName = 8,
  kGivenName = 9,
  kPatronymic = 10,
};

std::span<const Field> allFields();
// "iin", "birthDate" …
std::string_view nameOf(Field field);
std::optional<Field> fieldNamed(std::string_view name);
Result<Field> fieldOf(std::uint16_t tag);

// That the value is one such, in its one spelling.
Result<void> checkValue(Field field, std::string_view value);
// Two persons never share the value: it is looked for among those known.
bool isUnique(Field field);
// The day of birth that a value names, if its field does.
std::optional<CivilDay> birthDayIn(Field field, std::string_view value);

}  // namespace ledger
