#include <algorithm>

#include "projections/render/headed_text.h"
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

// A column stands only where some row has something in it.
struct TextColumn {
  TextTable::Column heading;
  std::vector<std::string> cells;
};

std::string tableText(const std::vector<TextColumn>& columns) {
  std::vector<const TextColumn*> shown;
  std::vector<TextTable::Column> headings;
  for (const TextColumn& column : columns) {
    if (std::ranges::all_of(column.cells, [](const std::string& cell) { return cell.empty(); })) continue;
    shown.push_back(&column);
    headings.push_back(column.heading);
  }
  if (shown.empty()) return {};
  TextTable table(headings);
  for (std::size_t row = 0; row < shown.front()->cells.size(); ++row) {
    std::vector<std::string> cells;
    cells.reserve(shown.size());
    for (const TextColumn* column : shown) cells.push_back(column->cells[row]);
    table.add(std::move(cells));
  }
  return table.text();
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

std::string entriesText(const RegisterReport& report, Language language) {
  std::vector<TextColumn> columns = {{left(p::kOpened, language), {}},  {left(p::kName, language), {}},
                                     {left(p::kState, language), {}},   {left(p::kBelongsTo, language), {}},
                                     {left(p::kFigures, language), {}}, {left(p::kIdentity, language), {}}};
  for (const RegisterEntry& entry : report.entries) {
    const SubjectRow& subject = entry.subject;
    const std::string cells[] = {
        shortDay(subject.opened, language),
        joined(calledText(subject, language), "; ", sortOf(subject, language)),
        standingText(entry, language),
        ownerText(entry, language),
        joined(figuresText(entry.standing.figures, language), "; ", dueText(entry.standing, language)),
        subject.subject.text()};
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].cells.push_back(cells[i]);
  }
  return tableText(columns);
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

std::string factRows(const RegisterReport& report, Language language) {
  std::vector<TextColumn> columns = {{left(p::kDate, language), {}},  {left(p::kName, language), {}},
                                     {left(p::kEvent, language), {}}, {left(p::kFigures, language), {}},
                                     {left(p::kCodes, language), {}}, {right(p::kEntry, language), {}}};
  for (const RegisterEntry& entry : report.entries) {
    for (const FactEntry& one : entry.facts) {
      const std::string cells[] = {shortDay(one.fact.day, language),
                                   calledText(entry.subject, language),
                                   one.fact.event,
                                   factFigures(one.fact, language),
                                   codesText(one, language),
                                   std::to_string(one.fact.fact_index)};
      for (std::size_t i = 0; i < columns.size(); ++i) columns[i].cells.push_back(cells[i]);
    }
  }
  return tableText(columns);
}

std::string statesText(const RegisterReport& report, Language language) {
  TextTable table({left(p::kState, language), right(p::kCount, language), left(p::kFigures, language)});
  for (const auto& [state, sums] : report.by_state)
    table.add({stateText(state, language), countText(sums.count, language), sumsText(sums, language)});
  table.rule();
  table.add({p::kTotal.in(language), countText(report.total.count, language), sumsText(report.total, language)});
  return table.text();
}

std::string eventsText(const RegisterReport& report, Language language) {
  if (report.by_event.empty()) return {};
  TextTable table({left(p::kEvent, language), right(p::kCount, language), left(p::kFigures, language)});
  for (const auto& [event, sums] : report.by_event)
    table.add({event, countText(sums.count, language), sumsText(sums, language)});
  return table.text();
}

// What was asked for, where it narrows the register.
std::string questionText(const RegisterReport& report, Language language) {
  const RegisterQuestion& question = report.question;
  std::vector<std::pair<std::string, std::string>> lines;
  if (!question.state.empty()) lines.emplace_back(p::kState.in(language), stateText(question.state, language));
  if (!question.of.isNone()) lines.emplace_back(p::kBelongsTo.in(language), question.of.text());
  if (question.from != 0 || question.to != 0) {
    lines.emplace_back(p::kOnDays.in(language),
                       shortDay(question.from, language) + " – " + shortDay(question.to, language));
  }
  if (question.as_of != 0) lines.emplace_back(p::kAsOf.in(language), longDay(question.as_of, language));
  if (question.at != report.stamp.size)
    lines.emplace_back(p::kAtSize.in(language), countText(static_cast<std::int64_t>(question.at), language));
  return lines.empty() ? std::string() : "\n" + projections::factsText(lines);
}

}  // namespace

std::string registerText(const RegisterReport& report, Language language) {
  const std::string_view plural = ledger::word(language, Topic::kRegister, nameOf(report.question.role));
  std::string text = titleText(p::kRegister.in(language) + ": " + std::string(plural), report.stamp, language);
  text += questionText(report, language);
  if (report.entries.empty()) {
    text += "\n  " + p::kNothing.in(language) + "\n";
  } else {
    text += "\n" + entriesText(report, language);
    text += sectionText(p::kTotal.in(language), statesText(report, language));
  }
  if (report.question.facts) {
    text += sectionText(p::kFacts.in(language), factRows(report, language));
    text += sectionText(p::kFactsBySort.in(language), eventsText(report, language));
  }
  return text + stampText(report.stamp, language);
}

}  // namespace projections
