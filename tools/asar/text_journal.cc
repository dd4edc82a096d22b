// What `asar` says of the journal it exports, in each language.
#include <array>

#include "tools/asar/text.h"

namespace tools {
namespace {

constexpr auto kJournalTexts = std::to_array<TextInThree>({
    {"export.journal", "Грант ақшасы мен расталған минуттарды hledger және ledger оқитын журнал етіп жазады",
     "Записывает деньги грантов и подтверждённые минуты журналом, который читают hledger и ledger",
     "Writes grant money and attested minutes as a journal that hledger and ledger read"},
    {"export.journal.file", "Журнал жазылатын файл, мысалы asar.journal", "Куда записать журнал, например asar.journal",
     "The journal to write, such as asar.journal"},
    {"journal.done", "{0}: көлемі {2} бақылау нүктесі бойынша операциялар саны {1}; тексеру: hledger -f {0} check",
     "{0}: операций {1} по контрольной точке размера {2}; проверить: hledger -f {0} check",
     "{0} holds {1} transactions under the checkpoint of size {2}; check it with: hledger -f {0} check"},
});

}  // namespace

std::span<const TextInThree> journalTexts() {
  return kJournalTexts;
}

}  // namespace tools
