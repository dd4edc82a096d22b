// Form phrases — what files say beside the report they hold, in Kazakh, Russian and English.
//
// Shape    {0}, {1} … stand for figures, already as text; filled() of credit_phrases.h puts them in.
// Threads  constants.
#pragma once

#include "projections/language/phrases.h"

namespace projections::phrases {

inline constexpr Phrase kParticulars{"Мәліметтер", "Сведения", "Particulars"};
inline constexpr Phrase kSection{"Бөлім", "Раздел", "Section"};
inline constexpr Phrase kParticular{"Мәлімет", "Сведение", "Particular"};
inline constexpr Phrase kValue{"Мәні", "Значение", "Value"};
inline constexpr Phrase kUnitOf{"бірлігі", "единица", "unit"};

inline constexpr Phrase kAbout{"Файл туралы", "О файле", "About"};
inline constexpr Phrase kAboutWhat{"Тақырыбы", "Тема", "Subject"};
inline constexpr Phrase kQuery{"Сұрау", "Запрос", "Query"};
inline constexpr Phrase kLog{"Журнал", "Журнал", "Log"};
inline constexpr Phrase kCheckpointSize{"Бақылау нүктесінің жазбалар саны", "Записей в контрольной точке",
                                        "Size of the checkpoint"};
inline constexpr Phrase kCheckpointRoot{"Бақылау нүктесінің түбірі", "Корень контрольной точки",
                                        "Root of the checkpoint"};
inline constexpr Phrase kLicence{"Лицензия", "Лицензия", "Licence"};
inline constexpr Phrase kNotForPublication{"жоқ: жариялауға арналмаған", "нет: не для публикации",
                                           "none: not for publication"};
inline constexpr Phrase kNote{"Ескертпе", "Примечание", "Note"};

inline constexpr Phrase kPageOf{"{1} беттің {0}-беті", "Страница {0} из {1}", "Page {0} of {1}"};

}  // namespace projections::phrases
