#include <algorithm>
#include <map>

#include "tools/asar/import_source.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

Error badCsv(std::size_t line, const std::string& what) {
  return {ErrorCode::kInvalid, "BAD_CSV", "line " + std::to_string(line) + ": " + what};
}

class CsvReader {
 public:
  CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
  }

  bool atEnd() const { return at_ >= text_.size(); }
  std::size_t line() const { return line_; }

  // The cells of the next row; its bytes without the line end.
  Result<std::vector<std::string>> next(std::string& raw) {
    std::vector<std::string> cells;
    const std::size_t begin = at_;
    while (true) {
      auto cell = at_ < text_.size() && text_[at_] == '"' ? quoted() : plain();
      if (!cell) return cell.error();
      if (cells.size() == kCsvColumnsMax)
        return badCsv(line_, "more than " + std::to_string(kCsvColumnsMax) + " cells, which no row may have");
      cells.push_back(std::move(*cell));
      if (atEnd() || text_[at_] != delimiter_) break;
      ++at_;
    }
    raw = text_.substr(begin, at_ - begin);
    if (!atEnd() && text_[at_] == '\r') ++at_;
    if (!atEnd() && text_[at_] != '\n') return badCsv(line_, "a carriage return stands alone");
    ++at_;
    ++line_;
    return cells;
  }

 private:
  Result<std::string> plain() {
    const char ends[] = {delimiter_, '\r', '\n', '\0'};
    const std::size_t end = std::min(text_.find_first_of(ends, at_), text_.size());
    std::string cell(text_.substr(at_, end - at_));
    if (cell.find('"') != std::string::npos) return badCsv(line_, "a quote within a cell that is not quoted");
    at_ = end;
    return cell;
  }

  Result<std::string> quoted() {
    std::string cell;
    for (++at_; !atEnd(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        cell += text_[at_];
        continue;
      }
      if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell += text_[at_++];
        continue;
      }
      ++at_;
      if (atEnd() || text_[at_] == delimiter_ || text_[at_] == '\r' || text_[at_] == '\n') return cell;
      return badCsv(line_, "text after a closing quote");
    }
    return badCsv(line_, "a quoted cell does not end");
  }

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

// By their numbers: where the header is missing, names are what somebody wrote of others.
Result<void> checkHeader(const std::vector<std::string>& names) {
  std::map<std::string_view, std::size_t> seen;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string place = std::to_string(i + 1);
    bytes += names[i].size();
    if (names[i].size() > kCsvNameBytesMax) {
      return badCsv(1, "the name of column " + place + " has " + std::to_string(names[i].size()) +
                           " bytes: shorten it to at most " + std::to_string(kCsvNameBytesMax));
    }
    const auto [first, is_new] = seen.emplace(names[i], i + 1);
    if (is_new || names[i].empty()) continue;
    return badCsv(1, "columns " + std::to_string(first->second) + " and " + place +
                         " have one name: rename one, so that a mapping can tell them apart");
  }
  if (bytes <= kCsvNamesBytesMax) return {};
  return badCsv(1, "the names of the columns have " + std::to_string(bytes) +
                       " bytes together: shorten them to at most " + std::to_string(kCsvNamesBytesMax));
}

}  // namespace

const std::string* ImportRow::find(std::string_view name) const {
  const auto found = std::ranges::find(cells, name, &std::pair<std::string, std::string>::first);
  return found == cells.end() ? nullptr : &found->second;
}

bool ImportRow::has(std::string_view prefix) const {
  return std::ranges::any_of(cells, [&](const auto& cell) {
    return cell.first.starts_with(prefix) && (cell.first.size() == prefix.size() || cell.first[prefix.size()] == '.');
  });
}

Result<void> eachCsvRow(std::string_view text, char delimiter, const TakeRow& take) {
  CsvReader reader(text, delimiter);
  ImportRow row;
  if (reader.atEnd()) return badCsv(1, "the file is empty: a header row is needed");
  auto header = reader.next(row.raw);
  if (!header) return header.error();
  ASAR_TRY(checkHeader(*header));
  for (std::string& name : *header) row.cells.emplace_back(std::move(name), "");
  while (!reader.atEnd()) {
    const std::size_t line = reader.line();
    auto cells = reader.next(row.raw);
    if (!cells) return cells.error();
    if (row.raw.empty()) continue;
    if (cells->size() != row.cells.size()) {
      return badCsv(line,
                    std::to_string(cells->size()) + " cells, but the header has " + std::to_string(row.cells.size()));
    }
    for (std::size_t i = 0; i < cells->size(); ++i) row.cells[i].second = std::move((*cells)[i]);
    ASAR_TRY(take(row));
    ++row.number;
  }
  return {};
}

Result<std::vector<ImportRow>> readCsvRows(std::string_view text, char delimiter, std::size_t rows_max) {
  std::vector<ImportRow> rows;
  ASAR_TRY(eachCsvRow(text, delimiter, [&](const ImportRow& row) -> Result<void> {
    if (rows.size() == rows_max) {
      return Error{ErrorCode::kInvalid, "BAD_CSV",
                   "the file has more than " + std::to_string(rows_max) + " rows: part it into several files"};
    }
    rows.push_back(row);
    return {};
  }));
  return rows;
}

}  // namespace tools
