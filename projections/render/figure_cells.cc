#include "projections/render/figure_cells.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;

// An idea is called by its direction, a deployment by the skill that was asked for.
std::string codeWord(const SubjectRow& subject, Language language) {
  const bool skilled = subject.role == ledger::StreamRole::kSkill || subject.role == ledger::StreamRole::kDeployment;
  if (skilled) return sortText("skill", subject.code, language);
  const bool idea = subject.role == ledger::StreamRole::kIdea;
  return idea ? std::string(ledger::word(language, ledger::Topic::kDirection, subject.code)) : subject.code;
}

// Its name, and its code or number where that is another.
std::string labelOf(const SubjectRow& subject, Language language) {
  const std::string name = nameIn(subject.names, language);
  const std::string code = subject.number.empty() ? codeWord(subject, language) : subject.number;
  return name == code ? name : joined(name, ", ", code);
}

}  // namespace

void CellFigures::money(const std::string& currency, std::int64_t minor) {
  const auto known = ledger::Currency::parse(currency);
  add(known ? moneyText({minor, *known}, language_) : std::to_string(minor));
}

void CellFigures::plain(std::int64_t count, const std::string& unit) {
  add(countText(count, language_) + (unit.empty() ? "" : " " + unit));
}

std::string joined(const std::string& first, const char* between, const std::string& second) {
  return first.empty() || second.empty() ? first + second : first + between + second;
}

std::string figuresText(const SubjectFigures& figures, Language language) {
  CellFigures cell(language);
  if (figures.amount) cell.money(figures.currency, *figures.amount);
  if (figures.quantity) cell.plain(*figures.quantity, figures.unit);
  if (figures.people) cell.counted(*figures.people, p::kPeople);
  if (figures.minutes) cell.minutes(*figures.minutes);
  if (figures.votes) cell.counted(*figures.votes, p::kVotes);
  if (figures.points) cell.counted(*figures.points, p::kPoints);
  if (figures.credits) cell.counted(*figures.credits, p::kCredits);
  return cell.text();
}

std::string factFigures(const FactRow& fact, Language language) {
  const std::string year = fact.year ? std::to_string(*fact.year) : std::string();
  const std::string value = fact.value ? countText(*fact.value, language) : std::string();
  return joined(figuresText(fact.figures, language), "; ", joined(year, ": ", value));
}

std::string codesText(const FactEntry& entry, Language language) {
  std::string text;
  const auto append = [&](const std::string& code) { text = joined(text, ", ", code); };
  for (const std::string* code : {&entry.fact.number, &entry.fact.code, &entry.fact.country, &entry.fact.reason})
    append(*code == "none" ? std::string() : *code);
  for (const FactWordRow& one : entry.words) {
    if (one.field == "kind" || (!one.word.empty() && one.word == entry.fact.code)) continue;
    const std::string label = one.word.empty() ? one.field : one.word;
    append(one.value ? label + " " + countText(*one.value, language) : label);
  }
  return text;
}

std::string calledText(const SubjectRow& subject, Language language) {
  const std::string label = labelOf(subject, language);
  return label.empty() ? "№\u00a0" + std::to_string(subject.opened_index) : label;
}

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

}  // namespace projections
