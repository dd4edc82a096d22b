#include "projections/render/xlsx.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include "ledger/base/file_io.h"
#include "ledger/base/utf8.h"
#include "projections/language/form_phrases.h"
#include "projections/render/about.h"
#include "projections/render/file_tables.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

constexpr std::size_t kRowsMax = 1'048'575;  // and the headings
constexpr std::size_t kSheetNameMax = 31;
constexpr std::size_t kCellLettersMax = 32'767;
constexpr std::size_t kFileBytesMax = 256UL << 20;
constexpr double kWidthMost = 60;
constexpr std::int64_t kExactMax = 1LL << 53;         // a sheet's numbers are binary64
constexpr ledger::CivilDay kFirstSheetDay = -25'567;  // 1900-01-01; sheets know none before

std::size_t lettersOf(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }));
}

// As sheets may be named, each once.
std::string sheetName(const std::string& wished, std::set<std::string>& taken) {
  std::string name;
  for (std::size_t at = 0, letters = 0; at < wished.size() && letters < kSheetNameMax - 3; ++letters) {
    const std::size_t length = std::max<std::size_t>(ledger::utf8Length(std::string_view{wished}.substr(at)), 1);
    const std::string letter = wished.substr(at, length);
    name += letter.find_first_of("[]:*?/\\'") == std::string::npos ? letter : " ";
    at += length;
  }
  std::string unique = name;
  for (int number = 2; !taken.insert(unique).second; ++number) unique = name + " " + std::to_string(number);
  return unique;
}

// A file of its own that is gone with it: the library writes to files alone.
class PassingFile {
 public:
  PassingFile() {
    const int file = mkstemp(path_.data());
    if (file < 0) path_.clear();
    if (file >= 0) close(file);
  }
  ~PassingFile() {
    if (!path_.empty()) unlink(path_.c_str());
  }
  PassingFile(const PassingFile&) = delete;
  PassingFile& operator=(const PassingFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_ = (std::filesystem::temp_directory_path() / "asar-workbook-XXXXXX").string();
};

class Workbook {
 public:
  explicit Workbook(const std::string& path) : book_(workbook_new(path.c_str())) {
    if (book_ == nullptr) return;
    heading_ = workbook_add_format(book_);
    format_set_bold(heading_);
    format_set_bottom(heading_, LXW_BORDER_THIN);
    format_set_text_wrap(heading_);
    day_ = workbook_add_format(book_);
    format_set_num_format(day_, "yyyy-mm-dd");
    text_ = workbook_add_format(book_);
    format_set_num_format(text_, "@");
  }
  ~Workbook() {
    if (book_ != nullptr) workbook_close(book_);
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  bool isOpen() const { return book_ != nullptr; }
  void describe(const Document& document);
  Result<void> add(const FileTable& table, const std::string& name);
  Result<void> close() {
    const lxw_error error = workbook_close(std::exchange(book_, nullptr));
    if (error == LXW_NO_ERROR) return {};
    return Error{ErrorCode::kUnavailable, "WORKBOOK_UNWRITTEN",
                 std::string("the workbook was not written: ") + lxw_strerror(error)};
  }

 private:
  struct Place {
    lxw_row_t row;
    lxw_col_t column;
  };

  lxw_format* numberFormat(int decimals);
  Result<void> write(lxw_worksheet* sheet, Place place, const FileValue& value);
  Result<void> writeText(lxw_worksheet* sheet, Place place, const std::string& text, lxw_format* format);

  lxw_workbook* book_;
  lxw_format* heading_ = nullptr;
  lxw_format* day_ = nullptr;
  lxw_format* text_ = nullptr;
  std::map<int, lxw_format*> numbers_;
  std::set<std::string> names_;
};

void Workbook::describe(const Document& document) {
  std::string title = document.title;
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.created = static_cast<time_t>(std::max<std::int64_t>(document.stamp.newest_at / 1000, 1));
  workbook_set_properties(book_, &properties);
}

lxw_format* Workbook::numberFormat(int decimals) {
  lxw_format*& format = numbers_[decimals];
  if (format != nullptr) return format;
  format = workbook_add_format(book_);
  const std::string shown = decimals == 0 ? "0" : "#,##0." + std::string(static_cast<std::size_t>(decimals), '0');
  format_set_num_format(format, shown.c_str());
  return format;
}

Result<void> Workbook::writeText(lxw_worksheet* sheet, Place place, const std::string& text, lxw_format* format) {
  if (worksheet_write_string(sheet, place.row, place.column, text.c_str(), format) == LXW_NO_ERROR) return {};
  return Error{ErrorCode::kInvalid, "CELL_TOO_LONG",
               "row " + std::to_string(place.row) + " has a text of " + std::to_string(lettersOf(text)) +
                   " letters, and a sheet holds " + std::to_string(kCellLettersMax) + " at most: ask for CSV"};
}

Result<void> Workbook::write(lxw_worksheet* sheet, Place place, const FileValue& value) {
  if (const auto* number = std::get_if<Number>(&value)) {
    // What a sheet would round stays as its digits.
    if (number->least > kExactMax || number->least < -kExactMax)
      return writeText(sheet, place, plainNumber(*number), text_);
    worksheet_write_number(sheet, place.row, place.column, std::strtod(plainNumber(*number).c_str(), nullptr),
                           numberFormat(number->decimals));
    return {};
  }
  if (const auto* day = std::get_if<Day>(&value)) {
    const std::string iso = ledger::dayText(day->day);
    if (day->day < kFirstSheetDay || iso.size() != 10) return writeText(sheet, place, iso, text_);
    lxw_datetime date{std::stoi(iso.substr(0, 4)), std::stoi(iso.substr(5, 2)), std::stoi(iso.substr(8, 2)), 0, 0, 0};
    worksheet_write_datetime(sheet, place.row, place.column, &date, day_);
    return {};
  }
  if (const auto* text = std::get_if<std::string>(&value)) return writeText(sheet, place, *text, text_);
  return {};
}

std::size_t shownWidth(const FileValue& value) {
  if (const auto* number = std::get_if<Number>(&value)) return plainNumber(*number).size() + 3;
  if (std::holds_alternative<Day>(value)) return 10;
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? 0 : lettersOf(*text);
}

Result<void> Workbook::add(const FileTable& table, const std::string& name) {
  if (table.rows.size() > kRowsMax) {
    return Error{ErrorCode::kInvalid, "TABLE_TOO_LONG",
                 "the table " + table.name + " has " + std::to_string(table.rows.size()) + " rows, and a sheet holds " +
                     std::to_string(kRowsMax) + " at most: ask for CSV"};
  }
  lxw_worksheet* sheet = workbook_add_worksheet(book_, sheetName(name, names_).c_str());
  if (sheet == nullptr) return Error{ErrorCode::kUnavailable, "WORKBOOK_UNWRITTEN", "a sheet could not be made"};
  worksheet_freeze_panes(sheet, 1, 0);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    ASAR_TRY(writeText(sheet, {0, column}, table.columns[i].heading, heading_));
    std::size_t widest = lettersOf(table.columns[i].heading);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      ASAR_TRY(write(sheet, {static_cast<lxw_row_t>(row + 1), column}, table.rows[row][i]));
      widest = std::max(widest, shownWidth(table.rows[row][i]));
    }
    worksheet_set_column(sheet, column, column, std::min(static_cast<double>(widest) + 2, kWidthMost), nullptr);
  }
  return {};
}

FileTable aboutTable(const Document& document) {
  FileTable table{
      "about",
      {},
      {{"name", phrases::kParticular.in(document.language)}, {"value", phrases::kValue.in(document.language)}},
      {}};
  for (const Particular& one : aboutOf(document)) table.rows.push_back({one.name, one.value.shown});
  return table;
}

}  // namespace

Result<std::string> documentXlsx(const Document& document) {
  const PassingFile file;
  {
    Workbook book(file.path());
    if (file.path().empty() || !book.isOpen()) {
      return Error{ErrorCode::kUnavailable, "WORKBOOK_UNWRITTEN",
                   "no temporary file can be made: " + ledger::systemMessage()};
    }
    book.describe(document);
    for (const FileTable& table : fileTables(document))
      ASAR_TRY(book.add(table, table.heading.empty() ? table.name : table.heading));
    ASAR_TRY(book.add(aboutTable(document), phrases::kAbout.in(document.language)));
    ASAR_TRY(book.close());
  }
  const auto bytes = ledger::readWholeFile(file.path(), kFileBytesMax);
  if (!bytes) return bytes.error();
  return std::string(bytes->begin(), bytes->end());
}

}  // namespace projections
