// What `asar` says of witnesses, in each language.
#include <array>

#include "tools/asar/text.h"

namespace tools {
namespace {

constexpr auto kWitnessTexts = std::to_array<TextInThree>({
    {"option.witness-policy", "Куәгерлер мен кворум файлы (C2SP tlog-policy) [қалтадағы witnesses.policy, ол болса]",
     "Файл свидетелей и кворума (C2SP tlog-policy) [witnesses.policy в папке, если он там есть]",
     "File of witnesses and quorum (C2SP tlog-policy) [witnesses.policy in the folder, where it is there]"},
    {"option.witness-ca",
     "Куәгерлерге сенілетін сертификаттау орталықтарының PEM файлы [witnesses.pem, болмаса жүйенікі]",
     "PEM-файл центров сертификации, которым верят у свидетелей [witnesses.pem, иначе системные]",
     "PEM file of the authorities that witnesses are believed by [witnesses.pem, else the system's]"},
    {"witnesses.cosigned", "{0} куәландырды", "{0} заверил", "{0} cosigned"},
    {"witnesses.not", "{0} куәландырмады: {1}", "{0} не заверил: {1}", "{0} did not cosign: {1}"},
    {"witnesses.enough", "кворум жиналды", "кворум есть", "the quorum is met"},
    {"witnesses.too.few", "кворум жоқ: бақылау нүктесі жарияланды, бірақ оған аз куәгер қол қойды",
     "кворума нет: контрольная точка опубликована, но заверили её слишком немногие",
     "the quorum is not met: the checkpoint is published, but too few have cosigned it"},
    {"witnesses.count", "{0} куәгер растады", "заверили: {0}", "cosigned by {0}"},
});

}  // namespace

std::span<const TextInThree> witnessTexts() {
  return kWitnessTexts;
}

}  // namespace tools
