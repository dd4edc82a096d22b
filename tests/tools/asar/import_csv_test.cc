#include <gtest/gtest.h>

#include "tools/asar/import_source.h"

namespace tools {
namespace {

std::string refusal(const std::string& text) {
  const auto rows = readCsvRows(text);
  return rows.ok() ? "taken" : rows.error().reason + ": " + rows.error().message;
}

// "c1,c2,…" of so many columns.
std::string header(std::size_t columns) {
  std::string names = "c1";
  for (std::size_t i = 2; i <= columns; ++i) names += ",c" + std::to_string(i);
  return names + "\n";
}

TEST(ImportCsv, ThereIsAMostOfColumns) {
  EXPECT_EQ(refusal(header(kCsvColumnsMax) + std::string(kCsvColumnsMax - 1, ',') + "\n"), "taken");
  EXPECT_NE(refusal(header(kCsvColumnsMax + 1)).find("line 1: more than 1000 cells"), std::string::npos);
  // Neither a header nor a row of millions of them is held to be refused.
  EXPECT_NE(refusal(header(2'000'000)).find("line 1: more than 1000 cells"), std::string::npos);
  EXPECT_NE(refusal("a\n" + std::string(8'000'000, ',')).find("line 2: more than 1000 cells"), std::string::npos);
}

// Each row carries all names: a megabyte of input asked for gigabytes.
TEST(ImportCsv, NamesOfColumnsAreBounded) {
  EXPECT_EQ(refusal("a," + std::string(kCsvNameBytesMax, 'x') + "\n1,2\n"), "taken");
  EXPECT_NE(refusal("a," + std::string(kCsvNameBytesMax + 1, 'x') + "\n1,2\n").find("column 2 has 1001 bytes"),
            std::string::npos);
  std::string names;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    for (char other = 'a'; other <= 'd'; ++other) names += std::string(900, letter) + other + ",";
  }
  EXPECT_NE(refusal(names + "z\n").find("bytes together"), std::string::npos);
}

TEST(ImportCsv, TwoColumnsOfOneNameAreSaidByTheirNumbers) {
  const std::string message = refusal("a,secret,b,secret\n1,2,3,4\n");
  EXPECT_NE(message.find("columns 2 and 4 have one name"), std::string::npos) << message;
  EXPECT_EQ(message.find("secret"), std::string::npos) << message;
  EXPECT_EQ(refusal("a,,,b\n1,2,3,4\n"), "taken");
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
