#include <algorithm>

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

Result<std::vector<ImportRow>> readCsvRows(std::string_view text, char delimiter) {
  CsvReader reader(text, delimiter);
  std::string raw;
  if (reader.atEnd()) return badCsv(1, "the file is empty: a header row is needed");
  const auto header = reader.next(raw);
  if (!header) return header.error();
  for (auto name = header->begin(); name != header->end(); ++name) {
    if (!name->empty() && std::find(header->begin(), name, *name) != name)
      return badCsv(1, "two columns are called \"" + *name + "\": rename one, so that a mapping can tell them apart");
  }
  std::vector<ImportRow> rows;
  while (!reader.atEnd()) {
    const std::size_t line = reader.line();
    ImportRow row;
    row.number = rows.size();
    auto cells = reader.next(row.raw);
    if (!cells) return cells.error();
    if (row.raw.empty()) continue;
    if (cells->size() != header->size()) {
      return badCsv(line,
                    std::to_string(cells->size()) + " cells, but the header has " + std::to_string(header->size()));
    }
    for (std::size_t i = 0; i < cells->size(); ++i) row.cells.emplace_back((*header)[i], std::move((*cells)[i]));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace tools
