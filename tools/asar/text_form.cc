// What `asar report` says of the forms of reports, in each language.
#include <array>

#include "tools/asar/text.h"

namespace tools {
namespace {

constexpr auto kFormTexts = std::to_array<TextInThree>({
    {"option.format", "Есептің пішімі: text, json, csv, xlsx, pdf [text]",
     "Вид отчёта: text, json, csv, xlsx, pdf [text]", "Form of the report: text, json, csv, xlsx or pdf [text]"},
    {"option.out", "Есеп жазылатын жаңа файл; бар файл ауыстырылмайды",
     "Новый файл для отчёта; имеющийся не заменяется", "A new file for the report; one that exists is not replaced"},
    {"option.table", "CSV: кестенің атауы, есепте бірнешеуі болса; particulars – жалпы мәліметтер",
     "CSV: имя таблицы, если в отчёте их несколько; particulars – общие сведения",
     "CSV: which table, where the report has several; particulars are what stands beside them"},
    {"option.raw", "CSV: кестелік бағдарлама формула деп ұғатын мәтін де өзгертілмейді",
     "CSV: не менять и того, что электронная таблица приняла бы за формулу",
     "CSV: leaves also what a spreadsheet would run as a formula as it is"},
    {"option.bom", "CSV: басына UTF-8 белгісі қойылады, кейбір кестелік бағдарламалар үшін",
     "CSV: с меткой UTF-8 в начале, для некоторых электронных таблиц",
     "CSV: begins with the mark of UTF-8, for spreadsheets that ask for it"},
    {"option.names", "CSV: бағандар барлық тілде бірдей техникалық атаумен аталады",
     "CSV: столбцы под техническими именами, одинаковыми на всех языках",
     "CSV: columns under their technical names, the same in every language"},
    {"report.written", "{0} жазылды, {1} байт", "Записано: {0}, байтов: {1}", "Written to {0}, {1} bytes"},
});

}  // namespace

std::span<const TextInThree> formTexts() {
  return kFormTexts;
}

}  // namespace tools
