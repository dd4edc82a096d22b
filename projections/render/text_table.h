// TextTable — rows and columns for a terminal, aligned by what the eye sees.
//
// Units    columns of a terminal: a letter of any alphabet here takes one, a combining mark none.
// Threads  value types.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "projections/render/document.h"

namespace projections {

std::size_t displayWidth(std::string_view utf8);

class TextTable {
 public:
  using Align = projections::Align;
  struct Column {
    std::string heading;
    Align align = Align::kLeft;
  };

  static constexpr std::size_t kWidest = 120;

  // At most so wide where its words allow it.
  explicit TextTable(std::vector<Column> columns, std::size_t widest = kWidest)
      : columns_(std::move(columns)), widest_(widest) {}
  // Requires as many cells as there are columns.
  void add(std::vector<std::string> cells);
  // The next row stands under a rule: a total.
  void rule() { rules_.push_back(rows_.size()); }
  bool empty() const { return rows_.empty(); }
  // Each line indented by two and ended by a line feed.
  std::string text() const;

 private:
  // What each column needs; of a table wider than it may be the widest columns are narrowed, their cells of words and
  // at last their headings broken at spaces, but no word is and no figure.
  std::vector<std::size_t> fittedWidths() const;
  void narrow(std::vector<std::size_t>& widths, bool broken_headings) const;
  // To which a column can be narrowed.
  std::vector<std::size_t> leastWidths(bool broken_headings) const;
  std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const;

  std::vector<Column> columns_;
  std::size_t widest_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> rules_;
};

// "  name    value" for each pair, names padded to one width; a long value goes on below itself.
std::string factsText(const std::vector<std::pair<std::string, std::string>>& facts);

}  // namespace projections
