#include "audit/answers/explain_words.h"

#include <array>

namespace audit {
namespace {

struct PhraseWords {
  Phrase phrase;
  std::string_view kk;
  std::string_view ru;
  std::string_view en;
};

// In the order of the enumeration, so that one is found by its place.
constexpr auto kPhrases = std::to_array<PhraseWords>({
    {Phrase::kEntry, "{0}-жазба, енгізілген уақыты {1}.", "Запись {0}, внесена {1}.", "Entry {0}, recorded at {1}."},
    {Phrase::kLeaf, "Жапырақ хеші: {0}", "Хеш листа: {0}", "Leaf hash: {0}"},
    {Phrase::kSubmission, "Пакет: команда саны {0}, көріну класы {1}.", "Пакет: команд {0}, класс видимости {1}.",
     "A submission of {0} commands, visibility {1}."},
    {Phrase::kSubmissionId, "Пакеттің сәйкестендіргіші {0}.", "Идентификатор пакета {0}.", "Submission id {0}."},
    {Phrase::kSaw, "Қол қоюшы көлемі {0} бақылау нүктесін тексерген, оның түбірі {1}.",
     "Подписавший сверил контрольную точку размера {0}, её корень {1}.",
     "The signer had verified the checkpoint of size {0} with the root {1}."},
    {Phrase::kSawNothing, "Қол қоюшы әлі бірде-бір бақылау нүктесін тексермеген.",
     "Подписавший ещё не сверял ни одной контрольной точки.", "The signer had verified no checkpoint yet."},
    {Phrase::kEvent, "{2}-жазбадағы пакеттің {1} командасының {0}-командасы.",
     "Команда {0} из {1} пакета в записи {2}.", "Command {0} of {1} of the submission at entry {2}."},
    {Phrase::kPerson, "Қол қойған: {0}", "Подписано лицом: {0}", "Signed by person: {0}"},
    {Phrase::kKey, "Кілті: {0}", "Ключом: {0}", "With the key: {0}"},
    {Phrase::kAssurance, "Тәсілі: {0}; уақыты: {1}", "Способ: {0}; когда: {1}", "In the manner: {0}; at: {1}"},
    {Phrase::kSignatureHolds, "Қолтаңба дұрыс.", "Подпись верна.", "The signature holds."},
    {Phrase::kSignatureFails, "Қолтаңба ДҰРЫС ЕМЕС.", "Подпись НЕВЕРНА.", "The signature does NOT hold."},
    {Phrase::kStreams, "Қай ағындарда тұр:", "Стоит в потоках:", "Stands in the streams:"},
    {Phrase::kStream, "  {0} {1}: {2}-нұсқа, алдыңғысы {3}-жазба", "  {0} {1}: версия {2}, предыдущая — запись {3}",
     "  {0} {1}: version {2}, the one before is entry {3}"},
    {Phrase::kFirstOfStream, "  {0} {1}: 1-нұсқа, бірінші жазбасы", "  {0} {1}: версия 1, первая запись",
     "  {0} {1}: version 1, its first entry"},
    {Phrase::kProposed, "Бұл ұсыныс: екінші адам 14 күн ішінде бекіткенге дейін ештеңені өзгертпейді.",
     "Это предложение: оно ничего не меняет, пока второе лицо не утвердит его в течение 14 дней.",
     "It is proposed: it changes nothing until a second person endorses it, within 14 days."},
    {Phrase::kEndorses, "{0}-жазбадағы ұсынысты күшіне енгізеді:", "Вводит в действие предложение записи {0}:",
     "It brings into effect the proposal of entry {0}:"},
    {Phrase::kProposedBy, "Ұсынған: {0}", "Предложено лицом: {0}", "Proposed by person: {0}"},
    {Phrase::kRules, "Ережелердің {0}-нұсқасы бойынша қаралған.", "Рассмотрено по правилам версии {0}.",
     "Judged by version {0} of the rules."},
    {Phrase::kPolicy, "{0}-жазбадағы саясат қолданылды.", "Применена политика из записи {0}.",
     "The policy of entry {0} applied."},
    {Phrase::kFlagged, "Белгі: {0}.", "Пометка: {0}.", "Flagged: {0}."},
    {Phrase::kHeld, "Ережелер сақталған.", "Правила соблюдены.", "The rules held."},
    {Phrase::kBroken, "Ереже БҰЗЫЛҒАН: {0}: {1}", "Правило НАРУШЕНО: {0}: {1}", "A rule is BROKEN: {0}: {1}"},
    {Phrase::kAltered, "{0}-жазба қол қойылған күйінде ЕМЕС: {1}: {2}",
     "Запись {0} НЕ та, что была подписана: {1}: {2}", "Entry {0} is NOT as it was signed: {1}: {2}"},
    {Phrase::kTileDamaged, "{0}-жазбаның тақтасы бүлінген: {1}: {2}", "Плитка записи {0} испорчена: {1}: {2}",
     "The tile of entry {0} is damaged: {1}: {2}"},
    {Phrase::kNotKnown, "Ережелердің сақталғаны белгісіз: журнал толық тексерілмеді.",
     "Соблюдены ли правила, неизвестно: журнал проверен не весь.",
     "Whether the rules held is not known: the log could not be checked as a whole."},
    {Phrase::kUnknownKind, "Түрі бұл бағдарламаға белгісіз оқиға.", "Событие вида, неизвестного этой программе.",
     "An event of a kind that this program does not know."},
    {Phrase::kUnreadable, "Жазбаның байттары оқылмайды.", "Байты записи не читаются.",
     "The bytes of the entry cannot be read."},
});

consteval bool isInOrder() {
  for (std::size_t i = 0; i < kPhrases.size(); ++i) {
    if (static_cast<std::size_t>(kPhrases[i].phrase) != i) return false;
  }
  return kPhrases.size() == static_cast<std::size_t>(Phrase::kUnreadable) + 1;
}
static_assert(isInOrder());

}  // namespace

std::string phrase(ledger::Language language, Phrase which, std::initializer_list<std::string> values) {
  const PhraseWords& words = kPhrases.at(static_cast<std::size_t>(which));
  std::string out;
  std::string_view rest = language == ledger::Language::kKazakh    ? words.kk
                          : language == ledger::Language::kRussian ? words.ru
                                                                   : words.en;
  while (!rest.empty()) {
    const auto place = rest.find('{');
    out += rest.substr(0, place);
    if (place == std::string_view::npos) break;
    // The tables are ours: a digit and a brace follow.
    const auto number = static_cast<std::size_t>(rest[place + 1] - '0');
    if (number < values.size()) out += *(values.begin() + number);
    rest.remove_prefix(place + 3);
  }
  return out + "\n";
}

}  // namespace audit
