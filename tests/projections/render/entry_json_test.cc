#include "tests/projections/render/rendered_account.h"

namespace projections {
namespace {

class EntryJson : public tests::RenderedAccount {};

TEST_F(EntryJson, HoldsThePageAndWhereTheNextBegins) {
  AccountQuestion question;
  question.name = "entries";
  question.entries.find = "расход";
  question.entries.limit = 3;
  const auto first = json(question);
  EXPECT_EQ(first["report"], "entries");
  EXPECT_EQ(first["find"], "расход");
  ASSERT_EQ(first["entries"].size(), 3U);
  EXPECT_EQ(first["next"], first["entries"][2]["factIndex"]);
  question.entries.before = first["next"].get<ledger::Position>();
  question.entries.limit = 1'000;
  const auto second = json(question);
  EXPECT_LT(second["entries"][0]["factIndex"], first["next"]);
  EXPECT_TRUE(second["next"].is_null());
}

TEST_F(EntryJson, HoldsWhatAnEntrySaysAndWhatTookItBack) {
  AccountQuestion question;
  question.name = "entries";
  question.entries.find = "INV-158";
  const auto told = json(question);
  ASSERT_EQ(told["entries"].size(), 1U);
  const auto& entry = told["entries"][0];
  EXPECT_EQ(entry["event"], "ExpenditureRecorded");
  EXPECT_EQ(entry["amount"], 300'000);
  EXPECT_EQ(entry["subjectNumber"], "RG-1");
  EXPECT_EQ(entry["organisationNames"]["en"], "Green Garden Fund");
  EXPECT_EQ(entry["changes"][0]["event"], "ExpenditureVoided");
  EXPECT_EQ(entry["changes"][0]["entry"], played_.voided);
}

}  // namespace
}  // namespace projections
