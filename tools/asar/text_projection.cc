// What `asar projection` says, and what is shown while read models are made, in each language.
#include <array>

#include "tools/asar/text.h"

namespace tools {
namespace {

constexpr auto kProjectionTexts = std::to_array<TextInThree>({
    {"projection", "Туынды кестелер: тек журнал бойынша жасалады",
     "Производные таблицы: составляются по журналу и ни по чему другому",
     "Read models, made from the log and from nothing else"},
    {"projection.diff", "Оларды екінші рет жасап, салыстырады", "Составляет их второй раз и сравнивает",
     "Makes all of them a second time and compares"},
    {"projection.list", "Кестелердің жолдарын санайды", "Считает строки этих таблиц",
     "Counts the rows of their tables"},
    {"projection.rebuild",
     "Қасынан жаңасын жасап, бұрынғысымен салыстырып, орнына қояды; үзілсе, сол жерінен жалғастырады",
     "Составляет новые рядом, сравнивает с прежними и ставит на их место; прерванное продолжает",
     "Makes new ones beside those that are read, compares both and switches; broken off, it goes on"},
    {"projection.rebuild.accept-differences", "Бұрынғылары басқаша көрсетсе де, салыстыруға келмесе де жаңасын қояды",
     "Ставит новые, даже если прежние говорят иное или не могут быть сравнены",
     "Puts the new ones in place even where the present ones say otherwise or cannot be compared"},
    {"projection.differs",
     "салыстырылған жолдар: {0}; журналмен сәйкес келмейтіні: {1}. `asar projection rebuild --accept-differences` "
     "оларды қайта жасайды",
     "сравнено строк: {0}; расходятся с журналом: {1}. `asar projection rebuild --accept-differences` составит их "
     "заново",
     "{1} of {0} rows differ from what the log gives: `asar projection rebuild --accept-differences` makes them anew"},
    {"projection.same", "салыстырылған жолдар: {0}; журнал бойынша қайта жасалғанда бәрі сәйкес келді",
     "сравнено строк: {0}; составленные по журналу заново, все совпали",
     "{0} rows compared; made again from the log, every one is the same"},
    {"projection.columns", "{0}: жаңа бағандар: {1}; алынған бағандар: {2}",
     "{0}: новые столбцы: {1}; убранные столбцы: {2}", "{0}: new columns: {1}; columns that are gone: {2}"},
    {"projection.column.differs", "{0}: сәйкес келмейтін жолдар: {1}", "{0}: расходятся строк: {1}",
     "{0}: rows that differ: {1}"},
    {"projection.uncompared", "{0}: кілті басқа, салыстырылмады; жаңа бағандар: {1}; алынған бағандар: {2}",
     "{0}: ключ другой, не сравнивалась; новые столбцы: {1}; убранные столбцы: {2}",
     "{0}: not compared, its key is another one; new columns: {1}; columns that are gone: {2}"},
    {"projection.rebuilt.alone", "Салыстыруға келетін бұрынғы кестелер болмады",
     "Прежних таблиц, которые можно сравнить, не было", "There were no tables before them that could be compared"},
    {"projection.rebuilt.differs",
     "бұрынғы кестелермен {2} өлшемінде салыстырылған жолдар: {0}, бағандар: {1}; сәйкес келмейтін жолдар: {3}. Орнына "
     "жаңасы қойылды",
     "сравнено с прежними таблицами при размере {2}: строк: {0}, столбцов: {1}; расходятся строк: {3}. Поставлены "
     "новые",
     "compared with the tables before them at size {2}: {0} rows, {1} columns; {3} rows differ, and the new ones "
     "stand"},
    {"projection.rebuilt.same",
     "бұрынғы кестелермен {2} өлшемінде салыстырылған жолдар: {0}, бағандар: {1}; бәрі сәйкес келді",
     "сравнено с прежними таблицами при размере {2}: строк: {0}, столбцов: {1}; все совпали",
     "compared with the tables before them at size {2}: {0} rows, {1} columns, and every one is the same"},
    {"projection.meanwhile",
     "Туынды кестелердің жаңа нұсқасы жасалып жатыр; бұл – бұрынғы нұсқаның {0} өлшеміндегі кестелері бойынша",
     "Составляется новая версия производных таблиц; здесь – по таблицам прежней версии, размер {0}",
     "A new version of the read models is being made; this is from those of the version before, at size {0}"},
    {"projection.undecided",
     "Туынды кестелердің жаңа нұсқасы бұрынғысымен сәйкес келмейді, шешім керек: айырмасын `asar projection diff` "
     "көрсетеді, жаңасын `asar projection rebuild --accept-differences` қояды; бұл – бұрынғы нұсқаның {0} өлшеміндегі "
     "кестелері бойынша",
     "Новая версия производных таблиц расходится с прежней, нужно решение: расхождения покажет `asar projection diff`, "
     "новые поставит `asar projection rebuild --accept-differences`; здесь – по таблицам прежней версии, размер {0}",
     "A new version of the read models differs from the one before, and somebody has to decide: `asar projection diff` "
     "shows where, `asar projection rebuild --accept-differences` puts the new ones in place; this is from those of "
     "the "
     "version before, at size {0}"},
    {"progress.compare", "салыстыру: жол {0} / {1} ({2} %), секундына {3}, қалды {4}",
     "сравнение: строка {0} из {1} ({2} %), в секунду {3}, осталось {4}",
     "comparing: row {0} of {1} ({2} %), {3} a second, {4} left"},
    {"progress.fold", "туынды кестелер: жазба {0} / {1} ({2} %), секундына {3}, қалды {4}",
     "производные таблицы: запись {0} из {1} ({2} %), в секунду {3}, осталось {4}",
     "read models: entry {0} of {1} ({2} %), {3} a second, {4} left"},
});

}  // namespace

std::span<const TextInThree> projectionTexts() {
  return kProjectionTexts;
}

}  // namespace tools
