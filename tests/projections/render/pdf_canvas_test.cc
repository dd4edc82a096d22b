#include "projections/render/pdf_canvas.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

using ledger::Language;

TEST(PdfCanvas, HasEveryLetterOfTheThreeLanguages) {
  PdfCanvas canvas("Letters", Language::kKazakh, 0);
  for (const bool bold : {false, true}) {
    for (const bool italic : {false, true})
      canvas.draw("ӘҒҚҢӨҰҮҺІ әғқңөұүһі Ёё ЙйЪъЫыЭэ ₸ № « » – — − ≠ … “ ” №\u00a05", {9, bold, italic, Ink::kFull},
                  {50, 50, 400});
  }
  canvas.endPage();
  const auto file = canvas.finish();
  ASSERT_TRUE(file.ok()) << file.error().message;
  EXPECT_TRUE(file->starts_with("%PDF-"));
}

TEST(PdfCanvas, RefusesALetterThatNoFontHas) {
  PdfCanvas canvas("Letters", Language::kEnglish, 0);
  canvas.draw("a \U0010fffd b", {}, {50, 50, 400});
  canvas.endPage();
  const auto file = canvas.finish();
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.error().reason, "GLYPH_MISSING");
}

TEST(PdfCanvas, BreaksLinesToTheWidth) {
  PdfCanvas canvas("Lines", Language::kEnglish, 0);
  const TextStyle style;
  const double whole = canvas.widthOf("several words that stand in a line", style);
  const double line = canvas.heightOf("several", style, whole + 1);
  EXPECT_NEAR(canvas.heightOf("several words that stand in a line", style, whole + 1), line, 0.1);
  EXPECT_GT(canvas.heightOf("several words that stand in a line", style, whole / 2), 1.5 * line);
  EXPECT_GT(canvas.heightOf("severalwordsthatstandinaline", style, 20), 2 * line);
}

}  // namespace
}  // namespace projections
