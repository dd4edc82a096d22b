// Credit phrases — what a credit statement says, in Kazakh, Russian and English, and its steps as sentences.
//
// Shape    {0}, {1} … stand for figures, already as text; filled() puts them in.
// Threads  constants and pure functions.
#pragma once

#include <initializer_list>
#include <string>

#include "projections/language/phrases.h"

namespace projections {

std::string filled(std::string text, std::initializer_list<std::string> figures);

// "2 credits", "5 баллов"; a unit of another name stands as its policy spells it.
std::string unitsText(std::int64_t count, const std::string& unit, ledger::Language language);

namespace phrases {

inline constexpr Phrase kCreditStatement{"Волонтерлік қызметті есепке алу", "Зачёт волонтёрской деятельности",
                                         "Credit statement"};
inline constexpr Phrase kForDay{"Қай күнге", "На дату", "For the day"};
inline constexpr Phrase kAge{"Жасы", "Возраст", "Age"};
inline constexpr Phrase kBenefit{"Берілетіні", "Что начисляется", "Benefit"};
inline constexpr Phrase kPolicy{"Ереже", "Правила", "Policy"};
inline constexpr Phrase kVersion{"Нұсқасы", "Версия", "Version"};
inline constexpr Phrase kLegalStatus{"Құқықтық мәртебесі", "Правовой статус", "Legal status"};
inline constexpr Phrase kPolicySource{"Дереккөзі", "Источник", "Source"};
inline constexpr Phrase kPolicyEntry{"Журналдағы жазбасы", "Запись в журнале", "Entry of the log"};
inline constexpr Phrase kWindow{"Кезең", "Период", "Window"};
inline constexpr Phrase kWindowSpan{"{0} – {1}", "{0} – {1}", "{0} – {1}"};
inline constexpr Phrase kWindowUpTo{"{0} күніне дейін (осы күнді қоса)", "по {0} включительно", "up to {0}"};
inline constexpr Phrase kAsOfSize{"Журналдың мына көлеміндегі күйі: {0}", "Состояние журнала при размере {0}",
                                  "As the log stood at size {0}"};

inline constexpr Phrase kResult{"Нәтиже", "Результат", "Result"};
inline constexpr Phrase kCountedService{"Есепке алынған қызмет", "Засчитано", "Service counted"};
inline constexpr Phrase kReached{"Жеткені", "Достигнуто", "Reached"};
inline constexpr Phrase kGrantedBefore{"Осы кезеңде бұрын берілді", "Уже начислено в этом периоде",
                                       "Granted in this window before"};
inline constexpr Phrase kToGrant{"Енді беруге болады", "Ещё можно начислить", "Can still be granted"};
inline constexpr Phrase kNextStep{"Келесі деңгейге дейін", "До следующей ступени", "To the next tier"};
inline constexpr Phrase kNextIs{"тағы {0} (барлығы {1}) болса, {2} беріледі", "ещё {0} (всего {1}), и будет {2}",
                                "{0} more ({1} in all) give {2}"};
inline constexpr Phrase kNoNextCondition{"алдымен жоғарыдағы шарт орындалуы керек",
                                         "сначала должно быть выполнено условие выше",
                                         "a condition above has to be met first"};
inline constexpr Phrase kNoNext{"бұл кезеңде бұдан жоғары деңгей жоқ", "выше в этом периоде ступеней нет",
                                "there is none above in this window"};
inline constexpr Phrase kAnd{" және ", " и ", " and "};
inline constexpr Phrase kVoucherOf{"{0} сомасындағы ваучер", "ваучер на {0}", "a voucher of {0}"};

inline constexpr Phrase kExplanation{"Түсіндірме", "Пояснение", "Explanation"};
inline constexpr Phrase kEntriesUsed{"Есепке алынған жазбалар", "Засчитанные записи", "Entries that counted"};
inline constexpr Phrase kRoleOfService{"Рөлі", "Роль", "Role"};
inline constexpr Phrase kCounts{"Есепке алынды", "Засчитано", "Counts"};
inline constexpr Phrase kStandsOf{"Расталғаны", "Подтверждено", "Stands"};
inline constexpr Phrase kGrantedCredits{"Берілгендер", "Начисления", "Credits granted"};
inline constexpr Phrase kCreditSum{"Берілді", "Начислено", "Granted"};
inline constexpr Phrase kVoucher{"Ваучер", "Ваучер", "Voucher"};

// The steps.
inline constexpr Phrase kStepWindow{"{0} – {1} аралығында басталған қызмет қаралды.",
                                    "Рассмотрена деятельность, начатая с {0} по {1}.",
                                    "Service that began from {0} to {1} was looked at."};
inline constexpr Phrase kStepWindowUpTo{"{0} күніне дейін басталған қызмет қаралды.",
                                        "Рассмотрена деятельность, начатая по {0}.",
                                        "Service that began up to {0} was looked at."};
inline constexpr Phrase kStepElsewhere{"Басқа ереже бойынша бұрын есепке алынған: {0}, {1}.",
                                       "Уже зачтено по другим правилам: {0}, {1}.",
                                       "Credited under another policy already: {0}, {1}."};
inline constexpr Phrase kStepImported{"Импортталған, есепке алынбайды: {0}, {1}.",
                                      "Импортировано и не засчитывается: {0}, {1}.",
                                      "Imported, and never credited: {0}, {1}."};
inline constexpr Phrase kStepNotAttested{"Расталмаған: {0}.", "Не подтверждено: {0}.", "Not attested: {0}."};
inline constexpr Phrase kStepDisputed{"Даулы: {0}, {1}.", "Оспорено: {0}, {1}.", "Under dispute: {0}, {1}."};
inline constexpr Phrase kStepUnconfirmed{"Кеңсе мәлімдеген, бірақ волонтер өзі растамаған: {0}, {1}.",
                                         "Заявлено фронт-офисом и не подтверждено самим волонтёром: {0}, {1}.",
                                         "Claimed by an office, and not confirmed by the volunteer: {0}, {1}."};
inline constexpr Phrase kStepUnverified{"Ұйым сол күні әлі тексерілмеген еді: {0}, {1}.",
                                        "Организация на тот день ещё не была проверена: {0}, {1}.",
                                        "At organisations not verified by that day: {0}, {1}."};
inline constexpr Phrase kStepTimeBasis{"Уақыт түрі есепке алынбайды: {0}, {1}.",
                                       "Такой вид времени не засчитывается: {0}, {1}.",
                                       "Of a time basis that does not count: {0}, {1}."};
inline constexpr Phrase kStepAge{"Сол кездегі жасы есепке алынбайды: {0}, {1}.",
                                 "Возраст на тот момент не подходит: {0}, {1}.",
                                 "At an age that does not count: {0}, {1}."};
inline constexpr Phrase kStepActivity{"Іс-шараның түрі есепке алынбайды: {0}, {1}.",
                                      "Такой вид мероприятия не засчитывается: {0}, {1}.",
                                      "In a kind of activity that does not count: {0}, {1}."};
inline constexpr Phrase kStepRole{"Рөлі есепке алынбайды: {0}, {1}.", "Такая роль не засчитывается: {0}, {1}.",
                                  "In a role that does not count: {0}, {1}."};
inline constexpr Phrase kStepOutside{"Кезеңнен тыс: {0}, {1}.", "Вне периода: {0}, {1}.",
                                     "Outside the window: {0}, {1}."};
inline constexpr Phrase kStepEligible{"Шарттарға сай келеді: {0}, {1}.", "Подходит по условиям: {0}, {1}.",
                                      "Fits the conditions: {0}, {1}."};
inline constexpr Phrase kStepCategoryMost{"«{0}» рөлінде {1} болды, есепке алынатыны – {2}.",
                                          "В роли «{0}» — {1}, засчитывается {2}.",
                                          "In the role {0} there are {1}; {2} of them count."};
inline constexpr Phrase kStepCategoryLeast{"«{0}» рөлінде {1} болды, қажеті – {2}: ештеңе берілмейді.",
                                           "В роли «{0}» — {1}, а нужно {2}: ничего не начисляется.",
                                           "In the role {0} there are {1}, and {2} are needed: nothing is credited."};
inline constexpr Phrase kStepMinutesMost{"{0} ішінен есепке алынатыны – {1}: ереже одан артығын санамайды.",
                                         "Из {0} засчитывается {1}: больше правила не допускают.",
                                         "Of {0}, {1} count: the policy takes no more."};
inline constexpr Phrase kStepMonthsLeast{"Қызмет болған ай саны – {0}, қажеті – {1}: ештеңе берілмейді.",
                                         "Месяцев с деятельностью — {0}, а нужно {1}: ничего не начисляется.",
                                         "Months with service: {0}, and {1} are needed: nothing is credited."};
inline constexpr Phrase kStepTier{"«{0}» деңгейі: {1} үшін {2}.", "Ступень «{0}»: за {1} — {2}.",
                                  "The tier {0}: {2} for {1}."};
inline constexpr Phrase kStepNoTier{"{0} есепке алынды, бірінші деңгей {1} болғанда басталады.",
                                    "Засчитано {0}, а первая ступень начинается с {1}.",
                                    "{0} counted, and the first tier begins at {1}."};
inline constexpr Phrase kStepNoTierOfAge{"Бұл жаста ашық деңгей жоқ.", "Для этого возраста ступеней нет.",
                                         "There is no tier at this age."};
inline constexpr Phrase kStepWholeHours{"Толық сағат саны – {0}.", "Полных часов — {0}.", "Whole hours: {0}."};
inline constexpr Phrase kStepCreditsMost{"{0} жинақталды, берілетіні – {1}: ереже одан артық бермейді.",
                                         "Набрано {0}, начисляется {1}: больше правила не дают.",
                                         "{0} were reached, {1} are credited: the policy gives no more."};

}  // namespace phrases
}  // namespace projections
