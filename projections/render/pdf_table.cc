#include "projections/render/pdf_table.h"

#include <algorithm>
#include <sstream>

#include "projections/render/column_widths.h"

namespace projections {
namespace {

constexpr double kGap = 10;     // between columns
constexpr double kPadding = 2;  // above and below the text of a row
constexpr double kRuleGap = 1.8;
constexpr double kSpare = 1;  // so that no word is broken for a fraction of a point
constexpr double kSizes[] = {8.5, 8, 7.5, 7, 6.5, 6};

// Letters of another size are about as much wider.
std::vector<ColumnNeed> scaled(std::vector<ColumnNeed> needs, double factor) {
  for (ColumnNeed& need : needs) {
    need.natural *= factor;
    need.least *= factor;
  }
  return needs;
}

// One table, its letters as large as the page has room for.
class TableDrawing {
 public:
  TableDrawing(PdfPages& pages, const Table& table)
      : pages_(pages), canvas_(pages.canvas()), table_(table), places_(table.shownColumns()) {
    const double gaps = kGap * static_cast<double>(places_.size() - 1);
    style_.size = kSizes[0];
    const std::vector<ColumnNeed> largest = needs();
    for (const double size : kSizes) {
      style_.size = size;
      fit_ = fittedColumns(scaled(largest, size / kSizes[0]), PdfPages::kWidth - gaps);
      if (fit_.fits) break;
    }
    width_ = gaps;
    for (const double width : fit_.widths) width_ += width;
  }

  void draw() {
    drawHeadings();
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const Row& row = table_.rows[i];
      if (row.kind == RowKind::kGap) {
        pages_.advance(5);
        continue;
      }
      // A total is not parted from the row above it.
      const bool total_next = i + 1 < table_.rows.size() && table_.rows[i + 1].kind == RowKind::kTotal;
      const double room = heightOf(row) + (total_next ? heightOf(table_.rows[i + 1]) + 8 : 0);
      if (pages_.need(room)) drawHeadings();
      drawRow(row);
    }
    pages_.advance(4);
  }

 private:
  const Column& column(std::size_t i) const { return table_.columns[places_[i]]; }
  const std::string& shown(const Row& row, std::size_t i) const { return row.cells[places_[i]].shown; }
  TextStyle styleOf(const Row& row) const {
    TextStyle style = style_;
    style.bold = row.kind == RowKind::kTotal;
    return style;
  }
  TextStyle headingStyle() const {
    TextStyle style = style_;
    style.size -= 0.5;
    style.ink = Ink::kFaded;
    return style;
  }

  // The widest of its words.
  double wordWidth(const std::string& text, const TextStyle& style) {
    double widest = 0;
    std::istringstream words(text);
    for (std::string word; std::getline(words, word, ' ');) widest = std::max(widest, canvas_.widthOf(word, style));
    return widest;
  }

  std::vector<ColumnNeed> needs() {
    std::vector<ColumnNeed> needs;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      ColumnNeed need;
      need.breaks = column(i).align == Align::kLeft;
      const double heading = wordWidth(column(i).heading, headingStyle());
      need.natural = need.least = heading;
      for (const Row& row : table_.rows) {
        if (row.kind == RowKind::kGap) continue;
        const double width = canvas_.widthOf(shown(row, i), styleOf(row)) + kSpare;
        need.natural = std::max(need.natural, width);
        if (width > need.least) need.least = std::max(need.least, wordWidth(shown(row, i), styleOf(row)) + kSpare);
      }
      if (!need.breaks) need.least = need.natural;
      needs.push_back(need);
    }
    return needs;
  }

  double heightOf(const Row& row) {
    double height = 0;
    for (std::size_t i = 0; i < places_.size(); ++i)
      height = std::max(height, canvas_.heightOf(shown(row, i), styleOf(row), fit_.widths[i]));
    return height + 2 * kPadding;
  }

  void rule(double thickness, Ink ink = Ink::kFull) {
    canvas_.rule(PdfPages::kLeft, pages_.y(), width_, thickness, ink);
  }

  void drawHeadings() {
    double height = 0;
    for (std::size_t i = 0; i < places_.size(); ++i)
      height = std::max(height, canvas_.heightOf(column(i).heading, headingStyle(), fit_.widths[i]));
    double x = PdfPages::kLeft;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const double own = canvas_.heightOf(column(i).heading, headingStyle(), fit_.widths[i]);
      canvas_.draw(column(i).heading, headingStyle(),
                   {x, pages_.y() + height - own, fit_.widths[i], column(i).align == Align::kRight});
      x += fit_.widths[i] + kGap;
    }
    pages_.advance(height + kPadding);
    rule(0.8);
    pages_.advance(1);
  }

  void drawRow(const Row& row) {
    if (row.kind != RowKind::kPlain) rule(0.6);
    const double height = heightOf(row);
    double x = PdfPages::kLeft;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const bool right = column(i).align == Align::kRight;
      const Indented cell = right ? Indented{shown(row, i), 0} : indented(canvas_, shown(row, i), styleOf(row));
      canvas_.draw(cell.text, styleOf(row), {x + cell.by, pages_.y() + kPadding, fit_.widths[i] - cell.by, right});
      x += fit_.widths[i] + kGap;
    }
    pages_.advance(height);
    if (row.kind == RowKind::kTotal) {
      rule(0.6);
      pages_.advance(kRuleGap);
      rule(0.6);
      pages_.advance(1);
    } else {
      rule(0.3, Ink::kHairline);
    }
  }

  PdfPages& pages_;
  PdfCanvas& canvas_;
  const Table& table_;
  std::vector<std::size_t> places_;
  TextStyle style_;
  ColumnFit fit_;
  double width_ = 0;
};

}  // namespace

void drawTable(PdfPages& pages, const Table& table) {
  TableDrawing(pages, table).draw();
}

}  // namespace projections
