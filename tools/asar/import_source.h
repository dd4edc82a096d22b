// Import source — rows of a CSV or JSON file as named texts.
//
// Shape    CSV: RFC 4180 with a header row; CRLF, LF and quoted line ends; a byte-order mark is passed over.
//          JSON: the objects of an array; names of nested fields are joined by points and places: "states.0.count".
//          Numbers keep the text they were written with; all else is as the JSON gate takes it
//          (ledger/event/json_gate.h): no byte-order mark, no control characters, no name twice in an object.
// Bounds   CSV: the most columns, bytes of a name and bytes of all names below, for every row carries all names.
// Errors   kInvalid BAD_CSV, BAD_JSON with the place. Hostile input is bounded and never throws.
// Source   RFC 4180; RFC 8259.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/base/result.h"

namespace tools {

constexpr std::size_t kCsvColumnsMax = 1000;
constexpr std::size_t kCsvNameBytesMax = 1000;
constexpr std::size_t kCsvNamesBytesMax = 64UL << 10;
constexpr std::size_t kCsvRowsMax = 4'000'000;

struct ImportRow {
  std::size_t number = 0;  // from 0, the header not counted
  std::string raw;         // CSV: the bytes of the row without its line end; JSON: its fields, one on a line
  std::vector<std::pair<std::string, std::string>> cells;

  // Null where there is no such cell.
  const std::string* find(std::string_view name) const;
  // Whether any cell lies below this name.
  bool has(std::string_view prefix) const;
};

// Cells are parted by a comma or a semicolon.
ledger::Result<std::vector<ImportRow>> readCsvRows(std::string_view text, char delimiter = ',',
                                                   std::size_t rows_max = kCsvRowsMax);
// One row after another, without holding those before; ends with the first error of `take`.
using TakeRow = std::function<ledger::Result<void>(const ImportRow& row)>;
ledger::Result<void> eachCsvRow(std::string_view text, char delimiter, const TakeRow& take);
// `records` names the array by its path; "" is the whole file.
ledger::Result<std::vector<ImportRow>> readJsonRows(std::string_view text, std::string_view records);

}  // namespace tools
