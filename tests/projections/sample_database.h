// A database of read models in memory, and questions to it as text.
#pragma once

#include <string>

#include "projections/follower.h"

namespace tests {

inline projections::Database memoryDatabase() {
  return *projections::Database::open(":memory:");
}

// The rows a query gives: "1 'a'|2 null".
inline std::string answer(projections::Database& database, const std::string& sql) {
  projections::Statement statement = database.prepare(sql);
  std::string text;
  for (auto row = statement.step(); row.ok() && *row; row = statement.step()) {
    text += text.empty() ? "" : "|";
    for (int i = 0; i < statement.columns(); ++i) text += (i == 0 ? "" : " ") + statement.nextLiteral();
  }
  return text;
}

// Every row of every view, in order.
inline std::string everything(projections::Database& database) {
  std::string text;
  const projections::ReadModels models;
  for (const projections::Projection* projection : models.all()) {
    for (const auto& [table, key_columns] : projection->tables()) {
      std::string key = "1";
      for (std::size_t column = 2; column <= key_columns; ++column) key += ", " + std::to_string(column);
      text += table + ": " + answer(database, "select * from " + table + " order by " + key) + "\n";
    }
  }
  return text;
}

}  // namespace tests
