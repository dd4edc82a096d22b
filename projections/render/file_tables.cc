#include "projections/render/file_tables.h"

#include <algorithm>
#include <set>

#include "projections/language/form_phrases.h"

namespace projections {
namespace {

using ledger::Language;

// Without the indent that shows what a line is part of.
std::string withoutIndent(const std::string& text) {
  return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

FileValue valueOf(const Cell& cell) {
  if (const auto* number = std::get_if<Number>(&cell.value)) return *number;
  if (const auto* day = std::get_if<Day>(&cell.value)) return *day;
  const auto* whole = std::get_if<std::string>(&cell.value);
  std::string text = withoutIndent(whole != nullptr ? *whole : cell.shown);
  if (text.empty()) return {};
  return text;
}

FileColumn columnOf(const Column& column) {
  return {column.name, column.heading.empty() ? column.name : column.heading};
}

FileTable particularsOf(const Document& document) {
  const Language language = document.language;
  FileTable table{"particulars",
                  phrases::kParticulars.in(language),
                  {{"section", phrases::kSection.in(language)},
                   {"name", phrases::kParticular.in(language)},
                   {"value", phrases::kValue.in(language)}},
                  {}};
  for (const Section& section : document.sections) {
    for (const Particular& one : section.particulars) {
      const FileValue heading = section.heading.empty() ? FileValue() : FileValue(section.heading);
      table.rows.push_back({heading, withoutIndent(one.name), valueOf(one.value)});
    }
  }
  return table;
}

void join(FileTable& joined, const Table& table) {
  if (joined.columns.empty()) {
    for (const Named& named : table.of) joined.columns.push_back(columnOf(named.column));
    for (const Column& column : table.columns) joined.columns.push_back(columnOf(column));
  }
  for (const Row& row : table.rows) {
    if (row.kind == RowKind::kGap) continue;
    std::vector<FileValue> values;
    for (const Named& named : table.of) values.push_back(valueOf(named.cell));
    for (const Cell& cell : row.cells) values.push_back(valueOf(cell));
    joined.rows.push_back(std::move(values));
  }
}

std::set<std::string> unitsOf(const FileTable& table, std::size_t place) {
  std::set<std::string> units;
  for (const auto& row : table.rows) {
    if (const auto* number = std::get_if<Number>(&row[place])) units.insert(number->unit);
  }
  return units;
}

// Numbers of several units are told apart by a column after them.
void insertUnits(FileTable& table, std::size_t place, Language language) {
  const FileColumn& of = table.columns[place];
  const FileColumn column{of.name + "Unit", of.heading + ": " + phrases::kUnitOf.in(language)};
  table.columns.insert(table.columns.begin() + static_cast<std::ptrdiff_t>(place) + 1, column);
  for (auto& row : table.rows) {
    const auto* number = std::get_if<Number>(&row[place]);
    FileValue unit;
    if (number != nullptr && !number->unit.empty()) unit = number->unit;
    row.insert(row.begin() + static_cast<std::ptrdiff_t>(place) + 1, std::move(unit));
  }
}

void tellUnits(FileTable& table, Language language) {
  for (std::size_t place = 0; place < table.columns.size(); ++place) {
    const std::set<std::string> units = unitsOf(table, place);
    if (units.size() > 1) {
      insertUnits(table, place++, language);
    } else if (units.size() == 1 && !units.begin()->empty()) {
      std::string& heading = table.columns[place].heading;
      if (heading.find(*units.begin()) == std::string::npos) heading += ", " + *units.begin();
    }
  }
}

}  // namespace

std::vector<FileTable> fileTables(const Document& document) {
  std::vector<FileTable> tables;
  FileTable particulars = particularsOf(document);
  if (!particulars.rows.empty()) tables.push_back(std::move(particulars));
  for (const Section& section : document.sections) {
    for (const Table& table : section.tables) {
      auto found = std::ranges::find(tables, table.name, &FileTable::name);
      if (found == tables.end()) {
        tables.push_back({table.name, section.heading, {}, {}});
        found = std::prev(tables.end());
      } else {
        found->heading.clear();
      }
      if (!table.of.empty()) found->heading.clear();
      join(*found, table);
    }
  }
  for (FileTable& table : tables) tellUnits(table, document.language);
  return tables;
}

std::string plainNumber(const Number& number) {
  std::string digits = std::to_string(number.least);
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  const auto decimals = static_cast<std::size_t>(number.decimals);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - decimals, ".");
  return (negative ? "-" : "") + digits;
}

}  // namespace projections
