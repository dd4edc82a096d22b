// Import mapping — a TOML file that says which commands a row of a source becomes.
//
// Shape    [source] kind = "csv" | "json", records, [source.aliases]; [defaults] date, offset, currency, decimal;
//          [constants]; [[prologue]] and [[row]] with command, fields and, for rows, when, each, once; [[report]] with
//          name, when, each, count; [[link]] with subject, externalId and when, each, once. Texts of `once` are shared
//          by the rules of one command, so that two columns make one subject; each [[link]] has its own.
//          tests/end_to_end/import/*.toml are worked examples.
// Errors   kInvalid BAD_MAPPING with line or field.
// Source   TOML 1.0.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/digest.h"
#include "ledger/event/json_value.h"

namespace tools {

struct ImportRule {
  std::string command;
  ledger::JsonValue when;    // conditions that must all hold
  std::string each;          // repeated for every element of this list of the row
  std::string once;          // only the first time this text appears in a row that is taken
  ledger::JsonValue fields;  // field → text with {names}, or a typed table (import_values.h)
};

struct ImportReport {
  std::string name;
  ledger::JsonValue when;
  std::string each;
  std::string count;  // what is added up; 1 where empty
};

struct ImportMapping {
  ledger::Digest hash;  // of the file
  bool json = false;
  std::string records;
  std::map<std::string, std::string, std::less<>> aliases;  // header in the file → name in the mapping
  std::string date = "YYYY-MM-DD";
  std::string currency;
  char decimal = '.';
  std::int64_t offset = 0;  // minutes east of UTC
  std::map<std::string, std::string, std::less<>> constants;
  std::vector<ImportRule> prologue;
  std::vector<ImportRule> rows;
  std::vector<ImportReport> reports;
  std::vector<ImportRule> links;  // externalIdLink, without link, system and time
};

ledger::Result<ImportMapping> parseMapping(std::string_view toml);

}  // namespace tools
