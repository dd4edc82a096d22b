#include "projections/language/credit_phrases.h"

namespace projections {
namespace {

struct Unit {
  const char* code;
  Counted counted;
};

constexpr Unit kUnits[] = {
    {"credit", {"кредит", "кредит", "кредита", "кредитов", "credit", "credits"}},
    {"point", {"ұпай", "балл", "балла", "баллов", "point", "points"}},
    {"award", {"марапат", "награда", "награды", "наград", "award", "awards"}},
    {"certificate", {"сертификат", "сертификат", "сертификата", "сертификатов", "certificate", "certificates"}},
    {"hour", {"сағат", "час", "часа", "часов", "hour", "hours"}},
};

}  // namespace

std::string filled(std::string text, std::initializer_list<std::string> figures) {
  std::size_t number = 0;
  for (const std::string& figure : figures) {
    const std::string place = "{" + std::to_string(number++) + "}";
    for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at + figure.size()))
      text.replace(at, place.size(), figure);
  }
  return text;
}

std::string unitsText(std::int64_t count, const std::string& unit, ledger::Language language) {
  for (const Unit& known : kUnits) {
    if (unit == known.code) return countedText(count, known.counted, language);
  }
  return countText(count, language) + " " + unit;
}

}  // namespace projections
