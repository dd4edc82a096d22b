#include "projections/language/credit_phrases.h"

#include <gtest/gtest.h>

#include "tests/projections/plain_text.h"

namespace projections {
namespace {

using ledger::Language;

TEST(CreditPhrases, FiguresStandWhereTheSentenceWantsThem) {
  EXPECT_EQ(filled("{1} of {0}, {1}", {"ten", "two"}), "two of ten, two");
  EXPECT_EQ(filled("{0}", {"{1}", "x"}), "x") << "in order";
  EXPECT_EQ(filled("none", {"x"}), "none");
}

TEST(CreditPhrases, UnitsAreCountedAsTheirLanguageDoes) {
  EXPECT_EQ(tests::plain(unitsText(1, "credit", Language::kRussian)), "1 кредит");
  EXPECT_EQ(tests::plain(unitsText(2, "credit", Language::kRussian)), "2 кредита");
  EXPECT_EQ(tests::plain(unitsText(7, "credit", Language::kRussian)), "7 кредитов");
  EXPECT_EQ(tests::plain(unitsText(7, "point", Language::kKazakh)), "7 ұпай");
  EXPECT_EQ(tests::plain(unitsText(1, "award", Language::kEnglish)), "1 award");
  EXPECT_EQ(tests::plain(unitsText(2, "ects", Language::kEnglish)), "2 ects");
}

}  // namespace
}  // namespace projections
