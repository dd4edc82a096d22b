#include <gtest/gtest.h>

#include <random>

#include "projections/render/csv.h"
#include "tools/asar/import_source.h"

namespace tools {
namespace {

std::string importRefusal(const std::string& text) {
  const auto rows = readCsvRows(text);
  return rows.ok() ? "taken" : rows.error().reason + ": " + rows.error().message;
}

// "c1,c2,…" of so many columns.
std::string header(std::size_t columns) {
  std::string names = "c1";
  for (std::size_t i = 2; i <= columns; ++i) names += ",c" + std::to_string(i);
  return names + "\n";
}

// Whatever a cell holds, a raw report read back is the same.
TEST(ImportCsv, ReadsBackWhatAReportWroteRaw) {
  constexpr std::string_view kPieces[] = {"=", "+", "-", "@", "\t",   "\r", "\n", "\"", "'",      ",",    ";",
                                          " ", "a", "5", ".", "\r\n", "＝", "Ә",  "№",  "\u00a0", "\"\"", "|"};
  std::mt19937 random(20'260'301);
  for (int round = 0; round < 500; ++round) {
    projections::Table table("cells", {{"one", "one"}, {"two", "two"}, {"three", "three"}});
    for (std::size_t row = 0; row < 5; ++row) {
      std::vector<projections::Cell> cells(3);
      for (projections::Cell& cell : cells) {
        std::string text = row == 0 ? "a" : "";  // the first cell of a row is not indented
        for (std::size_t piece = random() % 6; piece > 0; --piece) text += kPieces[random() % std::size(kPieces)];
        cell = projections::Cell(text.starts_with(' ') ? "a" + text : text);
      }
      table.add(std::move(cells));
    }
    const projections::Document document{
        "sample", "Sample", {}, ledger::Language::kEnglish, {}, {{{}, {}, {table}, {}}}, {}};
    projections::CsvWishes wishes;
    wishes.raw = true;
    const auto csv = projections::documentCsv(document, wishes);
    ASSERT_TRUE(csv.ok()) << csv.error().message;
    const auto rows = readCsvRows(*csv);
    ASSERT_TRUE(rows.ok()) << rows.error().message << "\n" << *csv;
    ASSERT_EQ(rows->size(), table.rows.size()) << *csv;
    for (std::size_t row = 0; row < rows->size(); ++row) {
      for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ((*rows)[row].cells[i].second, table.rows[row].cells[i].shown);
    }
  }
}

TEST(ImportCsv, ThereIsAMostOfColumns) {
  EXPECT_EQ(importRefusal(header(kCsvColumnsMax) + std::string(kCsvColumnsMax - 1, ',') + "\n"), "taken");
  EXPECT_NE(importRefusal(header(kCsvColumnsMax + 1)).find("line 1: more than 1000 cells"), std::string::npos);
  // Neither a header nor a row of millions of them is held to be refused.
  EXPECT_NE(importRefusal(header(2'000'000)).find("line 1: more than 1000 cells"), std::string::npos);
  EXPECT_NE(importRefusal("a\n" + std::string(8'000'000, ',')).find("line 2: more than 1000 cells"), std::string::npos);
}

// Each row carries all names: a megabyte of input asked for gigabytes.
TEST(ImportCsv, NamesOfColumnsAreBounded) {
  EXPECT_EQ(importRefusal("a," + std::string(kCsvNameBytesMax, 'x') + "\n1,2\n"), "taken");
  EXPECT_NE(importRefusal("a," + std::string(kCsvNameBytesMax + 1, 'x') + "\n1,2\n").find("column 2 has 1001 bytes"),
            std::string::npos);
  std::string names;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    for (char other = 'a'; other <= 'd'; ++other) names += std::string(900, letter) + other + ",";
  }
  EXPECT_NE(importRefusal(names + "z\n").find("bytes together"), std::string::npos);
}

TEST(ImportCsv, TwoColumnsOfOneNameAreSaidByTheirNumbers) {
  const std::string message = importRefusal("a,secret,b,secret\n1,2,3,4\n");
  EXPECT_NE(message.find("columns 2 and 4 have one name"), std::string::npos) << message;
  EXPECT_EQ(message.find("secret"), std::string::npos) << message;
  EXPECT_EQ(importRefusal("a,,,b\n1,2,3,4\n"), "taken");
}

TEST(ImportCsv, ThereIsAMostOfRows) {
  EXPECT_EQ(readCsvRows("a\n1\n\n2\n", ',', 2)->size(), 2U);
  const auto more = readCsvRows("a\n1\n2\n3\n", ',', 2);
  ASSERT_FALSE(more.ok());
  EXPECT_EQ(more.error().reason, "BAD_CSV");
  EXPECT_NE(more.error().message.find("more than 2 rows"), std::string::npos);
}

TEST(ImportCsv, RowsAreGivenOneAfterAnotherUntilOneIsRefused) {
  std::string told;
  const auto each = eachCsvRow("a;b\n1;x\n\n2;\n3;z\n", ';', [&](const ImportRow& row) -> ledger::Result<void> {
    if (row.number == 2) return ledger::Error{ledger::ErrorCode::kInvalid, "ENOUGH", ""};
    told += std::to_string(row.number) + *row.find("a") + *row.find("b") + " ";
    return {};
  });
  ASSERT_FALSE(each.ok());
  EXPECT_EQ(each.error().reason, "ENOUGH");
  EXPECT_EQ(told, "01x 12 ");
}

}  // namespace
}  // namespace tools
