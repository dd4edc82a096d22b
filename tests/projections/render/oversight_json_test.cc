#include "tests/projections/render/rendered_account.h"

namespace projections {
namespace {

class OversightJson : public tests::RenderedAccount {};

TEST_F(OversightJson, HoldsWhatIsOwedAndFound) {
  AccountQuestion question;
  question.name = "obligations";
  question.on = tests::day("2026-03-11");
  EXPECT_EQ(json(question)["overdue"][0]["daysLate"], 1);
  EXPECT_EQ(json(question)["unconfirmed"].size(), 2U);
  EXPECT_TRUE(json(question)["of"].is_null()) << "of everybody";
  question.name = "findings";
  EXPECT_EQ(json(question)["findings"].size(), 2U);
  question.exact = true;
  EXPECT_EQ(json(question)["findings"].size(), 3U);
  EXPECT_EQ(json(question)["findings"][0]["ruleVersion"], 0) << "none was said";
  EXPECT_EQ(json(question)["findings"][1]["ruleVersion"], 3);
}

TEST_F(OversightJson, HoldsNothingWhereFiguresAreHidden) {
  AccountQuestion question;
  question.name = "value";
  const auto value = json(question);
  EXPECT_TRUE(value["volunteers"].is_null());
  EXPECT_TRUE(value["valuedMinutes"].is_null());
  EXPECT_TRUE(value["otherBasisMinutes"].is_null());
  EXPECT_EQ(value["total"].size(), 0U);
  question.name = "assignments";
  EXPECT_TRUE(json(question)["total"]["people"].is_null());
  question.name = "deployments";
  EXPECT_TRUE(json(question)["emergencies"][0]["served"].is_null());
  question.name = "awards";
  EXPECT_TRUE(json(question)["distinctions"][0]["nominated"].is_null());
  question.exact = true;
  EXPECT_EQ(json(question)["awards"].size(), 1U);
}

TEST_F(OversightJson, HoldsBeforeAndAfterOfACorrection) {
  AccountQuestion question;
  question.name = "corrections";
  question.since = std::to_string(played_.corrected);
  const auto all = json(question)["corrections"];
  EXPECT_EQ(all[0]["before"], 500'000);
  EXPECT_EQ(all[0]["after"], 400'000);
  EXPECT_EQ(all[0]["correctionIndex"], played_.corrected);
}

}  // namespace
}  // namespace projections
