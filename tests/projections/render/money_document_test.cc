#include "tests/projections/plain_text.h"
#include "tests/projections/render/rendered_account.h"

namespace projections {
namespace {

class MoneyDocuments : public tests::RenderedAccount {};

TEST_F(MoneyDocuments, ReadWellInEachLanguage) {
  AccountQuestion question;
  question.name = "flow";
  expectGoldens("flow", question);
  question.name = "regrants";
  expectGoldens("regrants", question);
}

TEST_F(MoneyDocuments, ShowWhetherRegrantedMoneyIsConserved) {
  AccountQuestion question;
  question.name = "regrants";
  EXPECT_EQ(tests::plain(text(question)).find("differs"), std::string::npos);
  played_.log.add(ledger::RefundSend{tests::account::kSubAward, tests::subject(210), tests::tenge(500), "PAY-13",
                                     tests::on("2026-02-25")});
  follow();
  for (const char* words : {"differs by", "500.00"})
    EXPECT_NE(tests::plain(text(question)).find(words), std::string::npos) << words << "\n" << text(question);
}

// Awarded in February, spent in March: of March nothing is left, and nothing is overspent.
TEST_F(MoneyDocuments, SubtractNothingOfSomeDays) {
  AccountQuestion question;
  question.name = "flow";
  EXPECT_NE(text(question).find("Left"), std::string::npos);
  question.period = *parsePeriod("2026-03-01..2026-03-31");
  EXPECT_EQ(text(question).find("Left"), std::string::npos) << text(question);
}

TEST_F(MoneyDocuments, ListWhatAFunderFunds) {
  AccountQuestion question;
  question.name = "funder";
  question.of = tests::sample::kFunder.text();
  const std::string funder = text(question);
  for (const char* words : {"Funder report", "Model Centre", "RG-1", "SG-2026-0147", "SSO-1", "Contracts of the state"})
    EXPECT_NE(funder.find(words), std::string::npos) << words << "\n" << funder;
}

}  // namespace
}  // namespace projections
