// What the bundle of one stream says to whoever receives it, in each language.
#pragma once

#include <string_view>

namespace tools {

inline constexpr std::string_view kStreamReadme =
    "All entries of one stream of an Asar ledger: a grant, a person, an organisation or a region.\n"
    "Check, with no other file and without a network, that they are genuine and that none was left out:\n"
    "\n"
    "  asar-audit verify THIS-FILE --vkey VKEY\n"
    "\n"
    "VKEY is the log's key. Take it from a source that is not whoever gave you this file.\n"
    "OK: these are all entries up to the position and time that are told. INCOMPLETE_STREAM: some are missing.\n"
    "checkpoint  the signed size and root of the log        stream  counts and sums, and their paths to the heads\n"
    "entries     the entries, byte by byte                  proofs  the path of each entry to the checkpoint\n"
    "manifest    SHA-256 of every other file\n"
    "The path of a person's minutes shows sums of others: pass it on only to who may see them.\n"
    "\n"
    "Asar журналындағы бір ағынның барлық жазбасы: гранттың, адамның, ұйымның немесе өңірдің.\n"
    "Олардың шынайы екенін және ешқайсысы қалып қоймағанын басқа файлсыз, желісіз тексеріңіз:\n"
    "\n"
    "  asar-audit verify ОСЫ-ФАЙЛ --vkey VKEY\n"
    "\n"
    "VKEY — журналдың кілті. Оны осы файлды бергеннен емес, басқа жерден алыңыз.\n"
    "OK: айтылған орын мен уақытқа дейінгі жазбалар түгел. INCOMPLETE_STREAM: кейбірі жоқ.\n"
    "Адам минуттарының жолы басқалардың сомаларын көрсетеді: оны көруге құқығы барларға ғана беріңіз.\n"
    "\n"
    "Все записи одного потока журнала Asar: гранта, человека, организации или региона.\n"
    "Проверьте без других файлов и без сети, что они подлинные и что ни одна не пропущена:\n"
    "\n"
    "  asar-audit verify ЭТОТ-ФАЙЛ --vkey VKEY\n"
    "\n"
    "VKEY — ключ журнала. Возьмите его не у того, кто дал вам этот файл.\n"
    "OK: это все записи до названных позиции и времени. INCOMPLETE_STREAM: некоторых нет.\n"
    "Путь минут человека показывает суммы других: передавайте его только тем, кому их можно видеть.\n";

}  // namespace tools
