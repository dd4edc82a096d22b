// PublicTables — money, and what it rests on, as tables of what the log says: a row for each public entry of one kind.
//
// Shape    first the entry, when it was recorded, the import it came with; then the fields of the kind as the schema
//          has them: an amount is its minor units with its currency beside it, names are kk, ru and en. A list is a
//          table of its own, a row an item. Rows stand in the order in which they took effect. CSV is that of releases.
//          No kind is among them that names a person.
// Units    minor units; civil days; moments with their offset.
// Threads  one.
// Source   ledger/schema/README.md, section 12.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/json_value.h"
#include "projections/projection.h"

namespace tools {

struct PublicTable {
  std::string_view name;
  std::string_view command;
  std::string_view list;  // of its fields; none: the command itself
};
// By name.
std::span<const PublicTable> publicTables();

// As Table Schema of Frictionless names types: string, integer, boolean, date, datetime.
struct TableColumn {
  std::string name;
  std::string type;
  std::string says;
};
std::vector<TableColumn> columnsOf(const PublicTable& table);

// A heading or a row, with its line end. Texts are neutralised before, figures need not be.
std::string csvLine(const std::vector<std::string>& cells);
std::string csvHeading(const std::vector<TableColumn>& columns);

class PublicTables {
 public:
  // A public fact, and its command as JSON.
  void take(const projections::Fact& fact, const ledger::JsonValue& body);
  // Those without rows, too.
  std::string csvOf(const PublicTable& table) const;

 private:
  std::map<std::string_view, std::string> rows_;  // by the name of the table
};

}  // namespace tools
