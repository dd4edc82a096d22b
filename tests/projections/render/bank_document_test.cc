#include <sstream>

#include "projections/render/text_table.h"
#include "tests/projections/bank_sample.h"
#include "tests/projections/plain_text.h"
#include "tests/projections/render/rendered.h"

namespace projections {
namespace {

using ledger::Language;

class BankDocument : public tests::RenderedSample {
 protected:
  std::string text(BankStatement statement, Language language) {
    const auto rendered = renderBank(database_, {tests::sample::kOrganisation, std::move(statement), kDaysApart, {}},
                                     {language, Format::kText});
    EXPECT_TRUE(rendered.ok()) << rendered.error().message;
    return rendered.ok() ? *rendered : std::string();
  }
};

void expectNarrow(const std::string& text, std::size_t columns) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(displayWidth(line), columns) << line;
}

TEST_F(BankDocument, ReadsWellInEachLanguage) {
  for (const Language language : ledger::kLanguages) {
    const std::string now = text(tests::marchStatement(), language);
    expectNarrow(now, 120);
    tests::expectGolden("bank." + std::string(codeOf(language)) + ".txt", now);
  }
}

// Banks write lines of 140 signs without a space, and names of any length.
TEST_F(BankDocument, StaysNarrowWhateverTheBankWrote) {
  for (const Language language : ledger::kLanguages) {
    auto statement = tests::marchStatement();
    for (StatementRow& row : statement.rows) {
      row.number += 100'000;
      row.reference = std::string(200, 'R');
      row.counterparty = std::string(150, 'C') + " и сыновья";
      row.text = std::string(500, 'T');
      row.amount.minor *= 1'000'003;
    }
    const std::string now = text(std::move(statement), language);
    expectNarrow(now, 120);
    EXPECT_NE(now.find("…"), std::string::npos);
  }
}

TEST_F(BankDocument, SaysWithFiguresThatAStatementDoesNotAddUp) {
  auto statement = tests::marchStatement();
  *statement.accounts[0].closing += 1'234;
  EXPECT_NE(text(std::move(statement), Language::kEnglish)
                .find("THE STATEMENT DOES NOT ADD UP: opening balance and rows give 106,000.00\u00a0KZT, but it closes "
                      "with 106,012.34\u00a0KZT."),
            std::string::npos);
}

TEST_F(BankDocument, NamesTheCurrencyOfEachAmountWhereThereAreSeveral) {
  auto statement = tests::marchStatement();
  statement.rows[3].amount.currency = *ledger::Currency::parse("USD");
  const std::string now = tests::plain(text(std::move(statement), Language::kEnglish));
  EXPECT_NE(now.find("−4,000.00 USD"), std::string::npos) << now;
  EXPECT_NE(now.find("200,000.00 KZT"), std::string::npos) << now;
}

TEST_F(BankDocument, SaysWhatWasLeftOut) {
  auto statement = tests::marchStatement();
  statement.not_booked = 2;
  const std::string now = text(std::move(statement), Language::kRussian);
  EXPECT_NE(now.find("Ещё не проведено (не учтено)"), std::string::npos) << now;
}

}  // namespace
}  // namespace projections
