#include "projections/render/csv.h"

#include <algorithm>
#include <array>

#include "projections/render/file_tables.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
// Spreadsheets pass over these before a formula.
constexpr std::array<std::string_view, 8> kPassedOver = {" ",      "'",      "\"",     "\u00a0",
                                                         "\u200b", "\ufeff", "\u2018", "\u3000"};
constexpr std::array<std::string_view, 11> kRun = {"=",  "+",      "-",      "@",      "\t",    "\r",
                                                   "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
constexpr std::string_view kBegins = ";\t\r\n";  // a cell, in some locale

template <std::size_t N>
std::size_t lengthOfAny(std::string_view text, const std::array<std::string_view, N>& starts) {
  for (const std::string_view start : starts) {
    if (text.starts_with(start)) return start.size();
  }
  return 0;
}

bool isRun(std::string_view text) {
  for (std::size_t length = 1; length != 0; text.remove_prefix(length)) {
    if (lengthOfAny(text, kRun) != 0) return true;
    length = lengthOfAny(text, kPassedOver);
  }
  return false;
}

std::string quoted(const std::string& text) {
  const bool plain =
      text.find_first_of(",;\"\r\n\t") == std::string::npos && !text.starts_with(' ') && !text.ends_with(' ');
  if (plain) return text;
  std::string cell = "\"";
  for (const char byte : text) {
    if (byte == '"') cell += '"';
    cell += byte;
  }
  return cell + "\"";
}

std::string cellOf(const FileValue& value, const CsvWishes& wishes) {
  if (const auto* number = std::get_if<Number>(&value)) return plainNumber(*number);
  if (const auto* day = std::get_if<Day>(&value)) return ledger::dayText(day->day);
  if (const auto* text = std::get_if<std::string>(&value)) return quoted(wishes.raw ? *text : neutralised(*text));
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

std::string neutralised(std::string_view text) {
  std::string safe;
  bool begins = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (begins && isRun(text.substr(at))) safe += '\'';
    safe += text[at];
    begins = kBegins.find(text[at]) != std::string_view::npos;
  }
  return safe;
}

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
