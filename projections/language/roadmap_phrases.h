// Roadmap phrases — what the report of road maps says, in Kazakh, Russian and English.
//
// Threads  constants.
#pragma once

#include "projections/language/phrases.h"

namespace projections::phrases {

inline constexpr Phrase kRoadmaps{"Жол карталары", "Дорожные карты", "Road maps"};
inline constexpr Phrase kRoadmapOffice{"Кеңсе", "Офис", "Office"};
inline constexpr Phrase kRoadmapDays{"Мерзімі", "Срок действия", "In force"};
inline constexpr Phrase kMeasures{"Шаралар", "Меры", "Measures"};
inline constexpr Phrase kMeasureName{"Шара", "Мера", "Measure"};
inline constexpr Phrase kResponsible{"Жауапты", "Ответственный", "Responsible"};
inline constexpr Phrase kIndicatorUnit{"өлшем бірлігі", "единица", "unit"};
inline constexpr Phrase kBaseline{"бастапқы мәні", "исходное значение", "baseline"};
inline constexpr Phrase kYear{"Жыл", "Год", "Year"};
inline constexpr Phrase kTarget{"Нысаналы", "Целевое", "Target"};
inline constexpr Phrase kActual{"Нақты", "Фактическое", "Actual"};
inline constexpr Phrase kFigureBasis{"Негізі", "Основание", "Basis"};
inline constexpr Phrase kByQuery{"журнал бойынша", "по журналу", "derived"};
inline constexpr Phrase kByReport{"хабарланған", "сообщено", "reported"};
inline constexpr Phrase kActualThen{"Сонда", "Тогда", "Derived then"};
inline constexpr Phrase kActualNow{"Қазір", "Сейчас", "Derived now"};
inline constexpr Phrase kNoFigures{"нысаналы мән де, нақты мән де жоқ", "нет ни целевых, ни фактических значений",
                                   "neither a target nor an actual"};
inline constexpr Phrase kActualsDiffer{
    "Айырма бар жерде журнал сол кезден бері өзгерген: кеш енгізілген фактілер немесе түзетулер.",
    "Где есть разница, журнал с тех пор изменился: поздние факты или исправления.",
    "Where there is a difference, the log has changed since: late facts, or corrections."};
inline constexpr Phrase kActualAsRecorded{
    "«Сонда» – енгізілген кездегі мән, оны --at тексереді; «қазір» – сол сұраудың осы есептегі мәні.",
    "«Тогда» – как внесено, это проверяет --at; «сейчас» – что тот же запрос даёт в этом отчёте.",
    "“Then” is as recorded, --at checks it; “now” is what the same query gives in this report."};

}  // namespace projections::phrases
