#include "projections/render/csv.h"

#include <gtest/gtest.h>

#include "projections/render/cells.h"

namespace projections {
namespace {

using ledger::Language;

Document twoTables() {
  const Cells cells(Language::kEnglish);
  Table names("names", {cells.left("name", phrases::kName), cells.right("amount", phrases::kAmount),
                        cells.left("day", phrases::kDate)});
  names.add({std::string("Fund, \"Green\""), cells.amount(-150, *ledger::Currency::parse("KZT")),
             cells.day(*ledger::parseDay("2026-03-01"))});
  Table counts("counts", {cells.right("count", phrases::kCount)});
  return {"sample", "Sample", {}, Language::kEnglish, {}, {{"Names", {}, {names, counts}, {}}}, {}};
}

TEST(Csv, QuotesWhatNeedsItAndLeavesNumbersAlone) {
  const auto csv = documentCsv(twoTables(), {.table = "names"});
  ASSERT_TRUE(csv.ok()) << csv.error().message;
  EXPECT_EQ(*csv, "Name,\"Amount, KZT\",Date\r\n\"Fund, \"\"Green\"\"\",-1.50,2026-03-01\r\n");
}

TEST(Csv, HasMachineNamesAndAMarkWhereTheyAreWished) {
  const auto csv = documentCsv(twoTables(), {.table = "counts", .mark = true, .names = true});
  ASSERT_TRUE(csv.ok()) << csv.error().message;
  EXPECT_EQ(*csv,
            "\xef\xbb\xbf"
            "count\r\n");
}

TEST(Csv, NamesTheTablesThereAre) {
  const auto several = documentCsv(twoTables(), {});
  ASSERT_FALSE(several.ok());
  EXPECT_EQ(several.error().reason, "TABLE_NEEDED");
  EXPECT_NE(several.error().message.find("names, counts"), std::string::npos) << several.error().message;
  const auto unknown = documentCsv(twoTables(), {.table = "sums"});
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().reason, "TABLE_UNKNOWN");
  Document one = twoTables();
  one.sections[0].tables.pop_back();
  one.sections[0].particulars = {{"Fund", std::string("a")}};
  EXPECT_TRUE(documentCsv(one, {}).ok());
}

TEST(Csv, RawTextIsNotTouched) {
  Document document = twoTables();
  document.sections[0].tables[0].rows[0].cells[0] = std::string("=1+1");
  EXPECT_NE(documentCsv(document, {.table = "names"})->find("\r\n'=1+1,"), std::string::npos);
  EXPECT_NE(documentCsv(document, {.table = "names", .raw = true})->find("\r\n=1+1,"), std::string::npos);
}

}  // namespace
}  // namespace projections
