#include "audit/answers/amount.h"

#include <gtest/gtest.h>

namespace audit {
namespace {

using ledger::Language;

TEST(Amount, IsToldInWholeUnitsOfItsCurrency) {
  EXPECT_EQ(amountText(2'600'000'000, "KZT", Language::kEnglish), "26\u00A0000\u00A0000.00\u00A0KZT");
  EXPECT_EQ(amountText(5, "KZT", Language::kRussian), "0.05\u00A0KZT");
  EXPECT_EQ(amountText(-123'456, "USD", Language::kKazakh), "-1\u00A0234.56\u00A0USD");
  EXPECT_EQ(amountText(1'234, "JPY", Language::kEnglish), "1\u00A0234\u00A0JPY");
  EXPECT_EQ(amountText(0, "KZT", Language::kEnglish), "0.00\u00A0KZT");
}

TEST(Amount, OfACurrencyThatIsNotKnownIsSaidToBeInMinorUnits) {
  EXPECT_EQ(fractionDigitsOf("XYZ"), std::nullopt);
  EXPECT_EQ(amountText(1'234, "XYZ", Language::kEnglish), "1\u00A0234 minor units of money,\u00A0XYZ");
  for (const Language language : ledger::kLanguages) EXPECT_FALSE(minorUnitsIn(language).empty());
}

}  // namespace
}  // namespace audit
