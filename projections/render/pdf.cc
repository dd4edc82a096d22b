#include "projections/render/pdf.h"

#include <algorithm>

#include "projections/language/credit_phrases.h"
#include "projections/language/form_phrases.h"
#include "projections/render/cells.h"
#include "projections/render/document_text.h"
#include "projections/render/pdf_pages.h"
#include "projections/render/pdf_table.h"

namespace projections {
namespace {

constexpr std::size_t kRowsMax = 5'000;
constexpr TextStyle kTitle{17, true, false, Ink::kFull};
constexpr TextStyle kSubtitle{11, false, true, Ink::kFull};
constexpr TextStyle kHeading{10.5, true, false, Ink::kFull};
constexpr TextStyle kBody{9, false, false, Ink::kFull};
constexpr TextStyle kName{9, false, false, Ink::kFaded};
constexpr TextStyle kNote{8.5, false, true, Ink::kFaded};
constexpr double kHeadingRoom = 70;  // a heading stands on the page of what follows it
constexpr double kNamesMost = 0.42;  // of the width, for names of particulars

void paragraph(PdfPages& pages, const std::string& text, const TextStyle& style) {
  std::string line = text;
  std::ranges::replace(line, '\n', ' ');
  const double height = pages.canvas().heightOf(line, style, PdfPages::kWidth);
  pages.need(height);
  pages.canvas().draw(line, style, {PdfPages::kLeft, pages.y(), PdfPages::kWidth});
  pages.advance(height);
}

void drawTitle(PdfPages& pages, const Document& document) {
  paragraph(pages, document.title, kTitle);
  if (!document.subtitle.empty()) paragraph(pages, document.subtitle, kSubtitle);
  pages.advance(5);
  pages.canvas().rule(PdfPages::kLeft, pages.y(), PdfPages::kWidth, 1.6);
  pages.canvas().rule(PdfPages::kLeft, pages.y() + 2.6, PdfPages::kWidth, 0.5);
  pages.advance(7);
  if (document.stamp.demo) paragraph(pages, phrases::kDemonstration.in(document.language), kNote);
  if (document.stamp.period) {
    const Period& period = *document.stamp.period;
    paragraph(pages,
              phrases::kPeriod.in(document.language) + ": " + spanText(period.from, period.to, document.language),
              kBody);
  }
}

void drawParticulars(PdfPages& pages, const std::vector<Particular>& particulars) {
  PdfCanvas& canvas = pages.canvas();
  double names = 0;
  for (const Particular& one : particulars) {
    if (one.where != Where::kData) names = std::max(names, canvas.widthOf(one.name, kName));
  }
  names = std::min(names, PdfPages::kWidth * kNamesMost);
  const double x = PdfPages::kLeft + names + 16;
  const double width = PdfPages::kWidth - names - 16;
  for (const Particular& one : particulars) {
    if (one.where == Where::kData) continue;
    const Indented name = indented(canvas, one.name, kName);
    const double height =
        std::max(canvas.heightOf(name.text, kName, names - name.by), canvas.heightOf(one.value.shown, kBody, width)) +
        3;
    pages.need(height);
    canvas.draw(name.text, kName, {PdfPages::kLeft + name.by, pages.y(), names - name.by});
    canvas.draw(one.value.shown, kBody, {x, pages.y(), width});
    pages.advance(height);
  }
}

void drawSection(PdfPages& pages, const Section& section) {
  if (section.empty()) return;
  pages.advance(12);
  if (!section.heading.empty()) {
    pages.need(kHeadingRoom);
    paragraph(pages, section.heading, kHeading);
    pages.advance(3);
  }
  drawParticulars(pages, section.particulars);
  if (!section.particulars.empty()) pages.advance(4);
  for (const Table& table : section.tables) {
    if (table.rows.empty() && !table.if_empty.empty()) paragraph(pages, table.if_empty, kBody);
    if (!table.rows.empty()) drawTable(pages, table);
  }
  for (const std::string& remark : section.remarks) {
    paragraph(pages, remark, section.heading.empty() ? kNote : kBody);
    pages.advance(2);
  }
}

// How many pages it takes.
int drawDocument(PdfCanvas& canvas, const Document& document, int pages_total) {
  const PageFoot foot{
      madeFromText(document.stamp, document.language),
      phrases::kRoot.in(document.language) + " " + document.stamp.root.hex(), [&](int page) {
        return filled(phrases::kPageOf.in(document.language), {std::to_string(page), std::to_string(pages_total)});
      }};
  PdfPages pages(canvas, foot);
  drawTitle(pages, document);
  for (const Section& section : document.sections) drawSection(pages, section);
  if (!document.query.empty()) {
    pages.advance(12);
    paragraph(pages, phrases::kQuery.in(document.language) + ": " + document.query, kNote);
  }
  return pages.finish();
}

}  // namespace

ledger::Result<std::string> documentPdf(const Document& document) {
  for (const Section& section : document.sections) {
    for (const Table& table : section.tables) {
      if (table.rows.size() <= kRowsMax) continue;
      return ledger::Error{ledger::ErrorCode::kInvalid, "TABLE_TOO_LONG",
                           "the table " + table.name + " has " + std::to_string(table.rows.size()) +
                               " rows, too many to read on paper: ask for CSV or XLSX, or narrow the question"};
    }
  }
  const auto canvas = [&] {
    return std::make_unique<PdfCanvas>(document.title, document.language, document.stamp.newest_at);
  };
  const int pages_total = drawDocument(*canvas(), document, 0);
  const auto paper = canvas();
  drawDocument(*paper, document, pages_total);
  return paper->finish();
}

}  // namespace projections
