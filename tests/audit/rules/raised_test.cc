#include "audit/rules/raised.h"

#include <gtest/gtest.h>

namespace audit::tests {
namespace {

using ledger::Language;

TEST(RaisedSentences, HaveTheirValuesInTheLanguage) {
  const Sentence sentence{{"{1} – {0}", "{0} и {1}", "{0}, {1}"}, {{"a"}, {"rent", "CostType"}}};
  EXPECT_EQ(textOf(sentence, Language::kEnglish), "a, rent");
  EXPECT_EQ(textOf(sentence, Language::kRussian), "a и аренда");
  EXPECT_EQ(textOf({{"", "", "{0}"}, {{{}, {}, {"бір", "один", "one"}}}}, Language::kEnglish), "one");
}

TEST(RaisedSentences, AmountsDaysAndShares) {
  EXPECT_EQ(amountTold(123'456'789, "KZT").text, "1\u00A0234\u00A0567.89\u00A0KZT");
  EXPECT_EQ(amountTold(-5, "KZT").text, "-0.05\u00A0KZT");
  EXPECT_EQ(amountTold(1234, "JPY").text, "1\u00A0234\u00A0JPY");
  EXPECT_EQ(dayTold(0).text, "1970-01-01");
  EXPECT_EQ(shareTold(4127).text, "41.2\u00A0%");
  EXPECT_EQ(textTold("a\x1B[31m").text, "a?[31m");
}

}  // namespace
}  // namespace audit::tests
