// Suppression phrases — what a report says of the figures it hides, in Kazakh, Russian and English.
//
// Shape    {0}, {1} … stand for figures, already as text; filled() of credit_phrases.h puts them in.
// Threads  constants.
#pragma once

#include <string_view>

#include "projections/language/credit_phrases.h"

namespace projections {

// In the place of a hidden figure, as statistical tables have it.
inline constexpr std::string_view kHiddenSign = "x";

namespace phrases {

inline constexpr Phrase kHiddenFigures{
    "{0} – жасырылған: бұл санның артында {1} адамнан аз, кәмелетке толмағандар болса, {2} адамнан аз тұр,\n"
    "немесе ол тек кейбір күндерге қатысты.",
    "{0} — скрыто: за этим числом меньше {1} человек, а если среди них есть несовершеннолетние, меньше {2},\n"
    "или оно лишь за некоторые дни.",
    "{0}: hidden, for fewer than {1} people stand behind it, or fewer than {2} where minors are among them,\n"
    "or for it is of some days alone."};
inline constexpr Phrase kInReleases{
    "Адамдар мен сағаттар тек жиынтықта, барлық уақыт үшін айтылады; орын, бағыт не күн бойынша – жарияланымдарда.",
    "Люди и часы названы только в сумме и за всё время; по местам, направлениям и дням о них говорят публикации.",
    "People and hours are told in sum and of all days alone; by place, direction or day the releases tell of them."};
inline constexpr Phrase kSuppressionPolicy{"Шағын сандар ережесі: {0}, {1} нұсқасы, {2}, журналдың {3}-жазбасы.",
                                           "Правила о малых числах: {0}, версия {1}, {2}, запись {3} журнала.",
                                           "Policy on small figures: {0}, version {1}, {2}, entry {3} of the log."};
inline constexpr Phrase kNoSuppressionPolicy{
    "Шағын сандар ережесі бұл журналда жоқ: ол қолданысқа енгенше осы шектер сақталады.",
    "Правил о малых числах в этом журнале нет: пока они не действуют, границы таковы.",
    "No policy on small figures is in force in this ledger: until one is, these are the bounds."};
inline constexpr Phrase kExactFigures{"Барлық сан дәл: кеңселер мен аудиторларға арналған, жариялауға болмайды.",
                                      "Все числа точные: для фронт-офисов и аудиторов, не для публикации.",
                                      "All figures are exact: for offices and auditors, not for publication."};

}  // namespace phrases
}  // namespace projections
