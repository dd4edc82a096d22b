#include <gtest/gtest.h>

#include "tools/asar/bank_statement.h"

namespace tools {
namespace {

constexpr const char* kMapping = R"toml(
[source]
kind = "csv"
delimiter = ";"
[defaults]
date = "DD.MM.YYYY"
currency = "KZT"
decimal = ","
[statement]
day = "Дата"
debit = "Дебет"
credit = "Кредит"
reference = "Номер"
counterparty = "Контрагент"
text = "Назначение"
)toml";
constexpr const char* kHeader = "Дата;Номер;Дебет;Кредит;Контрагент;Назначение\r\n";

constexpr const char* kPlainMapping =
    "[source]\nkind = \"csv\"\n[defaults]\ncurrency = \"KZT\"\n[statement]\nday = \"Day\"\namount = \"Amount\"\n";

std::string csvRefusal(const std::string& rows, const std::string& mapping = kMapping) {
  const auto statement = readStatement(rows, mapping);
  return statement.ok() ? "taken" : statement.error().reason + ": " + statement.error().message;
}

// The amount of the one row.
std::int64_t amount(const std::string& cell, const std::string& decimal) {
  const auto statement =
      readStatement("Day;Amount\n2026-06-01;" + cell + "\n",
                    "[source]\nkind = \"csv\"\ndelimiter = \";\"\n[defaults]\ncurrency = \"KZT\"\ndecimal = \"" +
                        decimal + "\"\n[statement]\nday = \"Day\"\namount = \"Amount\"\n");
  return statement.ok() ? statement->rows[0].amount.minor : 0;
}

TEST(BankCsv, ReadsDebitAndCreditWithCommasAndSemicolons) {
  const auto now = readStatement(std::string("\xEF\xBB\xBF") + kHeader +
                                     "03.06.2026;PP-17;;200 000,00;Model Centre;Sample grant, first tranche\r\n"
                                     "12.06.2026;000018;30 000,5;;\"Sample \"\"Tools\"\" LLP\";\"Spades; rakes\"\r\n"
                                     "14.06.2026;000019;1,00;;Bank;Fee\r\n",
                                 kMapping);
  ASSERT_TRUE(now.ok()) << now.error().message;
  ASSERT_EQ(now->rows.size(), 3U);
  EXPECT_EQ(now->rows[0].amount.minor, 20'000'000);
  EXPECT_EQ(now->rows[0].reference, "PP-17");
  EXPECT_EQ(now->rows[1].amount.minor, -3'000'050);
  EXPECT_EQ(now->rows[1].counterparty, "Sample \"Tools\" LLP");
  EXPECT_EQ(now->rows[1].text, "Spades; rakes");
  EXPECT_EQ(now->rows[2].amount.minor, -100);
  EXPECT_EQ(now->rows[2].number, 3U);
  EXPECT_EQ(ledger::dayText(now->from) + " " + ledger::dayText(now->to), "2026-06-03 2026-06-14");
  EXPECT_TRUE(now->accounts.empty());
}

TEST(BankCsv, DebitsMayAllHaveAMinus) {
  const auto now = readStatement(
      std::string(kHeader) + "14.06.2026;;-1,00;;;\n14.06.2026;;;3,00;;\n14.06.2026;;-2,00;;;\n", kMapping);
  ASSERT_TRUE(now.ok()) << now.error().message;
  EXPECT_EQ(now->rows[0].amount.minor, -100);
  EXPECT_EQ(now->rows[1].amount.minor, 300);
  EXPECT_EQ(now->rows[2].amount.minor, -200);
}

// A minus among debits without may be a storno, whose money came back.
TEST(BankCsv, DebitsOfBothSignsAreRefused) {
  for (const char* rows :
       {"14.06.2026;;1,00;;;\n15.06.2026;;-1,00;;;\n", "14.06.2026;;-1,00;;;\n15.06.2026;;1,00;;;\n"}) {
    const std::string message = csvRefusal(std::string(kHeader) + rows);
    EXPECT_NE(message.find("in row 2, column \"Дебет\""), std::string::npos) << message;
    EXPECT_NE(message.find("name it as amount in [statement]"), std::string::npos) << message;
  }
}

// Who reads an error is not always who may read the statement.
TEST(BankCsv, NoErrorQuotesACell) {
  const std::string account = "KZ000000000000001234";
  const std::string mapping = std::string(kMapping) + "currency = \"Валюта\"\n";
  const std::string header = "Дата;Номер;Дебет;Кредит;Контрагент;Назначение;Валюта\n";
  for (const std::string& rows :
       {header + account + ";;1,00;;;;\n", header + "14.06.2026;;" + account + ";;;;\n",
        header + "14.06.2026;;;" + account + ";;;\n", header + "14.06.2026;;1,00;;;;" + account + "\n",
        header + "14.06.2026;" + account + ";;;;;\n", header + account + "\n", header + account + "\"\n",
        account + ";" + account + "\n", account + ";1,00\n"}) {
    const std::string message = csvRefusal(rows, mapping);
    EXPECT_NE(message, "taken");
    EXPECT_EQ(message.find(account), std::string::npos) << message;
  }
  EXPECT_NE(
      csvRefusal(header + "14.06.2026;;1,00;;;;tenge\n", mapping).find("row 1, column \"Валюта\": no known currency"),
      std::string::npos);
}

TEST(BankCsv, ReadsSignedAmountsAndTheirCurrency) {
  const auto now = readStatement("Day,Amount,Currency\n2026-06-01,-12.50,USD\n2026-06-02,7,\n",
                                 std::string(kPlainMapping) + "currency = \"Currency\"\n");
  ASSERT_TRUE(now.ok()) << now.error().message;
  EXPECT_EQ(now->rows[0].amount.text(), "-12.50 USD");
  EXPECT_EQ(now->rows[1].amount.text(), "7.00 KZT");
}

TEST(BankCsv, KnowsGroupsOfThreeAndSigns) {
  EXPECT_EQ(amount("1 234 567,50", ","), 123'456'750);
  EXPECT_EQ(amount("1\u00a0234\u202f567,50", ","), 123'456'750);
  EXPECT_EQ(amount("1.234.567,50", ","), 123'456'750);
  EXPECT_EQ(amount("\"1,234,567.50\"", "."), 123'456'750);
  EXPECT_EQ(amount("−5,00", ","), -500);
  EXPECT_EQ(amount("- 5,00", ","), -500);
  EXPECT_EQ(amount("+5,0000", ","), 500);
  // A point for a comma would make a hundred of one.
  EXPECT_EQ(amount("5.00", ","), 0);
  EXPECT_EQ(amount("1,234", "."), 123'400);
  EXPECT_EQ(amount("12,34", "."), 0);
  for (const char* wrong : {"", "0", "x", "1,2,3", "1e5", "1,005", "1 23 456", "--1", "99999999999999999999"})
    EXPECT_EQ(amount(wrong, ","), 0) << wrong;
}

TEST(BankCsv, SaysInWhichRowWhatIsWrong) {
  const std::string header = kHeader;
  EXPECT_NE(csvRefusal(header + "03.06.2026;;;1,00;;\n2026-06-04;;;1,00;;\n")
                .find("in row 2, column \"Дата\": no day of the form DD.MM.YYYY"),
            std::string::npos);
  EXPECT_NE(csvRefusal(header + "03.06.2026;;1,00;1,00;;\n").find("both a debit and a credit"), std::string::npos);
  EXPECT_NE(csvRefusal(header + "03.06.2026;;;;;\n").find("there is no amount"), std::string::npos);
  EXPECT_NE(csvRefusal(header + "03.06.2026;;;1.5.5;;\n")
                .find("row 1, column \"Кредит\": no amount of KZT with the decimal sign \",\""),
            std::string::npos);
  EXPECT_NE(csvRefusal("Дата;Кредит\n03.06.2026;1,00\n").find("the column \"Дебет\" for debit"), std::string::npos);
  EXPECT_EQ(csvRefusal(header).substr(0, 13), "BAD_STATEMENT");
  EXPECT_EQ(csvRefusal(header + "03.06.2026;;\n").substr(0, 7), "BAD_CSV");
}

TEST(BankCsv, ThereIsAMostOfRows) {
  std::string rows = "Day,Amount\n";
  for (std::size_t i = 0; i <= kStatementRowsMax; ++i) rows += "2026-06-01,1\n";
  EXPECT_NE(csvRefusal(rows, kPlainMapping).find("more than 100000 rows"), std::string::npos);
}

TEST(BankCsv, AMappingThatCannotBeMeantIsRefused) {
  const auto wrong = [](const std::string& mapping) { return csvRefusal("Day,Amount\n2026-06-01,1\n", mapping); };
  EXPECT_EQ(wrong(kPlainMapping), "taken");
  const std::string plain = kPlainMapping;
  for (const std::string& mapping :
       {std::string("= broken"), plain + "text = 1.5\n", plain + "debit = \"D\"\n",
        plain + "reference_column = \"R\"\n", plain + "[row]\n", std::string("[source]\nkind = \"json\"\n"),
        std::string("[source]\nkind = \"csv\"\ndelimiter = \"|\"\n"),
        std::string("[source]\nkind = \"csv\"\n[statement]\nday = \"Day\"\namount = \"Amount\"\n"),
        std::string("[source]\nkind = \"csv\"\n[defaults]\ncurrency = \"KZT\"\n[statement]\nday = \"Day\"\n"),
        std::string("[source]\nkind = \"csv\"\n[defaults]\ncurrency = \"KZT\"\n[statement]\namount = \"Amount\"\n")})
    EXPECT_EQ(wrong(mapping).substr(0, 11), "BAD_MAPPING") << mapping;
}

}  // namespace
}  // namespace tools
