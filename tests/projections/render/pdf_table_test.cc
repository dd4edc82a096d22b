#include "projections/render/pdf_table.h"

#include <gtest/gtest.h>

#include "tests/projections/render/drawn_sample.h"

namespace projections {
namespace {

int pagesOf(const Table& table) {
  PdfCanvas canvas("Table", ledger::Language::kKazakh, 0);
  const PageFoot foot{"Made from", "root", [](int page) { return std::to_string(page); }};
  PdfPages pages(canvas, foot);
  drawTable(pages, table);
  const int count = pages.finish();
  const auto file = canvas.finish();
  EXPECT_TRUE(file.ok()) << file.error().message;
  return count;
}

TEST(PdfTable, GoesOverAsManyPagesAsItNeeds) {
  EXPECT_EQ(pagesOf(tests::drawnSample(ledger::Language::kKazakh, 3).sections[1].tables[0]), 1);
  EXPECT_GT(pagesOf(tests::drawnSample(ledger::Language::kKazakh, 200).sections[1].tables[0]), 3);
}

TEST(PdfTable, HoldsColumnsThatThePageIsTooNarrowFor) {
  const Cells cells(ledger::Language::kEnglish);
  std::vector<Column> columns;
  std::vector<Cell> row;
  for (int i = 0; i < 20; ++i) {
    columns.push_back(cells.left("name" + std::to_string(i), phrases::kName));
    row.emplace_back(std::string("aWordThatIsWiderThanItsColumn and more"));
  }
  Table table("wide", columns);
  table.add(row);
  EXPECT_EQ(pagesOf(table), 1);
}

}  // namespace
}  // namespace projections
