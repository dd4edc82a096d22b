// MirroredTable<Row> — a table held in memory while a follower folds; changed rows go out at the flush.
//
// Shape    Row names its table (kTable, kVersion), how many leading columns are its key (kKeyColumns), gives key(),
//          and lists its columns once: template <class V, class Self> static void columns(V& v, Self& row)
//          calls v(name, field) for each, v.day(name, field) for civil days. Enums are stored by name, ids and
//          digests as bytes, absent ones and zero days as null.
// Threads  belongs to one projection.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <algorithm>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "ledger/event/values.h"
#include "projections/projection.h"

namespace projections {

template <class Enum>
Enum enumNamed(std::string_view name) {
  for (std::uint16_t i = 0; i < ledger::kEnumerants<Enum>; ++i) {
    if (nameOf(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return Enum{};
}

struct ColumnNames {
  std::vector<std::string> names;
  template <class Field>
  void operator()(const char* name, const Field&) {
    names.emplace_back(name);
  }
  void day(const char* name, const ledger::CivilDay&) { names.emplace_back(name); }
};

class ColumnBinder {
 public:
  explicit ColumnBinder(Statement& statement) : statement_(statement) {}

  template <class Field>
  void operator()(const char*, const Field& field) {
    if constexpr (std::is_enum_v<Field>) {
      statement_.add(nameOf(field));
    } else if constexpr (std::is_integral_v<Field>) {
      statement_.add(static_cast<std::int64_t>(field));
    } else {
      bind(field);
    }
  }
  void day(const char*, ledger::CivilDay day) {
    if (day == 0) {
      statement_.addNull();
      return;
    }
    // Several days of one row must all live until the step.
    days_[next_day_] = ledger::dayText(day);
    statement_.add(std::string_view(days_[next_day_]));
    next_day_ = (next_day_ + 1) % std::size(days_);
  }

 private:
  void bind(const std::string& text) { statement_.add(std::string_view(text)); }
  void bind(ledger::Minutes minutes) { statement_.add(minutes.count()); }
  // By reference: the text that is bound lies inside.
  void bind(const ledger::Currency& currency) { statement_.add(currency.code()); }
  void bind(const ledger::Digest& digest) { digest.isZero() ? statement_.addNull() : statement_.add(digest.view()); }
  template <class Tag>
  void bind(const ledger::Id<Tag>& id) {
    id.isNone() ? statement_.addNull() : statement_.add(id.view());
  }

  Statement& statement_;
  std::string days_[4];
  std::size_t next_day_ = 0;
};

class ColumnReader {
 public:
  explicit ColumnReader(Statement& statement) : statement_(statement) {}

  template <class Field>
  void operator()(const char*, Field& field) {
    if constexpr (std::is_enum_v<Field>) {
      field = enumNamed<Field>(statement_.nextText());
    } else if constexpr (std::is_integral_v<Field>) {
      field = static_cast<Field>(statement_.nextInteger());
    } else {
      read(field);
    }
  }
  void day(const char*, ledger::CivilDay& day) {
    const auto parsed = ledger::parseDay(statement_.nextText());
    day = parsed ? *parsed : 0;
  }

 private:
  void read(std::string& text) { text = statement_.nextText(); }
  void read(ledger::Minutes& minutes) { minutes = ledger::Minutes{statement_.nextInteger()}; }
  void read(ledger::Currency& currency) {
    const auto parsed = ledger::Currency::parse(statement_.nextText());
    currency = parsed ? *parsed : ledger::Currency();
  }
  void read(ledger::Digest& digest) { copy(digest.bytes); }
  template <class Tag>
  void read(ledger::Id<Tag>& id) {
    copy(id.bytes);
  }
  template <std::size_t N>
  void copy(std::array<std::uint8_t, N>& out) {
    const ledger::ByteView blob = statement_.nextBlob();
    if (blob.size() == N) std::copy(blob.begin(), blob.end(), out.begin());
  }

  Statement& statement_;
};

// "select c1, c2 … from NAME": its columns are those ColumnReader reads; a condition may follow.
template <class Row>
std::string selectAll() {
  ColumnNames columns;
  const Row row{};
  Row::columns(columns, row);
  std::string list;
  for (const std::string& name : columns.names) list += (list.empty() ? "" : ", ") + name;
  return "select " + list + " from " + std::string(Row::kTable) + " ";
}

// The rows of a bound selectAll() statement.
template <class Row>
ledger::Result<std::vector<Row>> readRows(Statement& statement) {
  std::vector<Row> rows;
  for (auto more = statement.step();; more = statement.step()) {
    if (!more) return more.error();
    if (!*more) return rows;
    ColumnReader reader(statement);
    Row::columns(reader, rows.emplace_back());
  }
}

template <class... Rows>
std::vector<TableShape> shapesOf() {
  return {TableShape{Rows::kTable, Rows::kKeyColumns}...};
}

template <class Row>
class MirroredTable {
 public:
  using Key = std::decay_t<decltype(std::declval<const Row&>().key())>;

  const Row* find(const Key& key) const {
    const auto found = rows_.find(key);
    return found == rows_.end() ? nullptr : &found->second.row;
  }
  // The row to be changed; null where there is none. Valid until the next insert().
  Row* change(const Key& key) {
    const auto found = rows_.find(key);
    if (found == rows_.end()) return nullptr;
    mark(key, found->second);
    return &found->second.row;
  }
  // Adds a row, or gives the one that stands under its key. Valid until the next insert().
  Row& insert(Row row) {
    const Key key = row.key();
    auto& held = rows_.try_emplace(key, Held{std::move(row), false}).first->second;
    mark(key, held);
    return held.row;
  }
  template <class Visit>
  void forEach(Visit visit) {
    for (auto& [key, held] : rows_) {
      if (visit(held.row)) mark(key, held);
    }
  }

  ledger::Result<void> load(Database& database) {
    Statement all = database.prepare(selectAll<Row>());
    auto rows = readRows<Row>(all);
    if (!rows) return rows.error();
    rows_.clear();
    dirty_.clear();
    rows_.reserve(rows->size());
    for (Row& row : *rows) {
      const Key key = row.key();
      rows_.try_emplace(key, Held{std::move(row), false});
    }
    return {};
  }

  ledger::Result<void> flush(Database& database) {
    if (dirty_.empty()) return {};
    // In key order, so that a page of the table is touched once.
    std::sort(dirty_.begin(), dirty_.end());
    Statement upsert = database.prepare(upsertSql());
    for (const Key& key : dirty_) {
      Held& held = rows_.find(key)->second;
      held.dirty = false;
      ColumnBinder binder(upsert);
      Row::columns(binder, std::as_const(held.row));
      if (auto written = upsert.run(); !written) return written.error();
    }
    dirty_.clear();
    return {};
  }

 private:
  struct Held {
    Row row;
    bool dirty;
  };

  void mark(const Key& key, Held& held) {
    if (std::exchange(held.dirty, true)) return;
    dirty_.push_back(key);
  }

  static std::string upsertSql() {
    ColumnNames columns;
    const Row row{};
    Row::columns(columns, row);
    std::string names;
    std::string values;
    std::string keys;
    std::string sets;
    for (std::size_t i = 0; i < columns.names.size(); ++i) {
      const std::string& name = columns.names[i];
      names += (i == 0 ? "" : ", ") + name;
      values += (i == 0 ? "$" : ", $") + std::to_string(i + 1);
      if (i < Row::kKeyColumns) {
        keys += (i == 0 ? "" : ", ") + name;
      } else {
        sets += (sets.empty() ? "" : ", ") + name + " = excluded." + name;
      }
    }
    return "insert into " + std::string(Row::kTable) + "__" + std::to_string(Row::kVersion) + " (" + names +
           ") values (" + values + ") on conflict (" + keys + ") do update set " + sets;
  }

  absl::flat_hash_map<Key, Held> rows_;
  std::vector<Key> dirty_;
};

}  // namespace projections
