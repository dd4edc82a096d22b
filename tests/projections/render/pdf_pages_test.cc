#include "projections/render/pdf_pages.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

TEST(PdfPages, BeginAPageWhereTheNextThingHasNoRoom) {
  PdfCanvas canvas("Pages", ledger::Language::kEnglish, 0);
  std::vector<int> numbered;
  const PageFoot foot{"Made from", "root", [&](int page) {
                        numbered.push_back(page);
                        return std::to_string(page);
                      }};
  PdfPages pages(canvas, foot);
  EXPECT_FALSE(pages.need(10'000));  // no page has room for it: it stands on this one
  pages.advance(500);
  EXPECT_FALSE(pages.need(PdfPages::kBottom - PdfPages::kTop - 500));
  EXPECT_TRUE(pages.need(PdfPages::kBottom - PdfPages::kTop - 499));
  EXPECT_DOUBLE_EQ(pages.y(), PdfPages::kTop);
  EXPECT_EQ(pages.finish(), 2);
  EXPECT_EQ(numbered, (std::vector<int>{1, 2}));
}

TEST(PdfPages, SpacesAtTheBeginningAreAnIndent) {
  PdfCanvas canvas("Indent", ledger::Language::kEnglish, 0);
  EXPECT_EQ(indented(canvas, "  of which", {}).text, "of which");
  EXPECT_GT(indented(canvas, "  of which", {}).by, 0);
  EXPECT_EQ(indented(canvas, "+ of which", {}).by, 0);
}

}  // namespace
}  // namespace projections
