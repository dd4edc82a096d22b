// What `asar draw` says, in each language.
#include <array>

#include "tools/asar/text.h"

namespace tools {
namespace {

constexpr auto kDrawTexts = std::to_array<TextInThree>({
    {"draw", "Жеребелер, оларды кез келген адам журналдан қайталай алады",
     "Жеребьёвки, которые каждый может повторить по журналу", "Draws, which anybody can repeat from the log"},
    {"draw.experts", "Сарапшылар алқасының жеребесін қайталайды немесе expertsDraw мазмұнын айтады",
     "Повторяет жеребьёвку экспертов или говорит, что должно быть в expertsDraw",
     "Repeats the draw of an expert panel, or says what expertsDraw must hold"},
    {"draw.experts.panel", "Алқаның сәйкестендіргіші", "Идентификатор состава экспертов", "Id of the panel"},
    {"draw.experts.open", "Жеребе әлі тартылған жоқ. expertsDraw мынаны қамтуға тиіс:",
     "Жеребьёвки ещё не было. В expertsDraw должно быть:", "Not drawn yet. This is what expertsDraw must hold:"},
    {"draw.sample", "Аудит іріктемесін қайталайды: не қандай нөмірмен тұр, қайсысы іріктелді",
     "Повторяет выборку аудита: что под каким номером и что выбрано",
     "Repeats the sample of an audit: what has which number, and which are drawn"},
    {"draw.sample.audit", "Аудиттің сәйкестендіргіші", "Идентификатор аудита", "Id of the audit"},
    {"draw.sample.what", "Неден: disbursements, expenditures, hours; басқа код болса, тек нөмірлер",
     "Из чего: disbursements, expenditures, hours; при другом коде только номера",
     "Of what: disbursements, expenditures, hours; of another code only the numbers"},
    {"draw.sample.quantity", "Қаншасы іріктеледі, sampleDraw оны айтқанға дейін",
     "Сколько выбрать, пока этого не сказал sampleDraw", "How many are to be drawn, as long as no sampleDraw says it"},
    {"draw.sample.open", "Іріктеме әлі жоқ. Жиынтық: {0}", "Выборки ещё не было. Совокупность: {0}",
     "Not drawn yet. The population is {0}"},
    {"draw.sample.sizes", "жиынтық: енгізілгені {0}, журнал бойынша {1}", "совокупность: внесено {0}, по журналу {1}",
     "population: {0} as recorded, {1} by the log"},
    {"draw.numbers.alone", "'{0}' үшін не қандай нөмірмен тұрғаны анықталмаған: тек нөмірлер іріктеледі",
     "Для '{0}' не определено, что под каким номером: выбираются только номера",
     "What has which number is not defined for '{0}': only the numbers are drawn"},
    {"draw.seed", "бастау {0}, {1}-жазбаның жапырақ хеші", "зерно {0}, хеш листа записи {1}",
     "seed {0}, the leaf hash of entry {1}"},
    {"draw.seed.root", "бастау {0}, көлемі {1} бақылау нүктесінің түбірі",
     "зерно {0}, корень контрольной точки размера {1}", "seed {0}, the root of the checkpoint of size {1}"},
    {"seed.cosigned", "куәландырған: {0}", "заверили: {0}", "cosigned by {0}"},
    {"seed.alone", "куәлар саясатының ешбір куәсі қол қоймаған", "ни один свидетель из политики не заверил",
     "no witness of the policy cosigned it"},
    {"seed.unwitnessed", "куәландырылмаған: журналдың куәлары жоқ", "не заверено: у журнала нет свидетелей",
     "not witnessed: the ledger has no witnesses"},
    {"seed.unknown", "оның нотасы осында жоқ: жарияланғанмен салыстырыңыз",
     "её заметки здесь нет: сверьте с опубликованным", "its note is not kept here: compare it with what was published"},
    {"seed.earlier", "одан бұрын көлемі {0} бақылау нүктесі жарияланған: іріктеме содан тартылуға тиіс еді",
     "раньше опубликована точка размера {0}: выборку следовало делать по ней",
     "one of size {0} was published before it: the sample ought to be drawn from that"},
    {"draw.place", "{0}-болып іріктелді", "выбрано {0}-м", "drawn as no. {0}"},
    {"draw.agrees", "{0}-жазба сәйкес келеді: онда осы жеребе тұр", "Запись {0} совпадает: в ней эта жеребьёвка",
     "Entry {0} agrees: it records this draw"},
    {"draw.differs", "{0}-жазба журналдан шығатын жеребеден өзгеше", "Запись {0} отличается от того, что даёт журнал",
     "Entry {0} differs from the draw that the log gives"},
});

}  // namespace

std::span<const TextInThree> drawTexts() {
  return kDrawTexts;
}

}  // namespace tools
