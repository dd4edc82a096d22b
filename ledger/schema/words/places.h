// The tables of words.cc: regions by ISO 3166-2 code, and the directions of volunteer work.
#pragma once

#include "ledger/schema/words/words.h"

namespace ledger {

inline constexpr Word kRegionWords[] = {
    {Topic::kRegion, "KZ-10", "Абай облысы", "область Абай", "Abai Region"},
    {Topic::kRegion, "KZ-11", "Ақмола облысы", "Акмолинская область", "Akmola Region"},
    {Topic::kRegion, "KZ-15", "Ақтөбе облысы", "Актюбинская область", "Aktobe Region"},
    {Topic::kRegion, "KZ-19", "Алматы облысы", "Алматинская область", "Almaty Region"},
    {Topic::kRegion, "KZ-23", "Атырау облысы", "Атырауская область", "Atyrau Region"},
    {Topic::kRegion, "KZ-27", "Батыс Қазақстан облысы", "Западно-Казахстанская область", "West Kazakhstan Region"},
    {Topic::kRegion, "KZ-31", "Жамбыл облысы", "Жамбылская область", "Zhambyl Region"},
    {Topic::kRegion, "KZ-33", "Жетісу облысы", "область Жетісу", "Zhetisu Region"},
    {Topic::kRegion, "KZ-35", "Қарағанды облысы", "Карагандинская область", "Karaganda Region"},
    {Topic::kRegion, "KZ-39", "Қостанай облысы", "Костанайская область", "Kostanay Region"},
    {Topic::kRegion, "KZ-43", "Қызылорда облысы", "Кызылординская область", "Kyzylorda Region"},
    {Topic::kRegion, "KZ-47", "Маңғыстау облысы", "Мангистауская область", "Mangystau Region"},
    {Topic::kRegion, "KZ-55", "Павлодар облысы", "Павлодарская область", "Pavlodar Region"},
    {Topic::kRegion, "KZ-59", "Солтүстік Қазақстан облысы", "Северо-Казахстанская область", "North Kazakhstan Region"},
    {Topic::kRegion, "KZ-61", "Түркістан облысы", "Туркестанская область", "Turkistan Region"},
    {Topic::kRegion, "KZ-62", "Ұлытау облысы", "область Ұлытау", "Ulytau Region"},
    {Topic::kRegion, "KZ-63", "Шығыс Қазақстан облысы", "Восточно-Казахстанская область", "East Kazakhstan Region"},
    {Topic::kRegion, "KZ-71", "Астана қаласы", "город Астана", "Astana (city)"},
    {Topic::kRegion, "KZ-75", "Алматы қаласы", "город Алматы", "Almaty (city)"},
    {Topic::kRegion, "KZ-79", "Шымкент қаласы", "город Шымкент", "Shymkent (city)"},
};

inline constexpr Word kDirectionWords[] = {
    {Topic::kDirection, "asyl-mura", "Асыл мұра", "Асыл мұра (наследие)", "Asyl Mura (heritage)"},
    {Topic::kDirection, "bilim", "Білім", "Білім (знания)", "Bilim (learning)"},
    {Topic::kDirection, "sabaqtastyq", "Сабақтастық", "Сабақтастық (преемственность)", "Sabaqtastyq (generations)"},
    {Topic::kDirection, "saulyq", "Саулық", "Саулық (здоровье)", "Saulyq (health)"},
    {Topic::kDirection, "taza-alem", "Таза әлем", "Таза әлем (чистый мир)", "Taza Alem (clean world)"},
    {Topic::kDirection, "umit", "Үміт", "Үміт (надежда)", "Umit (hope)"},
};

}  // namespace ledger
