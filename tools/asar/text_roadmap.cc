// What `asar` says of road maps and their indicators, in each language.
#include <array>

#include "tools/asar/text.h"

namespace tools {
namespace {

constexpr auto kRoadmapTexts = std::to_array<TextInThree>({
    {"indicator", "Жол карталарының көрсеткіштері", "Показатели дорожных карт", "Indicators of road maps"},
    {"indicator.report", "Көрсеткіштің бір жылдағы нақты мәнін журналдан есептеп, сұрауымен бірге енгізеді",
     "Считает по журналу фактическое значение показателя за год и вносит его вместе с запросом",
     "Computes what an indicator reached in a year from the log, and records it with its query"},
    {"indicator.report.indicator", "Көрсеткіштің коды немесе сәйкестендіргіші", "Код показателя или его идентификатор",
     "The indicator's code or id"},
    {"indicator.report.year", "Есепті жыл, мысалы 2026", "Отчётный год, например 2026", "The year, such as 2026"},
    {"indicator.report.category", "Салыстыру санаты, мысалы projects/KZ-75 [бұрынғысы; әйтпесе көрсеткіш коды]",
     "Категория сверки, например projects/KZ-75 [прежняя; иначе код показателя]",
     "A category of reconciliations, such as projects/KZ-75 [that of the last actual; else the indicator's code]"},
    {"indicator.report.so-far", "Жыл аяқталмаса, бүгінге дейінгі мәнін енгізеді",
     "Если год не закончен, вносит значение по сегодняшний день", "While the year runs: up to today"},
    {"indicator.report.key", "Жол картасын бекіткен кеңсе қызметкерінің кілт файлы",
     "Файл ключа сотрудника офиса, утвердившего дорожную карту", "Key file of a clerk of the road map's office"},
    {"indicator.report.dry-run", "Тек есептейді, ештеңе енгізбейді", "Только считает, ничего не внося",
     "Computes it and records nothing"},
    {"indicator.report.done", "нақты мән енгізілді", "фактическое значение внесено", "recorded"},
    {"indicator.report.known", "осы мән осы сұрау бойынша бұрын {0}-жазбаға енгізілген; қайта енгізілген жоқ",
     "это значение по этому запросу внесено ранее, запись {0}; повторно не вносится",
     "the same value by the same query was recorded before at entry {0}; nothing is recorded"},
    {"indicator.report.replaces", "осы жылдың бұрынғы мәні {0}, {1}-жазба; ол журналда қалады",
     "прежнее значение этого года – {0}, запись {1}; оно остаётся в журнале",
     "it takes the place of {0}, recorded for this year at entry {1}, which stays in the log"},
    {"report.roadmap",
     "Жол карталары: шаралар, нысаналы және нақты мәндер, олардың негізі, журнал сонда және қазір не береді",
     "Дорожные карты: меры, целевые и фактические значения, их основание, что журнал давал тогда и даёт сейчас",
     "Road maps: measures, targets, actuals and their basis, what the ledger derived then and derives now"},
    {"report.roadmap.roadmap", "Актінің нөмірі немесе жол картасының сәйкестендіргіші [барлығы]",
     "Номер акта или идентификатор дорожной карты [все]", "Number of the act or id of the road map [all]"},
    {"report.roadmap.year", "Тек осы жыл", "Только этот год", "Only that year"},
    {"metavar.YEAR", "ЖЫЛ", "ГОД", "YEAR"},
    {"metavar.CATEGORY", "САНАТ", "КАТЕГОРИЯ", "CATEGORY"},
});

}  // namespace

std::span<const TextInThree> roadmapTexts() {
  return kRoadmapTexts;
}

}  // namespace tools
