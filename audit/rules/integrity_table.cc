#include <array>

#include "audit/rules/integrity_rules.h"
#include "audit/rules/table.h"

namespace audit {
namespace {

constexpr auto kSevere = RuleSeverity::kCritical;

constexpr InThree kEntries{"журналдың барлық жазбасы", "все записи журнала", "every entry of the log"};
constexpr InThree kTiles{"жазбалар, тақталар, бақылау нүктесі", "записи, плитки, контрольная точка",
                         "entries, tiles, the checkpoint"};
constexpr InThree kSeen{"бұрынғы бақылау нүктелері, қол қоюшылар көргені",
                        "прежние контрольные точки, виденное подписавшими",
                        "earlier checkpoints, and what signers had seen"};
constexpr InThree kSigned{"пакеттер мен бақылау нүктесінің қолтаңбалары", "подписи пакетов и контрольной точки",
                          "signatures of submissions and of the checkpoint"};
constexpr InThree kFigures{"figures.json", "figures.json", "figures.json"};
constexpr InThree kDecisions{"шешімдер мен олар сілтейтін саясаттар", "решения и политики, на которые они ссылаются",
                             "decisions, and the policies they name"};
constexpr InThree kCosigned{"куәгерлердің қолтаңбалары", "подписи свидетелей", "signatures of witnesses"};

constexpr auto kIntegrityRules = std::to_array<Rule>({
    {"L01", 1, kSevere, {"Тізбек үзілген", "Цепь разорвана", "The chain is broken"}, kEntries, {}, checkL01},
    {"L02",
     1,
     kSevere,
     {"Түбір жарияланғаннан өзге", "Корень не тот, что опубликован", "The root is not that of the checkpoint"},
     kTiles,
     {},
     checkL02},
    {"L03",
     1,
     kSevere,
     {"Бұрынғысының жалғасы емес", "Журнал не продолжает прежний", "The log does not continue an earlier one"},
     kSeen,
     {},
     checkL03},
    {"L04",
     1,
     kSevere,
     {"Нөмірлеуде олқылық", "Пропуск в нумерации", "A gap in the numbers of entries"},
     kEntries,
     {},
     checkL04},
    {"L05", 1, kSevere, {"Уақыт кері жүрген", "Время пошло назад", "Time runs backwards"}, kEntries, {}, checkL05},
    {"L06",
     1,
     kSevere,
     {"Қолтаңбасыз не белгісіз кілт", "Без подписи или неизвестным ключом", "Unsigned, or by an unknown key"},
     kSigned,
     {},
     checkL06},
    {"L07",
     1,
     kSevere,
     {"Жарияланған көрсеткіштер өзге", "Опубликованные показатели иные", "Published figures are not those of the log"},
     kFigures,
     {},
     checkL07},
    {"L08",
     1,
     kSevere,
     {"Шешім ережелерге сай емес", "Решение не по правилам или политике",
      "A decision that its policy or rules do not give"},
     kDecisions,
     {},
     checkL08},
    {"L09",
     1,
     kSevere,
     {"Куәгерлер келіспейді", "Свидетели не согласны", "Witnesses disagree"},
     kCosigned,
     {},
     checkL09},
});

}  // namespace

std::span<const Rule> integrityRules() {
  return kIntegrityRules;
}

}  // namespace audit
