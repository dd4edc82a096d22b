// Public text — what everybody reads in the log: names that are what they look like, and no number of a person.
//
// Shape    names are spelt in Unicode NFC, without characters that cannot be seen, and each word in one script. A
// number
//          of a legal entity ends with its check digit; that of a person does not belong here.
// Errors   BAD_TITLE, BAD_BIN, IIN_PUBLIC. None holds a name or a number.
// Threads  pure functions.
// Source   ledger/schema/README.md section 6, "Public texts"; Unicode Standard Annex 15 (normalisation).
#pragma once

#include <string>
#include <string_view>

#include "ledger/rules/context.h"

namespace ledger {

// Of every kind that has names (decide.h).
Result<void> checkPublicNames(const Names& names, const Context& context);
Result<void> checkPublicTitle(const std::string& title, const Context& context);
// Of an organisation, held by the field of that name.
Result<void> checkPublicNumber(std::string_view field, std::string_view number, const Context& context);

}  // namespace ledger
