#include "projections/render/headed_text.h"

namespace projections {

using ledger::Language;

std::string titleText(const std::string& title, const Stamp& stamp, Language language) {
  std::string line;
  for (std::size_t i = 0; i < displayWidth(title); ++i) line += "═";
  std::string text = title + "\n" + line + "\n";
  if (stamp.demo) text += phrases::kDemonstration.in(language) + "\n";
  if (stamp.period) {
    text += phrases::kPeriod.in(language) + ": " + longDay(stamp.period->from, language) + " – " +
            longDay(stamp.period->to, language) + "\n";
  }
  return text;
}

std::string sectionText(const std::string& heading, const std::string& body) {
  return body.empty() ? std::string() : "\n" + heading + "\n" + body;
}

std::string stampText(const Stamp& stamp, Language language) {
  std::string text = "\n" + phrases::kMadeFrom.in(language);
  if (!stamp.origin.empty()) text += " " + stamp.origin;
  return text + ", " + phrases::kSize.in(language) + " " + countText(static_cast<std::int64_t>(stamp.size), language) +
         ", " + phrases::kWitnesses.in(language) + std::to_string(stamp.witnesses) + "\n" +
         phrases::kRoot.in(language) + " " + stamp.root.hex() + "\n";
}

TextTable::Column left(const Phrase& heading, Language language) {
  return {heading.in(language), Align::kLeft};
}

TextTable::Column right(const Phrase& heading, Language language) {
  return {heading.in(language), Align::kRight};
}

}  // namespace projections
