#include "tests/projections/plain_text.h"
#include "tests/projections/render/rendered_account.h"

namespace projections {
namespace {

class AccountDocuments : public tests::RenderedAccount {};

TEST_F(AccountDocuments, ReadWellInEachLanguage) {
  AccountQuestion organisation;
  organisation.name = "organisation";
  organisation.of = "KZ-BIN-000140000012";
  organisation.exact = true;
  expectGoldens("organisation", organisation);
  AccountQuestion office;
  office.name = "office";
  office.of = "KZ-71";
  office.exact = true;
  expectGoldens("office", office);
}

TEST_F(AccountDocuments, SayWhatIsHiddenAndWhy) {
  AccountQuestion question;
  question.name = "organisation";
  question.of = "KZ-BIN-000140000012";
  const std::string hidden = tests::plain(text(question));
  EXPECT_NE(hidden.find("with --exact"), std::string::npos) << hidden;
  EXPECT_EQ(hidden.find("Attested hours"), std::string::npos) << hidden;
  EXPECT_EQ(hidden.find("22 h 10 min"), std::string::npos) << hidden;
  EXPECT_NE(hidden.find("400,000"), std::string::npos) << "money is public\n" << hidden;
}

}  // namespace
}  // namespace projections
