#include "projections/render/file_tables.h"

#include <gtest/gtest.h>

#include "projections/render/cells.h"

namespace projections {
namespace {

using ledger::Language;

const ledger::Currency kKzt = *ledger::Currency::parse("KZT");
const ledger::Currency kGbp = *ledger::Currency::parse("GBP");

Document documentOf(std::vector<Section> sections) {
  return {"sample", "Sample", {}, Language::kEnglish, {}, std::move(sections), {}};
}

Table amounts(const Cells& cells, std::vector<Cell> values) {
  Table table("amounts", {cells.left("name", phrases::kName), cells.right("amount", phrases::kAmount)});
  for (Cell& value : values) table.add({std::string("  a"), std::move(value)});
  return table;
}

TEST(FileTables, PutTheParticularsBeforeTheTables) {
  const Cells cells(Language::kEnglish);
  const auto tables = fileTables(documentOf({{"Head", {{"  Of which", cells.count(3)}}, {amounts(cells, {})}, {}}}));
  ASSERT_EQ(tables.size(), 2U);
  EXPECT_EQ(tables[0].name, "particulars");
  EXPECT_EQ(std::get<std::string>(tables[0].rows[0][0]), "Head");
  EXPECT_EQ(std::get<std::string>(tables[0].rows[0][1]), "Of which");
  EXPECT_EQ(std::get<Number>(tables[0].rows[0][2]).least, 3);
  EXPECT_TRUE(tables[1].rows.empty());
}

TEST(FileTables, JoinTablesOfOneNameAndSayWhatEachIsOf) {
  const Cells cells(Language::kEnglish);
  Table first = amounts(cells, {cells.amount(100, kKzt)});
  Table second = amounts(cells, {cells.amount(200, kKzt)});
  first.of = {{cells.left("grant", phrases::kGrants), std::string("G-1")}};
  second.of = {{cells.left("grant", phrases::kGrants), std::string("G-2")}};
  first.gap();
  const auto tables = fileTables(documentOf({{"One", {}, {first}, {}}, {"Two", {}, {second}, {}}}));
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_TRUE(tables[0].heading.empty());
  ASSERT_EQ(tables[0].rows.size(), 2U);
  EXPECT_EQ(std::get<std::string>(tables[0].rows[1][0]), "G-2");
  EXPECT_EQ(std::get<std::string>(tables[0].rows[1][1]), "a");
  EXPECT_EQ(tables[0].columns[2].heading, "Amount, KZT");
}

TEST(FileTables, TellUnitsApartWhereThereAreSeveral) {
  const Cells cells(Language::kEnglish);
  const auto tables = fileTables(
      documentOf({{"Sums", {}, {amounts(cells, {cells.amount(1, kKzt), cells.amount(2, kGbp), Cell()})}, {}}}));
  ASSERT_EQ(tables[0].columns.size(), 3U);
  EXPECT_EQ(tables[0].columns[2].name, "amountUnit");
  EXPECT_EQ(std::get<std::string>(tables[0].rows[1][2]), "GBP");
  EXPECT_TRUE(std::holds_alternative<std::monostate>(tables[0].rows[2][2]));
}

TEST(FileTables, TakeTheWholeOfWhatIsShownShortened) {
  const Cells cells(Language::kEnglish);
  const auto tables = fileTables(documentOf({{{}, {}, {amounts(cells, {Cell("a…", "abc"), Cells::none()})}, {}}}));
  EXPECT_EQ(std::get<std::string>(tables[0].rows[0][1]), "abc");
  EXPECT_TRUE(std::holds_alternative<std::monostate>(tables[0].rows[1][1]));
}

TEST(FileTables, WriteNumbersPlainly) {
  EXPECT_EQ(plainNumber({0, 0, {}}), "0");
  EXPECT_EQ(plainNumber({1234567, 2, {}}), "12345.67");
  EXPECT_EQ(plainNumber({-5, 2, {}}), "-0.05");
  EXPECT_EQ(plainNumber({std::numeric_limits<std::int64_t>::min(), 3, {}}), "-9223372036854775.808");
}

}  // namespace
}  // namespace projections
