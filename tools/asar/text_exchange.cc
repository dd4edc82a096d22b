// What `asar` says of other systems, imports and reconciliations, in each language.
#include <array>

#include "tools/asar/text.h"

namespace tools {
namespace {

constexpr auto kExchangeTexts = std::to_array<TextInThree>({
    {"reconcile", "Басқа жүйенің хабарлағанын журналдан шыққанмен салыстырып, салыстыруды енгізеді",
     "Сравнивает сообщённое другой системой с тем, что даёт журнал, и вносит сверку",
     "Compares what another system reported with what the ledger derives, and records it"},
    {"reconcile.system", "Жүйенің коды немесе сәйкестендіргіші", "Код системы или её идентификатор",
     "The system's code or id"},
    {"reconcile.reported", "Олардың есебі: category,reported бағандары бар CSV",
     "Их отчёт: CSV со столбцами category,reported", "Their report: a CSV with the columns category,reported"},
    {"reconcile.in", "Есептің күндері, мысалы 2026-01-01..2026-06-30", "Дни отчёта, например 2026-01-01..2026-06-30",
     "The days it is about, such as 2026-01-01..2026-06-30"},
    {"reconcile.key", "Жүйенің кеңсесіндегі қызметкердің кілт файлы", "Файл ключа сотрудника офиса этой системы",
     "Key file of a clerk of the system's office"},
    {"reconcile.dry-run", "Тек салыстырады, ештеңе енгізбейді", "Только сравнивает, ничего не внося",
     "Compares and records nothing"},
    {"reconcile.done", "салыстыру енгізілді", "сверка внесена", "recorded"},
    {"reconcile.known", "бұл салыстыру бұрын {0}-жазбаға енгізілген; қайта енгізілген жоқ",
     "эта сверка внесена ранее, запись {0}; повторно не вносится", "recorded before at entry {0}; nothing is recorded"},
    {"reconcile.differs", "бұл – сол жазбаның көрсеткіштері, журналда қазір басқа: `asar report reconciliation`",
     "это показатели той записи, сейчас журнал даёт другие: `asar report reconciliation`",
     "these figures are of that record, the ledger derives others now: `asar report reconciliation`"},
    {"import.system", "Файл келген жүйенің коды немесе сәйкестендіргіші", "Код или идентификатор системы, откуда файл",
     "Code or id of the system that the file came from"},
    {"import.link", "Импортталғанды басқа жүйенің сәйкестендіргіштерімен байланыстырады",
     "Связывает импортированное с идентификаторами другой системы",
     "Links what was imported to the ids of another system"},
    {"import.link.source", "Импортталған файл", "Импортированный файл", "The file that was imported"},
    {"import.link.mapping", "TOML файлы, ішінде [[link]] кестелері бар", "Файл TOML с таблицами [[link]]",
     "TOML file with [[link]] tables"},
    {"import.link.system", "Жүйенің коды немесе сәйкестендіргіші", "Код системы или её идентификатор",
     "The system's code or id"},
    {"import.link.key", "Жүйенің кеңсесіндегі қызметкердің кілт файлы", "Файл ключа сотрудника офиса этой системы",
     "Key file of a clerk of the system's office"},
    {"import.link.set", "Импорттағы мән; қайталауға болады", "Значение, как при импорте; можно повторять",
     "A value as at the import; may be repeated"},
    {"import.link.batch", "Импорт топтамасының сәйкестендіргіші [импорттағыдай шығады]",
     "Идентификатор партии импорта [следует так же, как при импорте]",
     "Id of the import's batch [follows as at the import]"},
    {"import.link.dry-run", "Әр байланысты тексереді, ештеңе енгізбейді", "Проверяет каждую связь, ничего не внося",
     "Judges every link and records nothing"},
    {"report.reconciliation", "Салыстырулар: олар не хабарлады, журнал сонда және қазір не береді",
     "Сверки: что сообщили они, что журнал давал тогда и что даёт сейчас",
     "Reconciliations: what was reported, and what the ledger derived then and derives now"},
    {"report.reconciliation.system", "Жүйенің коды немесе сәйкестендіргіші [барлығы]",
     "Код системы или её идентификатор [все]", "The system's code or id [all]"},
    {"report.reconciliation.in", "Тек осы күндері енгізілгендер", "Только внесённые в эти дни",
     "Only those recorded on these days"},
    {"report.imports", "Импорт топтамалары: кім, қашан, қандай файлдан, не енгізілді",
     "Партии импорта: кто, когда и из какого файла внёс, и что внесено",
     "Import batches: by whom, when and from which file, and what came with them"},
    {"report.imports.batch", "Топтаманың сәйкестендіргіші [барлығы]", "Идентификатор партии [все]",
     "Id of the batch [all]"},
    {"report.imports.in", "Тек осы күндері басталғандар", "Только начатые в эти дни", "Only those begun on these days"},
    {"report.links", "Басқа жүйелердің қай сәйкестендіргіші мұнда нені білдіреді",
     "Что здесь обозначают идентификаторы других систем", "What the ids of other systems name here"},
    {"report.links.system", "Жүйенің коды немесе сәйкестендіргіші [барлығы]", "Код системы или её идентификатор [все]",
     "The system's code or id [all]"},
    {"report.links.external-id", "Тек сол жүйедегі осы сәйкестендіргіш", "Только этот идентификатор той системы",
     "Only that id of the other system"},
    {"report.links.of", "Тек мұндағы осы субъекті", "Только этот субъект здесь", "Only that subject of this ledger"},
    {"word.links", "байланыстар", "связи", "links"},
    {"word.linked.before", "бұрын байланысқаны", "связано ранее", "linked before"},
});

}  // namespace

std::span<const TextInThree> exchangeTexts() {
  return kExchangeTexts;
}

}  // namespace tools
