#include "tests/projections/plain_text.h"
#include "tests/projections/render/rendered_account.h"

namespace projections {
namespace {

class BenefitDocuments : public tests::RenderedAccount {};

TEST_F(BenefitDocuments, ReadWellInEachLanguage) {
  AccountQuestion question;
  question.exact = true;
  for (const char* name : {"value", "awards", "deployments", "assignments"}) {
    question.name = name;
    expectGoldens(name, question);
  }
}

TEST_F(BenefitDocuments, TellThePublicLess) {
  AccountQuestion question;
  question.name = "value";
  EXPECT_EQ(text(question).find("Hours valued"), std::string::npos) << text(question);
  EXPECT_NE(text(question).find("the releases tell of them"), std::string::npos);
  question.name = "assignments";
  EXPECT_EQ(text(question).find("Under way"), std::string::npos) << text(question);
  EXPECT_EQ(text(question).find("KE"), std::string::npos) << "no country";
  question.name = "deployments";
  EXPECT_EQ(text(question).find("rescue"), std::string::npos);
}

}  // namespace
}  // namespace projections
