// What `asar` says of the heads of streams, and of the bundle of one, in each language.
#include <array>

#include "tools/asar/text.h"

namespace tools {
namespace {

constexpr auto kHeadsTexts = std::to_array<TextInThree>({
    {"heads", "Ағындардың бастарын бекіту", "Закрепить вершины потоков", "Binds the heads of the streams"},
    {"heads.record", "Әр ағынның қай жерге жеткенін және сомаларын журналға бекітеді: күн сайын, оператордың кілтімен",
     "Закрепляет в журнале, докуда дошёл каждый поток и каковы суммы: ежедневно, ключом оператора",
     "Binds to the log how far each stream has come, and its sums: daily, with the operator's key"},
    {"heads.record.key", "Оператордың кілт файлы", "Файл ключа оператора", "The operator's key file"},
    {"heads.done", "Барлық ағынның бастары {0}-орында бекітілді, {1}",
     "Вершины всех потоков закреплены на позиции {0}, {1}", "The heads of all streams are bound at position {0}, {1}"},
    {"heads.standing", "{0}-орында, {1} сағат бұрын бекітілген", "на позиции {0}, закреплены {1} ч назад",
     "at position {0}, bound {1} hours ago"},
    {"heads.due",
     "ағындардың бастары {0} сағат бұрын бекітілген, содан бері жазбалар қосылды: `asar heads record --key OPERATOR`",
     "вершины потоков закреплены {0} ч назад, с тех пор есть новые записи: `asar heads record --key OPERATOR`",
     "the heads of the streams were bound {0} hours ago, and entries came since: `asar heads record --key OPERATOR`"},
    {"heads.due.none", "соңғы {0} жазбада ағындардың бастары бекітілмеген: `asar heads record --key OPERATOR`",
     "среди последних {0} записей вершины потоков не закреплены: `asar heads record --key OPERATOR`",
     "the last {0} entries bind no heads of the streams: `asar heads record --key OPERATOR`"},
    {"word.heads", "ағындардың бастары", "вершины потоков", "heads of streams"},
    {"checkpoint.create.key", "Оператордың кілт файлы: ағындардың бастары бүгін бекітілмесе, алдымен олар бекітіледі",
     "Файл ключа оператора: вершины потоков закрепляются сначала, если сегодня ещё не закреплены",
     "The operator's key file: the heads of the streams are bound first, where they were not today"},
    {"audit.bundle.grant", "Тек осы гранттың жазбалары, түгел екенінің дәлелімен",
     "Только записи этого гранта, с доказательством, что это все",
     "Only the entries of this grant, with the proof that they are all"},
    {"audit.bundle.person", "Тек осы адамның жазбалары, сол дәлелмен",
     "Только записи этого человека, с тем же доказательством", "Only those of this person, with the same proof"},
    {"audit.bundle.organisation", "Тек осы ұйымның жазбалары, сол дәлелмен",
     "Только записи этой организации, с тем же доказательством",
     "Only those of this organisation, with the same proof"},
    {"audit.bundle.region", "Тек осы өңірдің жазбалары, сол дәлелмен, мысалы KZ-75",
     "Только записи этого региона, с тем же доказательством, например KZ-75",
     "Only those of this region, with the same proof, such as KZ-75"},
    {"audit.bundle.without-minutes", "Адам минуттарының жолынсыз, ол басқалардың сомаларын көрсетеді",
     "Без пути минут человека, который показывает суммы других",
     "Without the path of a person's minutes, which shows sums of others"},
    {"audit.bundle.key", "Оператордың кілт файлы: алдымен ағындардың бастары бекітіледі",
     "Файл ключа оператора: сначала закрепляются вершины потоков",
     "The operator's key file: the heads of the streams are bound first"},
    {"bundle.stream.done",
     "{0}: {1} жазба, {2}-орынға дейін түгел\nаудиторға мынаны басқа жерден беріңіз: --vkey {3}\nтексеру: "
     "asar-audit verify {0} --vkey {3}",
     "{0}: записей {1}, полно до позиции {2}\nпередайте аудитору иным путём: --vkey {3}\nпроверка: asar-audit verify "
     "{0} --vkey {3}",
     "{0}: {1} entries, complete up to position {2}\ngive the auditor by another way: --vkey {3}\nchecked by: "
     "asar-audit verify {0} --vkey {3}"},
});

}  // namespace

std::span<const TextInThree> headsTexts() {
  return kHeadsTexts;
}

}  // namespace tools
