// Exchange phrases — what reports on other systems say, in Kazakh, Russian and English, and the names of categories.
//
// Threads  constants and pure functions.
#pragma once

#include <string>

#include "projections/language/phrases.h"
#include "projections/report/reconciliation_category.h"

namespace projections {

// "Projects started".
const Phrase& categoryPhrase(ReconciledAs as);

namespace phrases {

inline constexpr Phrase kReconciliations{"Деректерді салыстыру", "Сверки данных", "Reconciliations"};
inline constexpr Phrase kSystem{"Сыртқы жүйе", "Внешняя система", "External system"};
inline constexpr Phrase kDays{"Күндері", "Дни", "Days"};
inline constexpr Phrase kReportedIn{"Олардың құжаты (SHA-256)", "Их документ (SHA-256)", "Their document (SHA-256)"};
inline constexpr Phrase kRecordedOn{"Енгізілді", "Внесено", "Recorded"};
inline constexpr Phrase kCategory{"Санат", "Категория", "Category"};
inline constexpr Phrase kReported{"Олар хабарлады", "Сообщено ими", "Reported"};
inline constexpr Phrase kDerived{"Журнал бойынша", "По журналу", "Derived"};
inline constexpr Phrase kDerivedThen{"Журналда сонда", "В журнале тогда", "Derived then"};
inline constexpr Phrase kDerivedNow{"Журналда қазір", "В журнале сейчас", "Derived now"};
inline constexpr Phrase kDifferenceNow{"Қазіргі айырма", "Разница сейчас", "Difference now"};
inline constexpr Phrase kChangedSince{
    "≠ содан бері журнал бойынша көрсеткіш өзгерді: кеш енгізілген фактілер немесе түзетулер",
    "≠ с тех пор показатель по журналу изменился: поздние факты или исправления",
    "≠ what the ledger derives has changed since: late facts, or corrections"};
inline constexpr Phrase kThenAsRecorded{"«Сонда» деген көрсеткіш – сол кезде енгізілген мән; оны --at тексереді.",
                                        "«Тогда» – показатель, каким его внесли; проверить его можно с --at.",
                                        "“Then” is the figure as it was recorded; --at checks it."};

inline constexpr Phrase kImports{"Импорттар", "Импорт", "Imports"};
inline constexpr Phrase kBatch{"Топтама", "Партия", "Batch"};
inline constexpr Phrase kImporter{"Импорттаушы", "Кто внёс", "Importer"};
inline constexpr Phrase kPartsAndRows{"Бөліктері, жолдары", "Части, строки", "Parts, rows"};
inline constexpr Phrase kSourceHash{"Дереккөз (SHA-256)", "Источник (SHA-256)", "Source (SHA-256)"};
inline constexpr Phrase kMappingHash{"Сәйкестік ережесі (SHA-256)", "Сопоставление (SHA-256)", "Mapping (SHA-256)"};
inline constexpr Phrase kVoidedOn{"Күші жойылды", "Аннулирована", "Voided"};
inline constexpr Phrase kPeopleCame{"Адамдар", "Люди", "People"};
inline constexpr Phrase kTime{"Уақыты", "Время", "Time"};
inline constexpr Phrase kMoney{"Сомасы", "Сумма", "Money"};

inline constexpr Phrase kLinks{"Сыртқы жүйелермен байланыстар", "Связи с внешними системами",
                               "Links to external systems"};
inline constexpr Phrase kTheirId{"Ондағы сәйкестендіргіш", "Идентификатор там", "Id there"};
inline constexpr Phrase kSubjectHere{"Мұнда", "Здесь", "Subject here"};
inline constexpr Phrase kIdHere{"Мұндағы сәйкестендіргіш", "Идентификатор здесь", "Id here"};

}  // namespace phrases
}  // namespace projections
