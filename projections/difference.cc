#include "projections/difference.h"

#include <algorithm>
#include <compare>
#include <optional>

#include "projections/oversight/entry_search.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

constexpr std::int64_t kRowsBetween = 16'384;

// A table or index, and by how many columns of its key the database has to sort: the others come in order by
// themselves.
struct SortedShape {
  TableShape shape;
  std::size_t sorted_columns;
};

std::vector<SortedShape> comparedOf(const Projection& projection, Database& held) {
  std::vector<SortedShape> all;
  for (const TableShape& table : projection.tables()) all.push_back({table, table.key_columns});
  // Its view cannot be read without it.
  if (!hasEntrySearch(held)) return all;
  for (const TableShape& index : projection.indexes()) all.push_back({index, 1});
  return all;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What one table has in both databases, its key first, and what it has in one of them.
Result<ComparedTable> alignColumns(Database& held, Database& expected, const TableShape& shape) {
  const auto before = held.columnsOf(shape.name);
  if (!before) return before.error();
  const auto after = expected.columnsOf(shape.name);
  if (!after) return after.error();
  ComparedTable table;
  table.name = shape.name;
  bool has_key = true;
  for (std::size_t i = 0; i < after->size(); ++i) {
    const std::string& name = (*after)[i];
    if (holds(*before, name)) {
      table.columns.push_back({name, 0});
    } else {
      table.added.push_back(name);
      has_key = has_key && i >= shape.key_columns;
    }
  }
  for (const std::string& name : *before) {
    if (!holds(*after, name)) table.removed.push_back(name);
  }
  if (!has_key) table.columns.clear();
  return table;
}

// The rows of one table, in the order of its key.
class RowStream {
 public:
  RowStream(Database& database, const ComparedTable& table, const SortedShape& sorted)
      : statement_(database.prepare(orderedSql(table, sorted.sorted_columns))),
        key_columns_(sorted.shape.key_columns) {}

  // Moves to the next row; false after the last one.
  Result<bool> next() {
    auto more = statement_.step();
    has_row_ = more && *more;
    return more;
  }
  bool hasRow() const { return has_row_; }
  // Which of two rows comes first; equal where both have the same key.
  std::strong_ordering orderOf(const RowStream& other) const {
    if (!has_row_) return std::strong_ordering::greater;
    if (!other.has_row_) return std::strong_ordering::less;
    for (std::size_t i = 0; i < key_columns_; ++i) {
      const auto order = statement_.orderAt(static_cast<int>(i), other.statement_);
      if (order != std::strong_ordering::equal) return order;
    }
    return std::strong_ordering::equal;
  }
  bool isSameAt(std::size_t column, const RowStream& other) const {
    return statement_.orderAt(static_cast<int>(column), other.statement_) == std::strong_ordering::equal;
  }
  // "a=1, b='x'"; empty where there is no row.
  std::string text() const {
    std::string text;
    for (int i = 0; has_row_ && i < statement_.columns(); ++i) {
      text += (i == 0 ? "" : ", ") + statement_.columnName(i) + "=" + statement_.literalAt(i);
    }
    return text;
  }

 private:
  static std::string orderedSql(const ComparedTable& table, std::size_t sorted_columns) {
    std::string names;
    for (const ComparedColumn& column : table.columns) names += (names.empty() ? "" : ", ") + column.name;
    std::string order = "1";
    for (std::size_t i = 2; i <= sorted_columns; ++i) order += ", " + std::to_string(i);
    return "select " + names + " from " + table.name + " order by " + order;
  }

  Statement statement_;
  std::size_t key_columns_;
  bool has_row_ = false;
};

// Counts the columns in which two rows of one key differ; whether there are any.
bool countDifferent(const RowStream& left, const RowStream& right, ComparedTable& table) {
  bool any = false;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (left.isSameAt(i, right)) continue;
    ++table.columns[i].different;
    any = true;
  }
  return any;
}

void note(Comparison& comparison, ComparedTable& table, Difference difference) {
  ++comparison.different;
  if (++table.different <= static_cast<std::int64_t>(kDifferencesShown)) {
    comparison.differences.push_back(std::move(difference));
  }
}

Result<void> compareRows(RowStream left, RowStream right, ComparedTable& table, Comparison& comparison,
                         const OnRows& on_rows) {
  auto left_read = left.next();
  auto right_read = right.next();
  while (left_read && right_read && (left.hasRow() || right.hasRow())) {
    ++table.rows;
    if (++comparison.rows % kRowsBetween == 0 && on_rows) on_rows(comparison.rows);
    const auto order = left.orderOf(right);
    if (order != std::strong_ordering::equal) {
      ++table.one_sided;
      note(comparison, table,
           {table.name, std::is_lt(order) ? left.text() : "", std::is_gt(order) ? right.text() : ""});
    } else if (countDifferent(left, right, table)) {
      note(comparison, table, {table.name, left.text(), right.text()});
    }
    if (std::is_lteq(order)) left_read = left.next();
    if (std::is_gteq(order)) right_read = right.next();
  }
  if (!left_read) return left_read.error();
  if (!right_read) return right_read.error();
  return {};
}

}  // namespace

Result<Comparison> compareTables(Database& held, Database& expected, const Bookmark& bookmark, const OnRows& on_rows) {
  Comparison comparison;
  comparison.bookmark = bookmark;
  const ReadModels models;
  for (const Projection* projection : models.all()) {
    for (const SortedShape& sorted : comparedOf(*projection, held)) {
      auto table = alignColumns(held, expected, sorted.shape);
      if (!table) return table.error();
      if (!table->columns.empty()) {
        auto compared = compareRows(RowStream(held, *table, sorted), RowStream(expected, *table, sorted), *table,
                                    comparison, on_rows);
        if (!compared) return compared.error();
      }
      comparison.tables.push_back(std::move(*table));
    }
  }
  return comparison;
}

Result<Comparison> compareWithLog(Database& database, ledger::EventReader& reader, const std::filesystem::path& scratch,
                                  const FollowOptions& options) {
  const auto bookmark = checkBookmark(database, reader);
  if (!bookmark) return bookmark.error();
  if (!*bookmark) {
    return Error{ErrorCode::kNotFound, "NO_DATABASE",
                 "the read models are empty: run `asar projection rebuild` to make them from the log"};
  }
  Database::remove(scratch);
  auto compared = [&]() -> Result<Comparison> {
    auto second = Database::open(scratch);
    if (!second) return second.error();
    const auto reached = catchUp(*second, reader, {(*bookmark)->size, (*bookmark)->root}, options);
    if (!reached) return reached.error();
    return compareTables(database, *second, **bookmark);
  }();
  Database::remove(scratch);
  return compared;
}

}  // namespace projections
