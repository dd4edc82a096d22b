// Tables of what is public: their columns are those of the schema, their kinds are public, their cells are plain.
#include "tools/asar/public_tables.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/event/describe.h"
#include "ledger/event/json.h"
#include "tools/asar/public_figures.h"

namespace tools {
namespace {

const PublicTable& tableNamed(std::string_view name) {
  return *std::ranges::find(publicTables(), name, &PublicTable::name);
}

// Of the example of its kind, at entry 7.
std::string rowOf(std::string_view table, std::string_view command) {
  ledger::SeededRandom random(1);
  const auto made = ledger::commandFromJson(ledger::exampleOf(*ledger::kindByName(command)), random);
  EXPECT_TRUE(made.ok());
  projections::Fact fact;
  fact.index = 7;
  fact.recorded_at = 1'772'348'400'000;
  fact.command = &*made;
  PublicTables tables;
  tables.take(fact, ledger::jsonOf(*made));
  const std::string csv = tables.csvOf(tableNamed(table));
  return csv.substr(csv.find("\r\n") + 2);
}

TEST(PublicTables, HoldPublicKindsAlone) {
  for (const PublicTable& table : publicTables()) {
    const auto kind = ledger::kindByName(table.command);
    ASSERT_TRUE(kind) << table.command;
    EXPECT_EQ(ledger::traitsOf(*kind).visibility, ledger::Visibility::kPublic) << table.command;
  }
}

TEST(PublicTables, AreSortedAndCalledNothingTwice) {
  const auto tables = publicTables();
  EXPECT_TRUE(std::ranges::is_sorted(tables, std::ranges::less_equal{}, &PublicTable::name));
  for (const PublicTable& table : tables) {
    std::vector<std::string> names;
    for (const TableColumn& column : columnsOf(table)) names.push_back(column.name);
    std::ranges::sort(names);
    EXPECT_EQ(std::ranges::adjacent_find(names), names.end()) << table.name;
  }
}

TEST(PublicTables, TellAnAmountWithItsCurrencyAndAListRowByRow) {
  EXPECT_TRUE(rowOf("interest", "interestRecord").starts_with("7,2026-03-01T07:00:00+00:00,,"));
  EXPECT_NE(rowOf("interest", "interestRecord").find(",30000000,KZT,"), std::string::npos);
  const std::string line = rowOf("budget-lines", "agreementSign");
  EXPECT_TRUE(line.ends_with(",0,materials,materials,30000000\r\n")) << line;
  EXPECT_NE(rowOf("calls", "callPublish").find(",Мысал,Пример,Example,2026-03-01,2026-12-31,"), std::string::npos);
}

TEST(PublicTables, HaveAsManyCellsAsColumns) {
  for (const PublicTable& table : publicTables()) {
    const std::string row = rowOf(table.name, table.command);
    const auto cells = static_cast<std::size_t>(std::ranges::count(row, ',')) + 1;
    EXPECT_EQ(cells, columnsOf(table).size()) << table.name << ": " << row;
  }
}

TEST(PublicTables, GiveASpreadsheetNothingToRun) {
  ledger::SeededRandom random(1);
  ledger::JsonValue example = ledger::exampleOf(*ledger::kindByName("grantAward"));
  for (auto& [name, value] : *example.fields()) {
    if (name == "title") value = "=1+1";
  }
  const auto made = ledger::commandFromJson(example, random);
  ASSERT_TRUE(made.ok());
  projections::Fact fact;
  fact.command = &*made;
  PublicTables tables;
  tables.take(fact, ledger::jsonOf(*made));
  EXPECT_NE(tables.csvOf(tableNamed("grants")).find(",'=1+1,"), std::string::npos);
}

TEST(PublicFigures, SayWhatAGrantComesTo) {
  const std::string heading = csvHeading(grantFigureColumns());
  EXPECT_EQ(heading, "index,grant,number,currency,awarded,disbursed,received,spent,returned,onHand\r\n");
}

}  // namespace
}  // namespace tools
