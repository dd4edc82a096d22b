#include "projections/money/grant_rows.h"

#include <gtest/gtest.h>

#include "projections/columns.h"

namespace projections {
namespace {

template <class Enum>
void expectNamesReadBack() {
  for (std::uint16_t i = 0; i < ledger::kEnumerants<Enum>; ++i) {
    const auto value = static_cast<Enum>(i);
    EXPECT_FALSE(nameOf(value).empty());
    EXPECT_EQ(enumNamed<Enum>(nameOf(value)), value);
  }
}

TEST(GrantRows, StatesAreReadBackFromTheirNames) {
  expectNamesReadBack<GrantState>();
  expectNamesReadBack<ExpenditureState>();
  expectNamesReadBack<MovementKind>();
}

TEST(GrantRows, OnHandIsWhatTheBalanceLeaves) {
  GrantRow grant;
  grant.disbursed = 1000;
  grant.reversed = 100;
  grant.interest = 7;
  grant.vendor_refunds = 20;
  grant.spent = 600;
  grant.returned = 50;
  grant.settle();
  EXPECT_EQ(grant.on_hand, 277);
}

TEST(GrantRows, NothingStandsOfAVoidedExpenditure) {
  ExpenditureRow row;
  row.amount = 100;
  row.disallowed = 30;
  row.reversed = 20;
  EXPECT_EQ(row.standing(), 50);
  row.state = ExpenditureState::kVoided;
  EXPECT_EQ(row.standing(), 0);
}

}  // namespace
}  // namespace projections
