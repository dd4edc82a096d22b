// AccountPhrases — headings of the reports on organisations, programmes, offices, money and what is owed.
//
// Threads  constants.
#pragma once

#include "projections/language/phrases.h"

namespace projections::phrases {

// An organisation, a programme, an office.
inline constexpr Phrase kOrganisationAccount{"Ұйымның есебі", "Отчёт организации", "Account of an organisation"};
inline constexpr Phrase kProgrammeAccount{"Бағдарлама бойынша есеп", "Отчёт по программе", "Programme report"};
inline constexpr Phrase kOfficeAccount{"Фронт-кеңсе есебі", "Отчёт фронт-офиса", "Front-office report"};
inline constexpr Phrase kKind{"Түрі", "Вид", "Kind"};
inline constexpr Phrase kRegistrationNumber{"Тіркеу нөмірі", "Регистрационный номер", "Registration number"};
inline constexpr Phrase kVerifiedOn{"Мемлекеттік тізіліммен салыстырылды", "Сверена с государственным реестром",
                                    "Compared with a state register"};
inline constexpr Phrase kProjects{"Жобалар", "Проекты", "Projects"};
inline constexpr Phrase kService{"Волонтерлік қызмет", "Волонтёрская деятельность", "Volunteer service"};
inline constexpr Phrase kServiceHidden{
    "Бір ұйымның, бағдарламаның, өңірдің сағаттары мен адамдары туралы тек жарияланымдарда айтылады;\n"
    "кеңселер мен аудиторлар оларды --exact арқылы көреді.",
    "О часах и людях одной организации, программы, региона говорят только публикации;\n"
    "офисы и аудиторы видят их с --exact.",
    "Hours and people of one organisation, programme or region are public in releases alone;\n"
    "offices and auditors see them with --exact."};
inline constexpr Phrase kMinors{"  оның ішінде кәмелетке толмағандар", "  из них несовершеннолетние",
                                "  of whom minors"};
inline constexpr Phrase kAgeBand{"Жасы", "Возраст", "Age"};
inline constexpr Phrase kPeopleByAge{"Жас топтары бойынша", "По возрастам", "By age"};
inline constexpr Phrase kPerThousand{"1 000 тұрғынға шаққанда", "На 1 000 жителей", "Per 1,000 inhabitants"};
inline constexpr Phrase kInhabitants{"Тұрғындар саны", "Численность населения", "Inhabitants"};
inline constexpr Phrase kPopulationSource{"Тұрғындар саны: {0}, {1} ж.; {2}, журналдың {3}-жазбасы.",
                                          "Численность населения: {0}, {1} г.; {2}, запись {3}.",
                                          "Inhabitants: {0}, {1}; {2}, entry {3}."};

// Charity.
inline constexpr Phrase kCharity{"Қайырымдылық", "Благотворительность", "Charity"};
inline constexpr Phrase kCurrency{"Валюта", "Валюта", "Currency"};
inline constexpr Phrase kDonor{"Кімнен", "От кого", "From"};
inline constexpr Phrase kDonations{"Қайырмалдықтар", "Пожертвования", "Donations"};
inline constexpr Phrase kDonated{"Ақшалай түсті", "Получено деньгами", "Received in money"};
inline constexpr Phrase kGifts{"Заттай сыйлар", "Дары", "Gifts in kind"};
inline constexpr Phrase kGiftsValue{"Олардың құны", "Их стоимость", "Their value"};
inline constexpr Phrase kAllocatedToProjects{"Жобаларға бөлінді", "Направлено на проекты", "Allocated to projects"};
inline constexpr Phrase kGivenBack{"Донорға қайтарылды", "Возвращено донорам", "Given back"};
inline constexpr Phrase kPledgedOpen{"Уәде етілген, түспеген", "Обещано и не получено", "Pledged, not received"};

// Grants.
inline constexpr Phrase kGrantsGiven{"Берген гранттары", "Выданные гранты", "Grants given"};
inline constexpr Phrase kGrantsPassedOn{"Қайта бөлген қосалқы гранттары", "Выданные субгранты", "Sub-awards given"};
inline constexpr Phrase kGrantsReceived{"Алған гранттары", "Полученные гранты", "Grants received"};
inline constexpr Phrase kGrantList{"Гранттар тізімі", "Список грантов", "Grants one by one"};
inline constexpr Phrase kTitle{"Атауы", "Название", "Title"};
inline constexpr Phrase kCosts{"Шығыс түрлері бойынша", "По видам расходов", "By type of cost"};
inline constexpr Phrase kBySource{"Қаражат көзі бойынша", "По источникам средств", "By source"};
inline constexpr Phrase kByClass{"Түрі бойынша", "По видам", "By class"};
inline constexpr Phrase kByRegion{"Өңірлер бойынша", "По регионам", "By region"};
inline constexpr Phrase kByDirection{"Бағыттар бойынша", "По направлениям", "By direction"};
inline constexpr Phrase kCalls{"Конкурстар", "Конкурсы", "Calls for applications"};
inline constexpr Phrase kContracts{"Мемлекеттік әлеуметтік тапсырыс шарттары",
                                   "Договоры государственного социального заказа",
                                   "Contracts of the state social order"};
inline constexpr Phrase kMoneyFlow{"Ақша қозғалысы: қаржыландырушы, бағыт, шығыс түрі",
                                   "Движение денег: финансирующая сторона, направление, вид расхода",
                                   "Money flow: funder, direction, type of cost"};
inline constexpr Phrase kFunderAccount{"Қаржыландырушының есебі", "Отчёт финансирующей стороны", "Funder report"};
inline constexpr Phrase kSubAwardsLeftOut{
    "Қосалқы гранттар мұнда жеке есептелмейді: олардың ақшасы негізгі гранттың ішінде.",
    "Субгранты отдельно не считаются: их деньги внутри гранта, из которого они выданы.",
    "Sub-awards are not counted apart: their money is in the grant that funds them."};

// Regrants.
inline constexpr Phrase kRegrants{"Қайта бөлінген қаражат", "Перераспределённые средства", "Regranted money"};
inline constexpr Phrase kTree{"Гранттар мен қосалқы гранттар", "Гранты и субгранты", "Grants and sub-awards"};
inline constexpr Phrase kRegrantLines{"Қайта бөлу баптары", "Статьи перераспределения", "Lines for regranting"};
inline constexpr Phrase kGrant{"Грант", "Грант", "Grant"};
inline constexpr Phrase kReceived{"Алынды", "Получено", "Received"};
inline constexpr Phrase kToSubAwards{"Қосалқы гранттарға", "Субгрантам", "To sub-awards"};
inline constexpr Phrase kPassedOn{"Аударылды деп енгізілді", "Учтено как переданное", "Recorded as passed on"};
inline constexpr Phrase kLeftToAward{"Бөлінбегені", "Не распределено", "Left to award"};
inline constexpr Phrase kConserved{"Сақталу", "Сохранность", "Conserved"};
inline constexpr Phrase kBalanced{"тең", "сходится", "balances"};
inline constexpr Phrase kDiffers{"айырма {0}", "расхождение {0}", "differs by {0}"};
inline constexpr Phrase kNoRegrants{"Қайта бөлінген грант жоқ.", "Перераспределённых грантов нет.",
                                    "No grant is regranted."};

// Reports that are owed.
inline constexpr Phrase kObligations{"Есеп беру міндеттері", "Обязательства по отчётам", "Reports that are owed"};
inline constexpr Phrase kOnDay{"Күні", "На день", "On"};
inline constexpr Phrase kOverdueReports{"Мерзімі өткен есептер", "Просроченные отчёты", "Overdue reports"};
inline constexpr Phrase kDueSoon{"Екі апта ішінде тапсырылатыны", "Сдать в ближайшие две недели",
                                 "Due within a fortnight"};
inline constexpr Phrase kUnconfirmed{"Алғаны расталмаған аударымдар", "Перечисления без подтверждения получения",
                                     "Payments whose receipt nobody confirmed"};
inline constexpr Phrase kOwedTo{"Кімге", "Кому", "Owed to"};
inline constexpr Phrase kFinalDay{"Соңғы күні", "Последний день", "Last day"};
inline constexpr Phrase kDaysLate{"Кешіккен күн", "Дней опоздания", "Days late"};
inline constexpr Phrase kAll{"Барлығы", "Всего", "All"};
inline constexpr Phrase kInTime{"Уақытында", "В срок", "In time"};
inline constexpr Phrase kLate{"Кешігіп", "С опозданием", "Late"};
inline constexpr Phrase kOverdue{"Мерзімі өтті", "Просрочено", "Overdue"};
inline constexpr Phrase kStillOpen{"Мерзімі жетпеген", "Срок не вышел", "Not due yet"};
inline constexpr Phrase kWaivedCount{"Босатылды", "Снято", "Waived"};
inline constexpr Phrase kMissedReports{"Кешіктірілген есептер", "Отчёты с опозданием", "Missed reports"};
inline constexpr Phrase kNoneOverdue{"Мерзімі өткен есеп жоқ.", "Просроченных отчётов нет.", "No report is overdue."};

}  // namespace projections::phrases
