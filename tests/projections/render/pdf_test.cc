#include "projections/render/pdf.h"

#include <gtest/gtest.h>

#include "tests/projections/render/drawn_sample.h"

namespace projections {
namespace {

using ledger::Language;

TEST(Pdf, HasTheSameBytesEachTimeInEachLanguage) {
  for (const Language language : ledger::kLanguages) {
    const auto first = documentPdf(tests::drawnSample(language));
    const auto second = documentPdf(tests::drawnSample(language));
    ASSERT_TRUE(first.ok()) << first.error().message;
    EXPECT_TRUE(*first == *second);
  }
}

TEST(Pdf, RefusesATableThatNobodyReadsOnPaper) {
  const auto refused = documentPdf(tests::drawnSample(Language::kEnglish, 5'000));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().reason, "TABLE_TOO_LONG");
}

TEST(Pdf, RefusesALetterThatNoFontHas) {
  Document document = tests::drawnSample(Language::kEnglish);
  document.sections[1].remarks = {"\U0010fffd"};
  const auto refused = documentPdf(document);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().reason, "GLYPH_MISSING");
}

}  // namespace
}  // namespace projections
