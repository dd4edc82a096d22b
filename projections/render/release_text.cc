#include "projections/render/release_text.h"

#include "projections/language/release_phrases.h"
#include "projections/language/suppression_phrases.h"
#include "projections/render/text_table.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Topic;

TextTable::Column wordsColumn(const Phrase& heading, Language language) {
  return {heading.in(language), TextTable::Align::kLeft};
}
TextTable::Column figuresColumn(const Phrase& heading, Language language) {
  return {heading.in(language), TextTable::Align::kRight};
}

std::string noteOf(const ReleaseTableRow& row, Language language) {
  switch (row.fate) {
    case Fate::kTold:
      return row.revised ? p::kRevisedCell.in(language) : "";
    case Fate::kFew:
      return p::kTooFew.in(language);
    case Fate::kDominated:
      return p::kDominatedBy.in(language);
    case Fate::kCover:
      return p::kCovering.in(language);
    case Fate::kUnder:
      return p::kUnderHidden.in(language);
  }
  return "";
}

const Phrase& headingOf(std::string_view table) {
  if (table == "regions") return p::kHoursByRegion;
  if (table == "activities") return p::kByActivity;
  return table == "organisations" ? p::kByOrganisation : p::kTheCountry;
}

std::string sectionOf(const ReleaseTable& table, Language language) {
  std::vector<TextTable::Column> columns{wordsColumn(p::kPeriod, language)};
  if (table.name == "regions" || table.name == "organisations") columns.push_back(wordsColumn(p::kRegion, language));
  if (table.name == "organisations") columns.push_back(wordsColumn(p::kOrganisation, language));
  if (table.name == "activities") columns.push_back(wordsColumn(p::kActivityColumn, language));
  columns.insert(columns.end(), {figuresColumn(p::kVolunteers, language), figuresColumn(p::kHoursColumn, language),
                                 wordsColumn(p::kWhyHidden, language)});
  TextTable text(columns);
  for (const ReleaseTableRow& row : table.rows) {
    std::vector<std::string> cells{row.period};
    if (!row.region.empty()) cells.emplace_back(ledger::word(language, Topic::kRegion, row.region));
    if (row.organisation != nullptr) cells.push_back(nameIn(row.organisation->names, language));
    if (!row.activity.empty()) cells.emplace_back(ledger::word(language, Topic::kActivityKind, row.activity));
    const bool told = isTold(row.fate);
    cells.push_back(told ? countText(row.volunteers, language) : std::string(kHiddenSign));
    cells.push_back(told ? countText(row.hours, language) : std::string(kHiddenSign));
    cells.push_back(noteOf(row, language));
    text.add(std::move(cells));
  }
  return text.empty() ? "" : "\n" + headingOf(table.name).in(language) + "\n" + text.text();
}

}  // namespace

std::string releaseText(const ReleaseTables& tables, const SuppressionRule& rule, Language language) {
  std::string text = filled(p::kReleaseOf.in(language), {tables.period.name()}) + "\n";
  std::string sections;
  for (const char* name : {"national", "regions", "activities", "organisations"}) {
    for (const ReleaseTable& table : tables.tables) {
      if (table.name == name) sections += sectionOf(table, language);
    }
  }
  if (sections.empty()) sections = "\n" + p::kNothingToTell.in(language) + "\n";
  return text + sections + "\n" +
         filled(p::kRoundedFigures.in(language), {std::string(kHiddenSign), countText(rule.least, language),
                                                  countText(rule.least_with_minors, language)}) +
         "\n";
}

}  // namespace projections
