// What `asar` says of figures about people that are made public, in each language.
#include <array>

#include "tools/asar/text.h"

namespace tools {
namespace {

constexpr auto kReleaseTexts = std::to_array<TextInThree>({
    {"release", "Адамдар туралы көрсеткіштерді жариялау", "Публикация показателей о людях",
     "Makes figures about people public"},
    {"release.prepare", "Жарияланымның жобасын жасап, не жасырылғанын және неге екенін көрсетеді; кілтпен оны ұсынады",
     "Составляет проект публикации и показывает, что скрыто и почему; с ключом предлагает его",
     "Makes the draft of a release and shows what is hidden and why; with a key it proposes it"},
    {"release.prepare.period", "Ай 2026-10, тоқсан 2026-Q4 (ұйымдар) не 2026 (жылды бір рет қайта есептеу)",
     "Месяц 2026-10, квартал 2026-Q4 (организации) или 2026 (однократный пересмотр года)",
     "A month 2026-10, a quarter 2026-Q4 (organisations) or 2026 (the one revision of the year)"},
    {"release.prepare.key", "Ұсынатын уәкілетті адамның кілт файлы; онсыз жоба ғана жасалады",
     "Файл ключа предлагающего уполномоченного лица; без него составляется только проект",
     "Key file of the authority who proposes it; without it there is only a draft"},
    {"release.prepare.release", "Жарияланымның сәйкестендіргіші; берілмесе, шығарылады",
     "Идентификатор публикации; иначе выводится сам", "Id of the release; derived where it is not given"},
    {"release.show", "Не жарияланғанын және файлдар сол қалпында ма, соны көрсетеді",
     "Показывает, что опубликовано и те ли файлы на месте", "Shows what is released, and whether its files are there"},
    {"release.show.period", "Бір жарияланым, мысалы 2026-10; онсыз барлығының тізімі",
     "Одна публикация, например 2026-10; без него список всех", "One release, such as 2026-10; else a list of all"},
    {"release.publish",
     "Ұсынылған жарияланымды журнал бойынша қайта есептеп, екінші адамның қолымен жариялайды; файлдар өзгермейді",
     "Пересчитывает предложенную публикацию по журналу и выпускает её подписью второго лица; файлы больше не меняются",
     "Makes a proposed release anew from the log and publishes it by the second person's signature; its files are "
     "frozen"},
    {"release.publish.period", "Ұсынылған жарияланым, мысалы 2026-10", "Предложенная публикация, например 2026-10",
     "The release that was proposed, such as 2026-10"},
    {"release.publish.key", "Екінші уәкілетті адамның кілт файлы", "Файл ключа второго уполномоченного лица",
     "Key file of the second authority"},
    {"release.archive",
     "Жариялы нәрсенің бәрін бір ZIP-ке жинайды: дәлелімен ашық жазбалар, ақша кестелері, барлық жарияланым, "
     "сипаттамасы",
     "Собирает всё публичное в один ZIP: открытые записи с доказательствами, таблицы денег, все публикации и их "
     "описание",
     "Puts everything public into one ZIP: public entries with their proofs, money as tables, all releases, and what "
     "describes them"},
    {"release.archive.file", "ZIP файлы не қалта", "Файл ZIP или папка", "The ZIP file, or the folder"},
    {"release.archive.directory", "ZIP-ке сыймайтын үлкен мәліметті файлдар қалтасы етіп жазады",
     "Папкой файлов, если выгрузка слишком велика для ZIP", "As a folder of files, for exports too large for a ZIP"},
    {"release.archive.without-proofs", "Жазбалардың дәлелінсіз: жеке жазбаларды ешкім тексере алмайды",
     "Без доказательств записей: отдельные записи никто не сможет проверить",
     "Without proofs of entries: nobody can check single entries"},
    {"release.archived", "{0}: {1} файл, SHA-256 {2}", "{0}: файлов {1}, SHA-256 {2}", "{0}: {1} files, SHA-256 {2}"},
    {"audit.id.release", "жарияланым: {0}", "публикация: {0}", "release: {0}"},
    {"release.made", "Дереккөзі: журналдың алғашқы {0} жазбасы, түбірі {1}",
     "Составлено по первым записям журнала, всего {0}, корень {1}", "Made from the first {0} entries, root {1}"},
    {"release.folder", "Файлдары: {0}", "Файлы: {0}", "Files: {0}"},
    {"release.drafted",
     "Бұл – жоба, әлі ештеңе жарияланған жоқ. Уәкілетті адам {0} файлына `asar submit` арқылы қол қояды не "
     "`asar release prepare {1} --key FILE` іске қосады.",
     "Это проект, ничего ещё не опубликовано. Уполномоченное лицо подписывает {0} через `asar submit` или запускает "
     "`asar release prepare {1} --key FILE`.",
     "This is a draft, nothing is public yet. An authority signs {0} with `asar submit`, or runs "
     "`asar release prepare {1} --key FILE`."},
    {"release.proposed", "Ұсынылды. Екінші уәкілетті адам 14 күн ішінде мынаны іске қосады: asar release publish {0}",
     "Предложено. Второе уполномоченное лицо в течение 14 дней запускает: asar release publish {0}",
     "Proposed. Within 14 days a second authority runs: asar release publish {0}"},
    {"release.published", "{0} жарияланды: журнал әр кестенің хешін сақтайды, файлдары өзгермейді.",
     "{0} опубликовано: хеш каждой таблицы в журнале, файлы больше не меняются.",
     "{0} is published: the log holds the hash of each table, and its files do not change."},
    {"release.known", "{0} бұрын жарияланған; оның файлдары орнында.", "{0} уже опубликовано; его файлы на месте.",
     "{0} was published before; its files are there."},
    {"release.row", "{0} жазба бойынша, журналдың {1}-жазбасымен", "по {0} записям, записью {1} журнала",
     "made from {0} entries, published by entry {1}"},
    {"release.none", "Әлі ештеңе жарияланған жоқ.", "Пока ничего не опубликовано.", "Nothing is released yet."},
    {"release.file.there", "орнында", "на месте", "there"},
    {"release.file.missing", "жоқ: asar release publish қайта жасайды", "нет: asar release publish создаст заново",
     "missing: asar release publish makes it again"},
    {"release.file.differs", "ЖАРИЯЛАНҒАН ФАЙЛ ЕМЕС", "НЕ ТОТ ФАЙЛ, ЧТО БЫЛ ОПУБЛИКОВАН", "NOT WHAT WAS PUBLISHED"},
});

}  // namespace

std::span<const TextInThree> releaseTexts() {
  return kReleaseTexts;
}

}  // namespace tools
