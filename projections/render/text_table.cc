#include "projections/render/text_table.h"

#include <algorithm>
#include <sstream>

#include "ledger/base/check.h"

namespace projections {
namespace {

constexpr const char* kIndent = "  ";
constexpr const char* kBetween = "  ";
constexpr std::size_t kValueWidth = 84;  // of what stands after a name
constexpr std::size_t kNarrowest = 10;   // of a column whose cells are broken into lines

std::string padded(const std::string& text, std::size_t width, TextTable::Align align) {
  const std::string spaces(width - std::min(width, displayWidth(text)), ' ');
  return align == TextTable::Align::kRight ? spaces + text : text + spaces;
}

std::string withoutTrailingSpaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string repeated(const char* sign, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += sign;
  return text;
}

// Broken at spaces into lines of at most that width; a longer word stands alone.
std::vector<std::string> brokenAt(std::size_t width, const std::string& text) {
  std::vector<std::string> lines{""};
  std::istringstream words(text);
  if (displayWidth(text) <= width) return {text};
  for (std::string word; std::getline(words, word, ' ');) {
    std::string& last = lines.back();
    if (last.empty()) {
      last = word;
    } else if (displayWidth(last) + 1 + displayWidth(word) <= width) {
      last += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

std::size_t longestWord(const std::string& text) {
  std::istringstream words(text);
  std::size_t longest = 0;
  for (std::string word; std::getline(words, word, ' ');) longest = std::max(longest, displayWidth(word));
  return longest;
}

}  // namespace

std::size_t displayWidth(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const unsigned byte = static_cast<unsigned char>(utf8[i]);
    if ((byte & 0xc0U) == 0x80U) continue;
    // U+0300 … U+036F, marks that stand over the letter before.
    const unsigned next = i + 1 < utf8.size() ? static_cast<unsigned char>(utf8[i + 1]) : 0U;
    const bool mark = byte == 0xccU || (byte == 0xcdU && next < 0xb0U);
    if (!mark) ++width;
  }
  return width;
}

void TextTable::add(std::vector<std::string> cells) {
  ASAR_CHECK(cells.size() == columns_.size());
  rows_.push_back(std::move(cells));
}

std::string TextTable::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const {
  std::vector<std::vector<std::string>> broken;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    broken.push_back(brokenAt(widths[i], cells[i]));
    height = std::max(height, broken.back().size());
  }
  std::string text;
  for (std::size_t row = 0; row < height; ++row) {
    std::string line = kIndent;
    for (std::size_t i = 0; i < broken.size(); ++i) {
      if (i > 0) line += kBetween;
      line += padded(row < broken[i].size() ? broken[i][row] : "", widths[i], columns_[i].align);
    }
    text += withoutTrailingSpaces(std::move(line)) + "\n";
  }
  return text;
}

std::vector<std::size_t> TextTable::leastWidths(bool broken_headings) const {
  std::vector<std::size_t> least;
  for (const Column& column : columns_) {
    const std::size_t heading = broken_headings ? longestWord(column.heading) : displayWidth(column.heading);
    least.push_back(std::max(kNarrowest, heading));
  }
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool words = columns_[i].align == Align::kLeft;
      least[i] = std::max(least[i], words ? longestWord(row[i]) : displayWidth(row[i]));
    }
  }
  return least;
}

void TextTable::narrow(std::vector<std::size_t>& widths, bool broken_headings) const {
  const std::vector<std::size_t> least = leastWidths(broken_headings);
  std::size_t total = 2 * widths.size();
  for (const std::size_t width : widths) total += width;
  while (total > widest_) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const bool breaks = widths[i] > least[i];
      if (breaks && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    }
    if (widest == widths.size()) return;
    const std::size_t cut = std::min(total - widest_, widths[widest] - least[widest]);
    widths[widest] -= cut;
    total -= cut;
  }
}

std::vector<std::size_t> TextTable::fittedWidths() const {
  std::vector<std::size_t> widths;
  for (const Column& column : columns_) widths.push_back(displayWidth(column.heading));
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], displayWidth(row[i]));
  }
  narrow(widths, false);
  narrow(widths, true);
  return widths;
}

std::string TextTable::text() const {
  std::vector<std::string> headings;
  for (const Column& column : columns_) headings.push_back(column.heading);
  const std::vector<std::size_t> widths = fittedWidths();
  std::size_t total = 2 * (widths.size() - 1);
  for (const std::size_t width : widths) total += width;
  const std::string rule = kIndent + repeated("─", total) + "\n";
  std::string text = line(headings, widths) + rule;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (std::find(rules_.begin(), rules_.end(), i) != rules_.end()) text += rule;
    text += line(rows_[i], widths);
  }
  return text;
}

std::string factsText(const std::vector<std::pair<std::string, std::string>>& facts) {
  std::size_t width = 0;
  for (const auto& [name, value] : facts) width = std::max(width, displayWidth(name));
  std::string text;
  for (const auto& [name, value] : facts) {
    std::string shown = name;
    for (const std::string& line : brokenAt(kValueWidth, value)) {
      text += withoutTrailingSpaces(kIndent + padded(shown, width, TextTable::Align::kLeft) + kBetween + line) + "\n";
      shown.clear();
    }
  }
  return text;
}

}  // namespace projections
