#include "audit/verify/meaning.h"

#include <array>

namespace audit {
namespace {

constexpr FrameWord kAllGood{
    "Тексерілгенде қате табылмады: келесі журналды осымен салыстыру үшін бақылау нүктесін сақтаңыз және не "
    "тексерілмегенін оқып шығыңыз.",
    "В проверенном ошибок нет: сохраните контрольную точку, чтобы сверить с ней следующий журнал, и прочтите, что не "
    "проверено.",
    "Nothing is wrong in what was checked: keep the checkpoint, so that the next log can be held to it, and read what "
    "was not checked."};
constexpr FrameWord kGoodByItsOwnKey{
    "Тексерілгенде қате табылмады, бірақ кілтті журналдың өзі атады: кілтті оператордан емес, басқа біреуден алып, "
    "--vkey арқылы қайта тексеріңіз.",
    "В проверенном ошибок нет, но ключ назвал сам журнал: получите ключ не от оператора и проверьте снова с --vkey.",
    "Nothing is wrong in what was checked, but the log itself named its key: get the key from somebody other than the "
    "operator, and check again with --vkey."};
constexpr FrameWord kLeftUnchecked{
    "Бәрін тексеру мүмкін болмады, сондықтан бұл әлі дұрыс та, бұрыс та емес: «тексерілмегені» тізімінен не "
    "жетпейтінін көріп, соны әкеліңіз де, қайта тексеріңіз.",
    "Проверить удалось не всё, поэтому это пока ни верно, ни неверно: посмотрите в списке «не проверено», чего не "
    "хватает, добавьте это и проверьте снова.",
    "Not everything could be checked, so this is neither right nor wrong yet: see in the list of what was not checked "
    "what is missing, bring it, and check again."};
constexpr FrameWord kNoSuchPlace{
    "Журналда мұндай жазба не мұндай көлем жоқ, бұл одан басқа ештеңені білдірмейді: журналда бар нөмірмен не "
    "көлеммен қайталаңыз.",
    "В журнале нет такой записи или такого размера, и больше это ничего не значит: повторите с номером или размером, "
    "которые в нём есть.",
    "The log has no such entry or size, and that means nothing else: ask again with a number or size that it has."};

struct MeaningRow {
  Wrong wrong;
  FrameWord words;
};

// In the order of the enumeration, so that one is found by its place.
constexpr auto kMeanings = std::to_array<MeaningRow>({
    {Wrong::kBundleDamaged,
     {"Файл жасалған күйінде емес, бірақ бұл журналдың өзі туралы ештеңе айтпайды: оны шыққан жерінен қайта "
      "алып, қайта тексеріңіз.",
      "Файл не такой, каким был создан, но о самом журнале это ничего не говорит: получите его заново из "
      "источника и проверьте снова.",
      "The file is not as it was made, which says nothing of the ledger itself: fetch it again from its source, "
      "and check that one."}},
    {Wrong::kOriginMismatch,
     {"Берілгеннің бәрі бір журналдікі емес: файлдар, кілт және сәйкестендіргіш сізге керек журналдікі екенін "
      "анықтаңыз, солай болса, оператордан түсіндіруді сұраңыз.",
      "Данное на проверку относится не к одному журналу: убедитесь, что файлы, ключ и идентификатор — от "
      "нужного журнала, а если это так, попросите оператора объяснить.",
      "What was given is not all of one log: make sure that files, key and id are those of the log you mean, "
      "and if they are, ask the operator to explain."}},
    {Wrong::kBadNoteSignature,
     {"Бақылау нүктесінде керек қолтаңба жоқ не дұрыс емес, оған сенуге болмайды: кілтті анықтап, файлды "
      "қайта алыңыз, өзгермесе, файлды сақтап, оператордан сұраңыз.",
      "Нужной подписи на контрольной точке нет, или она неверна, и верить ей нельзя: проверьте ключ и получите "
      "файл заново, а если не изменится, сохраните файл и спросите оператора.",
      "A signature on the checkpoint is missing or does not hold, so it cannot be relied on: make sure of the "
      "key and fetch the file again, and if nothing changes, keep the file and ask the operator."}},
    {Wrong::kNoQuorum,
     {"Бақылау нүктесіне сіз атаған куәгерлердің тым азы қол қойған, басқаларға да осы журнал көрсетілетіні "
      "белгісіз: оператордан олардың қолы бар бақылау нүктесін сұраңыз не куәгерлердің өздеріне жүгініңіз.",
      "Контрольную точку подписали слишком немногие из названных вами свидетелей, и неизвестно, тот же ли "
      "журнал показывают другим: попросите у оператора точку с их подписями или обратитесь к самим свидетелям.",
      "Too few of the witnesses you named have signed the checkpoint, so nobody knows whether others are shown "
      "the same log: ask the operator for one with their signatures, or ask the witnesses themselves."}},
    {Wrong::kTileTampered,
     {"Көрсетілген хештер қол қойылған түбірге апармайды, яғни тақташалар бүлінген не өзгертілген, бірақ бұл "
      "ешкімнің өтірігін дәлелдемейді: файлдарды қайта алыңыз, өзгермесе, сақтап, оператордан сұраңыз.",
      "Показанные хеши не ведут к подписанному корню, то есть плитки повреждены или изменены, но ничьей лжи "
      "это не доказывает: получите файлы заново, а если не изменится, сохраните их и спросите оператора.",
      "The hashes shown do not lead to the signed root, so tiles are damaged or altered, but nobody is shown to "
      "have lied: fetch the files again, and if nothing changes, keep them and ask the operator."}},
    {Wrong::kEntryTampered,
     {"Жазба қол қойылған түбірдегі жазба емес, оның айтқанына сенбеңіз: файлды қайта алыңыз, өзгермесе, оны "
      "дәлел ретінде сақтап, оператордан сұраңыз.",
      "Запись не та, что стоит под подписанным корнем, не верьте тому, что в ней сказано: получите файл заново, "
      "а если не изменится, сохраните его как доказательство и спросите оператора.",
      "An entry is not the one that stands under the signed root, so do not believe what it says: fetch the "
      "file again, and if nothing changes, keep it as proof and ask the operator."}},
    {Wrong::kChainBroken,
     {"Жазба нөмірі, байланысы не уақыты бойынша алдыңғысын жалғастырмайды: файлды сақтаңыз, дәлел – сол, "
      "себебін оператордан сұраңыз.",
      "Запись не продолжает предыдущую по номеру, связи или времени: сохраните файл, он и есть доказательство, "
      "и спросите оператора о причине.",
      "An entry does not follow the one before it in number, link or time: keep the file, it is the proof, and "
      "ask the operator for the reason."}},
    {Wrong::kRollback,
     {"Журнал бұрын көрілгеннен қысқа: ең жаңасын сұраңыз, ол да қысқа болса, жазбалар жойылған, сондықтан екі "
      "файлды да сақтаңыз, дәлел – солар, және куәгерлерге хабарлаңыз.",
      "Журнал короче, чем его видели раньше: запросите самый новый, а если и он короче, записи пропали, поэтому "
      "сохраните оба файла, они и есть доказательство, и сообщите свидетелям.",
      "The log is shorter than it was seen to be before: ask for the newest, and if that is shorter, too, "
      "entries are gone, so keep both files, they are the proof, and tell the witnesses."}},
    {Wrong::kFork,
     {"Журнал бұрын қол қойылғаннан басқа өткенді көрсетеді: бұл файлдардың бәрін сақтаңыз, дәлел – солар, "
      "және куәгерлерге хабарлаңыз.",
      "Журнал показывает не то прошлое, которое было подписано раньше: сохраните все эти файлы, они и есть "
      "доказательство, и сообщите свидетелям.",
      "The log shows another past than the one that was signed before: keep all these files, they are the "
      "proof, and tell the witnesses."}},
    {Wrong::kBadActorSignature,
     {"Жазбаға онда аталған адамның қолы қойылмаған, ол ешкімді міндеттемейді: файлды сақтаңыз, дәлел – сол, "
      "жазба журналға қалай түскенін сол адамнан да, оператордан да сұраңыз.",
      "Под записью нет верной подписи названного в ней лица, и она никого не обязывает: сохраните файл, он и "
      "есть доказательство, и спросите и это лицо, и оператора, как она попала в журнал.",
      "An entry does not bear a true signature of the person it names, so it binds nobody: keep the file, it is "
      "the proof, and ask that person and the operator how the entry came into the log."}},
    {Wrong::kRuleViolation,
     {"Журналда ережелер тыйған жазба бар: ол есепке кірген көрсеткіштерге сенбеңіз, файлды сақтап, аталған әр "
      "жазбаны түсіндіруді оператордан сұраңыз.",
      "В журнале есть запись, которую запрещают правила: не верьте показателям, в которые она вошла, сохраните "
      "файл и попросите оператора объяснить каждую названную запись.",
      "The log holds an entry that the rules forbid: do not believe figures that it went into, keep the file, "
      "and ask the operator to explain each entry that is named."}},
    {Wrong::kIncompleteStream,
     {"Ағынның барлық жазбасы осы екені дәлелденбеді, біреуі жасырылуы мүмкін: ағынның жаңа жинағын сұраңыз, "
      "өзгермесе, екеуін де сақтап, бүкіл журналды тексеретін аудиторға жүгініңіз.",
      "Не доказано, что здесь все записи потока, какую-то могли скрыть: запросите новый комплект потока, а если "
      "не изменится, сохраните оба и обратитесь к аудитору, который проверит весь журнал.",
      "These are not shown to be all entries of the stream, and one may be hidden: ask for a new bundle of the "
      "stream, and if nothing changes, keep both and turn to an auditor who checks the whole log."}},
    {Wrong::kFiguresDiffer,
     {"Жарияланған көрсеткіштер жазбалардан шыққан көрсеткіштерге сай емес: жазбаларға сеніңіз, ал "
      "жариялаған адамнан көрсеткіштерді түзетуді сұраңыз.",
      "Опубликованные показатели не сходятся с записями: верьте записям, а того, кто показатели опубликовал, "
      "попросите их исправить.",
      "Figures that were published are not those that the entries give: believe the entries, and ask whoever "
      "published the figures to correct them."}},
});

consteval bool areMeaningsInOrder() {
  for (std::size_t i = 0; i < kMeanings.size(); ++i) {
    if (static_cast<std::size_t>(kMeanings[i].wrong) != i) return false;
  }
  return kMeanings.size() == kWrongs.size();
}
static_assert(areMeaningsInOrder());

}  // namespace

FrameWord meaningOf(Wrong wrong) {
  return kMeanings.at(static_cast<std::size_t>(wrong)).words;
}

FrameWord meaningOf(const Findings& findings, bool pinned) {
  for (const Wrong wrong : kWrongs) {
    if (findings.has(wrong)) return meaningOf(wrong);
  }
  if (findings.open()) return kLeftUnchecked;
  return pinned ? kAllGood : kGoodByItsOwnKey;
}

FrameWord meaningOfNotFound() {
  return kNoSuchPlace;
}

}  // namespace audit
