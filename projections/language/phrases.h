// Phrases — headings and sentences of the reports in Kazakh, Russian and English.
//
// Shape    a phrase without one of its languages does not compile.
// Threads  constants.
#pragma once

#include <string>

#include "ledger/event/values.h"
#include "ledger/schema/words/words.h"
#include "projections/language/numbers.h"

namespace projections {

class Phrase {
 public:
  consteval Phrase(const char* kk, const char* ru, const char* en) : kk_(kk), ru_(ru), en_(en) {
    if (*kk == '\0' || *ru == '\0' || *en == '\0') throw "a phrase has all three languages";
  }
  std::string in(ledger::Language language) const;

 private:
  const char* kk_;
  const char* ru_;
  const char* en_;
};

// The name in a language; where it has none, the first there is.
std::string nameIn(const ledger::Names& names, ledger::Language language);

namespace phrases {

inline constexpr Phrase kDemonstration{"КӨРСЕТІЛІМ: адамдар, ұйымдар мен сомалар ойдан шығарылған.",
                                       "ДЕМОНСТРАЦИЯ: люди, организации и суммы вымышлены.",
                                       "DEMONSTRATION: people, organisations and amounts are made up."};
inline constexpr Phrase kMadeFrom{"Дереккөзі: журнал", "Составлено по журналу", "Made from the log"};
inline constexpr Phrase kSize{"жазбалар саны", "записей:", "size"};
inline constexpr Phrase kRoot{"түбірі", "корень", "root"};
inline constexpr Phrase kWitnesses{"куәгерлер: ", "свидетелей: ", "witnesses="};
inline constexpr Phrase kPeriod{"Кезең", "Период", "Period"};
inline constexpr Phrase kEntry{"Жазба", "Запись", "Entry"};
inline constexpr Phrase kTotal{"Барлығы", "Итого", "Total"};
inline constexpr Phrase kDate{"Күні", "Дата", "Date"};
inline constexpr Phrase kState{"Күйі", "Состояние", "State"};
inline constexpr Phrase kAmount{"Сомасы", "Сумма", "Amount"};
inline constexpr Phrase kRegion{"Өңір", "Регион", "Region"};
inline constexpr Phrase kDirection{"Бағыт", "Направление", "Direction"};
inline constexpr Phrase kOrganisation{"Ұйым", "Организация", "Organisation"};
inline constexpr Phrase kOrganisations{"Ұйымдар", "Организации", "Organisations"};
inline constexpr Phrase kNothing{"жоқ", "нет", "none"};
inline constexpr Phrase kMinutes{"мин", "мин", "min"};  // after or above a number

// The grant statement.
inline constexpr Phrase kGrantStatement{"Грант бойынша есеп", "Отчёт по гранту", "Grant statement"};
inline constexpr Phrase kFunder{"Қаржыландырушы", "Финансирующая сторона", "Funder"};
inline constexpr Phrase kGrantee{"Грант алушы", "Грантополучатель", "Grantee"};
inline constexpr Phrase kProgramme{"Бағдарлама", "Программа", "Programme"};
inline constexpr Phrase kClass{"Түрі", "Вид", "Class"};
inline constexpr Phrase kSource{"Қаражат көзі", "Источник средств", "Source"};
inline constexpr Phrase kAwarded{"Тағайындалды", "Присуждён", "Awarded"};
inline constexpr Phrase kAwardedOn{"Тағайындалған күні", "Дата присуждения", "Awarded on"};
inline constexpr Phrase kAgreement{"Шарт", "Договор", "Agreement"};
inline constexpr Phrase kBudget{"Шығыстар сметасы", "Смета расходов", "Budget"};
inline constexpr Phrase kLine{"Бап", "Статья", "Line"};
inline constexpr Phrase kCostType{"Шығыс түрі", "Вид расхода", "Cost type"};
inline constexpr Phrase kBudgeted{"Смета", "Смета", "Budget"};
inline constexpr Phrase kSpent{"Жұмсалды", "Израсходовано", "Spent"};
inline constexpr Phrase kLeft{"Қалды", "Осталось", "Left"};
inline constexpr Phrase kTranches{"Транштар", "Транши", "Tranches"};
inline constexpr Phrase kNumber{"№", "№", "No."};
inline constexpr Phrase kDue{"Мерзімі", "Срок", "Due"};
inline constexpr Phrase kPaid{"Төленді", "Выплачено", "Paid"};
inline constexpr Phrase kDisbursements{"Аударымдар", "Перечисления", "Disbursements"};
inline constexpr Phrase kReference{"Төлем құжаты", "Платёжный документ", "Payment reference"};
inline constexpr Phrase kTranche{"Транш", "Транш", "Tranche"};
inline constexpr Phrase kReversed{"Кері алынды", "Отозвано", "Reversed"};
inline constexpr Phrase kConfirmed{"Алғаны расталды", "Получение подтверждено", "Receipt confirmed"};
inline constexpr Phrase kYes{"иә", "да", "yes"};
inline constexpr Phrase kNotYet{"әлі жоқ", "ещё нет", "not yet"};
inline constexpr Phrase kExpenditures{"Шығыстар", "Расходы", "Expenditures"};
inline constexpr Phrase kDocument{"Құжат", "Документ", "Document"};
inline constexpr Phrase kVendor{"Сатушы", "Продавец", "Vendor"};
inline constexpr Phrase kIndividual{"жеке тұлға", "физическое лицо", "individual"};
inline constexpr Phrase kAsKnown{
    "Бұл жолдар тек осы күндерге емес: журналдың {0} жазбасы бойынша белгілі жай көрсетілген.",
    "Эти строки не только за эти дни: показано то, что известно по {0} записям журнала.",
    "These rows are not of the days alone: they stand as they are known at size {0}."};
inline constexpr Phrase kCounted{"Есепке алынды", "Засчитано", "Counted"};
inline constexpr Phrase kSubAwardOf{"Негізгі грант", "Субгрант из гранта", "Sub-award of"};
inline constexpr Phrase kSubAwards{"Қосалқы гранттар", "Субгранты", "Sub-awards"};
inline constexpr Phrase kDemands{"Қайтару талаптары", "Требования о возврате", "Demands"};
inline constexpr Phrase kWaived{"кешірілді", "списано", "waived"};
inline constexpr Phrase kDemanded{"талап етілді", "истребовано", "demanded"};
inline constexpr Phrase kOtherMovements{"Өзге қозғалыстар", "Прочие движения", "Other movements"};
inline constexpr Phrase kMovement{"Қозғалыс", "Движение", "Movement"};
inline constexpr Phrase kBalance{"Баланс", "Баланс", "Balance"};
inline constexpr Phrase kDisbursed{"Аударылды", "Перечислено", "Disbursed"};
inline constexpr Phrase kInterest{"Банк сыйақысы", "Проценты банка", "Interest"};
inline constexpr Phrase kVendorRefunds{"Сатушылардан қайтарым", "Возвраты от продавцов", "Refunds from vendors"};
inline constexpr Phrase kReturned{"Қаржыландырушыға қайтарылды", "Возвращено финансирующей стороне",
                                  "Returned to the funder"};
inline constexpr Phrase kOnHand{"Қолда бар", "На руках", "On hand"};
inline constexpr Phrase kOnHandBefore{"Кезең басында қолда", "На руках до периода", "On hand before the period"};
inline constexpr Phrase kBalanceHolds{"Екі жағы тең.", "Обе стороны равны.", "Both sides are equal."};
inline constexpr Phrase kBalanceFails{"ЕКІ ЖАҒЫ ТЕҢ ЕМЕС: аудит қажет.", "СТОРОНЫ НЕ РАВНЫ: нужен аудит.",
                                      "THE SIDES DIFFER: this needs an audit."};

// The service record.
inline constexpr Phrase kServiceRecord{"Волонтерлік қызмет жазбасы", "Запись о волонтёрской деятельности",
                                       "Service record"};
inline constexpr Phrase kVolunteer{"Волонтер", "Волонтёр", "Volunteer"};
inline constexpr Phrase kAttestedHours{"Расталған сағат", "Подтверждённые часы", "Attested hours"};
inline constexpr Phrase kOfWhichDisputed{"  оның ішінде даулы", "  из них оспорено", "  of which disputed"};
inline constexpr Phrase kClaimedHours{"Мәлімделген сағат", "Заявленные часы", "Claimed hours"};
inline constexpr Phrase kWaiting{"Растауды күтуде", "Ждут подтверждения", "Waiting for attestation"};
inline constexpr Phrase kImportedHours{"Импортталған (есепке алынбайды)", "Импортировано (не засчитывается)",
                                       "Imported (not creditable)"};
inline constexpr Phrase kEntries{"Жазбалар", "Записи", "Entries"};
inline constexpr Phrase kProject{"Жоба", "Проект", "Project"};
inline constexpr Phrase kClaimed{"Мәлімделді", "Заявлено", "Claimed"};
inline constexpr Phrase kStands{"Есепке алынды", "Засчитано", "Stands"};
inline constexpr Phrase kNotes{"Ескертпе", "Примечание", "Notes"};
inline constexpr Counted kHoursEntries{"жазба", "запись", "записи", "записей", "entry", "entries"};

// The national summary.
inline constexpr Phrase kNationalSummary{"Ұлттық жиынтық", "Национальная сводка", "National summary"};
inline constexpr Phrase kNationalOffice{"Ұлттық фронт-кеңсе", "Национальный фронт-офис", "National front-office"};
inline constexpr Phrase kRegionalOffices{"Өңірлік фронт-кеңселер", "Региональные фронт-офисы",
                                         "Regional front-offices"};
inline constexpr Phrase kActivities{"Іс-шаралар", "Мероприятия", "Activities"};
inline constexpr Phrase kVolunteers{"Волонтерлер", "Волонтёры", "Volunteers"};
inline constexpr Phrase kVolunteersAttested{"Расталған сағаты бар волонтерлер", "Волонтёры с подтверждёнными часами",
                                            "Volunteers with attested hours"};
inline constexpr Phrase kDisputedHours{"  оның ішінде даулы", "  из них оспорено", "  of which disputed"};
inline constexpr Phrase kAttended{"Аты-жөнсіз қатысу", "Участие без имён", "Attendance without names"};
inline constexpr Phrase kConferred{"Берілген марапаттар", "Вручённые награды", "Distinctions conferred"};
inline constexpr Phrase kPlacesByRegion{"Өңірлер бойынша ұйымдар мен іс-шаралар",
                                        "Организации и мероприятия по регионам",
                                        "Organisations and activities by region"};
inline constexpr Phrase kPlacesByDirection{"Бағыттар бойынша ұйымдар мен іс-шаралар",
                                           "Организации и мероприятия по направлениям",
                                           "Organisations and activities by direction"};
inline constexpr Phrase kHoursByRegion{"Өңірлер бойынша сағат", "Часы по регионам", "Hours by region"};
inline constexpr Phrase kHoursByDirection{"Бағыттар бойынша сағат", "Часы по направлениям", "Hours by direction"};
inline constexpr Phrase kMoneyByRegion{"Өңірлер бойынша гранттар", "Гранты по регионам", "Grants by region"};
inline constexpr Phrase kMoneyByDirection{"Бағыттар бойынша гранттар", "Гранты по направлениям", "Grants by direction"};
inline constexpr Phrase kAttested{"Расталды", "Подтверждено", "Attested"};
inline constexpr Phrase kDisputed{"Даулы", "Оспорено", "Disputed"};
inline constexpr Phrase kImported{"Импорт", "Импорт", "Imported"};
inline constexpr Phrase kGrants{"Гранттар", "Гранты", "Grants"};
inline constexpr Phrase kAwardedSum{"Тағайындалды", "Присуждено", "Awarded"};
inline constexpr Phrase kReturnedShort{"Қайтарылды", "Возвращено", "Returned"};
inline constexpr Phrase kUnassigned{"көрсетілмеген", "не указано", "not stated"};
inline constexpr Counted kPeople{"адам", "человек", "человека", "человек", "person", "people"};

// The registers.
inline constexpr Phrase kRegister{"Тізілім", "Реестр", "Register"};
inline constexpr Phrase kOpened{"Ашылды", "Открыто", "Opened"};
inline constexpr Phrase kName{"Атауы", "Название", "Name"};
inline constexpr Phrase kBelongsTo{"Кімге тиесілі", "К кому относится", "Belongs to"};
inline constexpr Phrase kFigures{"Көрсеткіштер", "Показатели", "Figures"};
inline constexpr Phrase kDueBy{"мерзімі", "срок", "due"};
inline constexpr Phrase kIdentity{"Сәйкестендіргіш", "Идентификатор", "Id"};
inline constexpr Phrase kCount{"Саны", "Число", "Count"};
inline constexpr Phrase kFacts{"Фактілер", "Факты", "Facts"};
inline constexpr Phrase kFactsBySort{"Фактілер түрлері бойынша", "Факты по видам", "Facts by kind"};
inline constexpr Phrase kEvent{"Оқиға", "Событие", "Event"};
inline constexpr Phrase kCode{"Коды", "Код", "Code"};
inline constexpr Phrase kCodes{"Кодтар", "Коды", "Codes"};
inline constexpr Phrase kOnDays{"Күндері", "За дни", "On the days"};
inline constexpr Phrase kAsOf{"Сол күнгі мәлімет бойынша", "По сведениям на день", "As known on"};
inline constexpr Phrase kDifference{"Айырма", "Разница", "Difference"};
inline constexpr Phrase kAtSize{"Журнал жазбаларының саны", "При числе записей", "At the size"};
inline constexpr Phrase kReport{"Есеп", "Отчёт", "Report"};
inline constexpr Phrase kUnit{"Өлшем бірлігі", "Единица", "Unit"};
inline constexpr Phrase kByOrganisation{"Ұйымдар бойынша", "По организациям", "By organisation"};
inline constexpr Phrase kQuantity{"Мөлшері", "Количество", "Quantity"};
inline constexpr Phrase kPeopleCount{"Адамдар", "Люди", "People"};
inline constexpr Phrase kServiceTime{"Уақыты", "Время", "Time"};
inline constexpr Phrase kVoteCount{"Дауыстар", "Голоса", "Votes"};
inline constexpr Phrase kPointCount{"Ұпайлар", "Баллы", "Points"};
inline constexpr Phrase kCreditCount{"Кредиттер", "Кредиты", "Credits"};
inline constexpr Phrase kFirstDay{"Басы", "С", "From"};
inline constexpr Phrase kLastDay{"Соңы", "По", "To"};
inline constexpr Counted kVotes{"дауыс", "голос", "голоса", "голосов", "vote", "votes"};
inline constexpr Counted kPoints{"ұпай", "балл", "балла", "баллов", "point", "points"};
inline constexpr Counted kCredits{"кредит", "кредит", "кредита", "кредитов", "credit", "credits"};

}  // namespace phrases
}  // namespace projections
