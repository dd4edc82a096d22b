#include "projections/language/credit_phrases.h"
#include "projections/language/entry_phrases.h"
#include "projections/language/oversight_phrases.h"
#include "projections/render/account_parts.h"
#include "projections/render/accountability.h"
#include "projections/render/figure_cells.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;

Cell aboutCell(const PublicEntry& entry, Language language) {
  return entry.said.fact.subject.isNone() ? Cell() : Cell(calledText(entry.subject, language));
}

Cell changesCell(const PublicEntry& entry, Language language) {
  std::string text;
  for (const EntryChange& change : entry.changes)
    text = joined(text, "; ", eventText(change.event, language) + " №\u00a0" + std::to_string(change.index));
  return text;
}

Table publicEntries(const AccountParts& parts, const EntryReport& report) {
  const Cells& cells = parts.cells;
  const Language language = cells.language();
  std::vector<Column> columns = {cells.right("entry", p::kEntry),
                                 cells.left("day", p::kDate),
                                 cells.left("event", p::kEvent),
                                 cells.left("about", p::kAboutWhom, Where::kFilled),
                                 cells.left("organisation", p::kOrganisation, Where::kFilled),
                                 cells.left("figures", p::kFigures, Where::kFilled),
                                 cells.left("changedBy", p::kChangedBy, Where::kFilled),
                                 cells.left("codes", p::kCodes, Where::kData),
                                 cells.left("subject", p::kIdentity, Where::kData)};
  addFigureColumns(columns, cells);
  Table table("entries", columns);
  for (const PublicEntry& entry : report.entries) {
    const FactRow& fact = entry.said.fact;
    std::vector<Cell> row = {cells.index(fact.fact_index),
                             cells.day(fact.day),
                             Cell(eventText(fact.event, language), fact.event),
                             aboutCell(entry, language),
                             cells.name(entry.owner.names),
                             factFigures(fact, language),
                             changesCell(entry, language),
                             codesText(entry.said, language),
                             fact.subject.isNone() ? Cell() : Cell(fact.subject.text())};
    addFigureCells(row, fact.figures, cells);
    table.add(std::move(row));
  }
  table.if_empty = parts.in(p::kNoEntries);
  return table;
}

// What its event is called, with the kind as it was asked for.
Cell kindCell(const std::string& kind, Language language) {
  for (std::size_t i = 0; i < ledger::kKinds; ++i) {
    const ledger::KindTraits& traits = ledger::traitsOf(static_cast<ledger::Kind>(i));
    if (traits.command == kind || traits.event == kind)
      return {eventText(traits.event, language) + " (" + kind + ")", kind};
  }
  return kind;
}

// What was asked for, where it narrows the journal.
Section questionOf(const AccountParts& parts, const EntryQuestion& question) {
  Section section;
  const auto tell = [&](const Phrase& name, Cell cell) {
    section.particulars.push_back({parts.in(name), std::move(cell)});
  };
  if (!question.find.empty()) tell(p::kAskedFor, question.find);
  if (!question.kind.empty()) tell(p::kEventAsked, kindCell(question.kind, parts.cells.language()));
  if (!question.of.isNone()) tell(p::kBelongsTo, question.of.text());
  if (question.before != 0) tell(p::kEntriesBefore, parts.cells.index(question.before));
  return section;
}

}  // namespace

Document entryDocument(const EntryReport& report, Language language) {
  const AccountParts parts(language);
  Document document = parts.begin("entries", parts.in(p::kPublicEntries), report.stamp);
  document.open = true;
  Section entries;
  entries.tables.push_back(publicEntries(parts, report));
  if (report.next != 0) entries.remarks.push_back(filled(parts.in(p::kMoreEntries), {std::to_string(report.next)}));
  entries.remarks.push_back(parts.in(p::kEntriesAreNotAll));
  document.sections = {questionOf(parts, report.question), std::move(entries)};
  return document;
}

}  // namespace projections
