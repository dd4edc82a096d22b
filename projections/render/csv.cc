#include "projections/render/csv.h"

#include <algorithm>

#include "projections/render/csv_cell.h"
#include "projections/render/file_tables.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
std::string cellOf(const FileValue& value, const CsvWishes& wishes) {
  if (const auto* number = std::get_if<Number>(&value)) return plainNumber(*number);
  if (const auto* day = std::get_if<Day>(&value)) return ledger::dayText(day->day);
  if (const auto* text = std::get_if<std::string>(&value)) return csvCell(wishes.raw ? *text : neutralised(*text));
  return {};
}

template <class Cells, class CellText>
std::string lineOf(const Cells& cells, CellText text_of) {
  std::string line;
  bool first = true;
  for (const auto& cell : cells) {
    if (!first) line += ',';
    line += text_of(cell);
    first = false;
  }
  if (line.empty()) line = "\"\"";  // readers pass over empty lines
  return line + "\r\n";
}

std::string namesOf(const std::vector<FileTable>& tables) {
  std::string names;
  for (const FileTable& table : tables) names += (names.empty() ? "" : ", ") + table.name;
  return names;
}

Result<FileTable> tableOf(const Document& document, const std::string& name) {
  std::vector<FileTable> tables = fileTables(document);
  if (name.empty()) {
    const auto rest = std::ranges::count_if(tables, [](const FileTable& one) { return one.name != "particulars"; });
    if (rest == 1 || tables.size() == 1) return std::move(tables.back());
    return Error{ErrorCode::kInvalid, "TABLE_NEEDED",
                 "the report has several tables, and CSV holds one: choose it with --table, of " + namesOf(tables)};
  }
  const auto found = std::ranges::find(tables, name, &FileTable::name);
  if (found != tables.end()) return std::move(*found);
  return Error{ErrorCode::kNotFound, "TABLE_UNKNOWN",
               "the report has no table '" + name + "': it has " + namesOf(tables)};
}

}  // namespace

Result<std::string> documentCsv(const Document& document, const CsvWishes& wishes) {
  const auto table = tableOf(document, wishes.table);
  if (!table) return table.error();
  std::string csv;
  if (wishes.mark) csv += kByteOrderMark;
  csv += lineOf(table->columns,
                [&](const FileColumn& column) { return cellOf(wishes.names ? column.name : column.heading, wishes); });
  for (const auto& row : table->rows) csv += lineOf(row, [&](const FileValue& value) { return cellOf(value, wishes); });
  return csv;
}

}  // namespace projections
