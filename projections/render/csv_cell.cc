#include "projections/render/csv_cell.h"

#include <array>

namespace projections {
namespace {

// Spreadsheets pass over these before a formula.
constexpr std::array<std::string_view, 8> kPassedOver = {" ",      "'",      "\"",     "\u00a0",
                                                         "\u200b", "\ufeff", "\u2018", "\u3000"};
constexpr std::array<std::string_view, 11> kRun = {"=",  "+",      "-",      "@",      "\t",    "\r",
                                                   "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
constexpr std::string_view kBegins = ";\t\r\n";  // a cell, in some locale

template <std::size_t N>
std::size_t lengthOfAny(std::string_view text, const std::array<std::string_view, N>& starts) {
  for (const std::string_view start : starts) {
    if (text.starts_with(start)) return start.size();
  }
  return 0;
}

bool isRun(std::string_view text) {
  for (std::size_t length = 1; length != 0; text.remove_prefix(length)) {
    if (lengthOfAny(text, kRun) != 0) return true;
    length = lengthOfAny(text, kPassedOver);
  }
  return false;
}

}  // namespace

std::string neutralised(std::string_view text) {
  std::string safe;
  bool begins = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (begins && isRun(text.substr(at))) safe += '\'';
    safe += text[at];
    begins = kBegins.find(text[at]) != std::string_view::npos;
  }
  return safe;
}

std::string csvCell(const std::string& text) {
  const bool plain =
      text.find_first_of(",;\"\r\n\t") == std::string::npos && !text.starts_with(' ') && !text.ends_with(' ');
  if (plain) return text;
  std::string cell = "\"";
  for (const char byte : text) {
    if (byte == '"') cell += '"';
    cell += byte;
  }
  return cell + "\"";
}

}  // namespace projections
