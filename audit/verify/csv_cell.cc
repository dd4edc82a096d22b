#include "audit/verify/csv_cell.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace audit {
namespace {

// Whether a spreadsheet would run what begins here.
bool runsInSheet(std::string_view text) {
  constexpr std::array<std::string_view, 11> kRun{"=",  "+",      "-",      "@",      "\t",    "\r",
                                                  "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
  constexpr std::array<std::string_view, 8> kPassedOver{" ",      "'",      "\"",     "\u00a0",
                                                        "\u200b", "\ufeff", "\u2018", "\u3000"};
  for (;;) {
    const auto begins = [&](std::string_view one) { return text.starts_with(one); };
    if (std::any_of(kRun.begin(), kRun.end(), begins)) return true;
    const auto* const passed = std::find_if(kPassedOver.begin(), kPassedOver.end(), begins);
    if (passed == kPassedOver.end()) return false;
    text.remove_prefix(passed->size());
  }
}

}  // namespace

std::string csvCell(std::string text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = at == 0 || std::string_view(";\t\r\n").find(text[at - 1]) != std::string_view::npos;
    if (begins && runsInSheet(std::string_view{text}.substr(at))) text.insert(at++, 1, '\'');
  }
  const bool plain = text.find_first_of(",;\"\t\r\n") == std::string::npos;
  if (plain && !text.starts_with(' ') && !text.ends_with(' ')) return text;
  for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2)) text.insert(at, 1, '"');
  return "\"" + text + "\"";
}

}  // namespace audit
