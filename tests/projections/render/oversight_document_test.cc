#include "tests/projections/plain_text.h"
#include "tests/projections/render/rendered_account.h"

namespace projections {
namespace {

class OversightDocuments : public tests::RenderedAccount {};

TEST_F(OversightDocuments, ReadWellInEachLanguage) {
  AccountQuestion question;
  question.name = "obligations";
  question.on = tests::day("2026-03-11");
  expectGoldens("obligations", question);
  question.name = "findings";
  question.exact = true;
  expectGoldens("findings", question);
  AccountQuestion corrections;
  corrections.name = "corrections";
  corrections.exact = true;
  expectGoldens("corrections", corrections);
}

TEST_F(OversightDocuments, SayWhenThereIsNothing) {
  AccountQuestion question;
  question.name = "obligations";
  EXPECT_NE(text(question).find("No report is overdue."), std::string::npos);
  question.name = "corrections";
  question.since = std::to_string(played_.log.size());
  EXPECT_NE(text(question).find("Nothing was corrected."), std::string::npos);
}

}  // namespace
}  // namespace projections
