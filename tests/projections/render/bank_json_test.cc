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
  const auto report = nlohmann::json::parse(*text);
  EXPECT_EQ(report["report"], "bank");
  EXPECT_EQ(report["period"]["from"], "2026-03-16");
  EXPECT_EQ(report["organisation"]["organisation"], tests::sample::kOrganisation.text());
  EXPECT_EQ(report["statement"]["rows"], 6);
  EXPECT_EQ(report["statement"]["accounts"][0]["account"], "…1234");
  EXPECT_EQ(report["statement"]["accounts"][0]["difference"], 0);
  ASSERT_EQ(report["matched"].size(), 5U);
  EXPECT_EQ(report["matched"][0]["by"], "reference");
  EXPECT_EQ(report["matched"][0]["row"]["amount"], 20'000'000);
  EXPECT_EQ(report["matched"][0]["payment"]["kind"], "received");
  EXPECT_EQ(report["matched"][0]["payment"]["grant"], "SG-2026-0147");
  EXPECT_EQ(report["matched"][2]["by"], "day");
  EXPECT_EQ(report["matched"][2]["daysApart"], 1);
  EXPECT_EQ(report["matched"][2]["outsideDays"], false);
  EXPECT_EQ(report["matched"][4]["outsideDays"], true);
  ASSERT_EQ(report["rowsWithoutPayment"].size(), 1U);
  EXPECT_EQ(report["rowsWithoutPayment"][0]["counterparty"], "Sample House LLP");
  ASSERT_EQ(report["paymentsWithoutRow"].size(), 3U);
  EXPECT_EQ(report["paymentsWithoutRow"][0]["nearEdge"], false);
  EXPECT_EQ(report["paymentsWithoutRow"][2]["nearEdge"], true);
  EXPECT_EQ(report["totals"][0]["paymentsWithoutRow"]["out"], 2'500'000);
}

}  // namespace
}  // namespace projections
