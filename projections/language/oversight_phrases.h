// OversightPhrases — headings of the reports on findings, corrections, awards, value, deployments and assignments.
//
// Threads  constants.
#pragma once

#include <string_view>

#include "projections/language/phrases.h"

namespace projections {

// What happened, in a word or two: "ExpenditureVoided". The event's own name where none is known.
std::string eventText(std::string_view event, ledger::Language language);
// Its place in the schema, where what is opened stands before what is closed; those that are not public are last.
std::size_t eventPlace(std::string_view event);
// "low", "medium", "high", "critical".
std::string severityText(std::string_view severity, ledger::Language language);

namespace phrases {

// Findings.
inline constexpr Phrase kFindings{"Аудит ескертпелері және олардың орындалуы", "Замечания аудита и их исполнение",
                                  "Audit findings and their follow-up"};
inline constexpr Phrase kFollowUp{"Орындалуы", "Исполнение", "Follow-up"};
inline constexpr Phrase kBySeverity{"Маңызы бойынша", "По важности", "By severity"};
inline constexpr Phrase kSeverity{"Маңызы", "Важность", "Severity"};
inline constexpr Phrase kRule{"Ереже", "Правило", "Rule"};
inline constexpr Phrase kQuestioned{"Күмәнді сома", "Сомнительная сумма", "Questioned"};
inline constexpr Phrase kRaisedOn{"Қойылған күні", "Поставлено", "Raised"};
inline constexpr Phrase kAnswerBy{"Жауап мерзімі", "Ответить до", "Answer by"};
inline constexpr Phrase kAnsweredOn{"Жауап күні", "Ответ", "Answered"};
inline constexpr Phrase kAgreed{"Келіседі ме", "Согласие", "Agrees"};
inline constexpr Phrase kPromisedBy{"Түзету мерзімі", "Исправить до", "To be mended by"};
inline constexpr Phrase kEndedOn{"Аяқталған күні", "Завершено", "Ended"};
inline constexpr Phrase kNo{"жоқ", "нет", "no"};
inline constexpr Phrase kOpen{"Ашық", "Открыто", "Open"};
inline constexpr Phrase kClosed{"Жабылды", "Закрыто", "Closed"};
inline constexpr Phrase kDismissed{"Алынып тасталды", "Отклонено", "Dismissed"};
inline constexpr Phrase kOnlyEndedFindings{
    "Тек жабылған және алынып тасталған ескертпелер жария; ашықтары --exact арқылы кеңселер мен аудиторларға.",
    "Публичны только закрытые и отклонённые замечания; открытые видят офисы и аудиторы с --exact.",
    "Only findings that are closed or dismissed are public; offices and auditors see open ones with --exact."};
inline constexpr Phrase kNoFindings{"Ескертпе жоқ.", "Замечаний нет.", "There is no finding."};

// Corrections.
inline constexpr Phrase kCorrections{"Не өзгерді: түзетулер мен қайтарулар", "Что изменилось: исправления и отмены",
                                     "What changed: corrections and reversals"};
inline constexpr Phrase kSinceEntry{"{0}-жазбадан бастап", "Начиная с записи {0}", "From entry {0} on"};
inline constexpr Phrase kSinceDay{"{0} бастап енгізілгендер", "Внесённые с {0}", "Recorded since {0}"};
inline constexpr Phrase kOneByOne{"Бір-бірлеп", "По одному", "One by one"};
inline constexpr Phrase kAboutWhom{"Не туралы", "О чём", "About"};
inline constexpr Phrase kReason{"Себебі", "Причина", "Reason"};
inline constexpr Phrase kBefore{"Бұрын", "Было", "Before"};
inline constexpr Phrase kAfter{"Енді", "Стало", "After"};
inline constexpr Phrase kChange{"Өзгеріс", "Изменение", "Change"};
inline constexpr Phrase kRecordedAt{"Бастапқы жазба", "Исходная запись", "Original entry"};
inline constexpr Phrase kOnlyPublicKinds{
    "Мұнда тек жария жазбалар; сағаттар, кредиттер мен марапаттардың түзетулерін кеңселер --exact арқылы көреді.",
    "Здесь только публичные записи; исправления часов, кредитов и наград офисы видят с --exact.",
    "Only public entries are here; corrections of hours, credits and awards are for offices, with --exact."};
inline constexpr Phrase kNoCorrections{"Түзету жоқ.", "Исправлений нет.", "Nothing was corrected."};

// Awards.
inline constexpr Phrase kAwards{"Марапаттар тізілімі", "Реестр наград", "Register of awards"};
inline constexpr Phrase kDistinction{"Марапат", "Награда", "Distinction"};
inline constexpr Phrase kNominated{"Ұсынулар", "Представлений", "Nominations"};
inline constexpr Phrase kConferredCount{"Берілді", "Вручено", "Conferred"};
inline constexpr Phrase kRevokedCount{"Кері алынды", "Отозвано", "Revoked"};
inline constexpr Phrase kDecisions{"Шешімдер", "Решения", "Decisions"};
inline constexpr Phrase kNomination{"Ұсыну", "Представление", "Nomination"};
inline constexpr Phrase kAct{"Акт", "Акт", "Act"};
inline constexpr Phrase kVotesCast{"Дауыс", "Голосов", "Votes"};
inline constexpr Phrase kPointsGiven{"Ұпай", "Баллов", "Points"};
inline constexpr Phrase kNoNames{"Есімдер тек келісіммен, қоймадан көрсетіледі; бұл есеп оны ашпайды.",
                                 "Имена показываются только с согласия и из хранилища; этот отчёт его не открывает.",
                                 "Names appear under consent alone, from the vault; this report does not open it."};

// The value of service.
inline constexpr Phrase kServiceValue{"Волонтерлік еңбектің экономикалық құны",
                                      "Экономическая стоимость волонтёрского труда",
                                      "Economic value of volunteer work"};
inline constexpr Phrase kMethod{"Әдіс", "Метод", "Method"};
inline constexpr Phrase kReplacement{"орнын басу: расталған ақысыз сағат × сағаттық жалақы",
                                     "замещение: подтверждённый безвозмездный час × оплата часа",
                                     "replacement: attested unpaid hour × wage per hour"};
inline constexpr Phrase kValueTotal{"Құны", "Стоимость", "Value"};
inline constexpr Phrase kValued{"Бағаланған сағат", "Оценено часов", "Hours valued"};
inline constexpr Phrase kWithoutWage{"Жалақысы жарияланбаған сағат", "Часы без опубликованной оплаты",
                                     "Hours without a published wage"};
inline constexpr Phrase kOtherBasis{"Ақылы немесе міндетті (бағаланбайды)", "Оплаченные или обязательные (не оценены)",
                                    "Paid or ordered (not valued)"};
inline constexpr Phrase kWagePerHour{"Сағатына", "За час", "Per hour"};
inline constexpr Phrase kWageOf{"Жалақы аясы", "Оплата по", "Wage of"};
inline constexpr Phrase kOfCountry{"ел", "стране", "the country"};
inline constexpr Phrase kOfRegion{"өңір", "региону", "the region"};
inline constexpr Phrase kByYearAndRegion{"Жыл мен өңір бойынша", "По годам и регионам", "By year and region"};
inline constexpr Phrase kValueYear{"Жыл", "Год", "Year"};
inline constexpr Phrase kWagePolicy{"Жалақы: {0}, {1} нұсқасы, {2}; {3}; журналдың {4}-жазбасы.",
                                    "Оплата: {0}, версия {1}, {2}; {3}; запись {4}.",
                                    "Wages: {0}, version {1}, {2}; {3}; entry {4}."};
inline constexpr Phrase kNoWages{"Қолданыстағы жалақы саясаты жоқ: ештеңе бағаланбайды.",
                                 "Действующей политики оплаты нет: ничего не оценено.",
                                 "No policy on wages applies: nothing is valued."};

// Emergencies and assignments.
inline constexpr Phrase kDeployments{"Төтенше жағдайлар мен жасақтар", "Чрезвычайные ситуации и отряды",
                                     "Emergencies and deployments"};
inline constexpr Phrase kEmergency{"Төтенше жағдай", "Чрезвычайная ситуация", "Emergency"};
inline constexpr Phrase kEmergencies{"Төтенше жағдайлар", "Чрезвычайные ситуации", "Emergencies"};
inline constexpr Phrase kSkill{"Дағды", "Навык", "Skill"};
inline constexpr Phrase kAsked{"Сұралды", "Запрошено", "Asked for"};
inline constexpr Phrase kServed{"Қызмет етті", "Участвовало", "Served"};
inline constexpr Phrase kBegan{"Басталды", "Начало", "Began"};
inline constexpr Phrase kEnded{"Аяқталды", "Конец", "Ended"};
inline constexpr Phrase kNoEmergencies{"Төтенше жағдай болған жоқ.", "Чрезвычайных ситуаций не было.",
                                       "There was no emergency."};
inline constexpr Phrase kForOffices{
    "Адамдар саны мен жасақтар кеңселер мен аудиторларға --exact арқылы.",
    "Число людей и отряды видят офисы и аудиторы с --exact.",
    "Numbers of people and the deployments are for offices and auditors, with --exact."};
inline constexpr Phrase kAssignments{"Ұзақ мерзімді тапсырмалар", "Долгосрочные назначения", "Assignments"};
inline constexpr Phrase kCountry{"Ел", "Страна", "Country"};
inline constexpr Phrase kByCountry{"Елдер бойынша", "По странам", "By country"};
inline constexpr Phrase kPersons{"Адам", "Людей", "People"};
inline constexpr Phrase kUnderWay{"Жүріп жатыр", "Идут", "Under way"};
inline constexpr Phrase kCompletedCount{"Аяқталды", "Завершено", "Completed"};
inline constexpr Phrase kTerminatedCount{"Үзілді", "Прервано", "Terminated"};
inline constexpr Phrase kStipend{"Айлық қаражат", "Пособие в месяц", "Stipend a month"};
inline constexpr Phrase kSender{"Жіберуші", "Направляет", "Sent by"};

// What an office did.
inline constexpr Phrase kMandates{"Мандат", "Мандат", "Mandate"};
inline constexpr Phrase kWhatItDid{"Не істелді", "Что сделано", "What was done"};
inline constexpr Phrase kRequests{"Көмек сұраулар", "Обращения за помощью", "Requests for help"};
inline constexpr Phrase kIdeas{"Идеялар", "Идеи", "Ideas"};
inline constexpr Phrase kAnswer{"Жауап", "Ответ", "Answer"};
inline constexpr Phrase kDaysTaken{"Орта есеппен күн", "Дней в среднем", "Days on average"};
inline constexpr Phrase kCapacity{"Мүмкіндіктері", "Возможности", "Capacity"};
inline constexpr Phrase kOutputs{"Нәтижелер", "Результаты", "Outputs"};
inline constexpr Phrase kOutputReached{"Жетті", "Достигнуто", "Reached"};
inline constexpr Phrase kPlanned{"Жоспар", "План", "Planned"};

}  // namespace phrases
}  // namespace projections
