// Plain text — a report's text with ordinary spaces where it keeps words together, to look for sentences in it.
#pragma once

#include <string>
#include <string_view>

namespace tests {

inline std::string plain(std::string text) {
  static constexpr std::string_view kNoBreak = "\u00a0";
  for (std::size_t at = text.find(kNoBreak); at != std::string::npos; at = text.find(kNoBreak, at))
    text.replace(at, kNoBreak.size(), " ");
  return text;
}

}  // namespace tests
