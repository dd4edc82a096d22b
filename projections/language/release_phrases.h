// Release phrases — what the draft of a release says of its figures, in Kazakh, Russian and English.
//
// Shape    {0}, {1} … stand for figures, already as text; filled() of credit_phrases.h puts them in.
// Threads  constants.
#pragma once

#include "projections/language/credit_phrases.h"

namespace projections::phrases {

inline constexpr Phrase kReleaseOf{"Жарияланым: {0}", "Публикация: {0}", "Release {0}"};
inline constexpr Phrase kTheCountry{"Бүкіл ел бойынша", "По стране", "The country"};
inline constexpr Phrase kByActivity{"Іс-шара түрлері бойынша", "По видам мероприятий", "By kind of activity"};
inline constexpr Phrase kActivityColumn{"Іс-шара түрі", "Вид мероприятия", "Kind of activity"};
inline constexpr Phrase kHoursColumn{"Сағат", "Часы", "Hours"};
inline constexpr Phrase kWhyHidden{"Ескертпе", "Примечание", "Note"};
inline constexpr Phrase kTooFew{"адам саны аз", "мало людей", "too few people"};
inline constexpr Phrase kDominatedBy{"бір-екі адамның үлесі басым", "почти всё приходится на одного-двух человек",
                                     "one or two people hold most of it"};
inline constexpr Phrase kCovering{"жасырылған сан бұл арқылы табылмауы үшін", "чтобы по нему не нашли скрытое",
                                  "so that what is hidden cannot be reckoned"};
inline constexpr Phrase kUnderHidden{"жалпы саны жасырылған", "скрыто общее число", "its sum is hidden"};
inline constexpr Phrase kRevisedCell{"қайта есептелді", "пересчитано", "revised"};
inline constexpr Phrase kNothingToTell{"Бұл кезеңде расталған сағат жоқ.", "За этот период часов нет.",
                                       "There are no hours of this period."};
inline constexpr Phrase kRoundedFigures{
    "{0} – жасырылған: {1} адамнан аз, кәмелетке толмағандар болса, {2} адамнан аз, не сондай сан табылар еді.\n"
    "Адам саны 5-ке, сағат 10-ға дейін дөңгелектелген. Неге жасырылғаны жарияланбайды.",
    "{0} — скрыто: меньше {1} человек, а с несовершеннолетними меньше {2}, или по нему нашли бы такое число.\n"
    "Люди округлены до 5, часы до 10. Причины, по которым скрыто, не публикуются.",
    "{0}: hidden, for fewer than {1} people, or {2} with minors among them, or such a figure could be reckoned.\n"
    "People are rounded to 5, hours to 10. Why a figure is hidden is not published."};

}  // namespace projections::phrases
