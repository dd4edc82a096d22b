#include "projections/render/xlsx.h"

#include <gtest/gtest.h>

#include "tests/projections/render/drawn_sample.h"

namespace projections {
namespace {

using ledger::Language;

TEST(Xlsx, HasTheSameBytesEachTime) {
  const auto first = documentXlsx(tests::drawnSample(Language::kKazakh));
  const auto second = documentXlsx(tests::drawnSample(Language::kKazakh));
  ASSERT_TRUE(first.ok()) << first.error().message;
  EXPECT_TRUE(first->starts_with("PK"));
  EXPECT_TRUE(*first == *second);
}

// Of each file in the archive: time 0 on 1 January 1980, whatever the clock says.
TEST(Xlsx, HoldsNoTimeOfItsMaking) {
  const auto bytes = documentXlsx(tests::drawnSample(Language::kEnglish));
  ASSERT_TRUE(bytes.ok()) << bytes.error().message;
  std::size_t files = 0;
  for (std::size_t at = bytes->find("PK\x03\x04"); at != std::string::npos; at = bytes->find("PK\x03\x04", at + 1)) {
    EXPECT_EQ(bytes->substr(at + 10, 4), std::string("\x00\x00\x21\x00", 4));
    ++files;
  }
  EXPECT_GT(files, 5U);
}

TEST(Xlsx, RefusesACellThatNoSheetHolds) {
  Document document = tests::drawnSample(Language::kEnglish);
  document.sections[1].tables[0].rows[0].cells[0] = std::string(32'767, 'a');
  EXPECT_TRUE(documentXlsx(document).ok());
  document.sections[1].tables[0].rows[0].cells[0] = std::string(32'768, 'a');
  const auto refused = documentXlsx(document);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().reason, "CELL_TOO_LONG");
}

TEST(Xlsx, NamesEachSheetOnce) {
  Document document = tests::drawnSample(Language::kEnglish);
  Section again = document.sections[1];
  again.tables[0].name = "others";
  again.heading = document.sections[1].heading = "A heading: longer than any name of a sheet may be [KZT]";
  document.sections.push_back(again);
  EXPECT_TRUE(documentXlsx(document).ok());
}

}  // namespace
}  // namespace projections
