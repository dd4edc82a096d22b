#include "audit/answers/answer_words.h"

#include <algorithm>
#include <array>

#include "audit/verify/frame_words.h"

namespace audit {
namespace {

// The English word is the name itself.
constexpr auto kAnswerWords = std::to_array<FrameWord>({
    kLedgerWord,
    kOriginWord,
    kSizeWord,
    kRootWord,
    kWitnessesWord,
    {"жазбаның нөмірі", "номер записи", "index"},
    {"жапырақ хеші", "хеш листа", "leaf"},
    {"жазылған файл", "записан файл", "written"},
    {"бұрынғы көлемі", "прежний размер", "from size"},
    {"бұрынғы түбірі", "прежний корень", "from root"},
    {"хештер саны", "хешей", "hashes"},
    {"біріншісі", "первое", "one"},
    {"екіншісі", "второе", "other"},
    {"айырмашылық басталған жазба", "расхождение с записи", "parted"},
    {"екі тарихқа қол қойған кілт", "ключ, подписавший две истории", "liar"},
    {"пакет", "пакет", "submission"},
    {"адам", "лицо", "person"},
    {"командалар саны", "команд", "commands"},
    {"жазбалар саны", "записей", "entries"},
    {"грант", "грант", "grant"},
    {"ұйым", "организация", "organisation"},
    {"өңір", "регион", "region"},
    {"мына орынға дейін толық", "полностью до позиции", "complete up to position"},
    {"енгізілген уақыты", "внесено", "recorded at"},
    {"минут", "минут", "minutes"},
    {"берілгені", "присуждено", "awarded"},
    {"аударылғаны", "перечислено", "disbursed"},
    {"жұмсалғаны", "израсходовано", "spent"},
    {"қайтарылғаны", "возвращено", "returned"},
    {"бір ағын", "один поток", "one stream"},
    {"жалпыға ашық бөлігі", "открытая часть", "what is public"},
});

}  // namespace

std::string answerWord(std::string_view name, ledger::Language language) {
  const auto found = std::ranges::find(kAnswerWords, name, &FrameWord::en);
  return found == kAnswerWords.end() ? std::string(name) : found->in(language);
}

}  // namespace audit
