#include "projections/render/account_parts.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

TEST(AccountParts, WriteHundredthsAsPeopleDo) {
  EXPECT_EQ(hundredthsText(271, ledger::Language::kEnglish), "2.71");
  EXPECT_EQ(hundredthsText(1'200'005, ledger::Language::kEnglish), "12,000.05");
  EXPECT_EQ(hundredthsText(7, ledger::Language::kRussian), "0,07");
}

TEST(AccountParts, LeaveHoursOutWhereTheyAreHidden) {
  const AccountParts parts(ledger::Language::kEnglish);
  ServiceFigures figures;
  figures.activities = 3;
  EXPECT_EQ(parts.service(figures).particulars.size(), 8U);
  hideService(figures);
  const Section hidden = parts.service(figures);
  EXPECT_EQ(hidden.particulars.size(), 1U);
  EXPECT_EQ(hidden.remarks.size(), 1U);
}

}  // namespace
}  // namespace projections
