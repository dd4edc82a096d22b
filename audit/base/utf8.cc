#include "audit/base/utf8.h"

#include <cstdint>
#include <optional>

namespace audit {
namespace {

// Takes one character off the front; nullopt where its bytes are not UTF-8.
std::optional<std::uint32_t> take(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t first = byte(0);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  if (length == 0 || text.size() < length) return std::nullopt;
  std::uint32_t value = length == 1 ? first : first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return std::nullopt;
    value = value << 6U | (byte(i) & 0x3FU);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return std::nullopt;
  text.remove_prefix(length);
  return value;
}

bool isSpace(std::uint32_t value) {
  return (value >= 9 && value <= 13) || value == 0x20 || value == 0x85 || value == 0xA0 || value == 0x1680 ||
         (value >= 0x2000 && value <= 0x200A) || value == 0x2028 || value == 0x2029 || value == 0x202F ||
         value == 0x205F || value == 0x3000;
}

template <class Predicate>
bool all(std::string_view text, const Predicate& holds) {
  while (!text.empty()) {
    const auto value = take(text);
    if (!value || !holds(*value)) return false;
  }
  return true;
}

}  // namespace

bool isUtf8(std::string_view text) {
  return all(text, [](std::uint32_t) { return true; });
}

std::u32string charactersOf(std::string_view text) {
  std::u32string characters;
  while (!text.empty()) {
    const auto value = take(text);
    if (!value) break;
    characters.push_back(static_cast<char32_t>(*value));
  }
  return characters;
}

bool hasSpace(std::string_view text) {
  return !all(text, [](std::uint32_t value) { return !isSpace(value); });
}

bool isPlainText(std::string_view text) {
  return all(text, [](std::uint32_t value) { return value >= 0x20 && (value < 0x7F || value > 0x9F); });
}

}  // namespace audit
