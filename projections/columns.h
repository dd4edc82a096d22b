// Columns — a row of a table written once as a list of its fields, for binding, reading and naming them.
//
// Shape    Row names its table (kTable, kVersion), how many leading columns are its key (kKeyColumns), gives key(),
//          and lists its columns: template <class V, class Self> static void columns(V& v, Self& row) calls
//          v(name, field) for each, v.day(name, field) for civil days. Enums are stored by name, ids and digests
//          as bytes, absent ones, absent figures and zero days as null.
// Threads  belongs to its statement.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "ledger/event/values.h"
#include "projections/database.h"

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
    statement_.add(std::string_view{days_[next_day_]});
    next_day_ = (next_day_ + 1) % std::size(days_);
  }

 private:
  void bind(const std::string& text) { statement_.add(std::string_view{text}); }
  void bind(const std::optional<std::int64_t>& figure) { figure ? statement_.add(*figure) : statement_.addNull(); }
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
  void read(std::optional<std::int64_t>& figure) {
    const bool stated = statement_.isIntegerNext();
    const std::int64_t value = statement_.nextInteger();
    figure = stated ? std::optional(value) : std::nullopt;
  }
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

// Writes a row of all its columns, in the place of one with its key.
template <class Row>
std::string upsertSql() {
  ColumnNames columns;
  const Row row{};
  Row::columns(columns, row);
  std::string names;
  std::string values;
  std::string keys;
  std::string sets;
  for (std::size_t i = 0; i < columns.names.size(); ++i) {
    const std::string& name = columns.names[i];
    names.append(i == 0 ? "" : ", ").append(name);
    values.append(i == 0 ? "$" : ", $").append(std::to_string(i + 1));
    if (i < Row::kKeyColumns) {
      keys.append(i == 0 ? "" : ", ").append(name);
    } else {
      sets.append(sets.empty() ? "" : ", ").append(name).append(" = excluded.").append(name);
    }
  }
  return "insert into " + std::string(Row::kTable) + "__" + std::to_string(Row::kVersion) + " (" + names +
         ") values (" + values + ") on conflict (" + keys + ") do update set " + sets;
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

}  // namespace projections
