// Import values — from the texts of a row to the fields of a command.
//
// Shape    text with names in braces: {column}, {column?} may be absent, {@.x} of the element under way, {#row},
//          {#batch}, {$name} set on the command line or among the constants. Typed tables: {id="…"}, {code="…",
//          empty="…"}, {day="…"}, {instant="…", plus_days=n}, {money="…", negate=true}, {integer="…", least="…"},
//          {minutes_from="…", minutes_to="…", times="…"}, {hash="…"}; {hash="row"} is that of the row's bytes.
//          Ids are derived from the batch and their text; codes replace what their alphabet lacks.
// Errors   kInvalid MISSING_COLUMN, BAD_DATE, BAD_NUMBER, BAD_MAPPING.
// Threads  one.
#pragma once

#include <set>
#include <string>

#include "ledger/base/ids.h"
#include "tools/asar/import_mapping.h"
#include "tools/asar/import_source.h"

namespace tools {

// What a name in braces may mean.
struct ImportScope {
  const ImportMapping& mapping;
  ledger::SubjectId batch;
  const std::map<std::string, std::string, std::less<>>& set;  // --set NAME=VALUE
  const ImportRow* row = nullptr;
  std::string element;                    // "states.0" while an element is under way
  std::set<std::string>* used = nullptr;  // names of columns that were read
};

// Places in lists become '*': states.0.count → states.*.count.
std::string columnName(std::string_view cell);

ledger::Result<std::string> expandText(const std::string& text, const ImportScope& scope);
ledger::Result<ledger::JsonValue> expandValue(const ledger::JsonValue& value, const ImportScope& scope);
// Conditions {value="…", equals=["…"]}, {value="…", sign="positive"|"negative"}.
ledger::Result<bool> allHold(const ledger::JsonValue& conditions, const ImportScope& scope);

ledger::Id16 derivedId(const ledger::SubjectId& batch, std::string_view name);
// Characters outside A-Z a-z 0-9 . _ / : - become '_'; where more than spaces were lost, or the text is too long,
// eight hex digits of its SHA-256 keep it distinct.
std::string codeOf(const std::string& text);

}  // namespace tools
