#include "tools/asar/bank_statement.h"

#include <gtest/gtest.h>

#include "ledger/base/utf8.h"

namespace tools {
namespace {

TEST(BankStatement, TextsOfTheBankAreMadePlain) {
  EXPECT_EQ(cleanText("  Payment\r\n\tfor \u00a0 INV-31 "), "Payment for INV-31");
  EXPECT_EQ(cleanText("a\x1b[31mb\x7f"
                      "c\u0085d"),
            "a [31mb c d");
  EXPECT_EQ(cleanText("x\u202e\u200b\u2066y\ufeff"), "xy");
  EXPECT_EQ(cleanText("«Жасыл бақ» – №5"), "«Жасыл бақ» – №5");
  const std::string cut = cleanText(std::string(999, 'a') + "ққ");
  EXPECT_LE(cut.size(), 1000U);
  EXPECT_TRUE(ledger::isUtf8(cut));
}

TEST(BankStatement, AmountsHaveTheDigitsOfTheirCurrency) {
  const auto tenge = *ledger::Currency::parse("KZT");
  EXPECT_EQ(*statementAmount("12.3400", tenge), 1234);
  EXPECT_EQ(*statementAmount("12.", tenge), 1200);
  EXPECT_FALSE(statementAmount("12.345", tenge).ok());
  EXPECT_FALSE(statementAmount("", tenge).ok());
  EXPECT_FALSE(statementAmount("10000000000000.01", tenge).ok());  // past 10^15 minor units
}

TEST(BankStatement, SaysWhatToDoAboutAFileItCannotRead) {
  EXPECT_EQ(readStatement("Day,Amount\n", std::nullopt).error().reason, "MAPPING_MISSING");
  const auto other = readStatement("\xc4\xe0\xf2\xe0", std::nullopt);
  EXPECT_NE(other.error().message.find("iconv"), std::string::npos);
  EXPECT_EQ(readStatement("", std::nullopt).error().reason, "MAPPING_MISSING");
}

}  // namespace
}  // namespace tools
