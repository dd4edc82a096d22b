// TOML table — a mapping file as plain values, and questions to its tables.
//
// Shape    text, whole numbers, true and false, lists and tables; fractions and dates are refused: they are written as
//          text.
// Errors   kInvalid BAD_MAPPING with the line or the field.
// Threads  pure functions.
// Source   TOML 1.0.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "ledger/base/result.h"
#include "ledger/event/json_value.h"

namespace tools {

// "the mapping " and what is wrong with it.
ledger::Error badMapping(const std::string& what);
ledger::Result<ledger::JsonValue> readToml(std::string_view toml);

std::string textAt(const ledger::JsonValue& table, std::string_view name, const std::string& otherwise = "");
// Null where there is none.
ledger::JsonValue valueAt(const ledger::JsonValue& table, std::string_view name);
// A misspelt name would otherwise be passed over, and rows would lose what it says.
ledger::Result<void> onlyNames(const ledger::JsonValue& table, const std::string& where,
                               std::initializer_list<std::string_view> names);

}  // namespace tools
