#include "projections/render/document_text.h"

#include <algorithm>
#include <sstream>

#include "projections/language/phrases.h"
#include "projections/render/cells.h"
#include "projections/render/text_table.h"

namespace projections {
namespace {

using ledger::Language;

std::string headText(const Document& document) {
  const Language language = document.language;
  std::string line;
  for (std::size_t i = 0; i < displayWidth(document.title); ++i) line += "═";
  std::string text = document.title + "\n" + line + "\n";
  if (document.stamp.demo) text += phrases::kDemonstration.in(language) + "\n";
  if (document.stamp.period) {
    const Period& period = *document.stamp.period;
    text += phrases::kPeriod.in(language) + ": " + spanText(period.from, period.to, language) + "\n";
  }
  return document.subtitle.empty() ? text : text + "\n  " + document.subtitle + "\n";
}

std::string readParticulars(const std::vector<Particular>& particulars) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const Particular& one : particulars) {
    if (one.where != Where::kData) pairs.emplace_back(one.name, one.value.shown);
  }
  return factsText(pairs);
}

}  // namespace

std::string madeFromText(const Stamp& stamp, Language language) {
  std::string text = phrases::kMadeFrom.in(language);
  if (!stamp.origin.empty()) text += " " + stamp.origin;
  return text + ", " + phrases::kSize.in(language) + " " + countText(static_cast<std::int64_t>(stamp.size), language) +
         ", " + phrases::kWitnesses.in(language) + std::to_string(stamp.witnesses);
}

std::string tableText(const Table& table) {
  if (table.rows.empty()) return table.if_empty.empty() ? std::string() : "  " + table.if_empty + "\n";
  const std::vector<std::size_t> columns = table.shownColumns();
  std::vector<TextTable::Column> headings;
  headings.reserve(columns.size());
  for (const std::size_t place : columns)
    headings.push_back({table.columns[place].heading, table.columns[place].align});
  TextTable text(headings);
  for (const Row& row : table.rows) {
    if (row.kind == RowKind::kTotal || row.kind == RowKind::kUnderRule) text.rule();
    std::vector<std::string> cells;
    cells.reserve(columns.size());
    for (const std::size_t place : columns)
      cells.push_back(row.kind == RowKind::kGap ? std::string() : row.cells[place].shown);
    text.add(std::move(cells));
  }
  return text.text();
}

std::string sectionText(const Section& section) {
  if (section.empty()) return {};
  std::string text = section.heading.empty() ? std::string() : section.heading + "\n";
  text += readParticulars(section.particulars);
  bool first = true;
  for (const Table& table : section.tables) {
    const std::string body = tableText(table);
    if (!first && !body.empty()) text += "\n";
    text += body;
    first = first && body.empty();
  }
  // Sentences that stand alone begin where headings do.
  const std::string indent = text.empty() ? "" : "  ";
  for (const std::string& remark : section.remarks) {
    std::istringstream lines(remark);
    for (std::string line; std::getline(lines, line);) text += indent + line + "\n";
  }
  return text;
}

std::string documentText(const Document& document) {
  std::string text = headText(document);
  for (const Section& section : document.sections) {
    const std::string body = sectionText(section);
    if (!body.empty()) text += "\n" + body;
  }
  return text + "\n" + madeFromText(document.stamp, document.language) + "\n" + phrases::kRoot.in(document.language) +
         " " + document.stamp.root.hex() + "\n";
}

}  // namespace projections
