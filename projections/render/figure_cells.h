// FigureCells — what a subject is called and what a fact says, as cells: names, figures, codes.
//
// Threads  value types and pure functions.
#pragma once

#include <string>
#include <vector>

#include "projections/render/cells.h"
#include "projections/report/register_report.h"

namespace projections {

// Figures in one cell: "12 trees; 40 people; 1 h 30 min".
class CellFigures {
 public:
  explicit CellFigures(ledger::Language language) : language_(language) {}

  void money(const std::string& currency, std::int64_t minor);
  void counted(std::int64_t count, const Counted& words) { add(countedText(count, words, language_)); }
  void plain(std::int64_t count, const std::string& unit);
  void minutes(std::int64_t minutes) { add(durationText(ledger::Minutes{minutes}, language_)); }
  const std::string& text() const { return text_; }

 private:
  void add(const std::string& figure) { text_ += (text_.empty() ? "" : "; ") + figure; }

  ledger::Language language_;
  std::string text_;
};

std::string figuresText(const SubjectFigures& figures, ledger::Language language);
// The same, with the year and the value that the fact states.
std::string factFigures(const FactRow& fact, ledger::Language language);
// Codes as their author wrote them, in the order of the fields.
std::string codesText(const FactEntry& entry, ledger::Language language);
// What a person calls it: its name, its code or number; else the entry that opened it.
std::string calledText(const SubjectRow& subject, ledger::Language language);
// Both with something between them, or the one that is not empty.
std::string joined(const std::string& first, const char* between, const std::string& second);

// Each figure in a column of its own, for files; cells in the order of the columns.
void addFigureColumns(std::vector<Column>& columns, const Cells& cells);
void addFigureCells(std::vector<Cell>& row, const SubjectFigures& figures, const Cells& cells);

}  // namespace projections
