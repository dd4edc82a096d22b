// What `asar` says of the reports on who owes what to whom, in each language.
#include <array>

#include "tools/asar/text.h"

namespace tools {
namespace {

constexpr std::string_view kExactKk = "Сағаттар, адамдар және жария емес жазбалар да: кеңселер мен аудиторларға";
constexpr std::string_view kExactRu = "И часы, люди и непубличные записи: для офисов и аудиторов, не для публикации";
constexpr std::string_view kExactEn = "Hours, people and entries that are not public, too: for offices and auditors";

constexpr auto kReportTexts = std::to_array<TextInThree>({
    {"report.organisation", "Ұйымның есебі: қызмет, қайырымдылық, гранттар, тапсырған есептері, аудит ескертпелері",
     "Отчёт организации: служба, благотворительность, гранты, сданные отчёты, замечания аудита",
     "An organisation's account: service, charity, grants, reports it owed, findings"},
    {"report.organisation.organisation", "Ұйымның сәйкестендіргіші немесе тіркеу нөмірі",
     "Идентификатор организации или её регистрационный номер", "The organisation's id or registration number"},
    {"report.organisation.exact", kExactKk, kExactRu, kExactEn},
    {"report.programme", "Бағдарлама: жобалары, нәтижелері, гранттары, қызмет",
     "Программа: проекты, результаты, гранты, служба", "A programme: its projects, outputs, grants and service"},
    {"report.programme.programme", "Бағдарламаның сәйкестендіргіші", "Идентификатор программы", "The programme's id"},
    {"report.programme.exact", kExactKk, kExactRu, kExactEn},
    {"report.office", "Фронт-кеңсе және оның өңірі: не істелді, қызмет, ақша, қайырымдылық",
     "Фронт-офис и его регион: что сделано, служба, деньги, благотворительность",
     "A front office and its region: what it did, service, money, charity"},
    {"report.office.office", "Кеңсенің сәйкестендіргіші, өңірінің коды немесе national",
     "Идентификатор офиса, код региона или national", "The office's id, its region's code, or national"},
    {"report.office.exact", kExactKk, kExactRu, kExactEn},
    {"report.funder", "Қаржыландырушы: гранттары қосынды түрде және бір-бірлеп",
     "Финансирующая сторона: её гранты в сумме и по одному", "A funder: its grants in sum and one by one"},
    {"report.funder.organisation", "Ұйымның сәйкестендіргіші немесе тіркеу нөмірі",
     "Идентификатор организации или её регистрационный номер", "The organisation's id or registration number"},
    {"report.flow", "Ақша қозғалысы: қаржыландырушыдан бағытқа, шығыс түріне дейін",
     "Движение денег: от финансирующей стороны к направлению и виду расхода",
     "Where grant money goes: funder, direction, type of cost"},
    {"report.regrants", "Қайта бөлінген гранттар: қосалқы гранттар тармағы және сақталуы",
     "Перераспределённые гранты: дерево субгрантов и сохранность",
     "Regranted money: the tree of sub-awards, and whether it is conserved"},
    {"report.regrants.grant", "Негізгі гранттың нөмірі немесе сәйкестендіргіші [барлығы]",
     "Номер или идентификатор исходного гранта [все]", "Number or id of the grant at the top [all]"},
    {"report.obligations", "Есеп беру міндеттері: мерзімі өткендері және расталмаған аударымдар",
     "Обязательства по отчётам: просроченные, и перечисления без подтверждения",
     "Reports that are owed: those overdue, and payments whose receipt nobody confirmed"},
    {"report.obligations.on", "Қай күні [соңғы жазба күні]", "На какой день [день последней записи]",
     "On which day [that of the newest entry]"},
    {"report.obligations.of", "Тек осы ұйым, қаржыландырушы немесе грант",
     "Только этой организации, финансирующей стороны или гранта", "Only of that organisation, funder or grant"},
    {"report.obligations.in", "Тек соңғы күні осы күндерге келетіндері", "Только с последним днём в эти дни",
     "Only those whose last day is one of these"},
    {"report.findings", "Аудит ескертпелері: жауап, түзету, мерзімі өткендері",
     "Замечания аудита: ответы, исправления, просроченное", "Audit findings: answers, corrections, what is overdue"},
    {"report.findings.on", "Қай күні [соңғы жазба күні]", "На какой день [день последней записи]",
     "On which day [that of the newest entry]"},
    {"report.findings.of", "Тек осы ұйым, грант немесе аудит", "Только этой организации, гранта или аудита",
     "Only of that organisation, grant or audit"},
    {"report.findings.in", "Тек осы күндері қойылғандары", "Только поставленные в эти дни",
     "Only those raised on these days"},
    {"report.findings.exact", "Ашық ескертпелер де: кеңселер мен аудиторларға",
     "И открытые замечания: для офисов и аудиторов", "Open findings, too: for offices and auditors"},
    {"report.corrections", "Не өзгерді: түзетулер, күшін жоюлар, қайтарулар – бұрынғысы мен жаңасы",
     "Что изменилось: исправления, аннулирования, возвраты – было и стало",
     "What changed: corrections, voidings, reversals and disallowances, before and after"},
    {"report.corrections.since", "Жазба нөмірінен немесе күннен бастап, мысалы 1200 не 2026-06-30",
     "С номера записи или со дня, например 1200 или 2026-06-30",
     "From that entry or day on, such as 1200 or 2026-06-30"},
    {"report.corrections.of", "Тек осы ұйым, грант немесе өзге субъект", "Только этой организации, гранта или субъекта",
     "Only of that organisation, grant or other subject"},
    {"report.corrections.exact", "Сағаттар, кредиттер мен марапаттар да: кеңселер мен аудиторларға",
     "И часы, кредиты и награды: для офисов и аудиторов", "Hours, credits and awards, too: for offices and auditors"},
    {"report.awards", "Марапаттар тізілімі: қанша берілді, қанша кері алынды", "Реестр наград: вручено и отозвано",
     "The register of awards: how many were conferred and revoked"},
    {"report.awards.exact", "Ұсынулар мен шешімдер де, есімсіз: кеңселерге",
     "И представления с решениями, без имён: для офисов", "Nominations and decisions, too, without names: for offices"},
    {"report.value", "Волонтерлік еңбектің экономикалық құны және оның әдісі",
     "Экономическая стоимость волонтёрского труда и метод её расчёта",
     "The economic value of volunteer work, by a stated method"},
    {"report.value.exact", "Жыл мен өңір бойынша да: кеңселер мен аудиторларға",
     "И по годам и регионам: для офисов и аудиторов", "By year and region, too: for offices and auditors"},
    {"report.deployments", "Төтенше жағдайлар және жіберілген жасақтар", "Чрезвычайные ситуации и направленные отряды",
     "Emergencies, and who was sent there"},
    {"report.deployments.exact", "Адамдар саны мен жасақтар да: кеңселер мен аудиторларға",
     "И число людей, и отряды: для офисов и аудиторов", "Numbers of people and deployments, too: for offices"},
    {"report.assignments", "Ұзақ мерзімді тапсырмалар: қай елде, қанша адам, қандай күйде",
     "Долгосрочные назначения: в каких странах, сколько людей, в каком состоянии",
     "Assignments of weeks or months: where, how many people, how they stand"},
    {"report.assignments.exact", "Шағын сандар мен әр тапсырма да: кеңселер мен аудиторларға",
     "И малые числа, и каждое назначение: для офисов и аудиторов",
     "Small figures and each assignment, too: for offices and auditors"},
    {"metavar.SINCE", "ҚАЙДАН", "С", "SINCE"},
});

}  // namespace

std::span<const TextInThree> reportTexts() {
  return kReportTexts;
}

}  // namespace tools
