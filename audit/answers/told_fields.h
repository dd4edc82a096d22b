// told_fields — the fields of a message, one a line, as the schema and its annotations say they are to be read.
//
// Shape    "  field: value"; fields of a structure further in. Ids in their text form, hashes in hex, keys in base64,
//          moments with their civil offset, money in whole units of its currency. Fields that are absent are left out.
//          Codes that the words of the schema know are said in the language, others as they are spelt.
// Requires canonical bytes (form.h): a pointer is followed without further checks.
#pragma once

#include <capnp/dynamic.h>

#include <map>
#include <string>

#include "audit/base/bytes.h"
#include "ledger/schema/words/words.h"

namespace audit {

using GrantCurrencies = std::map<Id, std::string>;

// Amounts without a currency beside them are of that of the message's own amount, or of the grant that it names.
std::string toldFields(capnp::DynamicStruct::Reader message, ledger::Language language,
                       const GrantCurrencies& currencies = {});

// "2026-03-10T10:00:00+05:00"; of an offset of 0 with a Z.
std::string momentText(std::int64_t utc_ms, std::int64_t offset_minutes);
// The word of an enumerant, or its spelling.
std::string codeIn(ledger::Language language, std::string_view enumeration, std::string_view code);

}  // namespace audit
