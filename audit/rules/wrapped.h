// Lines of at most 120 columns. A column is a code point; lines break at spaces, U+00A0 is none.
#pragma once

#include <string>
#include <string_view>

namespace audit {

inline constexpr std::size_t kColumns = 120;

std::size_t columnsOf(std::string_view text);
// The text behind `first` on the first line and `rest` on those after it; ends with a line feed. A word longer than a
// line is broken.
std::string wrapped(std::string_view text, std::string_view first, std::string_view rest);
// `left`, and `right` at the right edge where both fit.
std::string edges(std::string_view left, std::string_view right);

}  // namespace audit
