// Document — a report as a reader gets it, before it has a form: text, CSV, XLSX and PDF are drawn from it alone.
//
// Shape    a title, and sections one after another; in each its particulars, then its tables, then its remarks. A cell
// is
//          what is shown, in the document's language, with the value under it: forms for reading take the one, CSV
//          and XLSX the other. Tables of one name have the same columns: there they are one table.
// Units    a number is whole and of the least unit: 1234 with two decimals is 12.34; minutes and counts have none.
// Threads  value types.
//
// Adding a report NAME:
//   1. report/NAME_report: one struct and its reader, with a Stamp; render/NAME_json: nameJson(report).
//   2. render/NAME_document: nameDocument(report, language), of cells from cells.h; every heading is a Phrase.
//   3. render/render: renderName reads the report and gives JSON, or the document in the form that is asked for.
//   4. tools/asar/report: the command, its texts in three languages, its example.
// Nothing is done for a form: whoever draws one knows no report.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/base/instant.h"
#include "ledger/schema/words/words.h"
#include "projections/report/stamp.h"

namespace projections {

struct Number {
  std::int64_t least = 0;
  int decimals = 0;
  std::string unit;  // "KZT", "мин": as people write it; none for counts
};

struct Day {
  ledger::CivilDay day = 0;
};

struct Cell {
  Cell() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): most cells are words.
  Cell(std::string text) : shown(std::move(text)) {}
  Cell(std::string text, Number number) : shown(std::move(text)), value(std::move(number)) {}
  Cell(std::string text, Day day) : shown(std::move(text)), value(day) {}
  // Shown with a sign, shortened or broken; `whole` stands in CSV and XLSX.
  Cell(std::string text, std::string whole) : shown(std::move(text)), value(std::move(whole)) {}

  std::string shown;
  // None: what is shown.
  std::variant<std::monostate, Number, Day, std::string> value;
};

enum class Align { kLeft, kRight };

enum class Where {
  kEverywhere,
  kFilled,  // for reading only where some row has something in it
  kData,    // in CSV and XLSX alone
};

struct Column {
  std::string name;  // the same in every language, camelCase: "budget"
  std::string heading;
  Align align = Align::kLeft;
  Where where = Where::kEverywhere;
};

enum class RowKind {
  kPlain,
  kTotal,      // under a rule
  kUnderRule,  // begins another part, and is no sum
  kGap,        // empty: for reading alone
};

struct Row {
  std::vector<Cell> cells;
  RowKind kind = RowKind::kPlain;
};

// What is said once of a whole table, and in CSV and XLSX before each of its rows.
struct Named {
  Column column;
  Cell cell;
};

struct Table {
  Table(std::string table_name, std::vector<Column> all) : name(std::move(table_name)), columns(std::move(all)) {}

  // Requires as many cells as there are columns; of a gap none.
  void add(std::vector<Cell> cells, RowKind kind = RowKind::kPlain);
  void gap() { rows.push_back({{}, RowKind::kGap}); }

  // Places of the columns that are read on paper and screen.
  std::vector<std::size_t> shownColumns() const;

  std::string name;  // camelCase: "expenditures"
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::string if_empty;  // said in the place of a table without rows; it is left out where this is empty
  std::vector<Named> of;
};

struct Particular {
  std::string name;
  Cell value;
  Where where = Where::kEverywhere;
};

struct Section {
  std::string heading;  // none: it follows what stands above
  std::vector<Particular> particulars;
  std::vector<Table> tables;
  std::vector<std::string> remarks;  // a sentence, or a line of a list, each

  // Nothing to read: forms leave it out.
  bool empty() const;
};

struct Document {
  std::string name;  // as it is asked for: "grant"
  std::string title;
  std::string subtitle;
  ledger::Language language = ledger::Language::kEnglish;
  Stamp stamp;
  std::vector<Section> sections;
  std::string query;  // the command that asked for it; whoever asks fills it in
  bool open = false;  // of public entries alone: whoever has it may publish it, under CC BY 4.0
};

}  // namespace projections
