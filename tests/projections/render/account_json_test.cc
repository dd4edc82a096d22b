#include "tests/projections/render/rendered_account.h"

namespace projections {
namespace {

class AccountJson : public tests::RenderedAccount {};

TEST_F(AccountJson, HoldsAnOrganisationsAccount) {
  AccountQuestion question;
  question.name = "organisation";
  question.of = "KZ-BIN-000140000012";
  const auto hidden = json(question);
  EXPECT_EQ(hidden["service"], (nlohmann::json{{"activities", 1}, {"hidden", true}}));
  EXPECT_EQ(hidden["received"][0]["awarded"], 40'000'000);
  EXPECT_EQ(hidden["charity"]["sums"][0]["donated"], 58'000);
  std::int64_t disbursed = 0;
  for (const auto& grant : hidden["grants"]) disbursed += grant["disbursed"].get<std::int64_t>();
  EXPECT_EQ(disbursed, hidden["received"][0]["disbursed"]) << "less reversals, in both";
  EXPECT_EQ(hidden["obligations"]["inTime"], 1);
  question.exact = true;
  const auto exact = json(question);
  EXPECT_EQ(exact["service"]["attestedMinutes"], 1330);
  EXPECT_EQ(exact["service"]["ageBands"][0]["ageBand"], "unknown");
}

TEST_F(AccountJson, HoldsATreeOfSubAwards) {
  AccountQuestion question;
  question.name = "regrants";
  const auto grants = json(question)["grants"];
  EXPECT_EQ(grants[0]["lines"][0]["left"], 2'000'000);
  EXPECT_EQ(grants[0]["lines"][0]["difference"], 0);
  EXPECT_EQ(grants[1]["depth"], 1);
}

TEST_F(AccountJson, HoldsTheFlowOfMoney) {
  AccountQuestion question;
  question.name = "flow";
  const auto flow = json(question);
  EXPECT_EQ(flow["funders"][0]["names"]["en"], "Model Centre");
  EXPECT_EQ(flow["funders"][0]["costs"].size(), 4U);
  EXPECT_EQ(flow["total"][0]["grants"], 2);
}

}  // namespace
}  // namespace projections
