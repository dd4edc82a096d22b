// EntryPhrases — headings of the journal of public entries.
//
// Threads  constants.
#pragma once

#include "projections/language/phrases.h"

namespace projections::phrases {

inline constexpr Phrase kPublicEntries{"Жария жазбалар журналы", "Журнал публичных записей",
                                       "Journal of public entries"};
inline constexpr Phrase kAskedFor{"Ізделген сөздер", "Искомые слова", "Words asked for"};
inline constexpr Phrase kEventAsked{"Оқиға түрі", "Вид события", "Kind of event"};
inline constexpr Phrase kEntriesBefore{"Мына жазбадан бұрынғылар", "Записи до", "Entries before"};
inline constexpr Phrase kChangedBy{"Кейін өзгерткен", "Изменено позже", "Changed later by"};
inline constexpr Phrase kNoEntries{"Ондай жария жазба жоқ.", "Таких публичных записей нет.",
                                   "There is no such public entry."};
inline constexpr Phrase kMoreEntries{"Бұрынғылары бар: --before {0}", "Есть и более ранние: --before {0}",
                                     "There are earlier ones: --before {0}"};
inline constexpr Phrase kEntriesAreNotAll{
    "Мұнда тек жария жазбалар, жаңасынан ескісіне қарай; сағаттар мен адамдар туралы жазбалар жария емес.",
    "Здесь только публичные записи, от новых к старым; записи о часах и людях не публичны.",
    "Only public entries are here, the newest first; entries on hours and people are not public."};

}  // namespace projections::phrases
