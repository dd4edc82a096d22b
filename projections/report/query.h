// Query — small questions to the read models that many reports ask.
//
// Errors   those of the database.
// Threads  the database's.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ledger/base/bytes.h"
#include "projections/columns.h"

namespace projections {

// Calls `take` with each row of a query.
template <class Take>
ledger::Result<void> eachRow(Database& database, const std::string& sql, Take take) {
  Statement all = database.prepare(sql);
  for (auto row = all.step();; row = all.step()) {
    if (!row) return row.error();
    if (!*row) return {};
    take(all);
  }
}

template <class Value>
ledger::Result<void> take(ledger::Result<Value> read, Value& into) {
  if (!read) return read.error();
  into = *std::move(read);
  return {};
}

// The first row with this id; an empty one where there is none.
template <class Row>
ledger::Result<Row> rowWithId(Database& database, const char* column, ledger::SubjectId id) {
  Statement one = database.prepare(selectAll<Row>() + "where " + column + " = $1");
  one.add(id.view());
  auto rows = readRows<Row>(one);
  if (!rows) return rows.error();
  return rows->empty() ? Row{} : std::move(rows->front());
}

// "x'0011…'".
template <class Tag>
std::string sqlOf(const ledger::Id<Tag>& id) {
  return "x'" + ledger::toHex(id.bytes) + "'";
}

// "t.c1, t.c2 …": the columns of a row under the name of its table in a join.
template <class Row>
std::string columnsIn(const std::string& table) {
  ColumnNames columns;
  const Row row{};
  Row::columns(columns, row);
  std::string list;
  for (const std::string& name : columns.names) {
    if (!list.empty()) list += ", ";
    list.append(table).append(".").append(name);
  }
  return list;
}

// What a row of a query says of somebody, by their id and name.
struct NamedId {
  ledger::SubjectId id;
  ledger::Names names;

  friend bool operator==(const NamedId&, const NamedId&) = default;
};

// "t.id, t.kk, t.ru, t.en" as readNamed() reads them.
inline std::string namedSql(const std::string& id, const std::string& table) {
  return id + ", " + table + ".kk, " + table + ".ru, " + table + ".en";
}
inline void readNamed(ColumnReader& reader, NamedId& named) {
  reader("id", named.id), reader("kk", named.names.kk), reader("ru", named.names.ru), reader("en", named.names.en);
}

}  // namespace projections
