#include <algorithm>

#include "ledger/base/utf8.h"
#include "projections/language/exchange_phrases.h"
#include "projections/language/roadmap_phrases.h"
#include "projections/render/cells.h"
#include "projections/render/document_text.h"
#include "projections/render/render.h"
#include "projections/render/text_table.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Topic;

constexpr std::size_t kWordMost = 28;  // columns of a word in a cell, so that a long address leaves the table its width

// "https://example.kz/reports/2026/…"
std::string shortened(const std::string& word) {
  if (displayWidth(word) <= kWordMost) return word;
  std::string start;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t length = std::max<std::size_t>(ledger::utf8Length(std::string_view{word}.substr(at)), 1);
    const std::string longer = start + word.substr(at, length);
    if (displayWidth(longer) >= kWordMost) break;
    start = longer;
    at += length;
  }
  return start + "…";
}

std::string withShortWords(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t space = std::min(text.find(' ', at), text.size());
    out += (at == 0 ? "" : " ") + shortened(text.substr(at, space - at));
    at = space + 1;
  }
  return out;
}

Cell figureCell(const std::optional<std::int64_t>& figure, const Cells& cells) {
  return figure ? cells.count(*figure) : Cells::none();
}

// "Volunteers, Astana": the days where they are not the whole year.
std::string queryText(const IndicatorQuery& query, std::int64_t year, Language language) {
  std::string text = categoryPhrase(query.asked.category->as).in(language);
  if (!query.asked.region.empty()) text += ", " + placeText(Topic::kRegion, query.asked.region, language);
  const auto whole = yearDays(year);
  if (whole && whole->from == query.days.from && whole->to == query.days.to) return text;
  return text + ", " + shortDay(query.days.from, language) + " – " + shortDay(query.days.to, language);
}

Cell basisCell(const IndicatorRecord& record, const RoadmapFigure& figure, Language language) {
  const bool derived = record.basis == ledger::FigureBasis::kDerived;
  std::string source;
  if (figure.query) source = queryText(*figure.query, figure.year, language);
  if (!figure.query && figure.actual) source = figure.actual->source;
  const std::string basis = (derived ? p::kByQuery : p::kByReport).in(language);
  if (source.empty()) return basis;
  return {basis + ": " + (figure.query ? source : withShortWords(source)), basis + ": " + source};
}

Section measuresSection(const RoadmapEntry& entry, const Cells& cells) {
  Table table("measures",
              {cells.left("number", p::kNumber), cells.left("name", p::kMeasureName),
               cells.left("responsible", p::kResponsible), cells.left("due", p::kDue), cells.left("state", p::kState)});
  table.of = {{cells.left("roadmap", p::kRoadmaps), entry.roadmap.number}};
  for (const RoadmapMeasure& one : entry.measures) {
    const bool done = one.standing.since_day != one.subject.opened && one.standing.state == "completed";
    Cell state = cells.word(Topic::kSubjectState, one.standing.state);
    if (done) state.shown += " " + cells.day(one.standing.since_day).shown;
    table.add({one.subject.number, cells.name(one.subject.names), cells.name(one.organisation.names),
               cells.day(one.standing.due), state});
  }
  return {p::kMeasures.in(cells.language()), {}, {std::move(table)}, {}};
}

Section roadmapSection(const RoadmapEntry& entry, const Cells& cells) {
  const Language language = cells.language();
  const SubjectRow& roadmap = entry.roadmap;
  const std::string name = nameIn(roadmap.names, language);
  Section section;
  section.heading = name + (name.empty() ? "" : " ") + "(" + roadmap.number + ")";
  section.particulars = {{p::kRoadmapOffice.in(language), cells.name(entry.office.names)},
                         {p::kRoadmapDays.in(language), spanText(roadmap.from, roadmap.to, language)},
                         {p::kIdentity.in(language), roadmap.subject.text()}};
  return section;
}

// Its figures; in files the road map and the indicator stand before each row.
Section indicatorSection(const RoadmapIndicator& indicator, const std::string& roadmap, const Cells& cells) {
  const Language language = cells.language();
  const IndicatorRecord& record = indicator.record;
  const std::string name = nameIn(record.subject.names, language);
  Table table("years",
              {cells.left("year", p::kYear), cells.right("target", p::kTarget), cells.right("actual", p::kActual),
               cells.left("basis", p::kFigureBasis), cells.right("then", p::kActualThen),
               cells.right("now", p::kActualNow), cells.right("difference", p::kDifference)});
  table.if_empty = p::kNoFigures.in(language);
  table.of = {{cells.left("roadmap", p::kRoadmaps), roadmap},
              {cells.left("indicator", p::kCode), record.subject.code},
              {cells.left("name", p::kName), name},
              {cells.left("unit", p::kUnit), record.unit},
              {cells.right("baseline", p::kBaseline), cells.count(record.baseline)}};
  for (const RoadmapFigure& figure : indicator.years) {
    std::optional<std::int64_t> actual, then;
    if (figure.actual) actual = figure.actual->value;
    if (record.basis == ledger::FigureBasis::kDerived) then = actual;
    table.add({cells.index(figure.year), figureCell(figure.target, cells), figureCell(actual, cells),
               basisCell(record, figure, language), figureCell(then, cells), figureCell(figure.now, cells),
               figureCell(figure.difference(), cells)});
  }
  const std::string heading = name + (name.empty() ? "" : " ") + "(" + record.subject.code + "); " +
                              p::kIndicatorUnit.in(language) + " " + sortText("unit", record.unit, language) + "; " +
                              p::kBaseline.in(language) + " " + countText(record.baseline, language);
  return {heading, {}, {std::move(table)}, {}};
}

template <class Holds>
bool hasFigure(const RoadmapReport& report, Holds holds) {
  return std::ranges::any_of(report.roadmaps, [&](const RoadmapEntry& entry) {
    return std::ranges::any_of(entry.indicators,
                               [&](const RoadmapIndicator& one) { return std::ranges::any_of(one.years, holds); });
  });
}

}  // namespace

std::string indicatorText(const RoadmapIndicator& indicator, Language language) {
  return sectionText(indicatorSection(indicator, {}, Cells(language)));
}

Document roadmapDocument(const RoadmapReport& report, Language language) {
  const Cells cells(language);
  Document document{"roadmap", p::kRoadmaps.in(language), {}, language, report.stamp, {}, {}};
  for (const RoadmapEntry& entry : report.roadmaps) {
    document.sections.push_back(roadmapSection(entry, cells));
    document.sections.push_back(measuresSection(entry, cells));
    for (const RoadmapIndicator& one : entry.indicators)
      document.sections.push_back(indicatorSection(one, entry.roadmap.number, cells));
  }
  if (report.roadmaps.empty()) {
    Section nothing = measuresSection({}, cells);
    nothing.heading.clear();
    nothing.tables.front().if_empty = p::kNothing.in(language);
    document.sections.push_back(nothing);
  }
  Section notes;
  if (hasFigure(report, [](const RoadmapFigure& one) { return one.query.has_value(); }))
    notes.remarks.push_back(p::kActualAsRecorded.in(language));
  if (hasFigure(report, [](const RoadmapFigure& one) { return one.difference().value_or(0) != 0; }))
    notes.remarks.push_back(p::kActualsDiffer.in(language));
  document.sections.push_back(notes);
  return document;
}

}  // namespace projections
