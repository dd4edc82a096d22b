// What `asar evidence` says, and `asar backup` of documents, in each language.
#include <array>

#include "tools/asar/text.h"

namespace tools {
namespace {

constexpr auto kEvidenceTexts = std::to_array<TextInThree>({
    {"evidence", "Журнал хештерін сақтайтын құжаттар, журналдың жанында",
     "Документы, хеши которых в журнале, рядом с ним", "Documents whose hashes the log holds, kept beside it"},
    {"evidence.add", "Құжатты сақтайды және командаға жазылатын хешін айтады",
     "Сохраняет документ и печатает хеш, который пишут в команду",
     "Keeps a document and prints the hash to put into a command"},
    {"evidence.add.file", "Құжат: кез келген түрдегі файл, 1 ГиБ-тан аспайды",
     "Документ: файл любого вида, не больше 1 ГиБ", "The document: a file of any kind, of at most 1 GiB"},
    {"evidence.check", "Журнал атаған әр құжатты оқып, қайсысы бар, жоқ, өзгерген екенін айтады; басы артығын да",
     "Читает каждый документ, названный журналом: какой есть, какого нет, какой изменён, какой лишний",
     "Reads every document that the log names: which are there, missing or altered, and what nothing names"},
    {"evidence.open", "Сақталған құжатты, егер ол өзгермеген болса, файлға көшіреді",
     "Копирует сохранённый документ в файл, если он не изменён",
     "Copies a kept document into a file, if it is unaltered"},
    {"evidence.open.hash", "Құжаттың SHA-256 хеші, он алтылық жүйедегі 64 таңба",
     "SHA-256 документа, 64 шестнадцатеричных знака", "SHA-256 of the document, 64 hex digits"},
    {"evidence.open.out", "Жаңа файл; бар файл ауыстырылмайды", "Новый файл; имеющийся не заменяется",
     "A new file; one that exists is not replaced"},
    {"evidence.added", "сақталды: {0} байт, {1}", "сохранено: {0} байт, {1}", "kept: {0} bytes, {1}"},
    {"evidence.known", "бұрыннан сақтаулы: {0} байт, {1}", "уже хранится: {0} байт, {1}",
     "kept already: {0} bytes, {1}"},
    {"evidence.opened", "{0} жазылды: {1} байт, {2}", "Записан {0}: {1} байт, {2}", "{0} is written: {1} bytes, {2}"},
    {"evidence.missing", "{0}-жазба, {1}: {2} құжаты жоқ", "запись {0}, {1}: документа {2} нет",
     "entry {0}, {1}: document {2} is missing"},
    {"evidence.altered", "{0}-жазба, {1}: {2} құжаты өзгерген", "запись {0}, {1}: документ {2} изменён",
     "entry {0}, {1}: document {2} is altered"},
    {"evidence.unreadable", "{0}-жазба, {1}: {2} құжаты оқылмайды", "запись {0}, {1}: документ {2} не читается",
     "entry {0}, {1}: document {2} cannot be read"},
    {"evidence.unreferenced", "{0}: оны ешбір жазба атамайды", "{0}: его не называет ни одна запись",
     "{0}: no entry names it"},
    {"evidence.stray", "evidence/{0}: құжаттың атауы емес", "evidence/{0}: это не имя документа",
     "evidence/{0}: not the name of a document"},
    {"evidence.checked",
     "Журналдың {1} жазбасы {0} құжатты атайды: бары {2} ({3} байт), жоғы {4}, өзгергені {5}, "
     "оқылмайтыны {6}; аталмағаны {7}",
     "Журнал из {1} записей называет документов: {0}; есть {2} ({3} байт), нет {4}, изменено {5}, не читается {6}; не "
     "названо {7}",
     "A log of {1} entries names {0} documents: {2} are there ({3} bytes), {4} missing, {5} altered, {6} unreadable; "
     "{7} are named by none"},
    {"evidence.rows",
     "Импортталған командалардың тағы {0} хеші сақталған құжаттікі емес: көзінің жолынікі болуы мүмкін",
     "Ещё {0} хешей импортированных команд не принадлежат хранимым документам: ими могут быть строки источника",
     "Another {0} hashes of imported commands are of no document kept here: they may be of rows of the source"},
    {"backup.documents", "Көшірілген құжаттар: {0} ({1} байт).", "Скопировано документов: {0} ({1} байт).",
     "Documents copied: {0} ({1} bytes)."},
    {"backup.left.out", "{0} құжаты көшірілмеді: {1}", "Документ {0} не скопирован: {1}",
     "Document {0} is not copied: {1}"},
    {"progress.evidence", "құжаттар: {0} / {1} ({2} %)", "документы: {0} из {1} ({2} %)",
     "documents: {0} of {1} ({2} %)"},
});

}  // namespace

std::span<const TextInThree> evidenceTexts() {
  return kEvidenceTexts;
}

}  // namespace tools
