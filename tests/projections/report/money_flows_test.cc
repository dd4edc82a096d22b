#include "projections/report/money_flows.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

TEST(MoneyFlows, AreTheSumsThatTheGrantCarriesAlong) {
  tests::MadeLog log = tests::sampleLog();
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  const auto flows = readMoneyFlows(database, "1 = 1");
  ASSERT_TRUE(flows.ok()) << flows.error().message;
  const std::vector<std::int64_t> counted = {flows->disbursed,      flows->reversed, flows->interest,
                                             flows->vendor_refunds, flows->spent(),  flows->disallowed,
                                             flows->returned,       flows->onHand()};
  std::string text;
  for (const std::int64_t sum : counted) text += (text.empty() ? "" : " ") + std::to_string(sum);
  EXPECT_EQ(text, tests::answer(database,
                                "select disbursed, reversed, interest, vendor_refunds, spent, disallowed, returned, "
                                "on_hand from grants where state <> 'voided'"));
  EXPECT_EQ(flows->disallowed, 1'000'000);
  EXPECT_EQ(flows->taken_back, 2'000'000);
}

}  // namespace
}  // namespace projections
