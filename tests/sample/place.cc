#include "tests/sample/place.h"

namespace sample {

const std::array<Region, kRegions> kRegionTable = {{
    {"KZ-10", "Абай облысы", "область Абай", "Abai Region"},
    {"KZ-11", "Ақмола облысы", "Акмолинская область", "Akmola Region"},
    {"KZ-15", "Ақтөбе облысы", "Актюбинская область", "Aktobe Region"},
    {"KZ-19", "Алматы облысы", "Алматинская область", "Almaty Region"},
    {"KZ-23", "Атырау облысы", "Атырауская область", "Atyrau Region"},
    {"KZ-27", "Батыс Қазақстан облысы", "Западно-Казахстанская область", "West Kazakhstan Region"},
    {"KZ-31", "Жамбыл облысы", "Жамбылская область", "Zhambyl Region"},
    {"KZ-33", "Жетісу облысы", "область Жетісу", "Zhetisu Region"},
    {"KZ-35", "Қарағанды облысы", "Карагандинская область", "Karaganda Region"},
    {"KZ-39", "Қостанай облысы", "Костанайская область", "Kostanay Region"},
    {"KZ-43", "Қызылорда облысы", "Кызылординская область", "Kyzylorda Region"},
    {"KZ-47", "Маңғыстау облысы", "Мангистауская область", "Mangystau Region"},
    {"KZ-55", "Павлодар облысы", "Павлодарская область", "Pavlodar Region"},
    {"KZ-59", "Солтүстік Қазақстан облысы", "Северо-Казахстанская область", "North Kazakhstan Region"},
    {"KZ-61", "Түркістан облысы", "Туркестанская область", "Turkistan Region"},
    {"KZ-62", "Ұлытау облысы", "область Ұлытау", "Ulytau Region"},
    {"KZ-63", "Шығыс Қазақстан облысы", "Восточно-Казахстанская область", "East Kazakhstan Region"},
    {"KZ-71", "Астана қаласы", "город Астана", "Astana (city)"},
    {"KZ-75", "Алматы қаласы", "город Алматы", "Almaty (city)"},
    {"KZ-79", "Шымкент қаласы", "город Шымкент", "Shymkent (city)"},
}};

const std::array<Direction, kDirections> kDirectionTable = {{
    {"asyl-mura", "Асыл мұра", "Асыл мұра (наследие)", "Asyl mura (heritage)"},
    {"bilim", "Білім", "Білім (образование)", "Bilim (education)"},
    {"saulyq", "Саулық", "Саулық (здоровье)", "Saulyq (health)"},
    {"sabaqtastyq", "Сабақтастық", "Сабақтастық (связь поколений)", "Sabaqtastyq (generations)"},
    {"taza-alem", "Таза Әлем", "Таза Әлем (чистый мир)", "Taza Alem (clean world)"},
    {"umit", "Үміт", "Үміт (надежда)", "Umit (hope)"},
}};

std::string numberText(std::size_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  if (text.size() < digits) text.insert(0, digits - text.size(), '0');
  return text;
}

ledger::Names numbered(std::string_view kk, std::string_view ru, std::string_view en, std::size_t number) {
  const std::string suffix = " " + numberText(number, 2);
  return {std::string(kk) + suffix, std::string(ru) + suffix, std::string(en) + suffix};
}

ledger::Names officeNames(const Region& region) {
  return {"Үлгі фронт-кеңсе: " + std::string(region.kk), "Образцовый фронт-офис: " + std::string(region.ru),
          "Sample front office: " + std::string(region.en)};
}

}  // namespace sample
