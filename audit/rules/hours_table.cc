#include <array>

#include "audit/rules/hours_rules.h"
#include "audit/rules/table.h"

namespace audit {
namespace {

constexpr auto kHoursSevere = RuleSeverity::kCritical;
constexpr auto kHoursHigh = RuleSeverity::kHigh;
constexpr auto kHoursMedium = RuleSeverity::kMedium;
constexpr auto kHoursLow = RuleSeverity::kLow;

// Thresholds that no source gives are ours: a policy of the ledger decides.
constexpr std::array kH02{Parameter{"", Unit::kMinutes, 720}, Parameter{"days", Unit::kCount, 5}};
constexpr std::array kH04{Parameter{"", Unit::kKilometresAnHour, 150}};
constexpr std::array kH05{Parameter{"", Unit::kCount, 10}};
constexpr std::array kH06{Parameter{"", Unit::kBasisPoints, 4000}, Parameter{"least", Unit::kCount, 50},
                          Parameter{"attestors", Unit::kCount, 3}, Parameter{"minute", Unit::kCount, 30}};
constexpr std::array kH07{Parameter{"", Unit::kCount, 10}};
constexpr std::array kH10{Parameter{"", Unit::kMinutes, 120}};
constexpr std::array kH11{Parameter{"", Unit::kBasisPoints, 12500}};
constexpr std::array kH12{Parameter{"from", Unit::kMinutes, 1320}, Parameter{"to", Unit::kMinutes, 360}};
constexpr std::array kH13{Parameter{"", Unit::kBasisPoints, 9500}, Parameter{"least", Unit::kCount, 20}};
constexpr std::array kH14{Parameter{"", Unit::kDays, 30}, Parameter{"least", Unit::kCount, 2},
                          Parameter{"credit", Unit::kDays, 90}};
constexpr std::array kH15{Parameter{"", Unit::kMinutes, 1200}, Parameter{"second", Unit::kMinutes, 3000},
                          Parameter{"third", Unit::kMinutes, 6000}, Parameter{"window", Unit::kBasisPoints, 1000},
                          Parameter{"least", Unit::kCount, 20}};
constexpr std::array kH18{Parameter{"", Unit::kCount, 3}};
constexpr std::array kH19{Parameter{"", Unit::kDays, 30}, Parameter{"least", Unit::kCount, 10},
                          Parameter{"change", Unit::kBasisPoints, 7000}};
constexpr std::array kH21{Parameter{"", Unit::kBasisPoints, 1000}, Parameter{"least", Unit::kCount, 20}};
constexpr std::array kH23{Parameter{"home", Unit::kCount, 0, false}};  // 1: cover is asked for at home, too
constexpr std::array kH25{Parameter{"", Unit::kMinutes, 2400}, Parameter{"claims", Unit::kCount, 100}};

constexpr InThree kHoursEntryInputs{"сағат жазбалары", "записи часов", "hours entries"};
constexpr InThree kHoursLimitInputs{"сағат жазбалары, hoursLimits саясаты, төтенше жіберулер",
                                    "записи часов, политика hoursLimits, направления на ЧС",
                                    "hours entries, the policy hoursLimits, deployments"};
constexpr InThree kHoursPlaceInputs{"сағат жазбалары, іс-шаралардың орны, белгілер",
                                    "записи часов, места мероприятий, отметки",
                                    "hours entries, places of activities, check-ins"};
constexpr InThree kHoursAttestInputs{"растаулар мен түзетулер, рөлдер, кілттер, заңды өкілдер",
                                     "подтверждения и исправления, роли, ключи, представители",
                                     "attestations and corrections, roles, keys, guardians"};
constexpr InThree kHoursOrganisationInputs{"сағат жазбалары, ұйымдар мен жобалардың күйі",
                                           "записи часов, состояние организаций и проектов",
                                           "hours entries, the standing of organisations and projects"};
constexpr InThree kHoursActivityInputs{"сағат жазбалары, іс-шаралар", "записи часов, мероприятия",
                                       "hours entries, activities"};
constexpr InThree kHoursShiftInputs{"сағат жазбалары, ауысымдар, белгілер", "записи часов, смены, отметки",
                                    "hours entries, shifts, check-ins"};
constexpr InThree kHoursMinorInputs{"сағат жазбалары, жас топтары, келісімдер, ageRules саясаты",
                                    "записи часов, возраст, согласия, политика ageRules",
                                    "hours entries, age bands, consents, the policy ageRules"};
constexpr InThree kHoursCreditInputs{"сағат жазбалары, кредиттер, creditRules саясаты",
                                     "записи часов, кредиты, политика creditRules",
                                     "hours entries, credits, the policy creditRules"};
constexpr InThree kHoursPersonInputs{"жеке міндеттемелер, іссапарлар, сақтандырулар",
                                     "обязательства личных данных, командирования, страховки",
                                     "commitments of personal values, assignments, insurance"};
constexpr InThree kHoursCheckInputs{"белгілер мен құрылғылар", "отметки и устройства", "check-ins and devices"};

constexpr auto kHoursRules = std::to_array<Rule>({
    {"H01",
     1,
     kHoursSevere,
     {"Тәулікте 24 сағаттан көп", "Более 24 часов за сутки", "More than 24 hours in a day"},
     kHoursEntryInputs,
     {},
     checkH01},
    {"H02",
     1,
     kHoursMedium,
     {"Тәуліктік не апталық шектен көп", "Сверх дневного или недельного предела", "Over the daily or weekly limit"},
     kHoursLimitInputs,
     kH02,
     checkH02},
    {"H03",
     1,
     kHoursSevere,
     {"Бір уақыттағы екі қызмет", "Две службы в одно время", "Two services at one time"},
     kHoursEntryInputs,
     {},
     checkH03},
    {"H04",
     1,
     kHoursHigh,
     {"Мүмкін емес жол", "Невозможный переезд", "Impossible travel"},
     kHoursPlaceInputs,
     kH04,
     checkH04},
    {"H05",
     1,
     kHoursMedium,
     {"Көптің көшірме сағаттары", "Скопированные часы многих", "Hours of many that are copies"},
     kHoursAttestInputs,
     kH05,
     checkH05},
    {"H06",
     1,
     kHoursMedium,
     {"Растау бір қолда", "Подтверждения в одних руках", "Attestation in one hand"},
     kHoursAttestInputs,
     kH06,
     checkH06},
    {"H07",
     1,
     kHoursSevere,
     {"Растаушы бейтарап емес", "Подтвердил не посторонний", "Attested by the volunteer, a guardian or in return"},
     kHoursAttestInputs,
     kH07,
     checkH07},
    {"H08",
     1,
     kHoursSevere,
     {"Растауға өкілеттік болмаған", "Подтверждено без полномочия", "Attested without a mandate"},
     kHoursAttestInputs,
     {},
     checkH08},
    {"H09",
     1,
     kHoursHigh,
     {"Ұйым жұмыс істемеген не тексерілмеген", "Организация не действовала или не проверена",
      "The organisation was inactive or unverified"},
     kHoursOrganisationInputs,
     {},
     checkH09},
    {"H10",
     1,
     kHoursHigh,
     {"Іс-шара болмаған не уақытынан тыс", "Мероприятие отменено, или служба вне его времени",
      "A cancelled activity, or outside its time"},
     kHoursActivityInputs,
     kH10,
     checkH10},
    {"H11",
     1,
     kHoursMedium,
     {"Жоспардан көп не шығуы белгіленбеген", "Больше плана, или уход не отмечен",
      "More than scheduled, or never checked out"},
     kHoursShiftInputs,
     kH11,
     checkH11},
    {"H12",
     1,
     kHoursSevere,
     {"Кәмелетке толмағандардың қорғалуы", "Защита несовершеннолетних", "Minors: night, dangerous roles, consent"},
     kHoursMinorInputs,
     kH12,
     checkH12},
    {"H13", 1, kHoursLow, {"Дөңгелек сағаттар", "Круглые часы", "Round hours"}, kHoursShiftInputs, kH13, checkH13},
    {"H14",
     1,
     kHoursMedium,
     {"Кеш жазылған топ", "Запоздалая пачка записей", "A late batch of claims"},
     kHoursCreditInputs,
     kH14,
     checkH14},
    {"H15",
     1,
     kHoursMedium,
     {"Шектен сәл асқан қосындылар", "Суммы чуть выше порога", "Totals just above a threshold"},
     kHoursCreditInputs,
     kH15,
     checkH15},
    {"H16",
     1,
     kHoursHigh,
     {"Ақылы сағаттар ақысызға есептелген", "Оплаченные часы зачтены как бесплатные", "Paid hours used as unpaid ones"},
     kHoursCreditInputs,
     {},
     checkH16},
    {"H17",
     1,
     kHoursHigh,
     {"Бір адамның екі профилі", "Два профиля одного человека", "One person under two profiles"},
     kHoursPersonInputs,
     {},
     checkH17},
    {"H18",
     1,
     kHoursHigh,
     {"Бір құрылғы көп адамда", "Одно устройство у многих", "One device for many volunteers"},
     kHoursCheckInputs,
     kH18,
     checkH18},
    {"H19",
     1,
     kHoursLow,
     {"Демалыссыз не өзгерген тәртіп", "Без отдыха, или иной порядок дней", "No rest, or another pattern of days"},
     kHoursEntryInputs,
     kH19,
     checkH19},
    {"H20",
     1,
     kHoursHigh,
     {"Сыйымдылықтан көп сағат", "Часов больше вместимости", "More hours than the activity has room for"},
     kHoursShiftInputs,
     {},
     checkH20},
    {"H21",
     1,
     kHoursMedium,
     {"Түзетулер үнемі көбейтеді", "Исправления только вверх", "Corrections that only raise"},
     kHoursAttestInputs,
     kH21,
     checkH21},
    {"H22",
     1,
     kHoursSevere,
     {"Бір сағат екі рет есептелген", "Часы зачтены дважды", "The same hours credited twice"},
     kHoursCreditInputs,
     {},
     checkH22},
    {"H23",
     1,
     kHoursMedium,
     {"Шетелдегі қызмет пен сақтандыру", "Служба за границей и страховка", "Service abroad, and insurance"},
     kHoursPersonInputs,
     kH23,
     checkH23},
    {"H24",
     1,
     kHoursSevere,
     {"Жойылған сағаттардағы кредит", "Кредит на аннулированных часах", "A credit that rests on voided hours"},
     kHoursCreditInputs,
     {},
     checkH24},
    {"H25",
     1,
     kHoursMedium,
     {"Кеңсе арқылы шектен көп мәлімделген", "Сверх предела заявлено через офис",
      "More claimed by clerks than the caps"},
     kHoursEntryInputs,
     kH25,
     checkH25},
});

}  // namespace

std::span<const Rule> hoursRules() {
  return kHoursRules;
}

}  // namespace audit
