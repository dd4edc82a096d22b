#include "projections/render/form.h"

#include <gtest/gtest.h>

#include "tests/projections/render/drawn_sample.h"

namespace projections {
namespace {

using ledger::Language;

TEST(Form, EachFormatHasItsName) {
  EXPECT_EQ(formatNamed("pdf"), Format::kPdf);
  EXPECT_EQ(formatNamed("PDF"), std::nullopt);
  EXPECT_TRUE(isBinary(*formatNamed("xlsx")));
  EXPECT_FALSE(isBinary(*formatNamed("csv")));
}

TEST(Form, DrawsADocumentInEachFormat) {
  const Document document = tests::drawnSample(Language::kEnglish);
  EXPECT_TRUE(drawn(document, {Language::kEnglish, Format::kText})->starts_with("Үлгі\n"));
  EXPECT_NE(drawn(document, {Language::kEnglish, Format::kCsv})->find("1234.56,2026-03-01\r\n"), std::string::npos);
  EXPECT_TRUE(drawn(document, {Language::kEnglish, Format::kXlsx})->starts_with("PK"));
  EXPECT_TRUE(drawn(document, {Language::kEnglish, Format::kPdf})->starts_with("%PDF-"));
}

}  // namespace
}  // namespace projections
