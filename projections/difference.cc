#include "projections/difference.h"

#include <variant>

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

void removeDatabase(const std::filesystem::path& file) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix, ignored);
}

// The rows of one table, in the order of its key.
class RowStream {
 public:
  RowStream(Database& database, const TableShape& table)
      : statement_(ordered(database, table)), key_columns_(table.key_columns) {}

  // Moves to the next row; false after the last one.
  Result<bool> next() {
    auto more = statement_.step();
    has_row_ = more && *more;
    row_.clear();
    key_.clear();
    if (!has_row_) return more;
    for (int i = 0; i < statement_.columns(); ++i) {
      const bool in_key = static_cast<std::size_t>(i) < key_columns_;
      std::string literal = in_key ? takeKeyPart() : statement_.nextLiteral();
      row_ += (i == 0 ? "" : ", ") + statement_.columnName(i) + "=" + literal;
    }
    return true;
  }
  bool hasRow() const { return has_row_; }
  const std::string& row() const { return row_; }
  bool isBefore(const RowStream& other) const { return has_row_ && (!other.has_row_ || key_ < other.key_); }

 private:
  // As the database orders them: integers by value, texts and blobs by their bytes.
  using KeyPart = std::variant<std::int64_t, std::string>;

  std::string takeKeyPart() {
    if (statement_.isIntegerNext()) {
      const std::int64_t value = statement_.nextInteger();
      key_.emplace_back(value);
      return std::to_string(value);
    }
    std::string literal = statement_.nextLiteral();
    key_.emplace_back(literal);
    return literal;
  }

  static Statement ordered(Database& database, const TableShape& table) {
    std::string order = "1";
    for (std::size_t i = 2; i <= table.key_columns; ++i) order += ", " + std::to_string(i);
    return database.prepare("select * from " + table.name + " order by " + order);
  }

  Statement statement_;
  std::size_t key_columns_;
  bool has_row_ = false;
  std::string row_;
  std::vector<KeyPart> key_;
};

void note(Comparison& comparison, std::size_t first_of_table, Difference difference) {
  ++comparison.different;
  if (comparison.differences.size() - first_of_table < kDifferencesShown) {
    comparison.differences.push_back(std::move(difference));
  }
}

Result<void> compareTable(Database& held, Database& expected, const TableShape& table, Comparison& comparison) {
  RowStream left(held, table);
  RowStream right(expected, table);
  const std::size_t first = comparison.differences.size();
  auto left_read = left.next();
  auto right_read = right.next();
  while (left_read && right_read && (left.hasRow() || right.hasRow())) {
    ++comparison.rows;
    const bool only_left = left.isBefore(right);
    const bool only_right = right.isBefore(left);
    if (left.row() != right.row()) {
      note(comparison, first, {table.name, only_right ? "" : left.row(), only_left ? "" : right.row()});
    }
    if (!only_right) left_read = left.next();
    if (!only_left) right_read = right.next();
  }
  if (!left_read) return left_read.error();
  if (!right_read) return right_read.error();
  return {};
}

Result<Comparison> compare(Database& held, Database& expected, const Bookmark& bookmark) {
  Comparison comparison;
  comparison.bookmark = bookmark;
  const ReadModels models;
  for (const Projection* projection : models.all()) {
    for (const TableShape& table : projection->tables()) {
      if (auto compared = compareTable(held, expected, table, comparison); !compared) return compared.error();
    }
  }
  return comparison;
}

}  // namespace

Result<Comparison> compareWithLog(Database& database, ledger::EventReader& reader, const std::filesystem::path& scratch,
                                  const FollowOptions& options) {
  const auto bookmark = readBookmark(database);
  if (!bookmark) return bookmark.error();
  if (!*bookmark) {
    return Error{ErrorCode::kNotFound, "NO_DATABASE",
                 "the read models are empty: run `asar projection rebuild` to make them from the log"};
  }
  removeDatabase(scratch);
  auto compared = [&]() -> Result<Comparison> {
    auto second = Database::open(scratch);
    if (!second) return second.error();
    const auto reached = rebuild(*second, reader, {(*bookmark)->size, (*bookmark)->root}, options);
    if (!reached) return reached.error();
    return compare(database, *second, **bookmark);
  }();
  removeDatabase(scratch);
  return compared;
}

}  // namespace projections
