#include <nlohmann/json.hpp>

#include "tests/projections/bank_sample.h"
#include "tests/projections/render/rendered.h"

namespace projections {
namespace {

class BankJsonTest : public tests::RenderedSample {};

TEST_F(BankJsonTest, NamesMatchesAndWhatIsLeftOnEitherSide) {
  const auto text = renderBank(database_, {tests::sample::kOrganisation, tests::marchStatement(), kDaysApart, {}},
                               {ledger::Language::kEnglish, Format::kJson});
  ASSERT_TRUE(text.ok()) << text.error().message;
  const auto json = nlohmann::json::parse(*text);
  EXPECT_EQ(json["report"], "bank");
  EXPECT_EQ(json["period"]["from"], "2026-03-16");
  EXPECT_EQ(json["organisation"]["organisation"], tests::sample::kOrganisation.text());
  EXPECT_EQ(json["statement"]["rows"], 6);
  EXPECT_EQ(json["statement"]["accounts"][0]["account"], "…1234");
  EXPECT_EQ(json["statement"]["accounts"][0]["difference"], 0);
  ASSERT_EQ(json["matched"].size(), 5U);
  EXPECT_EQ(json["matched"][0]["by"], "reference");
  EXPECT_EQ(json["matched"][0]["row"]["amount"], 20'000'000);
  EXPECT_EQ(json["matched"][0]["payment"]["kind"], "received");
  EXPECT_EQ(json["matched"][0]["payment"]["grant"], "SG-2026-0147");
  EXPECT_EQ(json["matched"][2]["by"], "day");
  EXPECT_EQ(json["matched"][2]["daysApart"], 1);
  EXPECT_EQ(json["matched"][2]["outsideDays"], false);
  EXPECT_EQ(json["matched"][4]["outsideDays"], true);
  ASSERT_EQ(json["rowsWithoutPayment"].size(), 1U);
  EXPECT_EQ(json["rowsWithoutPayment"][0]["counterparty"], "Sample House LLP");
  ASSERT_EQ(json["paymentsWithoutRow"].size(), 3U);
  EXPECT_EQ(json["paymentsWithoutRow"][0]["nearEdge"], false);
  EXPECT_EQ(json["paymentsWithoutRow"][2]["nearEdge"], true);
  EXPECT_EQ(json["totals"][0]["paymentsWithoutRow"]["out"], 2'500'000);
}

}  // namespace
}  // namespace projections
