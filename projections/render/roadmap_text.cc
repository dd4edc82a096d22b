#include <algorithm>

#include "ledger/base/utf8.h"
#include "projections/language/exchange_phrases.h"
#include "projections/language/roadmap_phrases.h"
#include "projections/render/headed_text.h"
#include "projections/render/render.h"

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
    const std::size_t length = std::max<std::size_t>(ledger::utf8Length(std::string_view(word).substr(at)), 1);
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

std::string shownFigure(const std::optional<std::int64_t>& figure, Language language) {
  return figure ? countText(*figure, language) : "–";
}

// "Volunteers, Astana": the days where they are not the whole year.
std::string queryText(const IndicatorQuery& query, std::int64_t year, Language language) {
  std::string text = categoryPhrase(query.asked.category->as).in(language);
  if (!query.asked.region.empty()) text += ", " + placeText(Topic::kRegion, query.asked.region, language);
  const auto whole = yearDays(year);
  if (whole && whole->from == query.days.from && whole->to == query.days.to) return text;
  return text + ", " + shortDay(query.days.from, language) + " – " + shortDay(query.days.to, language);
}

std::string basisText(const IndicatorRecord& record, const RoadmapFigure& figure, Language language) {
  const bool derived = record.basis == ledger::FigureBasis::kDerived;
  std::string source;
  if (figure.query) source = queryText(*figure.query, figure.year, language);
  if (!figure.query && figure.actual) source = withShortWords(figure.actual->source);
  return (derived ? p::kByQuery : p::kByReport).in(language) + (source.empty() ? "" : ": " + source);
}

std::string measuresText(const RoadmapEntry& entry, Language language) {
  TextTable table({left(p::kNumber, language), left(p::kMeasureName, language), left(p::kResponsible, language),
                   left(p::kDue, language), left(p::kState, language)});
  for (const RoadmapMeasure& one : entry.measures) {
    const bool done = one.standing.since_day != one.subject.opened && one.standing.state == "completed";
    table.add({one.subject.number, nameIn(one.subject.names, language), nameIn(one.organisation.names, language),
               shortDay(one.standing.due, language),
               std::string(ledger::word(language, Topic::kSubjectState, one.standing.state)) +
                   (done ? " " + shortDay(one.standing.since_day, language) : "")});
  }
  return table.empty() ? std::string() : "\n" + p::kMeasures.in(language) + "\n" + table.text();
}

std::string roadmapEntryText(const RoadmapEntry& entry, Language language) {
  const SubjectRow& roadmap = entry.roadmap;
  const std::string name = nameIn(roadmap.names, language);
  std::string text = "\n" + name + (name.empty() ? "" : " ") + "(" + roadmap.number + ")\n" +
                     factsText({{p::kRoadmapOffice.in(language), nameIn(entry.office.names, language)},
                                {p::kRoadmapDays.in(language),
                                 longDay(roadmap.from, language) + " – " + longDay(roadmap.to, language)},
                                {p::kIdentity.in(language), roadmap.subject.text()}}) +
                     measuresText(entry, language);
  for (const RoadmapIndicator& one : entry.indicators) text += "\n" + indicatorText(one, language);
  return text;
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
  const IndicatorRecord& record = indicator.record;
  const std::string name = nameIn(record.subject.names, language);
  const std::string heading = name + (name.empty() ? "" : " ") + "(" + record.subject.code + "); " +
                              p::kIndicatorUnit.in(language) + " " + record.unit + "; " + p::kBaseline.in(language) +
                              " " + countText(record.baseline, language) + "\n";
  if (indicator.years.empty()) return heading + "  " + p::kNoFigures.in(language) + "\n";
  TextTable table({left(p::kYear, language), right(p::kTarget, language), right(p::kActual, language),
                   left(p::kFigureBasis, language), right(p::kActualThen, language), right(p::kActualNow, language),
                   right(p::kDifference, language)});
  for (const RoadmapFigure& figure : indicator.years) {
    std::optional<std::int64_t> actual, then;
    if (figure.actual) actual = figure.actual->value;
    if (record.basis == ledger::FigureBasis::kDerived) then = actual;
    table.add({std::to_string(figure.year), shownFigure(figure.target, language), shownFigure(actual, language),
               basisText(record, figure, language), shownFigure(then, language), shownFigure(figure.now, language),
               shownFigure(figure.difference(), language)});
  }
  return heading + table.text();
}

std::string roadmapText(const RoadmapReport& report, Language language) {
  std::string text = titleText(p::kRoadmaps.in(language), report.stamp, language);
  for (const RoadmapEntry& entry : report.roadmaps) text += roadmapEntryText(entry, language);
  if (report.roadmaps.empty()) text += "\n  " + p::kNothing.in(language) + "\n";
  if (hasFigure(report, [](const RoadmapFigure& one) { return one.query.has_value(); }))
    text += "\n" + p::kActualAsRecorded.in(language) + "\n";
  if (hasFigure(report, [](const RoadmapFigure& one) { return one.difference().value_or(0) != 0; }))
    text += p::kActualsDiffer.in(language) + "\n";
  return text + stampText(report.stamp, language);
}

}  // namespace projections
