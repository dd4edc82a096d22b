// What `asar` says of corrections of personal values, in each language.
#include <array>

#include "tools/asar/text.h"

namespace tools {
namespace {

constexpr auto kPersonTexts = std::to_array<TextInThree>({
    {"person.correct", "Адамның деректерін түзетеді: жаңалары бұрынғыларының орнына қойылып, бұрынғылары жойылады",
     "Исправляет данные человека: новые становятся на место прежних, прежние уничтожаются",
     "Corrects a person's values: new ones take the place of those before, which are destroyed"},
    {"person.correct.values", "Мәндер, әр жолда біреуі: JSON \"field\", \"value\" [стандартты енгізу]",
     "Значения, по одному в строке: JSON \"field\", \"value\" [стандартный ввод]",
     "The values, one a line: JSON \"field\", \"value\" [standard input]"},
    {"person.correct.reason", "Неліктен: mistake – ешқашан олай болмаған, changed – кейін өзгерді [changed]",
     "Почему: mistake – так никогда не было, changed – с тех пор изменилось [changed]",
     "Why: mistake, it never was so; changed, it was so until then [changed]"},
    {"person.correct.document", "Көрілген құжат; телефон, email және мекенжай онсыз да түзетіледі",
     "Документ, который видели; телефон, email и адрес исправляются и без него",
     "The document that was seen; phone, email and address go without one"},
    {"person.correct.occurred-at", "Қашан өзгергені немесе байқалғаны [қазір]",
     "Когда изменилось или обнаружено [сейчас]", "When it changed or was found [now]"},
    {"person.correct.submission-id",
     "Пакет сәйкестендіргіші: онымен және сол --occurred-at мәнімен қайталағанда ештеңе екі рет енгізілмейді",
     "Идентификатор пакета: при повторе с ним и с тем же --occurred-at ничего не вносится дважды",
     "Id of the submission: run again with it and the same --occurred-at, nothing is recorded twice"},
    {"person.corrected",
     "{0}: деректер түзетілді, бұрынғы мәндер қойманың барлық файлынан жойылды. `asar vault rotate` бұрынғы "
     "көшірмелерді пайдасыз етеді.",
     "{0}: данные исправлены, прежние значения удалены из всех файлов хранилища. `asar vault rotate` делает прежние "
     "копии бесполезными.",
     "{0} is corrected: the values before are gone from every file of the vault. `asar vault rotate` makes older "
     "copies useless."},
});

}  // namespace

std::span<const TextInThree> personTexts() {
  return kPersonTexts;
}

}  // namespace tools
