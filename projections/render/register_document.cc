#include <algorithm>

#include "projections/render/cells.h"
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

// Figures in one cell: "12 trees; 40 people; 1 h 30 min".
class Figures {
 public:
  explicit Figures(Language language) : language_(language) {}

  void money(const std::string& currency, std::int64_t minor) {
    const auto known = ledger::Currency::parse(currency);
    add(known ? moneyText({minor, *known}, language_) : std::to_string(minor));
  }
  void counted(std::int64_t count, const Counted& words) { add(countedText(count, words, language_)); }
  void plain(std::int64_t count, const std::string& unit) {
    add(countText(count, language_) + (unit.empty() ? "" : " " + unit));
  }
  void minutes(std::int64_t minutes) { add(durationText(ledger::Minutes{minutes}, language_)); }
  const std::string& text() const { return text_; }

 private:
  void add(const std::string& figure) { text_ += (text_.empty() ? "" : "; ") + figure; }

  Language language_;
  std::string text_;
};

std::string figuresText(const SubjectFigures& figures, Language language) {
  Figures cell(language);
  if (figures.amount) cell.money(figures.currency, *figures.amount);
  if (figures.quantity) cell.plain(*figures.quantity, figures.unit);
  if (figures.people) cell.counted(*figures.people, p::kPeople);
  if (figures.minutes) cell.minutes(*figures.minutes);
  if (figures.votes) cell.counted(*figures.votes, p::kVotes);
  if (figures.points) cell.counted(*figures.points, p::kPoints);
  if (figures.credits) cell.counted(*figures.credits, p::kCredits);
  return cell.text();
}

std::string sumsText(const RegisterSums& sums, Language language) {
  Figures cell(language);
  for (const auto& [currency, minor] : sums.amounts) cell.money(currency, minor);
  for (const auto& [unit, quantity] : sums.quantities) cell.plain(quantity, unit);
  if (sums.people != 0) cell.counted(sums.people, p::kPeople);
  if (sums.minutes != 0) cell.minutes(sums.minutes);
  if (sums.votes != 0) cell.counted(sums.votes, p::kVotes);
  if (sums.points != 0) cell.counted(sums.points, p::kPoints);
  if (sums.credits != 0) cell.counted(sums.credits, p::kCredits);
  return cell.text();
}

std::string joined(const std::string& first, const char* between, const std::string& second) {
  return first.empty() || second.empty() ? first + second : first + between + second;
}

// What a person calls it: its name, else its code or number.
std::string labelOf(const SubjectRow& subject, Language language) {
  const std::string name = nameIn(subject.names, language);
  const std::string& code = subject.number.empty() ? subject.code : subject.number;
  return joined(name, ", ", code);
}

// Else the entry that opened it.
std::string calledText(const SubjectRow& subject, Language language) {
  const std::string label = labelOf(subject, language);
  return label.empty() ? "№\u00a0" + std::to_string(subject.opened_index) : label;
}

std::string sortOf(const SubjectRow& subject, Language language) {
  if (subject.kind.empty()) return {};
  const auto own = std::ranges::find(kKindTopics, subject.role, &std::pair<StreamRole, Topic>::first);
  if (own != std::end(kKindTopics)) return std::string(ledger::word(language, own->second, subject.kind));
  const std::string code = std::string(nameOf(subject.role)) + "." + subject.kind;
  const std::string_view word = ledger::word(language, Topic::kSubjectKind, code);
  return word == code ? subject.kind : std::string(word);
}

// Each figure in a column of its own, in the order of figureCells.
void addFigureColumns(std::vector<Column>& columns, const Cells& cells) {
  for (const auto& [name, heading] :
       {std::pair("amount", &p::kAmount), std::pair("quantity", &p::kQuantity), std::pair("people", &p::kPeopleCount),
        std::pair("minutes", &p::kServiceTime), std::pair("votes", &p::kVoteCount),
        std::pair("points", &p::kPointCount), std::pair("credits", &p::kCreditCount)})
    columns.push_back(cells.right(name, *heading, Where::kData));
}

void addFigureCells(std::vector<Cell>& row, const SubjectFigures& figures, const Cells& cells) {
  const auto count = [&](const std::optional<std::int64_t>& value) { return value ? cells.count(*value) : Cell(); };
  const auto currency = ledger::Currency::parse(figures.currency);
  row.push_back(figures.amount && currency ? cells.money({*figures.amount, *currency}) : count(figures.amount));
  Cell quantity = count(figures.quantity);
  if (figures.quantity) std::get<Number>(quantity.value).unit = figures.unit;
  row.push_back(quantity);
  row.push_back(count(figures.people));
  row.push_back(figures.minutes ? cells.minutes(ledger::Minutes{*figures.minutes}) : Cell());
  for (const auto* value : {&figures.votes, &figures.points, &figures.credits}) row.push_back(count(*value));
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

// Codes as their author wrote them, in the order of the fields.
std::string codesText(const FactEntry& entry, Language language) {
  std::string text;
  const auto append = [&](const std::string& code) { text = joined(text, ", ", code); };
  for (const std::string* code : {&entry.fact.number, &entry.fact.code, &entry.fact.country, &entry.fact.reason})
    append(*code == "none" ? std::string() : *code);
  for (const FactWordRow& one : entry.words) {
    if (one.field == "kind" || one.word == entry.fact.code) continue;
    const std::string label = one.word.empty() ? one.field : one.word;
    append(one.value ? label + " " + countText(*one.value, language) : label);
  }
  return text;
}

std::string factFigures(const FactRow& fact, Language language) {
  const std::string year = fact.year ? std::to_string(*fact.year) : std::string();
  const std::string value = fact.value ? countText(*fact.value, language) : std::string();
  return joined(figuresText(fact.figures, language), "; ", joined(year, ": ", value));
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
                               one.fact.event,
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
    table.add({event, cells.count(sums.count), sumsText(sums, cells.language())});
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
