#include <algorithm>

#include "projections/language/oversight_phrases.h"
#include "projections/render/figure_cells.h"
#include "projections/render/render.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::StreamRole;
using ledger::Topic;

// Registers whose kinds have words under a topic of their own.
constexpr std::pair<StreamRole, Topic> kKindTopics[] = {
    {StreamRole::kOffice, Topic::kOfficeKind},     {StreamRole::kOrganisation, Topic::kOrganisationKind},
    {StreamRole::kActivity, Topic::kActivityKind}, {StreamRole::kGrant, Topic::kGrantClass},
    {StreamRole::kCall, Topic::kGrantClass},
};

std::string stateText(const std::string& state, Language language) {
  return std::string(ledger::word(language, Topic::kSubjectState, state));
}

std::string sumsText(const RegisterSums& sums, Language language) {
  CellFigures cell(language);
  for (const auto& [currency, minor] : sums.amounts) cell.money(currency, minor);
  for (const auto& [unit, quantity] : sums.quantities) cell.plain(quantity, unit);
  if (sums.people != 0) cell.counted(sums.people, p::kPeople);
  if (sums.minutes != 0) cell.minutes(sums.minutes);
  if (sums.votes != 0) cell.counted(sums.votes, p::kVotes);
  if (sums.points != 0) cell.counted(sums.points, p::kPoints);
  if (sums.credits != 0) cell.counted(sums.credits, p::kCredits);
  return cell.text();
}

std::string sortOf(const SubjectRow& subject, Language language) {
  if (subject.kind.empty()) return {};
  const auto own = std::ranges::find(kKindTopics, subject.role, &std::pair<StreamRole, Topic>::first);
  if (own != std::end(kKindTopics)) return std::string(ledger::word(language, own->second, subject.kind));
  return sortText(nameOf(subject.role), subject.kind, language);
}

// The state, and since when where that is not the day on which it was opened.
std::string standingText(const RegisterEntry& entry, Language language) {
  const std::string state = stateText(entry.standing.state, language);
  return entry.standing.since_day == entry.subject.opened
             ? state
             : joined(state, " ", shortDay(entry.standing.since_day, language));
}

std::string ownerText(const RegisterEntry& entry, Language language) {
  const std::string& region = entry.subject.region;
  return joined(nameIn(entry.owner, language), "; ",
                region.empty() ? std::string() : std::string(ledger::word(language, Topic::kRegion, region)));
}

std::string dueText(const SubjectStateRow& standing, Language language) {
  return standing.due == 0 ? std::string() : p::kDueBy.in(language) + " " + shortDay(standing.due, language);
}

Table entriesTable(const RegisterReport& report, const Cells& cells) {
  const Language language = cells.language();
  const auto column = [&](const char* name, const Phrase& heading, Where where = Where::kFilled) {
    return cells.left(name, heading, where);
  };
  std::vector<Column> columns = {column("opened", p::kOpened),        column("name", p::kName),
                                 column("state", p::kState),          column("belongsTo", p::kBelongsTo),
                                 column("figures", p::kFigures),      column("subject", p::kIdentity),
                                 column("due", p::kDue, Where::kData)};
  addFigureColumns(columns, cells);
  Table table("entries", columns);
  table.if_empty = p::kNothing.in(language);
  for (const RegisterEntry& entry : report.entries) {
    const SubjectRow& subject = entry.subject;
    std::vector<Cell> row = {
        cells.day(subject.opened),
        joined(calledText(subject, language), "; ", sortOf(subject, language)),
        standingText(entry, language),
        ownerText(entry, language),
        joined(figuresText(entry.standing.figures, language), "; ", dueText(entry.standing, language)),
        subject.subject.text(),
        cells.day(entry.standing.due)};
    addFigureCells(row, entry.standing.figures, cells);
    table.add(std::move(row));
  }
  return table;
}

Table factsTable(const RegisterReport& report, const Cells& cells) {
  const Language language = cells.language();
  std::vector<Column> columns = {
      cells.left("day", p::kDate, Where::kFilled),      cells.left("name", p::kName, Where::kFilled),
      cells.left("event", p::kEvent, Where::kFilled),   cells.left("figures", p::kFigures, Where::kFilled),
      cells.left("codes", p::kCodes, Where::kFilled),   cells.right("entry", p::kEntry, Where::kFilled),
      cells.left("subject", p::kIdentity, Where::kData)};
  addFigureColumns(columns, cells);
  Table table("facts", columns);
  for (const RegisterEntry& entry : report.entries) {
    for (const FactEntry& one : entry.facts) {
      std::vector<Cell> row = {cells.day(one.fact.day),
                               calledText(entry.subject, language),
                               Cell(eventText(one.fact.event, language), one.fact.event),
                               factFigures(one.fact, language),
                               codesText(one, language),
                               cells.index(one.fact.fact_index),
                               entry.subject.subject.text()};
      addFigureCells(row, one.fact.figures, cells);
      table.add(std::move(row));
    }
  }
  return table;
}

Table statesTable(const RegisterReport& report, const Cells& cells) {
  const Language language = cells.language();
  Table table("states",
              {cells.left("state", p::kState), cells.right("count", p::kCount), cells.left("figures", p::kFigures)});
  for (const auto& [state, sums] : report.by_state)
    table.add({stateText(state, language), cells.count(sums.count), sumsText(sums, language)});
  if (table.rows.empty()) return table;
  table.add({cells.phrase(p::kTotal), cells.count(report.total.count), sumsText(report.total, language)},
            RowKind::kTotal);
  return table;
}

Table eventsTable(const RegisterReport& report, const Cells& cells) {
  Table table("events",
              {cells.left("event", p::kEvent), cells.right("count", p::kCount), cells.left("figures", p::kFigures)});
  for (const auto& [event, sums] : report.by_event)
    table.add(
        {Cell(eventText(event, cells.language()), event), cells.count(sums.count), sumsText(sums, cells.language())});
  return table;
}

// What was asked for, where it narrows the register.
Section questionSection(const RegisterReport& report, const Cells& cells) {
  const RegisterQuestion& question = report.question;
  const Language language = cells.language();
  Section section;
  const auto tell = [&](const Phrase& name, Cell cell) {
    section.particulars.push_back({name.in(language), std::move(cell)});
  };
  if (!question.state.empty()) tell(p::kState, stateText(question.state, language));
  if (!question.of.isNone()) tell(p::kBelongsTo, question.of.text());
  if (question.from != 0 || question.to != 0)
    tell(p::kOnDays, shortDay(question.from, language) + " – " + shortDay(question.to, language));
  if (question.as_of != 0) tell(p::kAsOf, cells.longDay(question.as_of));
  if (question.at != report.stamp.size) tell(p::kAtSize, cells.count(static_cast<std::int64_t>(question.at)));
  return section;
}

}  // namespace

Document registerDocument(const RegisterReport& report, Language language) {
  const Cells cells(language);
  const std::string_view plural = ledger::word(language, Topic::kRegister, nameOf(report.question.role));
  Document document{"register", p::kRegister.in(language) + ": " + std::string(plural), {}, language, report.stamp, {},
                    {}};
  document.sections = {questionSection(report, cells),
                       {{}, {}, {entriesTable(report, cells)}, {}},
                       {p::kTotal.in(language), {}, {statesTable(report, cells)}, {}}};
  if (report.question.facts) {
    document.sections.push_back({p::kFacts.in(language), {}, {factsTable(report, cells)}, {}});
    document.sections.push_back({p::kFactsBySort.in(language), {}, {eventsTable(report, cells)}, {}});
  }
  return document;
}

}  // namespace projections
