// JsonColumns — rows of tables as JSON objects: columns in camelCase, ids as text, digests as hex, days as text.
//
// Shape    templates over the type of JSON: who uses them includes nlohmann/json.hpp.
// Threads  pure functions.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "projections/columns.h"

namespace projections {

using Json = nlohmann::ordered_json;

// "awarded_day" → "awardedDay": columns are named as in SQL, JSON as everywhere else in it.
inline std::string camelOf(std::string_view column) {
  std::string name;
  for (std::size_t i = 0; i < column.size(); ++i) {
    const bool starts = column[i] == '_' && i + 1 < column.size();
    name += starts ? static_cast<char>(column[++i] - 'a' + 'A') : column[i];
  }
  return name;
}

// A row as an object: its columns under their names, ids as text, digests as hex.
template <class J>
class BasicJsonColumns {
 public:
  explicit BasicJsonColumns(J& object) : object_(object) {}

  template <class Field>
  void operator()(const char* name, const Field& field) {
    if constexpr (std::is_enum_v<Field>) {
      object_[camelOf(name)] = std::string(nameOf(field));
    } else if constexpr (std::is_arithmetic_v<Field>) {
      object_[camelOf(name)] = field;
    } else {
      object_[camelOf(name)] = valueOf(field);
    }
  }
  void day(const char* name, ledger::CivilDay day) {
    object_[camelOf(name)] = day == 0 ? J() : J(ledger::dayText(day));
  }

 private:
  static J valueOf(const std::string& text) { return text; }
  static J valueOf(const std::optional<std::int64_t>& figure) { return figure ? J(*figure) : J(); }
  static J valueOf(ledger::Minutes minutes) { return minutes.count(); }
  static J valueOf(const ledger::Currency& currency) {
    return currency.isNone() ? J() : J(std::string(currency.code()));
  }
  static J valueOf(const ledger::Digest& digest) { return digest.isZero() ? J() : J(digest.hex()); }
  template <class Tag>
  static J valueOf(const ledger::Id<Tag>& id) {
    return id.isNone() ? J() : J(id.text());
  }

  J& object_;
};

using JsonColumns = BasicJsonColumns<Json>;

template <class Row, class J = Json>
J objectOf(const Row& row) {
  J object = J::object();
  BasicJsonColumns<J> columns(object);
  Row::columns(columns, row);
  return object;
}

template <class Row, class J = Json>
J listOf(const std::vector<Row>& rows) {
  J list = J::array();
  for (const Row& row : rows) list.push_back(objectOf(row));
  return list;
}

Json namesOf(const ledger::Names& names);

}  // namespace projections
