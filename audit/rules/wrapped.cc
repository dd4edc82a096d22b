#include "audit/rules/wrapped.h"

#include <algorithm>

namespace audit {
namespace {

bool isContinued(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The bytes of the first so many columns.
std::size_t bytesOfColumns(std::string_view text, std::size_t columns) {
  std::size_t place = 0;
  while (place < text.size() && columns > 0) {
    ++place;
    while (place < text.size() && isContinued(text[place])) ++place;
    --columns;
  }
  return place;
}

}  // namespace

std::size_t columnsOf(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !isContinued(c); }));
}

std::string wrapped(std::string_view text, std::string_view first, std::string_view rest) {
  std::string out;
  std::string line(first);
  std::size_t used = columnsOf(first);
  bool empty = true;
  while (!text.empty()) {
    const auto space = text.find(' ');
    std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (word.empty()) continue;
    if (!empty && used + 1 + columnsOf(word) > kColumns) {
      out += line + "\n";
      line = rest;
      used = columnsOf(rest);
      empty = true;
    }
    if (!empty) line += ' ', ++used;
    while (used + columnsOf(word) > kColumns) {
      const std::size_t fits = bytesOfColumns(word, kColumns - used);
      out += line + std::string(word.substr(0, fits)) + "\n";
      word.remove_prefix(fits);
      line = rest;
      used = columnsOf(rest);
    }
    line += word;
    used += columnsOf(word);
    empty = false;
  }
  return out + line + "\n";
}

std::string edges(std::string_view left, std::string_view right) {
  const std::size_t used = columnsOf(left) + columnsOf(right);
  if (right.empty()) return std::string(left) + "\n";
  if (used + 2 > kColumns) return std::string(left) + "\n" + wrapped(right, "        ", "        ");
  return std::string(left) + std::string(kColumns - used, ' ') + std::string(right) + "\n";
}

}  // namespace audit
